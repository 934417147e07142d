import type { Change } from '#core/kept/change';
import { failure, success, type Result } from '#core/support/result';
import { NO_GUARD, type CopiesGuard } from './copies-guard';
import { letReopen, SENTINEL, sentinelIn, type Database, type Sentinel } from './database';

/** Why a change was not kept. */
export type KeepFailure = 'full' | 'forbidden' | 'closed' | 'other';

/**
 * The one seam through which everything is kept. A success means that the changes, all of them or none, are on the
 * disk, in the journal and in the database; until then nothing may be called saved.
 */
export interface Keeper {
  keep(changes: readonly Change[]): Promise<Result<undefined, KeepFailure>>;
}

/** Error names as the IndexedDB specification and Dexie give them. */
const REASONS: Readonly<Record<string, KeepFailure>> = {
  QuotaExceededError: 'full',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
};

/** What an error of Dexie was made of: the one inside it, or the first of those of many records. */
function causeOf(error: Error): unknown {
  if ('failures' in error && Array.isArray(error.failures)) return error.failures[0];
  return 'inner' in error ? error.inner : undefined;
}

/** Dexie wraps what the browser reported; the innermost name is the one that tells. */
function reasonOf(error: unknown): KeepFailure {
  let reason: KeepFailure = 'other';
  for (let at = error; at instanceof Error; at = causeOf(at)) reason = REASONS[at.name] ?? reason;
  return reason;
}

/** Records to a request: enough that an import of thousands takes seconds, few enough that the page stays alive. */
const RECORDS_AT_ONCE = 1_000;

/** Runs of changes to one table, in order. */
function* runsOf(changes: readonly Change[]): Generator<{ table: Change['table']; records: Change['record'][] }> {
  let run: { table: Change['table']; records: Change['record'][] } | undefined;
  for (const { table, record } of changes) {
    if (run?.table === table && run.records.length < RECORDS_AT_ONCE) run.records.push(record);
    else {
      if (run !== undefined) yield run;
      run = { table, records: [record] };
    }
  }
  if (run !== undefined) yield run;
}

async function write(database: Database, changes: readonly Change[], sentinel: Sentinel | undefined): Promise<void> {
  const tables = [...new Set(changes.map(({ table }) => database.table(table)))];
  await database.transaction('rw', sentinel === undefined ? tables : [...tables, database.sentinels], async () => {
    for (const { table, records } of runsOf(changes)) await database.table(table).bulkPut(records);
    if (sentinel === undefined) return;
    // Entries may be acknowledged in another order than they are written here.
    const before = await sentinelIn(database);
    if (before?.journal !== sentinel.journal || before.seq < sentinel.seq) await database.sentinels.put(sentinel);
  });
}

/**
 * Writes changes into the database, and how far it has come with the journal. A connection that the browser closed or
 * broke, as on a full disk, is opened again once.
 */
export async function writeToDatabase(
  database: Database,
  changes: readonly Change[],
  sentinel?: Sentinel,
): Promise<Result<undefined, KeepFailure>> {
  if (changes.length === 0 && sentinel === undefined) return success(undefined);
  try {
    await write(database, changes, sentinel);
    return success(undefined);
  } catch (first) {
    const reason = reasonOf(first);
    if (reason === 'full') return failure(reason);
    // A connection that a full disk broke may say anything, and says it until it is opened anew.
    if (reason === 'other') letReopen(database);
  }
  try {
    await database.open();
    await write(database, changes, sentinel);
    return success(undefined);
  } catch (second) {
    letReopen(database);
    return failure(reasonOf(second));
  }
}

/** Where an entry of the journal lies: the id of the journal, and the entry's number. */
export interface Written {
  readonly id: string;
  readonly seq: number;
}

/** The journal in main: the first copy of everything. */
export interface Journal {
  /** Writes changes. A success means that they are on the disk. */
  append(changes: readonly Change[]): Promise<Result<Written, KeepFailure>>;
  /** Says that an entry does not hold after all. */
  void(seq: number): Promise<unknown>;
}

/** The sentinel of a database that has taken in an entry. */
export const sentinelOf = ({ id, seq }: Written): Sentinel => ({ id: SENTINEL, journal: id, seq });

/**
 * Keeps changes in the journal first, then in the database. What the database cannot take the journal does not keep.
 * `guard` keeps a window that starts from comparing the two while one has more than the other.
 */
export function twofoldKeeper(journal: Journal, database: Database, guard: CopiesGuard = NO_GUARD): Keeper {
  async function write(changes: readonly Change[]): Promise<Result<undefined, KeepFailure>> {
    const entry = await journal.append(changes);
    if (!entry.ok) return entry;
    const outcome = await writeToDatabase(database, changes, sentinelOf(entry.value));
    if (!outcome.ok) await journal.void(entry.value.seq);
    return outcome;
  }
  return {
    keep: (changes) =>
      changes.length === 0 ? Promise.resolve(success(undefined)) : guard.writing(() => write(changes)),
  };
}

/** Keeps changes in the database alone: for tests of what stands on a keeper. */
export const databaseKeeper = (database: Database): Keeper => ({
  keep: (changes) => writeToDatabase(database, changes),
});
