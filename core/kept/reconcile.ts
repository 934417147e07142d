import { changeKey, type Change } from './change';
import { stateOf } from './fingerprint';

/** The database as a copy of everything. */
export interface DatabaseCopy {
  readonly changes: Iterable<Change>;
  /** Number of the last entry of the journal that it has taken in; -1 where it does not say, Infinity of another journal. */
  readonly seq: number;
}

/** The journal as a copy of everything: the state of each record, and the number of the entry that wrote it. */
export interface JournalCopy {
  readonly records: Iterable<{ readonly change: Change; readonly seq: number }>;
  /** False where entries are damaged or missing: then an older state may stand where a newer one was. */
  readonly isWhole: boolean;
}

/** What has to be written so that both copies hold the same, and the newer state of each record. */
export interface Reconciled {
  readonly toDatabase: readonly Change[];
  readonly toJournal: readonly Change[];
}

type Revised = Extract<Change, { table: 'annotations' | 'bookmarks' | 'corrections' | 'positions' }>;

const isRevised = (change: Change): change is Revised => 'rev' in change.record;

/**
 * True if the journal's state of a record is the newer one: by its revision, then by when it was written. Between states
 * that have neither, or the same, what the database has not yet taken in is newer; what it has taken in, and has
 * otherwise, it has lost, unless it is the journal that has lost something.
 */
function isNewer(here: Change, there: Change, isUnseen: boolean, isWhole: boolean): boolean {
  if (isRevised(here) && isRevised(there)) {
    if (here.record.rev !== there.record.rev) return there.record.rev > here.record.rev;
    if (here.record.modified !== there.record.modified) return there.record.modified > here.record.modified;
  }
  return isUnseen || isWhole;
}

/**
 * Brings two copies together: of each record the newer state of the two, whichever has it. What only one has the other
 * gets, so nothing ever goes.
 */
export function reconcile(database: DatabaseCopy, journal: JournalCopy): Reconciled {
  const toDatabase: Change[] = [];
  const toJournal: Change[] = [];
  const waiting = new Map<string, Change>();
  for (const change of database.changes) waiting.set(changeKey(change), change);
  // An entry of another journal tells nothing about what this database has seen.
  const isWhole = journal.isWhole && database.seq !== Infinity;
  for (const { change: there, seq } of journal.records) {
    const key = changeKey(there);
    const here = waiting.get(key);
    waiting.delete(key);
    if (here === undefined) toDatabase.push(there);
    else if (stateOf(here) !== stateOf(there)) {
      if (isNewer(here, there, seq > database.seq, isWhole)) toDatabase.push(there);
      else toJournal.push(here);
    }
  }
  for (const change of waiting.values()) toJournal.push(change);
  return { toDatabase, toJournal };
}
