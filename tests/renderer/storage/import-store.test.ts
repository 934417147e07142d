import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { parsePalette } from '#core/annotation/palette';
import { targetAt } from '#core/anchor/describe';
import type { Incoming } from '#core/exchange/incoming';
import type { Change } from '#core/kept/change';
import { codePointSpan } from '#core/support/offset';
import { canonicalOf } from '#core/text/text-index';
import { databaseKeeper } from '../../../renderer/storage/keeper';
import { incomingNote, incomingOf } from '../../support/incoming';
import { mark } from '../../support/kept-records';
import { importAll, kept, prepare, profile, TEXT, ticked } from '../../support/importing';

const FILE = incomingOf(
  [
    incomingNote('互联网', { note: '一' }),
    incomingNote('隨身碟備份資料庫', { note: '二' }),
    incomingNote('另一個', { source: { title: '《other》' } }),
    incomingNote('無處', { note: '三' }),
  ],
  [{ number: 9, why: 'no-quote', words: '書籤' }],
);

const NOTHING = { ok: true, value: { step: undefined, left: 0 } };

describe('importing notes', () => {
  it('brings each to its text, also by words that only a script shows, and keeps them as one step', async () => {
    const here = await profile();
    const prepared = await importAll(here, FILE);
    expect(prepared.items.map(({ fate, why, textId }) => [fate, why, textId])).toEqual([
      ['add', 'quote', 't'],
      ['add', 'displayed', 't'],
      ['add', 'quote', 'other'],
      ['review', 'missing', 't'],
      ['refused', 'no-quote', undefined],
    ]);
    const marks = await kept(here);
    expect(marks).toHaveLength(4);
    const second = marks.find(({ note }) => note === '二');
    expect(second && canonicalOf(TEXT, second.target)).toBe('U盘备份数据库');
    expect(here.annotations.marksOf('t')).toHaveLength(3);
  });

  it('twice changes nothing', async () => {
    const here = await profile();
    await importAll(here, FILE);
    const before = await here.hash();
    const again = await importAll(here, FILE);
    expect(again.items.map(({ fate }) => fate)).toEqual(['same', 'same', 'same', 'same', 'refused']);
    expect(await here.hash()).toBe(before);
  });

  it('is taken back as a whole, and done again', async () => {
    const old: Change = { table: 'annotations', record: { ...mark('m'), ...targetAt(TEXT, codePointSpan(2, 5)) } };
    const here = await profile({ records: [old] });
    const less = ['rev', 'modified', 'deleted'];
    await importAll(here, FILE);
    expect((await kept(here)).find(({ id }) => id === 'm')?.note).toBe('一');
    const after = await here.hash(less);
    expect((await here.ledger.undo())?.ok).toBe(true);
    const live = (await kept(here)).filter(({ deleted }) => deleted === undefined);
    expect(live).toEqual([{ ...old.record, rev: 3, modified: expect.any(Number) as number }]);
    expect((await here.ledger.redo())?.ok).toBe(true);
    expect((await kept(here)).every(({ deleted }) => deleted === undefined)).toBe(true);
    expect(await here.hash(less)).toBe(after);
  });

  it('leaves out what is not ticked', async () => {
    const here = await profile();
    const prepared = await prepare(here, FILE);
    const step = await here.imports.carryOut(prepared, new Set([0, 4]));
    expect(step.ok && step.value.step?.changes).toHaveLength(1);
    expect(await here.imports.carryOut(prepared, new Set())).toEqual(NOTHING);
  });

  it('looks again at what was changed between the preview and its turn', async () => {
    const old = { ...mark('0190a1b2-0000-7000-8000-000000000001'), ...targetAt(TEXT, codePointSpan(2, 5)) };
    const here = await profile({ records: [{ table: 'annotations', record: old }] });
    const note = incomingNote('互联网', { markId: old.id, source: { hash: 'h' }, note: '檔', modified: 5_000 });
    const prepared = await prepare(here, incomingOf([note]));
    expect(prepared.items).toMatchObject([{ fate: 'merge' }]);
    expect((await here.annotations.edit(old.id, { kind: 'note', note: '剛寫的' })).ok).toBe(true);
    expect(await here.imports.carryOut(prepared, ticked(prepared))).toEqual(NOTHING);
    expect((await kept(here))[0]?.note).toBe('剛寫的');
  });

  it('leaves what would become something else than was shown, and tells how many', async () => {
    const made = { ...mark('0190a1b2-0000-7000-8000-000000000001'), ...targetAt(TEXT, codePointSpan(2, 5)) };
    const here = await profile({ records: [{ table: 'annotations', record: made }] });
    const two = [incomingNote('互联网', { note: '檔' }), incomingNote('博客', { note: '又' })];
    const prepared = await prepare(here, incomingOf(two));
    expect(prepared.items.map(({ fate }) => fate)).toEqual(['merge', 'add']);
    expect((await here.annotations.edit(made.id, { kind: 'note', note: '別的' })).ok).toBe(true);
    const done = { ok: true, value: { left: 1, step: { changes: [{}] } } };
    expect(await here.imports.carryOut(prepared, ticked(prepared))).toMatchObject(done);
    expect((await kept(here)).map(({ note }) => note).sort()).toEqual(['別的', '又'].sort());
  });

  it('is given up where another edition took the text’s place since the preview', async () => {
    const here = await profile();
    const prepared = await prepare(here, FILE);
    await databaseKeeper(here.database).keep([{ table: 'texts', record: { ...TEXT, sourceHash: 'h2' } }]);
    expect(await here.imports.carryOut(prepared, ticked(prepared))).toEqual({ ok: false, reason: 'gone' });
    expect(await kept(here)).toEqual([]);
  });

  it('that cannot be kept changes nothing', async () => {
    const here = await profile({ keeper: () => ({ keep: () => Promise.resolve({ ok: false, reason: 'full' }) }) });
    const prepared = await prepare(here, FILE);
    expect(await here.imports.carryOut(prepared, ticked(prepared))).toEqual({ ok: false, reason: 'full' });
    expect(await kept(here)).toEqual([]);
  });

  it('brings the file’s own colours, and takes them back', async () => {
    const here = await profile();
    const incoming: Incoming = {
      ...incomingOf([incomingNote('互联网', { colour: 'own-2' })]),
      // The first is no note's, and so stays out.
      ownColours: [
        { id: 'own-1' as const, label: '', hex: '#112233' },
        { id: 'own-2' as const, label: '術語', hex: '#336699' },
      ],
    };
    const heard: unknown[] = [];
    here.ledger.onBeside((records) => heard.push(...records));
    await importAll(here, incoming);
    const palette = async () => parsePalette((await here.database.settings.get('palette'))?.value);
    expect((await palette()).own).toEqual([{ id: 'own-2', label: '術語', hex: '#336699', offered: true }]);
    expect(heard).toHaveLength(1);
    await here.ledger.undo();
    expect((await palette()).own).toEqual([]);
  });

  it('takes each place of a note with several by itself, though all have one number', async () => {
    const here = await profile();
    const several = incomingOf([incomingNote('博客'), incomingNote('硬盘'), incomingNote('备份')]);
    const incoming = { ...several, notes: several.notes.map((note) => ({ ...note, number: 1 })) };
    const prepared = await prepare(here, incoming);
    expect(prepared.items.map(({ number, key }) => [number, key])).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect((await here.imports.carryOut(prepared, new Set([1]))).ok).toBe(true);
    expect((await kept(here)).map(({ quote }) => quote.exact)).toEqual(['硬盘']);
  });

  it('refuses what no backup could give back', async () => {
    const here = await profile();
    const bad = [incomingNote('博客', { created: -1 }), incomingNote('硬盘', { created: Number.NaN })];
    const prepared = await importAll(here, incomingOf([...bad, incomingNote('备份', { created: 0 })]));
    expect(prepared.items.map(({ fate, why, words }) => [fate, why, words])).toEqual([
      ['refused', 'unreadable', '博客'],
      ['refused', 'unreadable', '硬盘'],
      ['add', 'quote', '备份'],
    ]);
    // Whatever is ticked.
    const again = await prepare(here, incomingOf(bad));
    expect((await here.imports.carryOut(again, new Set([0, 1]))).ok).toBe(true);
    expect((await kept(here)).map(({ quote, created }) => [quote.exact, created])).toEqual([['备份', 0]]);
  });

  it('of 10,000 notes never holds the page for long, and can be stopped', async () => {
    const here = await profile();
    const notes = Array.from({ length: 10_000 }, (_each, index) =>
      incomingNote('互联网上写博客', { note: String(index), created: index + 1 }),
    );
    const stop = new AbortController();
    const stopped = here.imports.prepare(
      { format: 'test', incoming: incomingOf(notes) },
      { intoId: 't', signal: stop.signal },
    );
    stop.abort();
    await expect(stopped).rejects.toThrow();
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const prepared = await prepare(here, incomingOf(notes));
    clearInterval(timer);
    expect(prepared.items.filter(({ fate }) => fate === 'add')).toHaveLength(10_000);
    // Others had their turns meanwhile.
    expect(turns).toBeGreaterThan(10);
  });
});
