import { isLongTable, KEPT_TABLES, keyOf, type Change, type Edition, type KeptTable } from '#core/kept/change';
import type { Text } from '#core/text/text';
import type { Database } from './database';

const SHORT_TABLES = KEPT_TABLES.filter((table) => !isLongTable(table));

/** All records of some tables, as they lie in the database at one moment. */
export function recordsIn(database: Database, tables: readonly KeptTable[] = KEPT_TABLES): Promise<Change[]> {
  return database.transaction('r', [...tables], async () => {
    const read = await Promise.all(tables.map((table) => database.table<Change['record']>(table).toArray()));
    // Each table holds records of its own kind.
    return tables.flatMap((table, index) => (read[index] ?? []).map((record) => ({ table, record }) as Change));
  });
}

/** Everything in the database; stand-ins for long records, which are not read. */
export async function everythingIn(database: Database): Promise<Change[]> {
  const [texts, editions, short] = await Promise.all([
    database.texts.orderBy('[id+sourceHash]').keys(),
    database.editions.toCollection().primaryKeys(),
    recordsIn(database, SHORT_TABLES),
  ]);
  return [
    // Keys of the compound index are pairs of strings; Dexie types them as any key.
    ...(texts as unknown as [string, string][]).map(([id, sourceHash]): Change => ({
      table: 'texts',
      record: { id, sourceHash } as Text,
    })),
    ...editions.map(([textId, hash]): Change => ({ table: 'editions', record: { textId, hash } as Edition })),
    ...short,
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
