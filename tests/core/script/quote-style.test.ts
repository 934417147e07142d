import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCRIPT_MODES } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import {
  QUOTE_CHOICES,
  quotedProjector,
  quotesIn,
  quoteStyleOf,
  withQuotes,
  type QuoteStyle,
} from '#core/script/quote-style';
import { loadFold } from '#core/search/fold';
import { codePointSpan, unitSpan } from '#core/support/offset';
import { readingText } from '../../support/bundled-text';
import { chineseText } from '../../support/chinese';

const QUOTES = ['“', '”', '‘', '’', '「', '」', '『', '』', '"', "'", 'don’t'] as const;

/** Random texts with quotation marks of all kinds in them, paired or not. */
const quotedText = (): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...QUOTES), chineseText()), { maxLength: 8 })
    .map((pieces) => pieces.join('').replaceAll('\n', ''));

describe('quotation marks', () => {
  it.each<[string, QuoteStyle, string, string]>([
    ['an outer and an inner pair', 'corner', '他说：“我读过‘红楼梦’。”', '他说：「我读过『红楼梦』。」'],
    ['the way back', 'curly', '他說：「我讀過『紅樓夢』。」', '他說：“我讀過‘紅樓夢’。”'],
    ['an apostrophe inside a word', 'corner', '他说：“I don’t know。”', '他说：「I don’t know。」'],
    ['an apostrophe inside inner quotes', 'corner', '“读‘Let’s go’吧”', '「读『Let’s go』吧」'],
    ['an apostrophe that closes nothing', 'corner', '学生们说：the students’ 书', '学生们说：the students’ 书'],
    ['an apostrophe that opens a word', 'corner', '英语里的 ‘em 是口语', '英语里的 ‘em 是口语'],
    ['an inner quote that is never closed', 'corner', '‘红楼梦', '『红楼梦'],
    ['a quote that goes on in the next paragraph', 'corner', '“第一段', '「第一段'],
    ['straight quotes', 'corner', '他说："好" \'好\'', '他说："好" \'好\''],
    ['words of another language alone', 'corner', 'He said “I don’t ‘know’”.', 'He said “I don’t ‘know’”.'],
    ['corner brackets that are there already', 'corner', '「好」“好”', '「好」「好」'],
    ['curly quotes that are there already', 'curly', '“好”「好」', '“好”“好”'],
  ])('are shown right: %s', (_case, style, text, shown) => {
    expect(withQuotes(text, style)).toBe(shown);
  });

  it('follow the script where that is asked for, and the text where nothing is', () => {
    expect(quoteStyleOf('by-script', 'zh-Hans')).toBe('curly');
    for (const tag of ['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK'] as const) {
      expect(quoteStyleOf('by-script', tag)).toBe('corner');
    }
    expect(quoteStyleOf('as-shown', 'zh-Hant')).toBeUndefined();
    expect(quoteStyleOf('curly', 'zh-Hant')).toBe('curly');
  });

  it('are corner brackets in columns, unless a reader chose curly ones', () => {
    expect(QUOTE_CHOICES.map((choice) => quotesIn(choice, 'vertical'))).toEqual([
      'corner',
      'corner',
      'curly',
      'corner',
    ]);
    expect(QUOTE_CHOICES.map((choice) => quotesIn(choice, 'horizontal'))).toEqual(QUOTE_CHOICES);
  });

  it('differ in the bundled text by quotation marks alone', () => {
    const corner = withQuotes(readingText, 'corner');
    expect(corner).toContain('處于「兩個百年」歷史交匯期');
    expect(corner).not.toMatch(/[“”]/);
    expect(withQuotes(corner, 'curly')).toBe(readingText);
  });

  it('are found whichever are typed', async () => {
    const folding = await loadFold();
    expect(folding.fold('「兩個百年」')).toBe(folding.fold('“两个百年”'));
    expect(folding.fold('『甲』')).toBe(folding.fold('‘甲’'));
  });
});

describe.each(SCRIPT_MODES)('quotation marks shown as %s', (mode) => {
  it.each<QuoteStyle>(['curly', 'corner'])(
    'of the %s kind move no place: every span goes out and back alike',
    async (style) => {
      const plain = await loadProjector('hans', mode);
      const quoted = quotedProjector(plain, style);
      fc.assert(
        fc.property(quotedText(), fc.nat(60), fc.nat(60), (text, one, other) => {
          const before = plain.project(text);
          const after = quoted.project(text);
          expect(after.source).toBe(text);
          expect(after.display).toHaveLength(before.display.length);
          expect(withQuotes(after.display, 'curly')).toBe(withQuotes(before.display, 'curly'));
          const length = Array.from(text).length;
          const [start, end] = [Math.min(one, other, length), Math.min(Math.max(one, other), length)];
          const span = codePointSpan(start, end);
          expect(after.toDisplay(span)).toEqual(before.toDisplay(span));
          const shown = unitSpan(Math.min(start, after.display.length), Math.min(end, after.display.length));
          expect(after.toCanonical(shown)).toEqual(before.toCanonical(shown));
        }),
        { numRuns: 200 },
      );
    },
  );
});
