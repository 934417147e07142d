import { KEPT_TABLES, keyOf, type Change, type KeptTable } from '#core/kept/change';
import type { Database } from './database';

/** Tables whose records are long: they are told apart by their keys and their sources, and read one by one. */
export type LongTable = 'texts' | 'editions';

/** True for a table whose records are long. */
export const isLong = (table: KeptTable): table is LongTable => table === 'texts' || table === 'editions';

const SHORT_TABLES = KEPT_TABLES.filter((table): table is Exclude<KeptTable, LongTable> => !isLong(table));

/** The key of an edition, as `keyOf` makes it, taken apart: its hash and the id of its text. */
function splitOnce(key: string): [string, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** What stands for a long record: only its key and what tells its states apart are asked of it. */
export function standIn(table: LongTable, key: string, state: string): Change {
  const [hash = '', textId = ''] = table === 'editions' ? splitOnce(key) : [];
  const record = table === 'texts' ? { id: key, sourceHash: state } : { hash, textId };
  // The record itself takes its place before anything is written.
  return { table, record } as Change;
}

/** Everything in the database; stand-ins for long records. */
export async function everythingIn(database: Database): Promise<Change[]> {
  const [texts, editions, ...short] = await Promise.all([
    database.texts.orderBy('[id+sourceHash]').keys(),
    database.editions.toCollection().primaryKeys(),
    ...SHORT_TABLES.map((table) => database.table<Change['record']>(table).toArray()),
  ]);
  return [
    // Keys of the compound index are pairs of strings; Dexie types them as any key.
    ...(texts as unknown as [string, string][]).map(([id, source]) => standIn('texts', id, source)),
    ...editions.map(([textId, hash]) => standIn('editions', `${hash} ${textId}`, '')),
    ...SHORT_TABLES.flatMap((table, index) =>
      // Each table holds records of its own kind.
      (short[index] ?? []).map((record) => ({ table, record }) as Change),
    ),
  ];
}

/** The record that a stand-in stands for; none where it is not there any more. */
export async function wholeIn(database: Database, change: Change): Promise<Change[]> {
  const record =
    change.table === 'editions'
      ? await database.editions.get([change.record.textId, change.record.hash])
      : await database.table<Change['record'], string>(change.table).get(keyOf(change));
  // The table has records of its own kind.
  return record === undefined ? [] : [{ table: change.table, record } as Change];
}
