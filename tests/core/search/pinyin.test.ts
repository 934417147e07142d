import { pinyin } from 'pinyin-pro';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFold } from '#core/search/fold';
import { parsePinyin } from '#core/search/pinyin-query';
import { loadReadings, readingsFrom, type Readings } from '#core/search/pinyin-readings';
import { bundledText } from '../../support/bundled-text';
import { searched, textOfLines, type Searched } from '../../support/searched';

describe('reading what is typed as pinyin', () => {
  it.each<[string, string[][]]>([
    ['fazhan', [['fa', 'zhan']]],
    ['fa zhan', [['fa', 'zhan']]],
    ['fā zhǎn', [['fa', 'zhan']]],
    ['fāzhǎn', [['fa', 'zhan']]],
    ['fa1zhan3', [['fa', 'zhan']]],
    ['FaZhan', [['fa', 'zhan']]],
    ['ｆａｚｈａｎ', [['fa', 'zhan']]],
    ['xian', [['xian'], ['xi', 'an']]],
    ["xi'an", [['xi', 'an']]],
    ['xi an', [['xi', 'an']]],
    [
      'fangan',
      [
        ['fang', 'an'],
        ['fan', 'gan'],
      ],
    ],
    ['nv', [['nü']]],
    ['nǚ', [['nü']]],
    ['lu:4', [['lü']]],
    ['lüe', [['lüe']]],
    ['lve', [['lüe']]],
    ['lue', [['lüe'], ['lu', 'e']]],
    ['ju', [['ju']]],
    ['jü', [['ju']]],
    ['xyz', []],
    ['发展', []],
    ['', []],
    [' ', []],
  ])('%s may be %j', (typed, ways) => {
    const parsed = parsePinyin(typed);
    for (const way of ways) expect(parsed).toContainEqual(way);
    if (ways.length === 0) expect(parsed).toEqual([]);
    else expect(parsed[0]).toEqual(ways[0]);
  });

  it('knows every syllable that a character has', () => {
    const syllables = new Set<string>();
    for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
      const character = String.fromCharCode(unit);
      for (const reading of pinyin(character, { multiple: true, toneType: 'none', type: 'array' })) {
        if (/^[a-zü]{2,}$/.test(reading)) syllables.add(reading);
      }
    }
    // Cries without a vowel are nothing that anybody looks for.
    const unknown = [...syllables].filter((syllable) => !parsePinyin(syllable).some((way) => way.length === 1));
    expect(unknown.toSorted()).toEqual(['hng', 'ng']);
    expect(syllables.size).toBeGreaterThan(400);
  });

  it('ends soon on nonsense', () => {
    expect(parsePinyin('anananananananananananananananananananananananananananax')).toEqual([]);
    expect(parsePinyin('a'.repeat(100_000))).toEqual([]);
    expect(parsePinyin('an'.repeat(25)).length).toBeLessThanOrEqual(24);
  });
});

describe('readings', () => {
  it('are any that a character has, or the Simplified one that it is folded to', () => {
    const table: Record<string, string[]> = { 行: ['xing', 'hang', 'xing'], 著: ['zhu'], 着: ['zhe', 'zhuo'] };
    const readings = readingsFrom((character) => table[character] ?? [character], makeFold([['著', '着']]));
    expect(readings.unitsOf('xing')).toEqual([]);
    while (readings.step());
    const of = (syllable: string): string => String.fromCharCode(...readings.unitsOf(syllable));
    expect(['xing', 'hang', 'zhu', 'zhe', '一'].map(of)).toEqual(['行', '行', '著', '着著', '']);
  });
});

describe('pinyin', () => {
  let readings: Readings;
  let bundled: Searched;
  beforeAll(async () => {
    readings = await loadReadings();
    while (readings.step());
    bundled = await searched(await bundledText());
  });

  it.each(['fa zhan', 'fazhan', 'fā zhǎn', 'fa1zhan3', 'Fāzhǎn'])('finds 發展 in every script as %s', (typed) => {
    for (const mode of ['original', 'simplified', 'taiwan-phrases'] as const) {
      expect(bundled.find(typed, mode, { readings })).toEqual(bundled.find('發展'));
    }
    expect(bundled.find(typed)).toEqual([]);
  });

  it.each([
    ['yinhang', '银行'],
    ['xingzou', '行走'],
    ['zhuzuo', '著作'],
    ['yiweizhe', '意味着'],
    ['qianlong', '乾隆'],
    ['xian', '先'],
    ['xian', '西安'],
    ["xi'an", '西安'],
    ['nvren', '女人'],
    ['wifi', 'wifi'],
  ])('%s finds %s', async (typed, words) => {
    const one = await searched(textOfLines('银行，行走，著作，意味着，乾隆，先，西安，女人，wifi', 'hans'));
    expect(one.words(typed, 'original', { readings })).toContain(words);
  });

  it('finds what only the displayed words read', async () => {
    const one = await searched(textOfLines('优化互联网', 'hans'));
    expect(one.words('zuijiahua', 'taiwan-phrases', { readings })).toEqual(['优化']);
    expect(one.words('wangji', 'taiwan-phrases', { readings })).toEqual(['互联网']);
    expect(one.words('youhua', 'taiwan-phrases', { readings })).toEqual(['优化']);
  });

  it('leaves Chinese words to be found as they are', () => {
    expect(bundled.find('发展', 'original', { readings })).toEqual(bundled.find('發展'));
  });
});
