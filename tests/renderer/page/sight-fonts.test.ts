import { describe, expect, it } from 'vitest';
import { familiesIn, filesFor, type FontFile } from '../../../renderer/page/sight-fonts';

const file = (family: string, name: string, range: string, weight = '200 900'): FontFile => ({
  ...{ family, name, range, weight },
});

describe('the files that words are set in', () => {
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
  ])('of a range %s, for %s: %s', (range, words, isHeld) => {
    expect(filesFor(words, [file('Song', 'song', range)], ['Song'])).toEqual(isHeld ? ['song'] : []);
  });

  it('are those that hold a character first, in the order of the families', () => {
    const files = [
      file('Slices', 'slice-1', 'U+4E00-4EFF'),
      file('Slices', 'slice-2', 'U+9F00-9FFF'),
      file('Common', 'common', 'U+4E00-4E8C', '400'),
      file('Unworn', 'unworn', ''),
    ];
    expect(filesFor('一二', files, ['Common', 'Slices'])).toEqual(['common']);
    expect(filesFor('龍一', files, ['Common', 'Slices'])).toEqual(['common', 'slice-2']);
    expect(filesFor('一二', files, ['Slices', 'Common'])).toEqual(['slice-1']);
  });

  it('are none of a bold face', () => {
    const range = 'U+3001-3002';
    const files = [
      file('Signs', 'bold', range, '700'),
      file('Signs', 'bolder', range, 'bold'),
      file('Signs', 'regular', range, 'normal'),
    ];
    expect(filesFor('。', files, ['Signs'])).toEqual(['regular']);
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
