import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase, SCHEMA_VERSION, type Database } from '../../../renderer/storage/database';
import { FlushList } from '../../../renderer/storage/flush-list';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { LiveSettings } from '../../../renderer/storage/live-settings';
import { SettingsStore } from '../../../renderer/storage/settings-store';
import { TextStore } from '../../../renderer/storage/text-store';
import { NO_PEERS } from '../../support/peers';
import { partsOfMark } from '../../support/new-mark';

let database: Database;
let keeper: Keeper;
let time = 100;
const clock = (): number => ++time;

beforeEach(async () => {
  database = declareDatabase(`test-${Math.random()}`);
  expect(await openDatabase(database)).toBeUndefined();
  keeper = databaseKeeper(database);
});
afterEach(() => {
  database.close();
});

const setting = { table: 'settings' as const, record: { key: 'k', value: 1 } };

describe('the database', () => {
  it('is frozen in its versions as they were released', () => {
    expect(SCHEMA_VERSION).toBe(4);
    const schema = database.tables.map(({ name, schema: { primKey, indexes } }) => [
      name,
      primKey.src,
      ...indexes.map(({ src }) => src),
    ]);
    expect(schema.sort()).toEqual([
      ['annotations', 'id', 'textId', 'modified'],
      ['bookmarks', 'id', 'textId'],
      ['corrections', 'id'],
      ['editions', '[textId+hash]', 'textId'],
      ['positions', 'textId'],
      ['sentinels', 'id'],
      ['settings', 'key'],
      ['texts', 'id', '[id+sourceHash]'],
    ]);
  });

  it('is not opened where a newer version has written it, and is left as it is', async () => {
    const { name } = database;
    database.close();
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name, 9000);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    expect(await openDatabase(declareDatabase(name))).toBe('newer');
  });
});

describe('keeping', () => {
  it('asks for strict durability in every write, so that a success means that it is on the disk', async () => {
    // Dexie takes hold of the function when it opens, so the spy has to be there before.
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const watched = declareDatabase(`watched-${Math.random()}`);
    await openDatabase(watched);
    expect(await databaseKeeper(watched).keep([setting])).toMatchObject({ ok: true });
    watched.close();
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  it('keeps all changes or none', async () => {
    const broken = { table: 'settings' as const, record: { key: 'f', value: () => 1 } };
    expect(await keeper.keep([setting, broken])).toEqual({ ok: false, reason: 'other' });
    expect(await database.settings.count()).toBe(0);
  });

  it('opens a connection again that was closed under it, and keeps the change', async () => {
    database.close({ disableAutoOpen: true });
    expect(await keeper.keep([setting])).toEqual({ ok: true, value: undefined });
    expect(await database.settings.get('k')).toEqual(setting.record);
  });

  it('is tried again, and read, once a database can be opened that could not', async () => {
    await keeper.keep([setting]);
    database.close({ disableAutoOpen: true });
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no room for the backing store', 'UnknownError');
    });
    expect(await keeper.keep([{ ...setting, record: { key: 'k', value: 2 } }])).toMatchObject({ ok: false });
    open.mockRestore();
    expect(await database.settings.get('k')).toEqual(setting.record);
    expect(await keeper.keep([{ ...setting, record: { key: 'k', value: 2 } }])).toMatchObject({ ok: true });
  });

  it('says that the disk is full', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await keeper.keep([setting])).toEqual({ ok: false, reason: 'full' });
  });
});

describe('the store of marks', () => {
  it('makes, changes, deletes and brings back, one revision after the other', async () => {
    const store = new AnnotationStore(database, new Ledger(database, keeper, clock, NO_PEERS), clock);
    const { made, kept } = store.add(partsOfMark('a'));
    expect(await kept).toEqual({ ok: true, value: made });
    await Promise.all([
      store.edit('a', { kind: 'note', note: '一' }),
      store.edit('a', { kind: 'recolour', colour: 'blue' }),
      store.edit('a', { kind: 'note', note: '二' }),
    ]);
    expect(store.marksOf('t')).toMatchObject([{ note: '二', colour: 'blue', rev: 4 }]);
    await store.edit('a', { kind: 'delete' });
    expect(store.marksOf('t')).toEqual([]);
    await store.edit('a', { kind: 'restore' });
    expect(store.marksOf('t')).toMatchObject([{ note: '二', rev: 6 }]);
    expect(await store.edit('none', { kind: 'delete' })).toEqual({ ok: false, reason: 'gone' });
  });

  it('keeps with a later edit, or before closing, what the first try could not', async () => {
    let isFull = true;
    const moody: Keeper = {
      keep: (changes) => (isFull ? Promise.resolve({ ok: false, reason: 'full' }) : keeper.keep(changes)),
    };
    const ledger = new Ledger(database, moody, clock, NO_PEERS);
    const store = new AnnotationStore(database, ledger, clock);
    expect(await store.add(partsOfMark('a')).kept).toEqual({ ok: false, reason: 'full' });
    expect(await store.add(partsOfMark('b')).kept).toMatchObject({ ok: false });
    expect(await ledger.settled()).toBe(false);
    isFull = false;
    expect(await store.edit('a', { kind: 'note', note: '記' })).toMatchObject({
      ok: true,
      value: { note: '記', rev: 2 },
    });
    expect(await ledger.settled()).toBe(true);
    expect(
      store
        .marksOf('t')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b']);
  });
});

describe('settings', () => {
  it('start with what a first start shows, and come back as they were left', async () => {
    const store = new SettingsStore(database, keeper);
    const settings = await LiveSettings.open(store);
    expect(settings.current()).toMatchObject({
      script: 'original',
      glosses: true,
      repairs: true,
      variants: false,
      theme: 'system',
    });
    settings.change({ script: 'taiwan', theme: 'dark' });
    expect(settings.current().script).toBe('taiwan');
    expect(await settings.settled()).toBe(true);
    expect((await LiveSettings.open(store)).current()).toMatchObject({ script: 'taiwan', theme: 'dark' });
  });

  it('fall back one by one where what was kept makes no sense', async () => {
    const store = new SettingsStore(database, keeper);
    await store.put('interface', { script: 'klingon', theme: 'dark', glosses: 'yes' });
    expect((await LiveSettings.open(store)).current()).toMatchObject({
      script: 'original',
      theme: 'dark',
      glosses: true,
    });
    await store.put('interface', 'nonsense');
    expect((await LiveSettings.open(store)).current().script).toBe('original');
  });

  it('say so when they cannot be kept', async () => {
    const settings = await LiveSettings.open(
      new SettingsStore(database, { keep: () => Promise.resolve({ ok: false, reason: 'full' }) }),
    );
    const failed = vi.fn();
    settings.onFailure(failed);
    settings.change({ theme: 'dark' });
    expect(await settings.settled()).toBe(false);
    expect(failed).toHaveBeenCalledTimes(1);
  });
});

describe('reading positions', () => {
  it('are kept with a revision', async () => {
    const store = new TextStore(database, keeper, clock);
    await store.putPosition('t', 'h', { offset: 5, percent: 3 });
    await store.putPosition('t', 'h', { offset: 9, percent: 7 });
    expect(await store.position('t')).toMatchObject({ offset: 9, percent: 7, rev: 2 });
  });

  it('tell how much of each text was read, of those of which it was ever kept', async () => {
    const store = new TextStore(database, keeper, clock);
    await database.positions.put({ textId: 'old', offset: 5, modified: 1, rev: 1 });
    await store.putPosition('t', 'h', { offset: 9, percent: 0 });
    await store.putPosition('u', 'h', { offset: 9, percent: 100 });
    expect([...(await store.sharesRead())]).toEqual([
      ['t', 0],
      ['u', 100],
    ]);
    await store.putPosition('old', 'h', { offset: 6, percent: 12 });
    expect((await store.sharesRead()).get('old')).toBe(12);
  });

  it('of an edition that another has replaced are left', async () => {
    const store = new TextStore(database, keeper, clock);
    const text = { title: '', script: 'hant' as const, derivation: 1, canonical: '', blocks: [] };
    await database.texts.put({ ...text, id: 't', sourceHash: 'new', glosses: [], repairs: [], suspects: [] });
    await store.putPosition('t', 'new', { offset: 5, percent: 3 });
    expect(await store.putPosition('t', 'old', { offset: 9, percent: 7 })).toMatchObject({ ok: true });
    expect(await store.position('t')).toMatchObject({ offset: 5, percent: 3, rev: 1 });
  });
});

describe('flushing', () => {
  it('is all kept only if every part is, and a part that throws is not', async () => {
    const list = new FlushList();
    const forget = list.add(() => Promise.resolve(true));
    expect(await list.all()).toBe(true);
    const forgetFailing = list.add(() => Promise.reject(new Error('no')));
    expect(await list.all()).toBe(false);
    forgetFailing();
    forget();
    expect(await list.all()).toBe(true);
  });
});
