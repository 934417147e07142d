import type { Annotation } from '../annotation/annotation';
import type { Bookmark } from '../bookmark/bookmark';
import type { Correction } from '../correction/correction';
import type { BesideChange } from './beside';

/** The records whose changes can be undone, by the table that keeps them. */
export interface UndoableRecords {
  readonly annotations: Annotation;
  readonly bookmarks: Bookmark;
  readonly corrections: Correction;
}

/** A table whose changes can be undone. */
export type UndoableTable = keyof UndoableRecords;

/** A record as it is to be. */
export type Draft = {
  readonly [Table in UndoableTable]: { readonly table: Table; readonly record: UndoableRecords[Table] };
}[UndoableTable];

/** What a step did to one record; `before` is undefined where the step made it. Both are of one table and id. */
export interface RecordChange {
  readonly before: Draft | undefined;
  readonly after: Draft;
}

/** What a person did, for the words in which it is undone. */
export type StepKind =
  | 'mark'
  | 'recolour'
  | 'restyle'
  | 'note'
  | 'tags'
  | 'add-tags'
  | 'rename-tag'
  | 'merge-tags'
  | 'delete-tag'
  | 'delete'
  | 'restore'
  | 'purge'
  | 'retarget'
  | 'accept'
  | 'leave'
  | 'edition'
  | 'correct'
  | 'remove-correction'
  | 'import-corrections'
  | 'import-notes'
  | 'bookmark'
  | 'rename-bookmark'
  | 'delete-bookmark'
  | 'restore-backup';

/**
 * One thing that a person did and can take back. It is data and no function, so that every window on a profile can
 * take back what any of them did.
 */
export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Steps that follow each other with the same words here are one, as the letters of a note are. */
  readonly joins?: string;
  readonly changes: readonly RecordChange[];
  /** The edition of a text that the step put in the place of another: hashes of their sources. */
  readonly edition?: EditionChange;
  /** What else the step changed: records whose changes are no steps of their own. */
  readonly beside?: readonly BesideChange[];
}

/** The exchange of one edition of a text for another, by the hashes of their sources. */
export interface EditionChange {
  readonly textId: string;
  readonly before: string;
  readonly after: string;
  /** Where reading stood in either edition when they were exchanged, in code points. */
  readonly offsets: { readonly before: number; readonly after: number };
}

/** What every record has whose changes can be undone. */
type Revised = Pick<Draft['record'], 'id' | 'rev' | 'modified' | 'deleted'>;

/** Equal for two drafts exactly if they are of the same record. */
export const recordKey = ({
  table,
  record,
}: {
  readonly table: string;
  readonly record: { readonly id: string };
}): string => `${table} ${record.id}`;

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);

/**
 * The record as it is now, with every field in which two others differ as it is in the second of them. So what was
 * changed since, by someone else or out of turn, stays as it is.
 */
function carriedOver(now: Draft, from: Revised, to: Revised, at: number): Draft {
  const fields = new Map<string, unknown>(Object.entries(now.record));
  const known = new Map<string, unknown>(Object.entries(from));
  const wanted = new Map<string, unknown>(Object.entries(to));
  for (const name of new Set([...known.keys(), ...wanted.keys()])) {
    if (isSame(known.get(name), wanted.get(name))) continue;
    if (wanted.has(name)) fields.set(name, wanted.get(name));
    else fields.delete(name);
  }
  fields.set('rev', now.record.rev + 1);
  fields.set('modified', at);
  // Field by field it is a record of the same kind; of a map no type says so.
  return { ...now, record: Object.fromEntries(fields) } as unknown as Draft;
}

const withDeleted = (record: Revised, at: number): Revised => ({ ...record, deleted: at });

const purgedOf = (draft: Draft | undefined): number | undefined =>
  draft?.table === 'annotations' ? draft.record.purged : undefined;

/** True for a record that was purged since it was as in `from`: nothing but its own purge, undone, brings it back. */
const isGoneSince = (from: Draft | undefined, now: Draft): boolean =>
  purgedOf(now) !== undefined && purgedOf(from) === undefined;

/**
 * The record after a change is taken back: what was made is deleted by a sign, what was changed is as it was before.
 * `now` is the record as it is, undefined where there is none. Undefined where nothing is to be kept.
 */
export function takenBack({ before, after }: RecordChange, now: Draft | undefined, at: number): Draft | undefined {
  if (now === undefined) return before;
  if (isGoneSince(after, now)) return undefined;
  return carriedOver(now, after.record, before?.record ?? withDeleted(after.record, at), at);
}

/** The record after a change that was taken back is done again; `now`, `at` and what is returned as for takenBack. */
export function doneAgain({ before, after }: RecordChange, now: Draft | undefined, at: number): Draft | undefined {
  if (now === undefined) return after;
  if (isGoneSince(before, now)) return undefined;
  return carriedOver(now, before?.record ?? withDeleted(after.record, at), after.record, at);
}
