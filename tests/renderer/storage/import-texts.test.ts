import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { targetAt } from '#core/anchor/describe';
import type { IncomingSource } from '#core/exchange/incoming';
import { codePointSpan } from '#core/support/offset';
import { incomingNote, incomingOf, incomingRecord } from '../../support/incoming';
import { mark, textOfLines } from '../../support/kept-records';
import { importAll, kept, prepare, profile, TEXT, ticked, hans } from '../../support/importing';

describe('the text that notes are imported into', () => {
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
});
