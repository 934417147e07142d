import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, type Database } from '../../../renderer/storage/database';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { partsOfMark } from '../../support/new-mark';
import { NO_PEERS } from '../../support/peers';

let database: Database;
let ledger: Ledger;
let store: AnnotationStore;
let isFull = false;

beforeEach(async () => {
  isFull = false;
  database = declareDatabase(`annotations-${Math.random()}`);
  await database.open();
  const keeper: Keeper = {
    keep: (changes) =>
      isFull ? Promise.resolve({ ok: false, reason: 'full' }) : databaseKeeper(database).keep(changes),
  };
  let now = 0;
  ledger = new Ledger(database, keeper, () => (now += 60_000), NO_PEERS);
  store = new AnnotationStore(database, ledger, () => now);
  await store.add(partsOfMark('a')).kept;
});
afterEach(() => {
  database.close();
});

const isLive = (): boolean => store.marksOf('t').length === 1;

describe('undoing the deletion of a mark', () => {
  it('brings it back, though its card wrote the same words once more when it went away', async () => {
    // The field is left for the button, the button is pressed, and the card goes away while the first is under way.
    const note = { kind: 'note', note: '記' } as const;
    await Promise.all([store.edit('a', note), store.editAll(['a'], { kind: 'delete' }), store.edit('a', note)]);
    expect(isLive()).toBe(false);
    await ledger.undo();
    expect(isLive()).toBe(true);
    expect(store.find('a')?.note).toBe('記');
    await ledger.undo();
    expect(store.find('a')?.note).toBe('');
  });

  it('brings it back, though it was deleted twice', async () => {
    const twice = await Promise.all([1, 2].map(() => store.editAll(['a'], { kind: 'delete' })));
    expect(twice.map((outcome) => outcome.ok && outcome.value?.kind)).toEqual(['delete', undefined]);
    await ledger.undo();
    expect(isLive()).toBe(true);
  });
});

describe('words that are written once more', () => {
  it('are no new revision and no step, and are the mark as it is', async () => {
    const first = await store.edit('a', { kind: 'tags', tags: ['甲', '乙'] });
    expect(await store.edit('a', { kind: 'tags', tags: ['甲', '乙'] })).toEqual(first);
    expect((await store.edit('a', { kind: 'tags', tags: ['乙', '甲'] })).ok).toBe(true);
    expect(store.find('a')).toMatchObject({ rev: 3, tags: ['乙', '甲'] });
  });

  it('are written where they could not be kept before, and not called kept where they are not', async () => {
    isFull = true;
    const note = { kind: 'note', note: '記' } as const;
    expect((await store.edit('a', note)).ok).toBe(false);
    expect((await store.edit('a', note)).ok).toBe(false);
    expect((await database.annotations.get('a'))?.note).toBe('');
    isFull = false;
    expect((await store.edit('a', note)).ok).toBe(true);
    expect((await database.annotations.get('a'))?.note).toBe('記');
  });
});
