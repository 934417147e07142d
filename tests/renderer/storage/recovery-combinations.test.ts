import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newAnnotation, type Annotation } from '#core/annotation/annotation';
import type { Setting } from '#core/kept/change';
import type { Bridge } from '../../../renderer/platform/bridge';
import { declareDatabase, type Database } from '../../../renderer/storage/database';
import { journalOver } from '../../../renderer/storage/journal';
import { twofoldKeeper } from '../../../renderer/storage/keeper';
import { recover, type StartFinding } from '../../../renderer/storage/recovery';
import { JournalFolder } from '../../support/journal-folder';
import { bridgeTo } from '../../support/mortal-page';
import { partsOfMark } from '../../support/new-mark';
import { fileError } from '../../support/unsynced-files';

let folder: JournalFolder;
let database: Database;
/** The one file of the journal. */
let name: string;

const note = (words: string, rev: number): Annotation => ({
  ...newAnnotation({ ...partsOfMark('m'), created: 1 }),
  ...{ note: words, rev, modified: rev },
});

/** Keeps a mark in three states, the later the newer, and a setting between. */
async function keepSome(bridge: Bridge): Promise<void> {
  const keeper = twofoldKeeper(journalOver(bridge), database);
  for (const change of [
    { table: 'annotations', record: note('first', 1) },
    { table: 'annotations', record: note('second', 2) },
    { table: 'settings', record: { key: 'theme', value: 'dark' } },
    { table: 'annotations', record: note('third', 3) },
  ] as const) {
    expect((await keeper.keep([change])).ok).toBe(true);
  }
}

beforeEach(async () => {
  folder = new JournalFolder();
  database = declareDatabase(`combinations-${Math.random()}`);
  await database.open();
  const bridge = bridgeTo(folder.open());
  await recover({ bridge, database, journal: journalOver(bridge) });
  await keepSome(bridge);
  [name = ''] = await folder.files.list();
});
afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

/** What may be the matter with the database. */
const DATABASES = {
  ok: () => Promise.resolve(),
  failed: () => {
    vi.spyOn(database, 'transaction').mockRejectedValue(new Error('UnknownError'));
    return Promise.resolve();
  },
  /** As it was before the last two changes. */
  older: async () => {
    const sentinel = await database.sentinels.get('journal');
    await database.settings.clear();
    await database.annotations.put(note('second', 2));
    if (sentinel?.id === 'journal') await database.sentinels.put({ ...sentinel, seq: sentinel.seq - 2 });
  },
  /** With something that the journal has lost. */
  newer: async () => {
    await database.annotations.put(note('fourth', 4));
  },
} as const;

/** What may be the matter with the journal. */
const JOURNALS = {
  ok: () => undefined,
  failed: () => {
    folder.files.list = () => Promise.reject(fileError('EACCES'));
  },
  /** Without its last entry. */
  older: () => {
    const bytes = folder.files.bytes(name);
    folder.files.put(name, bytes.subarray(0, bytes.lastIndexOf('zhupi1 ')));
  },
  /** Of a later version of the program. */
  newer: () => {
    folder.files.put(name, Buffer.from(folder.files.bytes(name).toString().replaceAll('zhupi1 ', 'zhupi2 ')));
  },
} as const;

const start = (bridge = bridgeTo(folder.open())): Promise<StartFinding> =>
  recover({ bridge, database, journal: journalOver(bridge) });

interface Held {
  readonly notes: readonly string[];
  readonly settings: readonly Setting[];
}

async function held(): Promise<Held> {
  return {
    notes: (await database.annotations.toArray()).map((mark) => mark.note),
    settings: await database.settings.toArray(),
  };
}

const bytes = (): string => folder.files.bytes(name).toString();

type DatabaseState = keyof typeof DATABASES;
type JournalState = keyof typeof JOURNALS;

const SOUND = { failed: undefined, damaged: [], isJournalNew: false };
const dark: Setting = { key: 'theme', value: 'dark' };

describe('a start', () => {
  it.each<[DatabaseState, JournalState, object | undefined, string]>([
    ['ok', 'ok', undefined, 'third'],
    ['ok', 'older', { ...SOUND, copied: 1, restored: new Map() }, 'third'],
    [
      'older',
      'ok',
      {
        ...SOUND,
        copied: 0,
        restored: new Map([
          ['annotations', 1],
          ['settings', 1],
        ]),
      },
      'third',
    ],
    ['older', 'older', { ...SOUND, copied: 0, restored: new Map([['settings', 1]]) }, 'second'],
    ['newer', 'ok', { ...SOUND, copied: 1, restored: new Map() }, 'fourth'],
    ['newer', 'older', { ...SOUND, copied: 1, restored: new Map() }, 'fourth'],
  ])('with a database that is %s and a journal that is %s has the newer state of each in both', async (...row) => {
    const [here, there, wanted, words] = row;
    await DATABASES[here]();
    JOURNALS[there]();
    const found = await start();
    if (wanted === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(wanted);
    expect(await held()).toEqual({ notes: [words], settings: [dark] });
    // The other copy has all of it too.
    await database.annotations.clear();
    await database.settings.clear();
    await start();
    expect(await held()).toEqual({ notes: [words], settings: [dark] });
  });

  it.each<[DatabaseState]>([['ok'], ['older'], ['newer']])(
    'with a database that is %s and a journal that cannot be read goes on with what the database has',
    async (here) => {
      await DATABASES[here]();
      const before = await held();
      const bridge = bridgeTo(folder.open());
      JOURNALS.failed();
      expect(await start(bridge)).toBe('unreadable');
      expect(await held()).toEqual(before);
    },
  );

  it('takes a main that does not answer for a journal that cannot be read', async () => {
    const silent = { ...bridgeTo(folder.open()), request: () => Promise.reject(new Error('no handler')) };
    expect(await start(silent)).toBe('unreadable');
  });

  it.each<[DatabaseState]>([['ok'], ['failed'], ['older'], ['newer']])(
    'with a database that is %s and a journal of a newer version refuses, and changes neither',
    async (here) => {
      await DATABASES[here]();
      JOURNALS.newer();
      const before = bytes();
      expect(await start()).toBe('newer');
      expect(bytes()).toBe(before);
    },
  );

  it.each<[JournalState]>([['ok'], ['failed'], ['older']])(
    'with a database that cannot be read and a journal that is %s fails, and changes neither',
    async (there) => {
      await DATABASES.failed();
      const before = bytes();
      JOURNALS[there]();
      const harmed = bytes();
      await expect(start()).rejects.toThrow('UnknownError');
      expect(bytes()).toBe(there === 'older' ? harmed : before);
      // Once it can be read again everything is there, on the very same connection or another.
      vi.restoreAllMocks();
      if (there === 'failed') return;
      await start();
      expect(await held()).toEqual({ notes: ['third'], settings: [dark] });
    },
  );

  it.each(['transaction', 'sentinel'] as const)('tries once more where reading fails (%s)', async (what) => {
    await DATABASES.older();
    if (what === 'transaction') vi.spyOn(database, 'transaction').mockRejectedValueOnce(new Error('lost'));
    else vi.spyOn(database.sentinels, 'get').mockRejectedValueOnce(new Error('lost'));
    expect(await start()).toMatchObject({
      copied: 0,
      restored: new Map([
        ['annotations', 1],
        ['settings', 1],
      ]),
    });
    expect(await held()).toEqual({ notes: ['third'], settings: [dark] });
  });
});
