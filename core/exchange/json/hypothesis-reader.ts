import { z } from 'zod';
import { failure } from '../../support/result';
import { anyList, anything, stringList } from './anything';
import { MOST_LOOKED_AT, readEntries, type EntryRead } from './entries';
import type { IncomingNote, NoteReader } from '../incoming';
import { timesIn } from '../iso-time';
import { listOf } from './selectors';
import { notesOn, sourceAt, targetsIn, type WordedTarget } from './targets';

// Annotations as the API of Hypothesis has them: what its client exports ({annotations}), what a search of the API
// answers ({rows}, and {replies} beside them), one alone, as the API gives it by its id, and an array of them, as other
// tools save it.

const file = z.object({
  annotations: anyList.optional(),
  rows: anyList.optional(),
  replies: anyList.optional(),
});
const linked = z.object({ '@context': anything, type: anything, '@type': anything, program: anything });

/** What tells an annotation of Hypothesis from those of others who call their list the same. */
const annotationLike = z
  .object({
    uri: anything,
    target: anything,
    references: anything,
    type: z.undefined().optional(),
    '@type': z.undefined().optional(),
  })
  .refine(({ uri, target, references }) => typeof uri === 'string' || Array.isArray(target ?? references));

/** An annotation that is the whole file has to say more, since there is no list that would. */
const alone = z.object({ uri: z.string(), target: anyList, user: z.string() });

/** How a file begins that was cut off and is no JSON any more. */
const BEGINNING = /^\s*\{\s*"(?:export_date|total|rows)"\s*:/;

const isPlain = (parsed: unknown): boolean =>
  Object.values(linked.safeParse(parsed).data ?? {}).every((value) => value === undefined);

function entriesIn(parsed: unknown): readonly unknown[] | undefined {
  if (Array.isArray(parsed)) return listOf(parsed);
  if (alone.safeParse(parsed).success) return [parsed];
  const { data } = file.safeParse(parsed);
  const lists = data && [data.annotations, data.rows, data.replies].filter((list) => list !== undefined);
  return lists === undefined || lists.length === 0 ? undefined : lists.flat();
}

const text = z.string().nullish();
const annotation = z.object({
  id: text,
  uri: text,
  text,
  created: anything,
  updated: anything,
  tags: stringList.nullish(),
  target: anything,
  document: anything,
});
const documentOf = z.object({ title: anything });

function titleIn(given: unknown): string | undefined {
  const [title] = listOf(documentOf.safeParse(given).data?.title);
  return typeof title === 'string' ? title : undefined;
}

function readOne(entry: unknown, number: number): EntryRead {
  const { data } = annotation.safeParse(entry);
  if (data === undefined) return 'unreadable';
  // A reply and a note on a whole page have a target without selectors, or none.
  const targets = listOf(data.target).length === 0 ? 'no-quote' : targetsIn(data.target, 'UTF-16 units');
  if (typeof targets === 'string') return targets;
  const tags = (data.tags ?? []).filter((tag) => tag !== '');
  const known = { number, note: data.text ?? '', tags, ...timesIn(data.created, data.updated) };
  const title = titleIn(data.document);
  const noteOn = ({ source, quote, place }: WordedTarget): IncomingNote => ({
    ...known,
    source: { ...sourceAt(data.uri ?? undefined, title), ...source },
    quote,
    ...(place && { place }),
  });
  return notesOn(targets, data.id, noteOn);
}

/** Reads annotations of Hypothesis. */
export const hypothesisReader: NoteReader = {
  format: 'hypothesis',
  extensions: ['json'],
  claims: (text_, parsed) => {
    if (parsed === undefined) return BEGINNING.test(text_);
    if (!Array.isArray(parsed) && !isPlain(parsed)) return false;
    const entries = entriesIn(parsed);
    if (entries === undefined) return false;
    const isEmptyFile = entries.length === 0 && !Array.isArray(parsed);
    return isEmptyFile || entries.slice(0, MOST_LOOKED_AT).some((entry) => annotationLike.safeParse(entry).success);
  },
  read: function* (_text, parsed) {
    const entries = entriesIn(parsed);
    return entries === undefined ? failure('damaged') : yield* readEntries(entries, readOne);
  },
};
