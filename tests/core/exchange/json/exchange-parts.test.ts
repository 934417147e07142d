import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '#core/exchange/entry-words';
import { isoTime, timeIn } from '#core/exchange/iso-time';
import { objectParts } from '#core/exchange/json/json-parts';
import { isColour, isStyle, lookOf, namedColourIn, styleClassOf, styleSheetOf } from '#core/exchange/json/mark-styles';
import { plainWords } from '#core/exchange/json/plain-words';
import { standingIn } from '#core/exchange/json/selectors';
import { exportUrn, hashIn, markUrn, personUrn, programUri, uuidIn } from '#core/exchange/json/urns';
import { COLOURS, OWN_COLOURS, STYLES } from '#core/annotation/annotation';
import { idOf, modelOf } from '../../../support/exported';
import { VARIED_PALETTE } from '../../../support/varied-notes';

describe('the plain words of HTML', () => {
  it.each([
    ['<p>甲</p><p>乙<br>丙</p>', '甲\n乙\n丙'],
    ['<ul><li>一</li>\n<li>二</li></ul>', '一\n二'],
    ['a <b>bold</b> <i>word</i>', 'a bold word'],
    ['&lt;b&gt; &amp;amp; &#x4e2d;&#25991; &unknown; &#0; &#xd800;', '<b> &amp; 中文 &unknown; \ufffd \ufffd'],
    ['<script>alert("x</p>")</script>甲<style>p{}</style>', '甲'],
    ['甲<!-- 乙 --><p title="a>b">丙', '甲\nb">丙'],
    ['1 < 2 <3', '1 < 2 <3'],
    ['甲<img src=x onerror=alert(1)>乙', '甲乙'],
    ['甲<p', '甲'],
    ['<!-- 甲', ''],
    ['', ''],
  ])('of %j are %j', (html, words) => {
    expect(plainWords(html)).toBe(words);
  });

  it('are words whatever the HTML is, and come in time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'p', '!', '-', '&', '#', ';', ' ', '甲', 'script') }),
        (html) => {
          expect(typeof plainWords(html)).toBe('string');
        },
      ),
    );
    for (const part of ['<', '<p', '<!--', '<b> ', '&', '&#', '<script>', '</script', '<script></script>', ' \n'])
      plainWords(part.repeat(50_000));
  });
});

describe('a time in a file', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.nat({ max: 253_402_300_799_999 }), (at) => {
        expect(timeIn(isoTime(at))).toBe(at);
      }),
    );
  });

  it.each([
    ['2015-01-28T12:00:00Z', 1_422_446_400_000],
    ['2015-01-28T12:00:00', 1_422_446_400_000],
    ['2015-01-28T20:00+08:00', 1_422_446_400_000],
    ['2023-03-01T09:12:03.146221+00:00', 1_677_661_923_146],
    ['2015-01-28', 1_422_403_200_000],
    ['2026-11-01 08:01:00+0000', 1_793_520_060_000],
    [' 2026-11-01 08:01 Z ', 1_793_520_060_000],
    ['2015-13-28T12:00:00Z', undefined],
    ['1969-12-31 23:59:59+00:00', undefined],
    ['1900-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
    [1_422_446_400_000, undefined],
    [null, undefined],
  ])('of %j is %s', (given, at) => {
    expect(timeIn(given)).toBe(at);
  });

  it('ends with the year 9999, so that all programs can read it', () => {
    expect(isoTime(8.64e15)).toBe('9999-12-31T23:59:59.999Z');
  });
});

describe('names of what leaves', () => {
  it('are absolute, and the same for the same thing', () => {
    expect(markUrn(idOf(1))).toBe(`urn:uuid:${idOf(1)}`);
    for (const odd of ['甲', '__proto__', '\ud800', idOf(1).replace('a', 'A'), `urn:uuid:${idOf(1)}`]) {
      expect(uuidIn(markUrn(odd))).toMatch(/^[0-9a-f-]{36}$/);
      expect(markUrn(odd)).toBe(markUrn(odd));
      expect(markUrn(odd)).not.toBe(markUrn(idOf(1)));
    }
    expect(personUrn('王')).not.toBe(personUrn('李'));
    expect(exportUrn(modelOf([]), 'set')).not.toBe(exportUrn(modelOf([], { exported: 1 }), 'set'));
    expect(exportUrn(modelOf([]), 'set')).not.toBe(exportUrn(modelOf([]), 'page'));
    expect(new URL(programUri('1.0 β\ud800')).href).toBe(programUri('1.0 β\ud800'));
  });

  it('are read without regard to case, and nothing else is', () => {
    expect(uuidIn(idOf(1).toUpperCase())).toBe(idOf(1));
    expect(uuidIn(`x${idOf(1)}`)).toBeUndefined();
    expect(hashIn(`urn:sha256:${'AB'.repeat(32)}`)).toBe('ab'.repeat(32));
    expect(hashIn('urn:sha256:ab')).toBeUndefined();
  });
});

describe('how a mark looks', () => {
  it('comes back from its class and its style sheet, each colour in each style', () => {
    for (const colour of [...COLOURS, ...OWN_COLOURS]) {
      for (const style of STYLES) {
        const sheet = styleSheetOf(VARIED_PALETTE, { colour, style });
        const hex = VARIED_PALETTE.own.find(({ id }) => id === colour)?.hex;
        expect(lookOf(styleClassOf({ colour, style }), sheet)).toEqual({
          colour,
          style,
          ...(hex && { own: { id: colour, hex } }),
        });
      }
    }
  });

  it.each([
    ['.a { background-color: #FF0; }', { colour: 'yellow', style: 'highlight' }],
    ['.a { background: pink }', { colour: 'red', style: 'highlight' }],
    ['.a { text-decoration: line-through #0000ffcc }', { colour: 'blue', style: 'strikethrough' }],
    ['.a { border: 1px solid green }', { colour: 'green', style: 'outline' }],
    ['.a { border-bottom: 2px solid purple }', { colour: 'purple', style: 'underline' }],
    ['.a { color: red }', {}],
    ['', {}],
    [5, {}],
  ])('by a style sheet of others %j is %j', (sheet, look) => {
    expect(lookOf('other', sheet)).toEqual(look);
  });

  it.each([
    ['#abc', 'blue'],
    ['#abcd', 'blue'],
    ['#F00', 'red'],
    ['Violet', 'purple'],
    ['#12345', undefined],
    ['constructor', undefined],
    [7, undefined],
  ])('in the colour %j is %s', (given, colour) => {
    expect(namedColourIn(given)).toBe(colour);
  });

  it('knows no names that are none of ours', () => {
    expect(['yellow', 'own-9', 'toString', 5].map(isColour)).toEqual([true, false, false, false]);
    expect(['wavy', 'bold', null].map(isStyle)).toEqual([true, false, false]);
  });
});

describe('selectors', () => {
  it('give words also among those of a choice, and no place within one', () => {
    const quote = { type: 'TextQuoteSelector', exact: '全局' };
    const choice = { type: 'Choice', items: [{ type: 'TextPositionSelector', start: 1, end: 3 }, quote] };
    const standing = { quote: { exact: '全局', prefix: '', suffix: '' } };
    expect(standingIn(choice, 'code points')).toEqual(standing);
    expect(standingIn([{ type: 'RangeSelector', refinedBy: choice }], 'code points')).toEqual(standing);
    expect(standingIn({ type: 'RangeSelector', startSelector: quote }, 'code points')).toEqual({});
  });
});

describe('words to know an entry by', () => {
  it.each([
    [{ target: { selector: { exact: '全局' } }, text: '註' }, '全局'],
    [{ text: ' ', body: { value: '註' } }, '註'],
    [{ n: 1 }, ''],
    ['http://example.org', 'http://example.org'],
    [null, ''],
    [['甲'], ''],
    [{ note: '𠮷'.repeat(300) }, '𠮷'.repeat(200)],
  ])('of %j are %j', (entry, words) => {
    expect(wordsIn(entry)).toBe(words);
  });
});

describe('parts of JSON', () => {
  it('are together what JSON makes of the whole', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), (fields, items) => {
        const { list: _list, ...head } = fields;
        const text = [...objectParts(head, 'list', items)].join('');
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...head, list: items })));
      }),
    );
  });
});
