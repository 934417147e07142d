import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codePointSpan } from '#core/support/offset';
import { CorrectionStore } from '../../../renderer/storage/correction-store';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { correction } from '../../support/corrections';
import { NO_PEERS } from '../../support/peers';

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

/** The corrections of a database, read, and the ledger through which they change. */
async function opened(target: Database, through: Keeper = databaseKeeper(target)) {
  const ledger = new Ledger(target, through, clock, NO_PEERS);
  const store = new CorrectionStore(target, ledger, clock);
  await store.load();
  return { ledger, store };
}

/** Makes one correction in a database. */
async function corrected(target: Database) {
  const { ledger, store } = await opened(target);
  const made = correction('全局', '全局');
  return { ledger, store, made, keptBy: await store.change('correct', () => [{ kind: 'add', made }]) };
}

describe('the second step of the schema', () => {
  it('takes over everything from its first version, which had no corrections', async () => {
    const name = `first-${Math.random()}`;
    const first = new Dexie(name);
    first.version(1).stores({ texts: 'id', annotations: 'id, textId, modified', positions: 'textId', settings: 'key' });
    const records = {
      texts: { id: 't', title: '題', canonical: '甲乙' },
      annotations: { id: 'a', textId: 't', target: codePointSpan(0, 2), note: '記', modified: 5, rev: 2 },
      positions: { textId: 't', offset: 1, modified: 2, rev: 3 },
      settings: { key: 'interface', value: { script: 'taiwan' } },
    };
    for (const [table, record] of Object.entries(records)) await first.table(table).put(record);
    first.close();
    const second = declareDatabase(name);
    expect(await openDatabase(second)).toBeUndefined();
    for (const [table, record] of Object.entries(records))
      expect(await second.table(table).toArray()).toEqual([record]);
    expect(await second.annotations.where('textId').equals('t').count()).toBe(1);
    const { made, keptBy } = await corrected(second);
    expect(keptBy).toMatchObject({ ok: true });
    expect(await second.corrections.toArray()).toEqual([made]);
    second.close();
  });
});

describe('the store of corrections', () => {
  it('keeps changes, takes them back, and does them again', async () => {
    const { ledger, store, made } = await corrected(database);
    expect(store.current()).toEqual([made]);
    const listener = vi.fn();
    store.subscribe(listener);
    await ledger.undo();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.current()).toEqual([]);
    expect(await database.corrections.toArray()).toMatchObject([
      { right: '全局', rev: 2, deleted: store.find(made.id)?.deleted },
    ]);
    await ledger.redo();
    expect(store.current()).toMatchObject([{ right: '全局', rev: 3 }]);
    const { store: again } = await opened(database);
    expect(again.current()).toEqual(store.current());
  });

  it('shows nothing of what could not be kept, and says why', async () => {
    const { store } = await opened(database, { keep: () => Promise.resolve({ ok: false, reason: 'full' }) });
    const outcome = await store.change('correct', () => [{ kind: 'add', made: correction('甲', '乙') }]);
    expect(outcome).toEqual({ ok: false, reason: 'full' });
    expect(store.current()).toEqual([]);
    expect(await store.change('correct', () => [{ kind: 'edit', id: 'none', edit: { kind: 'delete' } }])).toEqual({
      ok: false,
      reason: 'gone',
    });
  });

  it('plans each change on what the one before has left', async () => {
    const { store, made } = await corrected(database);
    const append = (sign: string) =>
      store.change('correct', (live) =>
        live.map(({ id, right }) => ({ kind: 'edit', id, edit: { kind: 'change', to: { right: right + sign } } })),
      );
    await Promise.all([append('一'), append('二'), append('三')]);
    expect(store.find(made.id)).toMatchObject({ right: '全局一二三', rev: 4 });
  });

  it('keeps thousands of entries, all of them or none', async () => {
    const { store } = await opened(database, keeper);
    const many = Array.from({ length: 5_000 }, (_, index) => correction(`詞${index}`, '词'));
    await store.change('correct', () => many.map((made) => ({ kind: 'add', made })));
    expect(await database.corrections.count()).toBe(5_000);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(
      await store.change('correct', (live) => live.map(({ id }) => ({ kind: 'edit', id, edit: { kind: 'delete' } }))),
    ).toEqual({ ok: false, reason: 'full' });
    expect(store.current()).toHaveLength(5_000);
  });
});
