import { z } from 'zod';
import { COLOURS, OWN_COLOURS, STYLES } from '../annotation/annotation';
import { problemOfForm } from '../correction/correction';
import { SCRIPT_MODES, SOURCE_SCRIPTS } from '../script/mode';
import { indexCodePoints } from '../support/code-point-index';
import type { Change, KeptTable } from './change';

// What a record has to be so that nothing breaks that reads it: one from outside, or one that a fault may have hit. Fields that are not named here are allowed:
// they are of a later version, and are kept.

/** No record was ever changed more often; so that a revision can always be counted on. */
const MOST_REVISIONS = 2 ** 40;

/** The latest revision that a record of a file may have: however often it is changed from then on, it can be kept. */
export const MOST_REVISIONS_OF_FILES = MOST_REVISIONS / 2;

const id = z.string().min(1);
/** Milliseconds since 1970 UTC; at most what a date can be. */
const time = z.number().min(0).max(8.64e15);
const offset = z.int().min(0);
const rev = z.int().min(0).max(MOST_REVISIONS);
const span = z.object({ start: offset, end: offset }).refine(({ start, end }) => start <= end);
const quote = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() });
const revised = { id, created: time, modified: time, deleted: time.optional(), rev };
const mode = z.enum(SCRIPT_MODES);

const annotation = z.object({
  ...revised,
  textId: id,
  textHash: id,
  target: span,
  quote,
  colour: z.enum([...COLOURS, ...OWN_COLOURS]),
  style: z.enum(STYLES),
  note: z.string(),
  tags: z.array(z.string()),
  script: mode,
  purged: time.optional(),
  history: z.array(z.object({ target: span, textHash: id, quote, until: time })),
  met: z.array(id).optional(),
  health: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('moved') }),
      z.object({ state: z.literal('review'), textHash: id, proposal: span }),
      z.object({ state: z.literal('orphan'), textHash: id, isLeft: z.literal(true).optional() }),
    ])
    .optional(),
});

const place = { textHash: id, offset, quote };
const bookmark = z.object({ ...revised, ...place, textId: id, made: z.object(place).optional(), name: z.string() });

const correction = z.object({
  ...revised,
  reach: z.discriminatedUnion('scope', [
    z.object({
      scope: z.literal('occurrence'),
      ...{ textId: id, title: z.string(), textHash: id, target: span, quote },
    }),
    z.object({ scope: z.literal('text'), textId: id, title: z.string() }),
    z.object({ scope: z.literal('everywhere') }),
  ]),
  source: z.string().refine((words) => problemOfForm(words) === undefined),
  right: z.string().refine((words) => problemOfForm(words) === undefined),
  wrong: z.string(),
  modes: z.array(mode).min(1),
});

/** True if blocks are the lines of a canonical text: each begins one newline after the one before, to the very end. */
function areLinesOf(canonical: string, blocks: readonly z.infer<typeof block>[]): boolean {
  const index = indexCodePoints(canonical);
  let next = 0;
  for (const { span: lies } of blocks) {
    if (lies.start !== next || (next > 0 && canonical[index.toUnits(next - 1)] !== '\n')) return false;
    next = lies.end + 1;
  }
  return next === index.length + 1;
}

const block = z.object({ kind: z.enum(['heading', 'paragraph']), span });
const text = z
  .object({
    id,
    title: z.string(),
    sourceHash: id,
    script: z.enum(SOURCE_SCRIPTS),
    derivation: z.int(),
    canonical: z.string(),
    blocks: z.array(block).min(1),
    glosses: z.array(z.object({ at: offset, rawAt: offset, base: z.string(), reading: z.string() })),
    repairs: z.array(
      z.object({
        ...{ span, found: z.string(), reading: z.string() },
        reason: z.enum(['mojibake', 'folded-punctuation']),
      }),
    ),
    suspects: z.array(z.object({ at: offset, found: z.string(), perhaps: z.string() })),
  })
  .refine(({ canonical, blocks }) => areLinesOf(canonical, blocks));

/** The schema of a record, by the table that keeps it. */
export const RECORD_SCHEMAS = {
  settings: z.object({ key: id, value: z.unknown() }),
  texts: text,
  editions: z.object({ hash: id, textId: id, text, isDeclined: z.literal(true).optional() }),
  annotations: annotation,
  bookmarks: bookmark,
  corrections: correction,
  positions: z.object({ textId: id, offset, percent: z.int().min(0).max(100).optional(), modified: time, rev }),
} satisfies Record<KeptTable, z.ZodType>;

const named = z.object({ table: z.string(), record: z.unknown() });

/** True for a table with one of its records, whole and of the right kinds; unknown fields are left as they are. */
export function isChange(value: unknown): value is Change {
  const { data } = named.safeParse(value);
  if (data === undefined || !Object.hasOwn(RECORD_SCHEMAS, data.table)) return false;
  const schema = new Map<string, z.ZodType>(Object.entries(RECORD_SCHEMAS)).get(data.table);
  return schema?.safeParse(data.record).success === true;
}
