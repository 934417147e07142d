import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { FIRST_PALETTE, parsePalette, type Palette } from '#core/annotation/palette';
import { targetAt } from '#core/anchor/describe';
import type { Incoming, IncomingSource } from '#core/exchange/incoming';
import type { Change } from '#core/kept/change';
import { codePointSpan } from '#core/support/offset';
import { canonicalOf } from '#core/text/text-index';
import type { Text } from '#core/text/text';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { recordsIn } from '../../../renderer/storage/database-copy';
import { ImportStore, type PreparedImport } from '../../../renderer/storage/import-store';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { incomingNote, incomingOf, incomingRecord } from '../../support/incoming';
import { hashOfAll, mark, textOfLines } from '../../support/kept-records';
import { NO_PEERS } from '../../support/peers';

const databases: Database[] = [];
afterEach(() => {
  for (const database of databases.splice(0)) database.close();
});

const hans = (text: Text): Text => ({ ...text, script: 'hans' });
const TEXT = hans(textOfLines('t', 'h', ['我在互联网上写博客。', '用硬盘和U盘备份数据库。']));
const OTHER = textOfLines('other', 'o', ['另一個文本。']);

interface Profile {
  readonly imports: ImportStore;
  readonly annotations: AnnotationStore;
  readonly ledger: Ledger;
  readonly database: Database;
  readonly hash: (less?: readonly string[]) => Promise<string>;
}

interface ProfileParts {
  readonly records?: readonly Change[];
  readonly listed?: readonly Text[];
  readonly keeper?: (database: Database) => Keeper;
  readonly palette?: Palette;
}

async function profile({
  records = [],
  listed = [],
  keeper = databaseKeeper,
  palette = FIRST_PALETTE,
}: ProfileParts = {}): Promise<Profile> {
  let time = 1_000_000;
  const clock = (): number => ++time;
  const database = declareDatabase(`test-${Math.random()}`);
  databases.push(database);
  expect(await openDatabase(database)).toBeUndefined();
  const texts: Change[] = [TEXT, OTHER].map((record) => ({ table: 'texts', record }));
  expect((await databaseKeeper(database).keep([...texts, ...records])).ok).toBe(true);
  const ledger = new Ledger(database, keeper(database), clock, NO_PEERS);
  const annotations = new AnnotationStore(database, ledger, clock);
  await annotations.load();
  const imports = new ImportStore({
    ...{ database, ledger, clock, palette: () => palette, corrections: () => [], careful: () => false },
    marks: { find: annotations.find, thatMet: annotations.thatMet, ofText: annotations.marksOf },
    library: {
      list: () => Promise.resolve([TEXT, OTHER, ...listed].map(({ id, title }) => ({ id, title }))),
      read: (id) => Promise.resolve(listed.find((text) => text.id === id)),
    },
    flush: () => Promise.resolve(true),
  });
  return {
    ...{ imports, annotations, ledger, database },
    hash: async (less) => hashOfAll(await recordsIn(database), less),
  };
}

const prepare = ({ imports }: Profile, incoming: Incoming, intoId = 't'): Promise<PreparedImport> =>
  imports.prepare({ format: 'test', incoming }, { intoId });

const ticked = ({ items }: PreparedImport): ReadonlySet<number> =>
  new Set(items.filter(({ isChosen }) => isChosen).map(({ key }) => key));

async function importAll(here: Profile, incoming: Incoming): Promise<PreparedImport> {
  const prepared = await prepare(here, incoming);
  expect((await here.imports.carryOut(prepared, ticked(prepared))).ok).toBe(true);
  return prepared;
}

const kept = async ({ database }: Profile): Promise<Annotation[]> => database.annotations.toArray();

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

  it('reads a listed text that was never opened, and keeps nothing of it', async () => {
    const listed = textOfLines('new', 'n', ['從未開啟的文本。']);
    const here = await profile({ listed: [listed] });
    const prepared = await importAll(here, incomingOf([incomingNote('從未', { source: { title: '《new》' } })]));
    expect(prepared.items).toMatchObject([{ fate: 'add', textId: 'new' }]);
    expect(await here.database.texts.get('new')).toBeUndefined();
  });

  it('leaves out notes on texts that are not here, wherever their words stand, unless asked', async () => {
    const here = await profile();
    const book = (exact: string, source: IncomingSource) => incomingNote(exact, { source });
    const file = incomingOf([
      book('滿紙荒唐言', { title: '紅樓夢' }),
      book('数据库', { title: '西遊記' }),
      book('博客', { hash: 'far' }),
      book('硬盘', {}),
    ]);
    const prepared = await prepare(here, file);
    expect(prepared.items.map(({ why, isChosen }) => `${why} ${String(isChosen)}`)).toEqual([
      ...['stranger false', 'stranger false', 'stranger false', 'quote true'],
    ]);
    expect(prepared).toMatchObject({ asksForText: true, items: [{ strangeTitle: '紅樓夢' }, {}, {}, {}] });
    const asked = await here.imports.prepare({ format: 'test', incoming: file }, { intoId: 't', isIntoAsked: true });
    expect(asked.items.map(({ why }) => why)).toEqual(['missing', 'quote', 'quote', 'quote']);
  });

  it('takes a title for that of the text where most of its words stand there, and many', async () => {
    const here = await profile();
    const files = (quotes: readonly string[]) =>
      incomingOf(quotes.map((exact) => incomingNote(exact, { source: { title: '別名' } })));
    const long = ['我在互联网上写博客。', '用硬盘和U盘备份数据库。'];
    const chosen = async (quotes: readonly string[]): Promise<number> =>
      ticked(await prepare(here, files(quotes))).size;
    expect(await chosen([...long, '無處'])).toBe(3);
    expect(await chosen([...long, '無處', '也無處'])).toBe(0);
    expect(await chosen(['我在互联网上写博客。', '用硬盘和U盘备份'])).toBe(0);
  });

  it('takes a whole record to no text that only has its title', async () => {
    const here = await profile();
    const record = mark('a', { textId: 'nowhere', textHash: 'nowhere' });
    const note = incomingRecord(record);
    const prepared = await importAll(here, incomingOf([{ ...note, source: { ...note.source, title: TEXT.title } }]));
    expect(prepared.items).toMatchObject([{ fate: 'add', why: 'elsewhere' }]);
    expect(JSON.stringify(await kept(here))).toBe(JSON.stringify([record]));
  });

  it('knows a title as any script shows it', async () => {
    const text = hans({ ...textOfLines('soft', 's', ['互联网。']), title: '软件与互联网' });
    const here = await profile({ records: [{ table: 'texts', record: text }], listed: [text] });
    const { items } = await prepare(
      here,
      incomingOf([incomingNote('互联网', { source: { title: '軟體與網際網路' } })]),
    );
    expect(items).toMatchObject([{ textId: 'soft', fate: 'add' }]);
  });

  it('keeps records exactly as they are, whatever text they are on', async () => {
    const records = [
      { ...mark('a', { note: '註', rev: 7 }), ...targetAt(TEXT, codePointSpan(0, 3)) },
      mark('b', { textId: 'nowhere', textHash: 'nowhere', deleted: 5 }),
      mark('c', { textId: 'nowhere', textHash: 'nowhere', health: { state: 'moved' } }),
    ];
    const here = await profile();
    await importAll(here, incomingOf(records.map((record) => incomingRecord(record))));
    expect(JSON.stringify(await kept(here))).toBe(JSON.stringify(records));
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
