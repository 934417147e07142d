import { z } from 'zod';
import type { Annotation } from '../../annotation/annotation';
import { parsePalette } from '../../annotation/palette';
import { isChange, MOST_REVISIONS_OF_FILES } from '../../kept/record-schemas';
import { failure, success } from '../../support/result';
import { anyList, anything } from './anything';
import { readEntries, type EntryRead } from './entries';
import { MOST_ENTRIES, type IncomingNote, type NoteReader } from '../incoming';
import { uuidIn } from './urns';
import { NOTES_CLAIM, NOTES_FORMAT } from './zhupi-notes';

const claim = z.object({ program: z.literal(NOTES_CLAIM.program), kind: z.literal(NOTES_CLAIM.kind) });

/** How a file of ours begins, also one that was cut off and is no JSON any more. */
const BEGINNING = /^\s*\{\s*"program"\s*:\s*"Zhupi"\s*,\s*"kind"\s*:\s*"notes"/;

const whole = z.object({
  format: z.int().min(1),
  palette: anything,
  texts: anyList.catch([]),
  notes: anyList,
});
const textOfFile = z.object({ id: z.string(), title: z.string() });

/** The titles of texts by their ids; it yields now and then. */
function* titlesIn(texts: readonly unknown[]): Generator<undefined, ReadonlyMap<string, string>, undefined> {
  const titles = new Map<string, string>();
  for (const [index, text] of texts.slice(0, MOST_ENTRIES).entries()) {
    if (index % 32 === 31) yield undefined;
    const { data } = textOfFile.safeParse(text);
    if (data !== undefined) titles.set(data.id, data.title);
  }
  return titles;
}

/** Levels of a record that are taken: many more than any version writes, and few enough for whatever copies one. */
const DEEPEST = 64;

/** True for a value within which others lie deeper than that. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function annotationIn(entry: unknown): Annotation | undefined {
  if (isTooDeep(entry)) return undefined;
  // The record itself is taken, never a copy of what is known of it: a field of a later version stays where it was.
  const change = { table: 'annotations', record: entry };
  if (!isChange(change) || change.table !== 'annotations') return undefined;
  return change.record.rev <= MOST_REVISIONS_OF_FILES ? change.record : undefined;
}

function noteOf(record: Annotation, number: number, title: string | undefined): IncomingNote {
  const { id, textId, textHash, target, quote, note, tags, colour, style, created, modified } = record;
  const markId = uuidIn(id);
  return {
    ...{ number, record, quote, note, tags, colour, style, created, modified, foreignId: id },
    ...(markId !== undefined && { markId }),
    source: { hash: textHash, textId, ...(title !== undefined && { title }) },
    place: { start: target.start, end: target.end, unit: 'code points' },
  };
}

/** Reads notes as the program keeps them: each record is taken as it is, or refused where nothing could use it. */
export const zhupiNotesReader: NoteReader = {
  format: 'zhupi',
  extensions: ['json'],
  claims: (text, parsed) => claim.safeParse(parsed).success || (parsed === undefined && BEGINNING.test(text)),
  read: function* (_text, parsed) {
    const format = z.object({ format: z.int() }).safeParse(parsed).data?.format ?? 0;
    if (format > NOTES_FORMAT) return failure('newer');
    const { data } = whole.safeParse(parsed);
    if (data === undefined) return failure('damaged');
    const titles = yield* titlesIn(data.texts);
    const read = (entry: unknown, number: number): EntryRead => {
      const record = annotationIn(entry);
      return record === undefined ? 'unreadable' : [noteOf(record, number, titles.get(record.textId))];
    };
    const ownColours = parsePalette(data.palette).own.map(({ id, label, hex }) => ({ id, label, hex }));
    const incoming = yield* readEntries(data.notes, read);
    return incoming.ok ? success({ ...incoming.value, ownColours }) : incoming;
  },
};
