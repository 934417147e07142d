import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';
import { BookmarkStore } from '../../../renderer/storage/bookmark-store';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { databaseKeeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { NO_PEERS } from '../../support/peers';

const text: Text = {
  id: 't',
  title: 't',
  sourceHash: 'h',
  script: 'hant',
  derivation: 1,
  canonical: '學而時習之，不亦說乎？',
  blocks: [{ kind: 'paragraph', span: codePointSpan(0, 11) }],
  glosses: [],
  repairs: [],
  suspects: [],
};

let database: Database;
let ledger: Ledger;
let store: BookmarkStore;
let time = 100;

beforeEach(async () => {
  database = declareDatabase(`test-${Math.random()}`);
  expect(await openDatabase(database)).toBeUndefined();
  const clock = (): number => ++time;
  ledger = new Ledger(database, databaseKeeper(database), clock, NO_PEERS);
  store = new BookmarkStore(database, ledger, clock);
});
afterEach(() => {
  database.close();
});

const names = async (): Promise<string[]> => (await store.ofText('t')).map(({ name, offset }) => `${offset} ${name}`);

describe('the store of bookmarks', () => {
  it('keeps them in the order of the text, and takes every change back', async () => {
    const later = store.add(text, 6);
    const earlier = store.add(text, 0);
    expect((await later.kept).ok && (await earlier.kept).ok).toBe(true);
    expect(await names()).toEqual(['0 ', '6 ']);
    await store.edit(later.made.id, { kind: 'rename-bookmark', name: '不亦' });
    await store.edit(earlier.made.id, { kind: 'delete-bookmark' });
    expect(await names()).toEqual(['6 不亦']);
    expect((await ledger.undo())?.step.kind).toBe('delete-bookmark');
    expect(await names()).toEqual(['0 ', '6 不亦']);
    await ledger.undo();
    expect(await names()).toEqual(['0 ', '6 ']);
    await ledger.undo();
    expect(await names()).toEqual(['6 ']);
    await ledger.redo();
    await ledger.redo();
    expect(await names()).toEqual(['0 ', '6 不亦']);
  });

  it('says when a bookmark is gone', async () => {
    expect(await store.edit('nowhere', { kind: 'delete-bookmark' })).toEqual({ ok: false, reason: 'gone' });
  });
});
