import type { Change } from '#core/kept/change';
import { failure, success, type Result } from '#core/support/result';
import type { Database } from './database';

/** Why a change was not kept. */
export type KeepFailure = 'full' | 'closed' | 'other';

/**
 * The one seam through which everything is kept. A success means that the changes, all of them or none, are on the
 * disk; until then nothing may be called saved. A journal stands before the database here when it comes.
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

async function write(database: Database, changes: readonly Change[]): Promise<void> {
  const tables = [...new Set(changes.map(({ table }) => database.table(table)))];
  await database.transaction('rw', tables, async () => {
    for (const { table, records } of runsOf(changes)) await database.table(table).bulkPut(records);
  });
}

/** Keeps changes in the database. A connection that the browser closed, as on a full disk, is opened again once. */
export function databaseKeeper(database: Database): Keeper {
  return {
    keep: async (changes) => {
      try {
        await write(database, changes);
        return success(undefined);
      } catch (first) {
        if (reasonOf(first) !== 'closed') return failure(reasonOf(first));
      }
      try {
        await database.open();
        await write(database, changes);
        return success(undefined);
      } catch (second) {
        return failure(reasonOf(second));
      }
    },
  };
}
