import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanNumeral } from '#core/text/han-numeral';

const VALUES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const MYRIADS: Readonly<Record<string, number>> = { 萬: 1e4, 億: 1e8, 兆: 1e12 };

/** Reads what was written out, from left to right. */
function read(words: string): number {
  let [sum, part, digit] = [0, 0, 0];
  for (const sign of words.startsWith('十') ? `一${words}` : words) {
    const [place, myriad] = [VALUES[sign], MYRIADS[sign]];
    if (place !== undefined) [part, digit] = [part + digit * place, 0];
    else if (myriad !== undefined) [sum, part, digit] = [sum + (part + digit) * myriad, 0, 0];
    else digit = '零一二三四五六七八九'.indexOf(sign);
  }
  return sum + part + digit;
}

describe('a count written out for a column', () => {
  it.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [316, '三百一十六'],
    [1_005, '一千零五'],
    [2_021, '二千零二十一'],
    [10_000, '一萬'],
    [10_500, '一萬零五百'],
    [123_456, '十二萬三千四百五十六'],
    [1_000_001, '一百萬零一'],
    [100_010_000, '一億零一萬'],
  ])('says %i as it is read: %s', (value, words) => {
    expect(hanNumeral(value, 'traditional')).toBe(words);
  });

  it('has the signs of either script, and leaves figures where there are no words', () => {
    expect(hanNumeral(320_000_000, 'simplified')).toBe('三亿二千万');
    expect(hanNumeral(1.5, 'traditional')).toBe('1.5');
    expect(hanNumeral(-3, 'traditional')).toBe('-3');
  });

  it('is read as the count that it was, and never says two empty places', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat({ max: 99_999 }), fc.nat({ max: 2_000_000_000 })), (value) => {
        const words = hanNumeral(value, 'traditional');
        expect(read(words)).toBe(value);
        expect(words).not.toMatch(/零零|零$(?<!^零)/u);
      }),
    );
  });
});
