import { checkKept, type Findings, type JournalReport, type RawRecords } from '#core/kept/check';
import { KEPT_TABLES } from '#core/kept/change';
import type { Bridge } from '../platform/bridge';
import type { Database } from './database';
import type { FlushList } from './flush-list';

/** What checking everything needs. */
export interface CheckParts {
  readonly bridge: Bridge;
  readonly database: Database;
  readonly flush: FlushList;
}

async function readRecords(database: Database): Promise<RawRecords> {
  const tables = KEPT_TABLES.map(async (table) => [table, await database.table<unknown>(table).toArray()] as const);
  // Made from all tables of KEPT_TABLES.
  return Object.fromEntries(await Promise.all(tables)) as unknown as RawRecords;
}

async function checkOnce({ bridge, database, flush }: CheckParts): Promise<Findings> {
  await flush.all();
  const journal = bridge.request('journal.check').catch((): JournalReport | undefined => undefined);
  return checkKept(await readRecords(database), await journal);
}

/** Reads everything that is kept, from both copies, and checks it. Rejects where the database cannot be read. */
export async function checkNotes(parts: CheckParts): Promise<Findings> {
  const findings = await checkOnce(parts);
  // Something may have been written, here or in another window, after one copy was read and before the other was.
  return findings.differing.length > 0 && findings.journal !== undefined ? checkOnce(parts) : findings;
}
