import { edited, retargeted, type Annotation } from '../annotation/annotation';
import { isSameSpan } from '../support/offset';
import type { Outcome, WhysOf } from './fate';
import { joinedHistory, joinedNote, joinedTags } from './joined';

/** A whole record of a file, as it is to be here. */
export interface BroughtRecord {
  readonly record: Annotation;
  /** What is told of it where it is new. */
  readonly isNew:
    { readonly fate: 'add'; readonly why: WhysOf['add'] } | { readonly fate: 'review'; readonly why: WhysOf['review'] };
}

/** Values as JSON would keep them, in one order of names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => [name, sorted(field)]);
}

/** True if two records hold the same, whatever the order of their fields. */
export const holdSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

type Standing = Pick<Annotation, 'textId' | 'textHash' | 'target' | 'quote' | 'health'>;

/** Where a mark stands; a file moves none to another text. */
function standingOf(here: Annotation, file: Annotation): Standing {
  const { textId, textHash, target, quote, health } = file.textId === here.textId ? file : here;
  return { textId, textHash, target, quote, ...(health !== undefined && { health }) };
}

function isElsewhere(standing: Standing, { textHash, target }: Annotation): boolean {
  return standing.textHash !== textHash || !isSameSpan(standing.target, target);
}

/** The file's newer record with all that the one here says; `areBoth` as in JoinedNote. */
function joined(here: Annotation, file: Annotation, at: number): { record: Annotation; areBoth: boolean } {
  // What was never changed here can hold no words of anybody here.
  const { note, areBoth } =
    here.rev === 1 && file.note.trim() !== '' ? { note: file.note, areBoth: false } : joinedNote(here.note, file.note);
  const { health: _here, deleted: _deletedHere, ...ours } = here;
  const { health: _file, deleted: _deletedThere, ...theirs } = file;
  const standing = standingOf(here, file);
  const left = isElsewhere(standing, here) ? retargeted(here, standing, at).history : here.history;
  const record = {
    ...ours,
    ...theirs,
    ...standing,
    note,
    tags: joinedTags(here.tags, file.tags),
    history: joinedHistory(left, file.history),
  };
  return { record, areBoth };
}

const heldBy = ({ rev, modified, ...rest }: Annotation): object => rest;

/** The record as a later revision than the one here: the file's own where it is that as it is. */
function later(record: Annotation, here: Annotation, file: Annotation, at: number): Annotation {
  if (file.rev > here.rev && holdSame(heldBy(record), heldBy(file))) return file;
  return { ...record, rev: Math.max(here.rev, file.rev) + 1, modified: at };
}

/** A later deletion in the file, which nobody has to follow; the mark goes to the bin with all that it says. */
function deletedFate(here: Annotation, file: Annotation, at: number): Outcome {
  const words = file.purged === undefined ? joined(here, file, at).record : here;
  return { fate: 'merge', why: 'deleted', record: edited({ ...words, rev: here.rev }, { kind: 'delete' }, at) };
}

function binFate(here: Annotation, file: Annotation, isNewer: boolean, at: number): Outcome {
  if (here.purged !== undefined) {
    return { fate: 'restore', why: 'purged', record: { ...file, rev: Math.max(file.rev, here.rev + 1) } };
  }
  const { deleted, ...back } = isNewer ? joined(here, file, at).record : here;
  return { fate: 'restore', why: 'bin', record: later(back, here, file, at) };
}

/**
 * What becomes of a whole record. `file` is as it stands in the file, `brought` as it is to be here, which differs where
 * it is followed to another edition; `here` is the one with its id. Of two, the one that was changed later is the newer:
 * revisions of two computers count different things. Nothing of what is here goes: both notes stay where they differ.
 * `at` is in milliseconds since 1970 UTC.
 */
export function recordFate(
  file: Annotation,
  { record, isNew }: BroughtRecord,
  here: Annotation | undefined,
  at: number,
): Outcome {
  if (here === undefined) return { ...isNew, record };
  if (holdSame(here, file) || holdSame(here, record)) return { fate: 'same', why: 'identical' };
  const isNewer = file.modified > here.modified;
  if (here.deleted !== undefined) {
    return file.deleted === undefined ? binFate(here, record, isNewer, at) : { fate: 'same', why: 'binned' };
  }
  if (!isNewer) return { fate: 'same', why: 'yours' };
  if (file.deleted !== undefined) return deletedFate(here, record, at);
  const { record: both, areBoth } = joined(here, record, at);
  if (holdSame(heldBy(both), heldBy(here))) return { fate: 'same', why: 'identical' };
  return { fate: 'merge', why: areBoth ? 'both' : 'newer', record: later(both, here, record, at) };
}
