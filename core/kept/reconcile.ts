import { changeKey, type Change } from './change';
import { stateOf } from './fingerprint';

/** One of the two copies of everything: the database, or the journal. */
export interface Copy {
  readonly changes: Iterable<Change>;
  /** Number of the last entry of the journal that the copy has taken in. */
  readonly seq: number;
}

/** What has to be written so that both copies hold the same, and the newer state of each record. */
export interface Reconciled {
  readonly toDatabase: readonly Change[];
  readonly toJournal: readonly Change[];
}

type Revised = Extract<Change, { table: 'annotations' | 'bookmarks' | 'corrections' | 'positions' }>;

const isRevised = (change: Change): change is Revised => 'rev' in change.record;

/**
 * True if the second of two states of a record is the newer one: by its revision, then by when it was written; states
 * that have neither, or the same, by which copy has taken in more.
 */
function isNewer(one: Change, other: Change, otherHasMore: boolean): boolean {
  if (!isRevised(one) || !isRevised(other)) return otherHasMore;
  if (one.record.rev !== other.record.rev) return other.record.rev > one.record.rev;
  if (one.record.modified !== other.record.modified) return other.record.modified > one.record.modified;
  return otherHasMore;
}

/**
 * Brings two copies together: of each record the newer state of the two, whichever has it. What only one has the other
 * gets, so nothing ever goes.
 */
export function reconcile(database: Copy, journal: Copy): Reconciled {
  const toDatabase: Change[] = [];
  const toJournal: Change[] = [];
  const waiting = new Map<string, Change>();
  for (const change of database.changes) waiting.set(changeKey(change), change);
  for (const there of journal.changes) {
    const key = changeKey(there);
    const here = waiting.get(key);
    waiting.delete(key);
    if (here === undefined) toDatabase.push(there);
    else if (stateOf(here) !== stateOf(there)) {
      if (isNewer(here, there, journal.seq >= database.seq)) toDatabase.push(there);
      else toJournal.push(here);
    }
  }
  toJournal.push(...waiting.values());
  return { toDatabase, toJournal };
}
