import { describe, expect, it } from 'vitest';
import { familiesIn, holdsAny } from '../../../renderer/page/sight-fonts';

const codes = (words: string): ReadonlySet<number> => new Set(Array.from(words, (sign) => sign.codePointAt(0) ?? 0));

describe('the range of a font', () => {
  it.each([
    ['U+4E00-9FFF', '一', true],
    ['U+4E00-9FFF', '，a', false],
    ['u+3001, U+300C-300D', '「', true],
    ['U+3001,U+300C-300D', '、', true],
    ['U+3001, U+300C-300D', '。', false],
    ['U+30??', '。', true],
    ['U+30??', '一', false],
    ['U+20000-2A6DF', '𠀀', true],
    ['', '一', true],
    ['U+4E00-9FFF', '', false],
  ])('%s, of %s: %s', (range, words, isHeld) => {
    expect(holdsAny(range, codes(words))).toBe(isHeld);
  });
});

describe('a list of families', () => {
  it('is told in its order, with quotes or without', () => {
    expect(familiesIn(`"Noto Serif TC Common", 'LXGW WenKai',serif`)).toEqual([
      'Noto Serif TC Common',
      'LXGW WenKai',
      'serif',
    ]);
  });
});
