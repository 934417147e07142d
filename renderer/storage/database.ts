import { Dexie, type Table } from 'dexie';
import type { Annotation } from '#core/annotation/annotation';
import type { Bookmark } from '#core/bookmark/bookmark';
import type { Correction } from '#core/correction/correction';
import type { Edition, ReadingPosition, Setting } from '#core/kept/change';
import type { Text } from '#core/text/text';

/** How far the database has come with the journal, written with each change: a lost database, or an older one, shows. */
export interface Sentinel {
  readonly id: typeof SENTINEL;
  /** The id of the journal. */
  readonly journal: string;
  /** Number of the last entry that the database has taken in. */
  readonly seq: number;
}

/** Damaged records of the journal that the person was told of, by file and line. */
export interface ToldDamage {
  readonly id: typeof TOLD_DAMAGE;
  readonly lines: readonly string[];
}

/** The keys of the two. */
export const SENTINEL = 'journal';
export const TOLD_DAMAGE = 'told-damage';

/** The database of a profile. IndexedDB is an index of what is kept; all writes go through a Keeper. */
export type Database = Dexie & {
  readonly texts: Table<Text, string>;
  readonly annotations: Table<Annotation, string>;
  readonly positions: Table<ReadingPosition, string>;
  readonly settings: Table<Setting, string>;
  readonly corrections: Table<Correction, string>;
  readonly bookmarks: Table<Bookmark, string>;
  readonly editions: Table<Edition, [textId: string, hash: string]>;
  readonly sentinels: Table<Sentinel | ToldDamage, string>;
};

/**
 * The schema's history. A step is never edited once released: a new one is added, with its own migration and a test
 * that opens the step before it.
 */
const STEPS = [
  {
    version: 1,
    stores: { texts: 'id', annotations: 'id, textId, modified', positions: 'textId', settings: 'key' },
  },
  { version: 2, stores: { corrections: 'id' } },
  {
    version: 3,
    stores: {
      texts: 'id, [id+sourceHash]',
      bookmarks: 'id, textId',
      editions: '[textId+hash], textId',
    },
  },
  { version: 4, stores: { sentinels: 'id' } },
] as const;

/** The newest version of the schema that this program knows. */
export const SCHEMA_VERSION = 4;

/** Why a database cannot be used. */
export type OpenFailure = 'newer' | 'unavailable';

/** Declares the database. Every write waits for the disk: durability is strict. */
export function declareDatabase(name = 'zhupi'): Database {
  // Dexie adds the tables as properties when the schema is declared; its documented typing is this cast.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  for (const { version, stores } of STEPS) database.version(version).stores(stores);
  return database;
}

/** Opens the database, or says why it cannot be used. A database of a newer schema is left untouched. */
export async function openDatabase(database: Database): Promise<OpenFailure | undefined> {
  try {
    await database.open();
  } catch (error) {
    return error instanceof Error && error.name === 'VersionError' ? 'newer' : 'unavailable';
  }
  // Dexie opens a database of a newer schema too. It would take this program's tables out of it at the next step.
  if (Math.round(database.backendDB().version / 10) <= SCHEMA_VERSION) return undefined;
  database.close();
  return 'newer';
}

/**
 * Lets the next who asks open the database anew. A connection that a full disk broke, or that could not be opened, refuses
 * everything until then.
 */
export function letReopen(database: Database): void {
  database.close({ disableAutoOpen: false });
}

/** The sentinel of a database; undefined for one that has never kept anything. */
export async function sentinelIn(database: Database): Promise<Sentinel | undefined> {
  const found = await database.sentinels.get(SENTINEL);
  return found?.id === SENTINEL ? found : undefined;
}

/** The damaged records that the person was told of. */
export async function toldDamageIn(database: Database): Promise<readonly string[]> {
  const found = await database.sentinels.get(TOLD_DAMAGE);
  return found?.id === TOLD_DAMAGE ? found.lines : [];
}
