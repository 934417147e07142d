import step1 from '../fixtures/profile-of-step-1.json';
import step2 from '../fixtures/profile-of-step-2.json';
import step3 from '../fixtures/profile-of-step-3.json';
import step4 from '../fixtures/profile-of-step-4.json';

/** One table of a database as IndexedDB has it. */
interface RawStore {
  readonly keyPath: string | string[];
  /** Indexes by name. */
  readonly indexes: Readonly<Record<string, string | string[]>>;
}

/** A database as some version of the program left it. */
export interface OldProfile {
  /** The number of the schema's step. */
  readonly step: number;
  /** The version of the database as IndexedDB counts it: Dexie multiplies by ten. */
  readonly version: number;
  readonly stores: Readonly<Record<string, RawStore>>;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

const plain = (keyPath: string): RawStore => ({ keyPath, indexes: {} });
const annotations: RawStore = { keyPath: 'id', indexes: { textId: 'textId', modified: 'modified' } };

/**
 * What every released step of the schema left on the disk, declared here a second time on purpose: what was written is
 * written, whatever becomes of the program. A profile, once here, is never edited.
 */
export const OLD_PROFILES: readonly OldProfile[] = [
  {
    step: 1,
    version: 10,
    stores: { texts: plain('id'), annotations, positions: plain('textId'), settings: plain('key') },
    tables: step1,
  },
  {
    step: 2,
    version: 20,
    stores: {
      texts: plain('id'),
      annotations,
      positions: plain('textId'),
      settings: plain('key'),
      corrections: plain('id'),
    },
    tables: step2,
  },
  {
    step: 3,
    version: 30,
    stores: {
      texts: { keyPath: 'id', indexes: { '[id+sourceHash]': ['id', 'sourceHash'] } },
      annotations,
      positions: plain('textId'),
      settings: plain('key'),
      corrections: plain('id'),
      bookmarks: { keyPath: 'id', indexes: { textId: 'textId' } },
      editions: { keyPath: ['textId', 'hash'], indexes: { textId: 'textId' } },
    },
    tables: step3,
  },
  {
    step: 4,
    version: 40,
    stores: {
      texts: { keyPath: 'id', indexes: { '[id+sourceHash]': ['id', 'sourceHash'] } },
      annotations,
      positions: plain('textId'),
      settings: plain('key'),
      corrections: plain('id'),
      bookmarks: { keyPath: 'id', indexes: { textId: 'textId' } },
      editions: { keyPath: ['textId', 'hash'], indexes: { textId: 'textId' } },
      sentinels: plain('id'),
    },
    tables: step4,
  },
];

/**
 * Writes a profile's database in the place of what is there; resolves when it is on the disk. It needs nothing but
 * IndexedDB, so that it can run in a page too.
 */
export async function writeProfile({ name, profile }: { name: string; profile: OldProfile }): Promise<void> {
  const finished = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('the database does not open'));
      };
    });
  await finished(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, profile.version);
  opening.onupgradeneeded = () => {
    for (const [table, { keyPath, indexes }] of Object.entries(profile.stores)) {
      const store = opening.result.createObjectStore(table, { keyPath });
      for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
    }
  };
  const database = await finished(opening);
  await new Promise<void>((resolve, reject) => {
    const writing = database.transaction(Object.keys(profile.tables), 'readwrite', { durability: 'strict' });
    writing.oncomplete = () => {
      resolve();
    };
    writing.onabort = () => {
      reject(new Error('the profile was not written'));
    };
    for (const [table, records] of Object.entries(profile.tables)) {
      for (const record of records) writing.objectStore(table).put(record);
    }
  });
  database.close();
}

/** The version of a database and all its records, by table, in the order of their keys. It too can run in a page. */
export async function readProfile(name: string): Promise<{ version: number; tables: Record<string, unknown[]> }> {
  const finished = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('the database cannot be read'));
      };
    });
  const database = await finished(indexedDB.open(name));
  const tables: Record<string, unknown[]> = {};
  for (const table of database.objectStoreNames) {
    tables[table] = await finished(database.transaction(table).objectStore(table).getAll() as IDBRequest<unknown[]>);
  }
  const { version } = database;
  database.close();
  return { version, tables };
}
