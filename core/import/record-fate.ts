import { edited, type Annotation } from '../annotation/annotation';
import type { Outcome, WhysOf } from './fate';

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

/** The file's record in the place of one that is here: as it is where its revision is later, else as a later revision. */
const inPlaceOf = (here: Annotation, record: Annotation): Annotation =>
  record.rev > here.rev ? record : { ...record, rev: here.rev + 1 };

const isNewer = (record: Annotation, here: Annotation): boolean =>
  record.rev === here.rev ? record.modified > here.modified : record.rev > here.rev;

/**
 * What becomes of a whole record. `file` is as it stands in the file, `brought` as it is to be here, which differs where
 * it is followed to another edition; `here` is the one with its id. The bin's own deletions never undo what is here: what
 * the file only has a tombstone of goes to the bin with its words. `at` is in milliseconds since 1970 UTC.
 */
export function recordFate(
  file: Annotation,
  { record, isNew }: BroughtRecord,
  here: Annotation | undefined,
  at: number,
): Outcome {
  if (here === undefined) return { ...isNew, record };
  if (holdSame(here, file) || holdSame(here, record)) return { fate: 'same', why: 'identical' };
  if (here.deleted !== undefined) {
    if (file.deleted !== undefined) return { fate: 'same', why: 'binned' };
    const why = here.purged === undefined ? 'bin' : 'purged';
    return { fate: 'restore', why, record: inPlaceOf(here, record) };
  }
  if (!isNewer(file, here)) return { fate: 'same', why: 'yours' };
  if (file.purged !== undefined) return { fate: 'merge', why: 'deleted', record: edited(here, { kind: 'delete' }, at) };
  return { fate: 'merge', why: file.deleted === undefined ? 'newer' : 'deleted', record: inPlaceOf(here, record) };
}
