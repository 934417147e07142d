import { z } from 'zod';
import { COLOURS, OWN_COLOURS, STYLES } from '../annotation/annotation';
import { SCRIPT_MODES, SOURCE_SCRIPTS } from '../script/mode';
import type { KeptTable } from './change';

// What a record must look like to be usable, whichever version wrote it. Fields that are not known are left alone: a
// record is judged, not rewritten.

const id = z.string().min(1);
const hash = z.string().min(1);
const offset = z.int().min(0);
const rev = z.int().min(1);
/** Milliseconds since 1970 UTC. */
const moment = z.number().min(0);

const span = z
  .object({ start: offset, end: offset })
  .refine(({ start, end }) => start <= end, 'a span ends before it starts');

const quote = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() });

const times = { created: moment, modified: moment, deleted: moment.optional(), rev };

const health = z.discriminatedUnion('state', [
  z.object({ state: z.literal('moved') }),
  z.object({ state: z.literal('review'), textHash: hash, proposal: span }),
  z.object({ state: z.literal('orphan'), textHash: hash, isLeft: z.literal(true).optional() }),
]);

const annotation = z.object({
  id,
  textId: id,
  textHash: hash,
  target: span,
  quote,
  colour: z.enum([...COLOURS, ...OWN_COLOURS]),
  style: z.enum(STYLES),
  note: z.string(),
  tags: z.array(z.string()),
  script: z.enum(SCRIPT_MODES),
  ...times,
  purged: moment.optional(),
  history: z.array(z.object({ target: span, textHash: hash, quote, until: moment })),
  health: health.optional(),
});

const place = { textHash: hash, offset, quote };

const bookmark = z.object({ id, textId: id, ...place, made: z.object(place).optional(), name: z.string(), ...times });

const reach = z.discriminatedUnion('scope', [
  z.object({
    scope: z.literal('occurrence'),
    textId: id,
    title: z.string(),
    textHash: hash,
    target: span,
    quote,
  }),
  z.object({ scope: z.literal('text'), textId: id, title: z.string() }),
  z.object({ scope: z.literal('everywhere') }),
]);

const correction = z.object({
  id,
  reach,
  source: z.string().min(1),
  wrong: z.string(),
  right: z.string().min(1),
  modes: z.array(z.enum(SCRIPT_MODES)),
  ...times,
});

const gloss = z.object({ at: offset, rawAt: offset, base: z.string(), reading: z.string() });

const repair = z.object({
  span,
  found: z.string(),
  reading: z.string(),
  reason: z.enum(['mojibake', 'folded-punctuation']),
});

const text = z.object({
  id,
  title: z.string(),
  sourceHash: hash,
  script: z.enum(SOURCE_SCRIPTS),
  derivation: z.int(),
  canonical: z.string(),
  blocks: z.array(z.object({ kind: z.enum(['heading', 'paragraph']), span })),
  glosses: z.array(gloss),
  repairs: z.array(repair),
  suspects: z.array(z.object({ at: offset, found: z.string(), perhaps: z.string() })),
});

const edition = z.object({ hash, textId: id, text, isDeclined: z.literal(true).optional() });

const position = z.object({ textId: id, offset, modified: moment, rev });

const setting = z.object({ key: id, value: z.unknown() });

/** The schema of a record, by the table that keeps it. */
export const RECORD_SCHEMAS = {
  annotations: annotation,
  bookmarks: bookmark,
  corrections: correction,
  editions: edition,
  texts: text,
  positions: position,
  settings: setting,
} satisfies Record<KeptTable, z.ZodType>;
