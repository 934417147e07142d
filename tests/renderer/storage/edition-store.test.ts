import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { targetAt } from '#core/anchor/describe';
import type { Annotation } from '#core/annotation/annotation';
import { newCorrection } from '#core/correction/correction';
import type { Text } from '#core/text/text';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { EditionStore } from '../../../renderer/storage/edition-store';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { spanOf, textOf } from '../../support/editions';
import { NO_PEERS } from '../../support/peers';

const ONE = '北京市發展人工智能產業，建設國際科技創新中心。';
const TWO = '第二天下雨，孩子們都留在家裡讀書寫字。';
const THREE = '河邊的老樹開花了，漁夫把船停在樹下等客人。';

let database: Database;
let time = 100;
const clock = (): number => ++time;
beforeEach(async () => {
  database = declareDatabase(`test-${Math.random()}`);
  expect(await openDatabase(database)).toBeUndefined();
});
afterEach(() => {
  database.close();
});

const placeOf = (text: Text, words: string) => ({
  textId: text.id,
  ...targetAt(text, spanOf(text, words)),
});

function storesOn(keeper: Keeper = databaseKeeper(database)) {
  const ledger = new Ledger(database, keeper, clock, NO_PEERS);
  return {
    ledger,
    marks: new AnnotationStore(database, ledger, clock),
    editions: new EditionStore(database, keeper, ledger, clock),
  };
}

/** Stores a text with marks on some of its words, each called by them. */
async function marked(text: Text, ...words: readonly string[]) {
  const stores = storesOn();
  await database.texts.put(text);
  for (const quote of words) {
    const made = stores.marks.add({ id: quote, ...placeOf(text, quote), colour: 'yellow', script: 'original' });
    expect(await made.kept).toMatchObject({ ok: true });
  }
  return stores;
}

const mark = async (id: string): Promise<Annotation> => {
  const found = await database.annotations.get(id);
  if (found === undefined) throw new Error(`lost: ${id}`);
  return found;
};

/** All that the database holds, less what every write changes. */
const content = async () => ({
  marks: (await database.annotations.toArray()).map(({ rev: _rev, modified: _modified, ...rest }) => rest),
  text: (await database.texts.get('t'))?.sourceHash,
  position: (await database.positions.get('t'))?.offset,
});

const FIRST = textOf('h1', ONE, TWO, THREE);
const CHANGED = textOf('h2', '報道', ONE.replace('創新', '創業'), `${THREE}後來，孩子們都走了。`);

describe('a text that comes again in a changed edition', () => {
  it('takes its marks along, and tells how they came out', async () => {
    const { editions } = await marked(FIRST, '人工智能', '科技創新', '孩子們都', '讀書寫字');
    expect(await editions.take(CHANGED)).toMatchObject({
      ok: true,
      value: { counts: { exact: 1, moved: 1, review: 1, orphan: 1 } },
    });
    const exact = await mark('人工智能');
    expect(exact).toMatchObject({ ...placeOf(CHANGED, '人工智能'), rev: 2 });
    expect(exact.health).toBeUndefined();
    expect(exact.history).toMatchObject([{ textHash: 'h1', target: spanOf(FIRST, '人工智能') }]);
    expect(await mark('科技創新')).toMatchObject({ ...placeOf(CHANGED, '科技創業'), health: { state: 'moved' } });
    expect(await mark('孩子們都')).toMatchObject({
      ...placeOf(FIRST, '孩子們都'),
      health: { state: 'review', textHash: 'h2', proposal: spanOf(CHANGED, '孩子們都') },
    });
    expect(await mark('讀書寫字')).toMatchObject({
      ...placeOf(FIRST, '讀書寫字'),
      health: { state: 'orphan', textHash: 'h2' },
    });
    expect((await database.editions.get(['t', 'h1']))?.text).toEqual(FIRST);
    expect((await database.texts.get('t'))?.canonical).toBe(CHANGED.canonical);
  });

  it('goes back in one step, with everything, and forward again', async () => {
    const { editions, ledger } = await marked(FIRST, '人工智能', '孩子們都');
    await database.positions.put({ textId: 't', offset: 30, modified: 1, rev: 1 });
    const before = await content();
    const heard: string[] = [];
    ledger.onEdition(({ textId }) => heard.push(textId));
    await editions.take(CHANGED);
    const after = await content();
    expect(after).not.toEqual(before);
    expect(await ledger.undo()).toMatchObject({ ok: true, step: { kind: 'edition' } });
    expect(await content()).toEqual(before);
    expect(await editions.get('t', 'h2')).toMatchObject({ isDeclined: true });
    expect(await ledger.redo()).toMatchObject({ ok: true });
    expect(await content()).toEqual(after);
    expect((await editions.get('t', 'h2'))?.isDeclined).toBeUndefined();
    expect(heard).toEqual(['t', 't', 't']);
  });

  it('is kept beside that of another text with the same content', async () => {
    const { editions, ledger } = await marked(FIRST, '人工智能');
    const other = { ...placeOf(FIRST, '人工智能'), id: 'o', textId: 'other' };
    await database.texts.put({ ...FIRST, id: 'other' });
    await storesOn().marks.add({ ...other, colour: 'red', script: 'original' }).kept;
    await editions.take(CHANGED);
    await ledger.undo();
    expect(await editions.get('other', 'h2')).toBeUndefined();
    await editions.take({ ...CHANGED, id: 'other' });
    expect(await editions.get('t', 'h2')).toMatchObject({ textId: 't', isDeclined: true, text: { id: 't' } });
    expect(await editions.get('other', 'h1')).toMatchObject({ textId: 'other', text: { id: 'other' } });
  });

  it('is kept whole or not at all', async () => {
    await marked(FIRST, '人工智能');
    const before = await content();
    const full = storesOn({ keep: () => Promise.resolve({ ok: false, reason: 'full' }) });
    expect(await full.editions.take(CHANGED)).toEqual({ ok: false, reason: 'full' });
    expect(await content()).toEqual(before);
    expect(await database.editions.count()).toBe(0);
  });

  it('takes along a mark that could not be kept yet', async () => {
    await database.texts.put(FIRST);
    let isFull = true;
    const kept = databaseKeeper(database);
    const { marks, editions } = storesOn({
      keep: (changes) => (isFull ? Promise.resolve({ ok: false, reason: 'full' }) : kept.keep(changes)),
    });
    await marks.add({ id: 'a', ...placeOf(FIRST, '人工智能'), colour: 'yellow', script: 'original' }).kept;
    isFull = false;
    expect(await editions.take(CHANGED)).toMatchObject({ ok: true, value: { counts: { exact: 1 } } });
    expect(await mark('a')).toMatchObject(placeOf(CHANGED, '人工智能'));
    expect(await editions.get('t', 'h1')).toBeDefined();
  });

  it('is stored as it is where none was before', async () => {
    const { editions, ledger } = storesOn();
    expect(await editions.take(FIRST)).toEqual({ ok: true, value: { counts: undefined, start: 0 } });
    expect(await database.texts.get('t')).toEqual(FIRST);
    expect(await ledger.undo()).toBeUndefined();
  });

  it('is exchanged once, however often it is asked for', async () => {
    const { editions, ledger } = await marked(FIRST, '孩子們都');
    const outcomes = await Promise.all([editions.take(CHANGED), editions.take(CHANGED)]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    await editions.take(CHANGED);
    expect((await mark('孩子們都')).rev).toBe(2);
    await ledger.undo();
    expect(await ledger.undo()).toMatchObject({ step: { kind: 'mark' } });
  });

  it('finds every place again when the old edition comes back', async () => {
    const { editions } = await marked(FIRST, '人工智能', '科技創新', '孩子們都', '讀書寫字');
    await editions.take(CHANGED);
    expect(await editions.take(FIRST)).toMatchObject({
      value: { counts: { exact: 4, moved: 0, review: 0, orphan: 0 } },
    });
    for (const words of ['人工智能', '科技創新', '孩子們都', '讀書寫字']) {
      expect(await mark(words)).toMatchObject(placeOf(FIRST, words));
      expect((await mark(words)).health).toBeUndefined();
    }
  });

  it('looks for what has no place in every later edition, from the one that it was made on', async () => {
    const { editions } = await marked(FIRST, '讀書寫字');
    const third = textOf('h3', TWO, CHANGED.canonical);
    await editions.take(CHANGED);
    expect(await mark('讀書寫字')).toMatchObject({ health: { state: 'orphan' } });
    expect(await editions.take(third)).toMatchObject({ value: { counts: { orphan: 0 } } });
    expect(await mark('讀書寫字')).toMatchObject(placeOf(third, '讀書寫字'));
  });

  it('keeps the word of a person who left a mark without a place', async () => {
    const { editions, marks } = await marked(FIRST, '讀書寫字');
    await editions.take(CHANGED);
    await marks.edit('讀書寫字', { kind: 'leave', textHash: 'h2' });
    await editions.take(textOf('h3', ONE, THREE));
    expect(await mark('讀書寫字')).toMatchObject({ health: { state: 'orphan', textHash: 'h3', isLeft: true } });
  });

  it('takes what is in the bin along, and leaves what is gone from it alone', async () => {
    const { editions, marks } = await marked(FIRST, '人工智能', '國際科技');
    await marks.edit('人工智能', { kind: 'delete' });
    await marks.edit('國際科技', { kind: 'delete' });
    await marks.edit('國際科技', { kind: 'purge' });
    const gone = await mark('國際科技');
    expect(await editions.take(CHANGED)).toMatchObject({ value: { counts: { exact: 0 } } });
    expect(await mark('人工智能')).toMatchObject(placeOf(CHANGED, '人工智能'));
    expect(await mark('國際科技')).toEqual(gone);
  });

  it('takes bookmarks, the reading position and corrections of one place along', async () => {
    const { editions } = await marked(FIRST);
    const { textId, textHash, target, quote } = placeOf(FIRST, '人工智能');
    const bookmark = {
      id: 'b',
      textId,
      textHash,
      offset: target.start,
      quote,
      name: '',
      created: 1,
      modified: 1,
      rev: 1,
    };
    await database.bookmarks.put(bookmark);
    const reach = { scope: 'occurrence' as const, textId, title: '題', textHash, target, quote };
    const correction = (id: string, at: Partial<typeof reach>) =>
      newCorrection(
        { reach: { ...reach, ...at }, source: '人工智能', right: 'AI', wrong: '', modes: ['taiwan'] },
        id,
        1,
      );
    await database.corrections.bulkPut([correction('c', {}), correction('lost', placeOf(FIRST, '讀書'))]);
    await database.positions.put({ textId: 't', offset: target.start, modified: 1, rev: 1 });
    await editions.take(CHANGED);
    const there = placeOf(CHANGED, '人工智能');
    expect(await database.bookmarks.get('b')).toMatchObject({
      textHash: 'h2',
      offset: there.target.start,
      quote: { exact: '人工智能產業' },
    });
    expect((await database.corrections.get('c'))?.reach).toMatchObject({ ...there });
    expect((await database.corrections.get('lost'))?.reach).toMatchObject({ textHash: 'h1' });
    expect(await database.positions.get('t')).toMatchObject({ offset: there.target.start, rev: 2 });
  });

  it('remembers no step where nothing stands on the text, and keeps the place of reading', async () => {
    const { editions, ledger } = await marked(FIRST);
    await database.positions.put({ textId: 't', offset: 4, modified: 1, rev: 1 });
    expect(await editions.take(CHANGED)).toEqual({ ok: true, value: { counts: undefined, start: 7 } });
    expect(await ledger.undo()).toBeUndefined();
    expect(await database.editions.count()).toBe(0);
  });
});

describe('what a person says of a place', () => {
  it('is one step each, and is undone', async () => {
    const { editions, marks, ledger } = await marked(FIRST, '科技創新', '讀書寫字');
    await editions.take(CHANGED);
    const before = await content();
    await marks.editAll(['科技創新'], { kind: 'accept' });
    expect((await mark('科技創新')).health).toBeUndefined();
    const { target, textHash, quote } = placeOf(CHANGED, '漁夫把船');
    await marks.edit('讀書寫字', { kind: 'retarget', to: { target, textHash, quote } });
    expect(await mark('讀書寫字')).toMatchObject({ target, textHash, history: [{ textHash: 'h1' }] });
    expect((await mark('讀書寫字')).health).toBeUndefined();
    await ledger.undo();
    await ledger.undo();
    expect(await content()).toEqual(before);
  });
});
