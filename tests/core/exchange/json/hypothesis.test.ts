import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { hypothesis } from '#core/exchange/json/hypothesis';
import type { IncomingNote } from '#core/exchange/incoming';
import { readNotes } from '#core/exchange/readers';
import { notesBack, readBack, writtenJson } from '../../../support/data-formats';
import { idOf, markAt, marksOnLines, modelOn } from '../../../support/exported';
import { textOfLines } from '../../../support/kept-records';

const HASH = 'ab'.repeat(32);
const QUOTE = { type: 'TextQuoteSelector', exact: '全局', prefix: '前', suffix: '後' };

/** An annotation as the API gives it. */
const ROW = {
  id: 'Tl6jmFhSEe2qrvvmJDA7JA',
  created: '2023-03-01T09:12:03.146221+00:00',
  updated: '2023-03-02T09:12:03.146221+00:00',
  user: 'acct:someone@hypothes.is',
  uri: 'https://example.org/article',
  text: '*好*',
  tags: ['詞', '二'],
  group: '__world__',
  permissions: { read: ['group:__world__'], admin: [], update: [], delete: [] },
  target: [
    {
      source: 'https://example.org/article',
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 3, endOffset: 5 },
        { type: 'TextPositionSelector', start: 412, end: 414 },
        QUOTE,
      ],
    },
  ],
  document: { title: ['An article'] },
  links: { html: 'https://hypothes.is/a/x' },
  flagged: false,
  hidden: false,
};
const readRow = (parts: object) => readBack('hypothesis', JSON.stringify({ total: 1, rows: [{ ...ROW, ...parts }] }));

describe('notes for Hypothesis', () => {
  it('count offsets in UTF-16 units, as a page does', async () => {
    const text = textOfLines('甲', HASH, ['𠮷野家😀', '全局']);
    const marks = [markAt(text, 1, 1, 4, { note: '註', tags: ['一'] }), markAt(text, 2, 4, 6)];
    const file = writtenJson(hypothesis, await modelOn(text, marks), { author: '王' });
    const { annotations } = JSON.parse(file) as { annotations: readonly Record<string, unknown>[] };
    expect(annotations[0]).toMatchObject({
      id: idOf(1),
      uri: `urn:sha256:${HASH}`,
      text: '註',
      tags: ['一'],
      user_info: { display_name: '王' },
      document: { title: ['《甲》'] },
      target: [{ source: `urn:sha256:${HASH}`, selector: [{ start: 2, end: 6 }, { exact: '野家😀' }] }],
    });
    expect(text.canonical.slice(2, 6)).toBe('野家😀');
    expect(notesBack('hypothesis', file).map(({ place, markId }) => [place, markId])).toEqual([
      [{ start: 2, end: 6, unit: 'UTF-16 units' }, idOf(1)],
      [{ start: 6, end: 8, unit: 'UTF-16 units' }, idOf(2)],
    ]);
  });

  it('give no offsets of an edition that is not at hand', async () => {
    const { text, annotations } = marksOnLines(['全局']);
    const away = { ...(annotations[0] as Annotation), textHash: 'ef'.repeat(32) };
    const model = await modelOn(text, [away]);
    const [note] = notesBack('hypothesis', writtenJson(hypothesis, model));
    expect(note).toMatchObject({ source: { hash: 'ef'.repeat(32) }, quote: { exact: '全局' } });
    expect(note?.place).toBeUndefined();
    const apart = { ...model, texts: model.texts.map((each) => ({ ...each, shown: undefined })) };
    expect(notesBack('hypothesis', writtenJson(hypothesis, apart))[0]?.place).toBeUndefined();
  });
});

describe('annotations of Hypothesis', () => {
  it('are read as its API gives them', () => {
    expect(readRow({}).notes).toEqual([
      {
        number: 1,
        foreignId: ROW.id,
        note: '*好*',
        tags: ['詞', '二'],
        created: Date.UTC(2023, 2, 1, 9, 12, 3, 146),
        modified: Date.UTC(2023, 2, 2, 9, 12, 3, 146),
        source: { address: ROW.uri, title: 'An article' },
        place: { start: 412, end: 414, unit: 'UTF-16 units' },
        quote: { exact: '全局', prefix: '前', suffix: '後' },
      },
    ]);
  });

  it.each<[string, object, Partial<IncomingNote>]>([
    [
      'a title that is no list',
      { document: { title: 'An article' } },
      { source: { address: ROW.uri, title: 'An article' } },
    ],
    ['no document', { document: {} }, { source: { address: ROW.uri } }],
    ['no text', { text: null }, { note: '' }],
    ['no tags', { tags: undefined }, { tags: [] }],
    [
      'a quote without context',
      { target: [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact: '局' }] }] },
      { quote: { exact: '局', prefix: '', suffix: '' } },
    ],
  ])('are read with %s', (_what, parts, expected) => {
    expect(readRow(parts).notes).toMatchObject([expected]);
  });

  it.each<[string, object, string, string]>([
    ['a reply', { references: ['abc'], target: [{ source: ROW.uri }] }, 'no-quote', '*好*'],
    ['a note on the page', { target: [] }, 'no-quote', '*好*'],
    ['no target', { target: undefined }, 'no-quote', '*好*'],
    ['a text that is a number', { text: 5 }, 'unreadable', '全局'],
    ['tags that are words', { tags: '詞' }, 'unreadable', '全局'],
    ['a quote that is none', { target: [{ selector: [{ type: 'TextQuoteSelector' }] }] }, 'unreadable', '*好*'],
  ])('are refused as %s', (_what, parts, why, words) => {
    expect(readRow(parts)).toEqual({ notes: [], refused: [{ number: 1, why, words }] });
  });

  it.each<[string, unknown]>([
    [
      'an export',
      {
        export_date: '2023-03-01T00:00:00Z',
        export_userid: 'acct:a@b',
        client_version: '1.1',
        annotations: [ROW, ROW],
      },
    ],
    ['an answer of the API', { total: 2, rows: [ROW, ROW] }],
    ['an answer with replies apart', { total: 2, rows: [ROW], replies: [ROW] }],
    ['an array', [ROW, ROW]],
  ])('are read from %s', (_what, file) => {
    expect(notesBack('hypothesis', JSON.stringify(file)).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('are read where one alone is the file, or they are an array', () => {
    const rows = readRow({}).notes;
    expect(rows).toHaveLength(1);
    expect(readBack('hypothesis', JSON.stringify(ROW)).notes).toEqual(rows);
    expect(readBack('hypothesis', JSON.stringify([ROW])).notes).toEqual(rows);
  });

  it('are not taken for what others call annotations', () => {
    for (const file of [{ annotations: [{ page: 1, words: 'x' }] }, { annotations: 5 }, { rows: [1] }, [], [{}], {}]) {
      expect(readNotes(JSON.stringify(file))).toEqual({ ok: false, reason: 'unknown' });
    }
    expect(readNotes('{"total": 2, "rows": [{"id"')).toEqual({ ok: false, reason: 'damaged' });
    expect(readBack('hypothesis', '{"annotations":[]}')).toEqual({ notes: [], refused: [] });
  });
});
