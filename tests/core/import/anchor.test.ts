import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { IncomingNote } from '#core/exchange/incoming';
import { anchorDisplayed } from '#core/import/anchor';
import { loadProjector } from '#core/script/projector';
import { loadFold, type Fold } from '#core/search/fold';
import { codePointSpan } from '#core/support/offset';
import { ShownText } from '#core/text/shown-text';
import { canonicalOf, indexOf } from '#core/text/text-index';
import type { Text } from '#core/text/text';
import { anchoredOn, incomingNote, placesOf, toEnd } from '../../support/incoming';
import { textOfLines } from '../../support/kept-records';

let fold: Fold;
beforeAll(async () => {
  fold = await loadFold();
});

const TEXT = textOfLines('t', 'h', [
  '𠮷野家在東京，𠮷野家也在大阪。',
  '軟件與數據庫，Ｚ是最後。',
  '他說好。她說好。',
  '一段重複的話。',
  '一段重複的話。',
]);

const BEFORE = textOfLines('t', 'old', ['序言不見了。', '軟件與數據庫，Ｚ是最後的一個。', '刪去的一整段話都不在了。']);

interface Case {
  readonly name: string;
  readonly note: Partial<IncomingNote> & { readonly exact: string };
  readonly place: object;
  readonly words?: string;
}

const units = (start: number, end: number) => ({ start, end, unit: 'UTF-16 units' as const });
const points = (start: number, end: number) => ({ start, end, unit: 'code points' as const });

const CASES: readonly Case[] = [
  {
    name: 'in code points of this edition',
    note: { exact: '𠮷野家', source: { hash: 'h' }, place: points(7, 10) },
    place: { kind: 'placed', by: 'position', span: codePointSpan(7, 10) },
  },
  {
    name: 'in UTF-16 units of this edition, behind an astral character',
    note: { exact: '𠮷野家', source: { hash: 'h' }, place: units(8, 12) },
    place: { kind: 'placed', by: 'position', span: codePointSpan(7, 10) },
  },
  {
    name: 'in the other script, at the place that the file says',
    note: { exact: '软件与数据库', source: { hash: 'h' }, place: points(16, 22) },
    place: { kind: 'placed', by: 'position', span: codePointSpan(16, 22) },
  },
  {
    name: 'where the file says, though it names no edition, since the words agree',
    note: { exact: '說好', place: points(34, 36) },
    place: { kind: 'placed', by: 'position', span: codePointSpan(34, 36) },
  },
  {
    name: 'elsewhere than a place that holds other words',
    note: { exact: '大阪', source: { hash: 'h' }, place: points(0, 2) },
    place: { kind: 'placed', by: 'quote' },
    words: '大阪',
  },
  {
    name: 'elsewhere than a place beyond the end',
    note: { exact: '大阪', source: { hash: 'h' }, place: points(1_000, 1_002) },
    place: { kind: 'placed', by: 'quote' },
    words: '大阪',
  },
  {
    name: 'nowhere, with the place as a proposal where other words stand',
    note: { exact: '沒有這些字', source: { hash: 'h' }, place: points(0, 5) },
    place: { kind: 'unsure', why: 'differs', proposal: codePointSpan(0, 5) },
  },
  {
    name: 'where its words went from an edition before',
    note: { exact: '軟件與數據庫', source: { hash: 'old' }, place: points(7, 13) },
    place: { kind: 'placed', by: 'edition' },
    words: '軟件與數據庫',
  },
  {
    name: 'nowhere, if its words were taken out since that edition',
    note: { exact: '刪去的一整段話都不在了', source: { hash: 'old' }, place: points(23, 34) },
    place: { kind: 'missing' },
  },
  { name: 'by its only words', note: { exact: '她說好' }, place: { kind: 'placed', by: 'quote' }, words: '她說好' },
  {
    name: 'by its only words in the other script and width',
    note: { exact: '数据库，Z' },
    place: { kind: 'placed', by: 'folded' },
    words: '數據庫，Ｚ',
  },
  {
    name: 'across blocks that a program put on one line',
    note: { exact: '大阪。 軟件' },
    place: { kind: 'placed', by: 'folded' },
    words: '大阪。\n軟件',
  },
  {
    name: 'by what is beside words that stand twice',
    note: { exact: '說好', quote: { exact: '說好', prefix: '他說好。她', suffix: '' } },
    place: { kind: 'placed', by: 'context', span: codePointSpan(34, 36) },
  },
  {
    name: 'by what is beside it in the other script',
    note: { exact: '说好', quote: { exact: '说好', prefix: '他说好。她', suffix: '。' } },
    place: { kind: 'placed', by: 'context', span: codePointSpan(34, 36) },
  },
  {
    name: 'perhaps at the first of several places that nothing tells apart',
    note: { exact: '一段重複的話' },
    place: { kind: 'unsure', why: 'several', proposal: codePointSpan(38, 44) },
  },
  {
    name: 'not by one character beside it that agrees by chance',
    note: { exact: '說好', quote: { exact: '說好', prefix: '完全是別的地方她', suffix: '' } },
    place: { kind: 'unsure', why: 'several' },
  },
  { name: 'nowhere by likeness', note: { exact: '𠮷野家在東京，𠮷野家也在大坂' }, place: { kind: 'missing' } },
  { name: 'nowhere without words', note: { exact: '' }, place: { kind: 'missing' } },
];

const noteOf = ({ exact, ...parts }: Case['note']): IncomingNote => incomingNote(exact, parts);

describe('the place of a note', () => {
  it.each(CASES)('is found $name', ({ note, place, words }) => {
    const [found] = placesOf([noteOf(note)], anchoredOn(TEXT, fold, [BEFORE]));
    expect(found).toMatchObject(place);
    if (words !== undefined) expect(found?.kind === 'placed' && canonicalOf(TEXT, found.span)).toBe(words);
  });

  it('is found for all notes at once as for each alone', () => {
    const notes = CASES.map(({ note }) => noteOf(note));
    const on = anchoredOn(TEXT, fold, [BEFORE]);
    expect(placesOf(notes, on)).toEqual(notes.map((note) => placesOf([note], on)[0]));
  });

  it('is any span that the file describes by position, in either unit, or by words that stand once', () => {
    const words = fc.string({
      unit: fc.constantFrom(...Array.from('軟件软𠮷𪚥aＡ。， ')),
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (lines, one, other) => {
        const text = textOfLines('t', 'h', lines);
        const index = indexOf(text);
        const [a, b] = [one % index.length, other % index.length];
        const span = codePointSpan(Math.min(a, b), Math.max(a, b) + 1);
        const exact = canonicalOf(text, span);
        const on = anchoredOn(text, fold);
        const source = { hash: 'h' };
        const [inPoints, inUnits, byWords] = placesOf(
          [
            incomingNote(exact, { source, place: { ...span, unit: 'code points' } }),
            incomingNote(exact, { source, place: units(index.toUnits(span.start), index.toUnits(span.end)) }),
            incomingNote(exact),
          ],
          on,
        );
        expect(inPoints).toEqual({ kind: 'placed', span, by: 'position' });
        expect(inUnits).toEqual({ kind: 'placed', span, by: 'position' });
        // White space at its ends is no part of what is looked for.
        if (byWords?.kind === 'placed') expect(canonicalOf(text, byWords.span).trim()).toBe(exact.trim());
      }),
    );
  });
});

describe('the place of a quote that was taken from what is displayed', () => {
  const source = textOfLines('t', 'h', ['我在互联网上写博客，用硬盘和U盘备份数据库。', '在量子计算实验室喝咖啡。']);
  const shownIn = async (text: Text, mode: 'taiwan-phrases' | 'simplified') =>
    new ShownText(text, await loadProjector(text.script, mode), true);

  it('is the words that show exactly it, also where they are of another length', async () => {
    const text: Text = { ...source, script: 'hans' };
    const shown = await shownIn(text, 'taiwan-phrases');
    const quotes = ['網際網路上寫部落格', '隨身碟備份資料庫', '喝咖啡'].map((exact) => incomingNote(exact));
    const before = placesOf(quotes, anchoredOn(text, fold));
    expect(before.map(({ kind }) => kind)).toEqual(['missing', 'missing', 'placed']);
    const found = toEnd(anchorDisplayed(quotes, before, shown, fold));
    expect(found.map((place) => place.kind === 'placed' && canonicalOf(text, place.span))).toEqual([
      '互联网上写博客',
      'U盘备份数据库',
      '喝咖啡',
    ]);
    expect(found.map((place) => place.kind === 'placed' && place.by)).toEqual(['displayed', 'displayed', 'quote']);
  });

  it('is unsure where the quote begins inside a unit, which cannot be marked in part', async () => {
    const text: Text = { ...source, script: 'hans' };
    const quotes = [incomingNote('際網路上')];
    const [place] = toEnd(
      anchorDisplayed(quotes, placesOf(quotes, anchoredOn(text, fold)), await shownIn(text, 'taiwan-phrases'), fold),
    );
    expect(place?.kind).toBe('unsure');
  });

  it('is where the file says, if that shows it', async () => {
    const text = { ...textOfLines('t', 'h', ['互联网与互联网。']), script: 'hans' as const };
    const quotes = [incomingNote('網際網路', { source: { hash: 'h' }, place: points(4, 7) })];
    const before = placesOf(quotes, anchoredOn(text, fold));
    expect(before).toMatchObject([{ kind: 'unsure', why: 'differs' }]);
    const found = toEnd(anchorDisplayed(quotes, before, await shownIn(text, 'taiwan-phrases'), fold));
    expect(found).toEqual([{ kind: 'placed', by: 'position', span: codePointSpan(4, 7) }]);
  });
});

describe('the places of very many notes', () => {
  /** A million characters out of some hundred, so that short words stand in thousands of places. */
  function million(): Text {
    let seed = 7;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % below;
    };
    const line = (): string => String.fromCharCode(...Array.from({ length: 200 }, () => 0x4e00 + next(1_500)));
    return textOfLines('t', 'h', Array.from({ length: 5_000 }, line));
  }

  it('are found for 10,000 in a text of a million characters, in slices', () => {
    const text = million();
    const at = (index: number) => (index * 99_991) % 990_000;
    const notes = Array.from({ length: 10_000 }, (_each, index) => {
      const length = [1, 2, 5, 9, 20, 60][index % 6] ?? 1;
      const [start, end] = [at(index), at(index) + length];
      const quote = {
        exact: canonicalOf(text, codePointSpan(start, end)),
        prefix: canonicalOf(text, codePointSpan(Math.max(0, start - 32), start)),
        suffix: canonicalOf(text, codePointSpan(end, end + 32)),
      };
      return incomingNote(quote.exact, { quote });
    });
    const on = anchoredOn(text, fold);
    const places = placesOf(notes, on);
    const wrong = places.filter((place, index) => {
      const exact = notes[index]?.quote.exact.trim() ?? '';
      return exact !== '' && (place.kind !== 'placed' || canonicalOf(text, place.span).trim() !== exact);
    });
    expect(wrong).toEqual([]);
    expect(
      places.filter(
        (place, index) =>
          place.kind === 'placed' &&
          place.span.start !== at(index) &&
          notes[index]?.quote.exact.startsWith('\n') === false,
      ).length,
    ).toBe(0);
  });
});
