import { describe, expect, it } from 'vitest';
import type { Annotation, Colour, Style } from '#core/annotation/annotation';
import { epubAnnotations } from '#core/exchange/json/epub-annotations';
import { FIRST_OPTIONS } from '#core/exchange/format';
import type { IncomingNote } from '#core/exchange/incoming';
import { readNotes } from '#core/exchange/readers';
import { readium } from '#core/exchange/json/readium';
import { fragmentQuote, textFragment } from '#core/exchange/json/text-fragment';
import { firstOf, notesBack, readBack, writtenJson } from '../../../support/data-formats';
import { exportedText, idOf, marksOnLines, modelOf, modelOn } from '../../../support/exported';
import { textOfLines } from '../../../support/kept-records';
import { VARIED_PALETTE } from '../../../support/varied-notes';

const HASH = 'ab'.repeat(32);
const ANNO = 'http://www.w3.org/ns/anno.jsonld';
const EPUB = 'https://www.w3.org/ns/epub-anno.jsonld';
const BOTH = [readium, epubAnnotations] as const;

interface Item {
  readonly body: Readonly<Record<string, unknown>>;
  readonly target: { readonly selector: readonly object[] };
}
interface Set {
  readonly about: object;
  readonly items: readonly Item[];
}

/** One note with what is said of it: the set, its item, and what comes back. */
async function given(format: (typeof BOTH)[number], parts: Partial<Annotation> = {}, options = {}) {
  const { text, annotations } = marksOnLines(['全局中的核心'], () => parts);
  const file = writtenJson(
    format,
    await modelOn(text, annotations, { palette: VARIED_PALETTE, version: '1.2.3' }),
    options,
  );
  const set = JSON.parse(file) as Set;
  return { set, item: firstOf(set.items), note: firstOf(notesBack(format.id, file)), file };
}

const readItem = (context: string, item: object, about: object = {}) =>
  readBack(
    context === ANNO ? 'readium' : 'epub',
    JSON.stringify({ '@context': context, id: 'urn:x', type: 'AnnotationSet', about, items: [item] }),
  );
const QUOTE = { type: 'TextQuoteSelector', exact: '全局', prefix: '前', suffix: '後' };
const ITEM = {
  id: 'urn:uuid:x',
  type: 'Annotation',
  created: '2023-10-14T15:13:28Z',
  target: { source: 'OEBPS/text/chapter1.html', selector: [QUOTE] },
};

describe('notes as Readium Annotations', () => {
  it('have the context on the set and on every item, and lists where lists are asked for', async () => {
    const { set, item } = await given(
      readium,
      { note: '甲', tags: ['一', '二'], style: 'strikethrough' },
      { author: '王' },
    );
    expect(set).toMatchObject({
      '@context': ANNO,
      type: 'AnnotationSet',
      generator: { id: 'zhupi://program/1.2.3', type: 'Software', name: 'Zhupi 1.2.3' },
      about: { 'dc:identifier': [`urn:sha256:${HASH}`], 'dc:title': '《lines》', 'dc:creator': [] },
    });
    expect(item).toMatchObject({
      '@context': ANNO,
      id: `urn:uuid:${idOf(1)}`,
      created: '2026-11-01T08:01:00.000Z',
      creator: { type: 'Person', name: '王' },
      target: { source: `urn:sha256:${HASH}`, selector: [{ start: 0, end: 6 }, { exact: '全局中的核心' }] },
    });
    expect(item.body).toEqual({
      ...{ type: 'TextualBody', value: '甲', format: 'text/plain' },
      ...{ color: 'yellow', highlight: 'strikethrough', tag: '一' },
    });
  });
});

describe('notes as EPUB Annotations', () => {
  it('are one file at the root of an archive', async () => {
    const { text, annotations } = marksOnLines(['甲']);
    const written = epubAnnotations.write(await modelOn(text, annotations), FIRST_OPTIONS);
    expect(written.kind === 'archive' && written.entries.map(({ path }) => path)).toEqual(['annotations.json']);
  });

  it('have one plain body with all tags, and say what the prescribed terms cannot in terms of ours', async () => {
    const { set, item } = await given(epubAnnotations, {
      note: '甲',
      tags: ['一', '二'],
      colour: 'own-1',
      style: 'wavy',
    });
    expect(set).toMatchObject({ '@context': EPUB });
    expect(item.body).toEqual({
      ...{ type: 'TextualBody', value: '甲', format: 'text/plain', color: 'blue', highlight: 'underline' },
      ...{ tags: ['一', '二'], 'zhupi:colour': 'own-1', 'zhupi:style': 'wavy' },
    });
    expect(Object.keys((await given(epubAnnotations)).item.body).filter((name) => name.includes(':'))).toEqual([]);
  });

  it('tell what the colours are that the person made, and no others', async () => {
    const { set, file } = await given(epubAnnotations, { colour: 'own-1' });
    const terms = Object.entries(set).filter(([name]) => name.startsWith('zhupi:'));
    expect(terms).toEqual([['zhupi:own-1', '#1f9e89 書證']]);
    expect(readBack('epub', file).ownColours).toEqual([{ id: 'own-1', label: '書證', hex: '#1f9e89' }]);
    expect(readBack('epub', (await given(epubAnnotations)).file).ownColours).toBeUndefined();
  });

  it('select words by a text fragment too', async () => {
    const { item } = await given(epubAnnotations);
    expect(item.target.selector.at(-1)).toEqual({
      type: 'FragmentSelector',
      conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/',
      value: `:~:text=${encodeURIComponent('全局中的核心')}`,
    });
  });
});

describe('a text fragment', () => {
  it.each([
    ['甲-乙,丙&丁', '前\n文', '後', ':~:text=%E6%96%87-,%E7%94%B2%2D%E4%B9%99%2C%E4%B8%99%26%E4%B8%81,-%E5%BE%8C'],
    ['甲\n\n乙', '', '', ':~:text=%E7%94%B2,%E4%B9%99'],
    ['甲\ud800', '', '', undefined],
    ['\n', '', '', undefined],
  ])('of %j after %j is %s', (exact, prefix, suffix, expected) => {
    expect(textFragment({ exact, prefix, suffix })).toBe(expected);
  });

  it('gives only the ends of what is long, and comes back only where it gives all', () => {
    const long = textFragment({ exact: '長'.repeat(100), prefix: '', suffix: '' }) ?? '';
    expect(decodeURIComponent(long)).toBe(`:~:text=${'長'.repeat(20)},${'長'.repeat(20)}`);
    expect(fragmentQuote(long)).toBeUndefined();
    const quote = { exact: '甲-乙,丙', prefix: '前', suffix: '後' };
    expect(fragmentQuote(textFragment(quote) ?? '')).toEqual(quote);
    expect(fragmentQuote(':~:text=%E0%A4%A')).toBeUndefined();
    expect(fragmentQuote('xywh=1,2,3,4')).toBeUndefined();
  });
});

describe('sets of both kinds', () => {
  it.each<[Colour, string, Colour]>([
    ['yellow', 'yellow', 'yellow'],
    ['red', 'pink', 'red'],
    ['green', 'green', 'green'],
    ['blue', 'blue', 'blue'],
    ['purple', 'purple', 'purple'],
    ['own-1', 'blue', 'blue'],
    ['own-2', 'blue', 'blue'],
    ['own-3', 'yellow', 'yellow'],
  ])('give %s as %s', async (colour, expected, back) => {
    for (const format of BOTH) {
      const { item, note } = await given(format, { colour });
      expect(item.body['color']).toBe(expected);
      expect(note.colour).toBe(format === epubAnnotations ? colour : back);
    }
  });

  it.each<[Style, string, Style]>([
    ['highlight', 'solid', 'highlight'],
    ['underline', 'underline', 'underline'],
    ['wavy', 'underline', 'underline'],
    ['outline', 'outline', 'outline'],
    ['strikethrough', 'strikethrough', 'strikethrough'],
  ])('give the style %s as %s', async (style, expected, back) => {
    for (const format of BOTH) {
      const { item, note } = await given(format, { style });
      expect(item.body['highlight']).toBe(expected);
      expect(note.style).toBe(format === epubAnnotations ? style : back);
    }
  });

  it('name the text of each note where they are about several', async () => {
    const one = marksOnLines(['甲']);
    const other = textOfLines('乙本', 'cd'.repeat(32), ['乙']);
    const marked = { ...one.annotations[0], id: idOf(7), textHash: other.sourceHash } as Annotation;
    const model = modelOf([await exportedText(one.text, one.annotations), await exportedText(other, [marked])]);
    for (const format of BOTH) {
      const file = writtenJson(format, model);
      expect((JSON.parse(file) as Set).about).toMatchObject({ 'dc:title': '《lines》；《乙本》' });
      expect(notesBack(format.id, file).map(({ source }) => source)).toEqual([
        { hash: HASH },
        { hash: 'cd'.repeat(32) },
      ]);
    }
  });

  it.each<[string, object, Partial<IncomingNote>]>([
    ['a colour in hexadecimal', { body: { type: 'TextualBody', value: '', color: '#eb4b4b' } }, { colour: 'red' }],
    ['orange', { body: { value: '', color: 'orange' } }, { colour: 'yellow' }],
    ['a colour that nobody knows', { body: { value: '', color: 'infrared' } }, { note: '' }],
    ['a keyword', { body: { value: 'j’adore', keyword: 'teacher' } }, { note: 'j’adore', tags: ['teacher'] }],
    ['tags and a tag', { body: { value: '', tags: ['a', 'b'], tag: 'b' } }, { tags: ['a', 'b'] }],
    ['an empty tag', { body: { value: '', tag: '' } }, { tags: [] }],
    [
      'a list of bodies',
      { body: [{ value: '一' }, { value: '詞', purpose: 'tagging' }] },
      { note: '一', tags: ['詞'] },
    ],
    ['words with their language', { body: { value: { text: 'HTML', language: 'en' } } }, { note: 'HTML' }],
    ['HTML', { body: { value: '<b>甲</b>', format: 'text/html' } }, { note: '甲' }],
    ['a body that is a recording', { body: { type: 'Audio', id: 'a.mp3', format: 'audio/mpeg' } }, { note: 'a.mp3' }],
    ['no body', {}, { note: '', tags: [] }],
    [
      'one selector that is no list',
      { target: { source: 'c.html', selector: QUOTE } },
      { source: { address: 'c.html', title: '書' } },
    ],
    [
      'selectors of all kinds',
      {
        target: {
          source: 'c.html',
          selector: [
            { type: 'ThoriumDomRangeSelector', startOffset: 1 },
            { type: 'ProgressionSelector', value: 0.5 },
            QUOTE,
          ],
        },
      },
      { quote: { exact: '全局', prefix: '前', suffix: '後' } },
    ],
    [
      'a text fragment alone',
      { target: { source: 'c.html', selector: [{ type: 'FragmentSelector', value: ':~:text=%E5%85%A8' }] } },
      { quote: { exact: '全', prefix: '', suffix: '' } },
    ],
    [
      'a quote after a text fragment',
      { target: { source: 'c.html', selector: [{ type: 'FragmentSelector', value: ':~:text=%E5%85%A8' }, QUOTE] } },
      { quote: { exact: '全局', prefix: '前', suffix: '後' } },
    ],
    ['times', { modified: '2023-10-14T15:13:29.500Z' }, { created: 1_697_296_408_000, modified: 1_697_296_409_500 }],
  ])('are read with %s', (_what, parts, expected) => {
    for (const context of [ANNO, EPUB]) {
      expect(readItem(context, { ...ITEM, ...parts }, { 'dc:title': '書' }).notes).toMatchObject([expected]);
    }
  });

  it.each<[string, object, string]>([
    [
      'a bookmark',
      {
        motivation: 'bookmarking',
        target: { source: 'c.html', selector: [{ type: 'ProgressionSelector', value: 1 }] },
      },
      'no-quote',
    ],
    ['a whole chapter', { target: { source: 'c.html' } }, 'no-quote'],
    ['no target', { target: undefined }, 'unreadable'],
    ['a tag that is a number', { body: { value: '', tag: 5 } }, 'unreadable'],
    ['a value that is a number', { body: { value: 5 } }, 'unreadable'],
  ])('are refused with %s', (_what, parts, why) => {
    for (const context of [ANNO, EPUB]) {
      const { notes, refused } = readItem(context, { ...ITEM, ...parts });
      expect(notes).toEqual([]);
      expect(refused).toMatchObject([{ number: 1, why }]);
      expect(refused[0]?.words).not.toBe('');
    }
  });

  it('take the text of what they are about where a target names a file of a book', () => {
    const about = { 'dc:identifier': ['urn:isbn:1', `urn:sha256:${HASH}`], 'dc:title': { text: '書', language: 'zh' } };
    expect(readItem(EPUB, ITEM, about).notes[0]?.source).toEqual({
      hash: HASH,
      title: '書',
      address: 'OEBPS/text/chapter1.html',
    });
    const two = { 'dc:identifier': [`urn:sha256:${HASH}`, `urn:sha256:${'cd'.repeat(32)}`] };
    expect(readItem(EPUB, ITEM, two).notes[0]?.source.hash).toBeUndefined();
  });

  it('are read as one annotation alone', () => {
    expect(readBack('epub', JSON.stringify({ '@context': [EPUB, { '@language': 'zh' }], ...ITEM })).notes).toHaveLength(
      1,
    );
  });

  it('are called damaged where they were cut off, or hold no list', async () => {
    for (const format of BOTH) {
      const { file } = await given(format);
      expect(readNotes(file.slice(0, -12))).toEqual({ ok: false, reason: 'damaged' });
    }
    for (const context of [ANNO, EPUB]) {
      const file = JSON.stringify({ '@context': context, type: 'AnnotationSet', items: {} });
      expect(readNotes(file)).toEqual({ ok: false, reason: 'damaged' });
    }
  });
});
