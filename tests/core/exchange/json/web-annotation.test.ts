import { describe, expect, it } from 'vitest';
import { edited, type Annotation } from '#core/annotation/annotation';
import type { IncomingNote } from '#core/exchange/incoming';
import { readNotes } from '#core/exchange/readers';
import { webAnnotation } from '#core/exchange/json/web-annotation';
import { notesBack, readBack, writtenJson } from '../../../support/data-formats';
import { idOf, marksOnLines, modelOn } from '../../../support/exported';
import { textOfLines } from '../../../support/kept-records';
import { VARIED_PALETTE } from '../../../support/varied-notes';

const HASH = 'ab'.repeat(32);
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

interface Page {
  readonly items: readonly Record<string, unknown>[];
}
const pageOf = (text: string): Page => JSON.parse(text) as Page;

/** One note on the second line, with what is said of it, as an item of the page. */
async function item(parts: Partial<Annotation> = {}, options = {}, more = {}) {
  const { text, annotations } = marksOnLines(['𠮷野', '软件优化'], () => parts);
  const file = writtenJson(
    webAnnotation,
    await modelOn({ ...text, script: 'hans' }, annotations.slice(1), more),
    options,
  );
  return { item: pageOf(file).items[0] ?? {}, note: notesBack('w3c', file)[0] };
}

/** What the reader makes of one annotation of another program. */
const readOf = (parts: object) =>
  readBack(
    'w3c',
    JSON.stringify({ '@context': CONTEXT, id: 'http://example.org/anno1', type: 'Annotation', ...parts }),
  );
const QUOTE = { type: 'TextQuoteSelector', exact: '全局', prefix: '前', suffix: '後' };
const TARGET = { source: 'http://example.org/page1', selector: QUOTE };
const noteOf = (parts: object): IncomingNote | undefined => readOf({ target: TARGET, ...parts }).notes[0];

describe('notes as W3C Web Annotations', () => {
  it('are about the source: its hash, code points, its words', async () => {
    const { item: given } = await item({ note: '甲' });
    expect(given).toMatchObject({
      '@context': CONTEXT,
      id: `urn:uuid:${idOf(2)}`,
      motivation: 'commenting',
      created: '2026-11-01T08:02:00.000Z',
      target: {
        type: 'SpecificResource',
        source: `urn:sha256:${HASH}`,
        'dc:title': '《lines》',
        language: 'zh-Hans',
        selector: [
          // The first line has two code points in three UTF-16 units.
          { type: 'TextPositionSelector', start: 3, end: 7 },
          { type: 'TextQuoteSelector', exact: '软件优化', prefix: '𠮷野\n', suffix: '' },
        ],
      },
    });
  });

  it('give the words as displayed as a description, unless only those of the source are asked for', async () => {
    const taiwan = { mode: 'taiwan-phrases' } as const;
    const { item: both, note } = await item({}, {}, taiwan);
    expect(both['body']).toEqual([
      { type: 'TextualBody', purpose: 'describing', value: '軟體最佳化', format: 'text/plain', language: 'zh-Hant-TW' },
    ]);
    // What we added is none of the note's, and the quote is that of the source.
    expect(note).toMatchObject({ note: '', tags: [], quote: { exact: '软件优化' } });
    expect((await item({}, { quotes: 'source' }, taiwan)).item['body']).toBeUndefined();
    expect((await item()).item['body']).toBeUndefined();
  });

  it('say who wrote them only where the person does', async () => {
    expect((await item({}, { author: ' 王 ' })).item['creator']).toMatchObject({ type: 'Person', name: '王' });
    expect((await item()).item['creator']).toBeUndefined();
    const [one, other] = [await item({}, { author: '王' }), await item({}, { author: '李' })];
    expect(one.item['creator']).not.toEqual(other.item['creator']);
  });

  it('leave what is in the bin behind', async () => {
    const { text, annotations } = marksOnLines(['甲', '乙']);
    const [one, two] = annotations as [Annotation, Annotation];
    const model = await modelOn(text, [one, edited(two, { kind: 'delete' }, 9)]);
    const page = pageOf(writtenJson(webAnnotation, model));
    expect(page.items).toHaveLength(1);
    expect(page).toMatchObject({ partOf: { total: 1 } });
  });

  it('keep the edition that a mark without a place was made on', async () => {
    const { text, annotations } = marksOnLines(['甲', '乙']);
    const away = { ...(annotations[0] as Annotation), textHash: 'ef'.repeat(32) };
    const [note] = notesBack('w3c', writtenJson(webAnnotation, await modelOn(text, [away])));
    expect(note).toMatchObject({
      source: { hash: 'ef'.repeat(32) },
      place: { start: 0, end: 1 },
      quote: { exact: '甲' },
    });
  });

  it('bring colours of the person back with what they mean', async () => {
    const { item: given, note } = await item({ colour: 'own-1', style: 'wavy' }, {}, { palette: VARIED_PALETTE });
    expect(given['stylesheet']).toEqual({
      type: 'CssStylesheet',
      value: '.zhupi-own-1-wavy { --zhupi-colour: #1f9e89; text-decoration: underline wavy #19806f }',
    });
    expect(note).toMatchObject({ colour: 'own-1', style: 'wavy' });
    const text = textOfLines('t', HASH, ['甲']);
    const marked = { ...(marksOnLines(['甲']).annotations[0] as Annotation), colour: 'own-1' as const };
    const file = writtenJson(webAnnotation, await modelOn(text, [marked], { palette: VARIED_PALETTE }));
    expect(readBack('w3c', file).ownColours).toEqual([{ id: 'own-1', label: '書證', hex: '#1f9e89' }]);
  });
});

describe('W3C Web Annotations of others', () => {
  it.each<[string, object, Partial<IncomingNote>]>([
    ['a bodyValue', { bodyValue: '好' }, { note: '好' }],
    ['a body that is an address', { body: 'http://example.org/post1' }, { note: 'http://example.org/post1' }],
    [
      'a body with an address',
      { body: { id: 'http://example.org/a.mp4', type: 'Video' } },
      { note: 'http://example.org/a.mp4' },
    ],
    [
      'a specific resource as a body',
      { body: { source: 'http://example.org/x', purpose: 'linking' } },
      { note: 'http://example.org/x' },
    ],
    ['plain text', { body: { type: 'TextualBody', value: 'a *b*', format: 'text/plain' } }, { note: 'a *b*' }],
    [
      'HTML',
      { body: { type: 'TextualBody', value: '<p>甲&amp;乙</p><p>丙</p>', format: 'text/html' } },
      { note: '甲&乙\n丙' },
    ],
    ['several bodies', { body: [{ value: '一' }, { value: '二' }] }, { note: '一\n\n二' }],
    ['a choice', { body: { type: 'Choice', items: [{ value: '一' }, { value: '二' }] } }, { note: '一' }],
    ['a tag', { body: [{ value: '詞', purpose: 'tagging' }, { value: '好' }] }, { note: '好', tags: ['詞'] }],
    ['tagging as the motivation', { motivation: 'tagging', body: { value: '詞' } }, { note: '', tags: ['詞'] }],
    ['a motivation that is a list', { motivation: ['oa:tagging'], bodyValue: '詞' }, { tags: ['詞'] }],
    ['a description', { body: { value: '述', purpose: 'describing' } }, { note: '述', tags: [] }],
    ['no body', {}, { note: '', tags: [] }],
    ['words with their language', { body: { value: { '@value': '好', '@language': 'zh' } } }, { note: '好' }],
    [
      'times',
      { created: '2015-01-28T12:00:00Z', modified: '2015-01-29T09:00:00+08:00' },
      { created: 1_422_446_400_000, modified: 1_422_493_200_000 },
    ],
    ['a uuid', { id: `urn:uuid:${idOf(3).toUpperCase()}` }, { markId: idOf(3) }],
    ['another id', { id: 'http://example.org/anno1' }, { foreignId: 'http://example.org/anno1' }],
    [
      'several selectors',
      {
        target: {
          source: 'http://example.org/1',
          selector: [{ type: 'TextPositionSelector', start: 4, end: 6 }, QUOTE],
        },
      },
      { place: { start: 4, end: 6, unit: 'code points' }, source: { address: 'http://example.org/1' } },
    ],
    [
      'a selector that refines',
      {
        target: {
          source: 'x',
          selector: { type: 'FragmentSelector', value: 'p', refinedBy: { type: 'TextQuoteSelector', exact: '局' } },
        },
      },
      { quote: { exact: '局', prefix: '', suffix: '' } },
    ],
    ['a list of targets', { target: [TARGET] }, { quote: { exact: '全局', prefix: '前', suffix: '後' } }],
    [
      'a source that is described',
      { target: { ...TARGET, source: { id: 'http://example.org/1', language: 'zh' } } },
      { source: { address: 'http://example.org/1' } },
    ],
    [
      'types of the vocabulary',
      { target: { ...TARGET, selector: { '@type': 'oa:TextQuoteSelector', exact: '局' } } },
      { quote: { exact: '局', prefix: '', suffix: '' } },
    ],
    [
      'a style sheet',
      { stylesheet: { type: 'CssStylesheet', value: '.red { background: #f00 }' } },
      { colour: 'red', style: 'highlight' },
    ],
    [
      'a line in a style sheet',
      { stylesheet: { value: '.x { text-decoration: underline wavy blue; }' } },
      { colour: 'blue', style: 'wavy' },
    ],
  ])('are read with %s', (_what, parts, expected) => {
    expect(noteOf(parts)).toMatchObject(expected);
  });

  it('give no place where a position counts from within another selector', () => {
    const refinedBy = [{ type: 'TextPositionSelector', start: 4, end: 6 }, QUOTE];
    const selector = { type: 'CssSelector', value: '#p', refinedBy };
    expect(noteOf({ target: { source: 'x', selector } })?.place).toBeUndefined();
  });

  it('become a note for each target that has words, only one of which has the id', () => {
    const target = [
      TARGET,
      'http://example.org/page2',
      { source: 'http://example.org/3', selector: { ...QUOTE, exact: '核心' } },
    ];
    const { notes, refused } = readOf({ id: `urn:uuid:${idOf(1)}`, target, bodyValue: '同' });
    expect(notes.map(({ quote, note, markId, foreignId }) => [quote.exact, note, markId, foreignId])).toEqual([
      ['全局', '同', idOf(1), `urn:uuid:${idOf(1)}`],
      ['核心', '同', undefined, undefined],
    ]);
    expect(refused).toEqual([]);
  });

  it.each<[string, object, string, string]>([
    ['a whole page as target', { target: 'http://example.com/page1', bodyValue: '好' }, 'no-quote', '好'],
    [
      'a bookmark',
      {
        motivation: 'bookmarking',
        target: { source: 'http://example.com/b', selector: { type: 'CssSelector', value: 'p' } },
      },
      'no-quote',
      'p',
    ],
    [
      'an image',
      { target: { id: 'http://example.com/i.jpg', type: 'Image' }, body: { value: '圖' } },
      'no-quote',
      '圖',
    ],
    [
      'no words in its quote',
      { target: { source: 'x', selector: { ...QUOTE, exact: '' } }, bodyValue: '無' },
      'no-quote',
      '無',
    ],
    ['no target', { bodyValue: '好' }, 'unreadable', '好'],
    [
      'a quote that is a number',
      { target: { source: 'x', selector: { type: 'TextQuoteSelector', exact: 5 } } },
      'unreadable',
      'x',
    ],
    [
      'offsets that are none',
      { target: { source: 'x', selector: [{ type: 'TextPositionSelector', start: -1, end: 3 }, QUOTE] } },
      'unreadable',
      '全局',
    ],
    ['a body that is a number', { target: TARGET, body: 5 }, 'unreadable', '全局'],
    ['a value that is a list', { target: TARGET, body: { value: ['a'] } }, 'unreadable', '全局'],
  ])('are refused with %s', (_what, parts, why, words) => {
    expect(readOf(parts)).toEqual({ notes: [], refused: [{ number: 1, why, words }] });
  });

  const one = { type: 'Annotation', target: TARGET, bodyValue: '一' };
  const two = { type: 'Annotation', target: TARGET, bodyValue: '二' };
  const next = { type: 'AnnotationPage', items: [two] };
  it.each<[string, unknown]>([
    ['an array', [one, two]],
    ['a page', { '@context': CONTEXT, type: 'AnnotationPage', items: [one, two] }],
    ['a page with another in it', { '@context': [CONTEXT], type: ['AnnotationPage'], items: [one], next }],
    ['a collection', { type: 'AnnotationCollection', total: 2, first: { type: 'AnnotationPage', items: [one], next } }],
    ['a collection of ActivityStreams', { '@type': 'AnnotationCollection', items: [one, two] }],
    ['an array of pages', [next, { type: 'AnnotationPage', items: [one] }, one].slice(0, 2).toReversed()],
    ['a graph', { '@context': CONTEXT, '@graph': [one, two] }],
  ])('are read from %s', (_what, file) => {
    expect(notesBack('w3c', JSON.stringify(file)).map(({ number, note }) => [number, note])).toEqual([
      [1, '一'],
      [2, '二'],
    ]);
  });

  it('are told of where a collection names pages that lie elsewhere', () => {
    const file = JSON.stringify({
      '@context': CONTEXT,
      type: 'AnnotationCollection',
      first: 'http://example.org/page1',
    });
    expect(readBack('w3c', file)).toEqual({
      notes: [],
      refused: [{ number: 1, why: 'no-quote', words: 'http://example.org/page1' }],
    });
  });

  it('are called damaged where their file was cut off', async () => {
    const { text, annotations } = marksOnLines(['甲']);
    const file = writtenJson(webAnnotation, await modelOn(text, annotations));
    expect(readNotes(file.slice(0, -9))).toEqual({ ok: false, reason: 'damaged' });
  });
});
