import { describe, expect, it } from 'vitest';
import type { Alignment } from '#core/script/alignment';
import { vetoesOf } from '#core/script/careful';
import { compileSteps } from '#core/script/compile-table';
import { drained } from '#core/support/drained';
import { loadConversion } from '#core/script/conversion';
import { matchAt } from '#core/script/match-table';
import { seeded } from '../../support/corpus';
import { dictionaryWords, randomStrings } from '../../support/dictionary-words';
import { oracle } from '../../support/oracle';
import { loadReference, type Boundaries } from '../../support/reference-conversion';

/** The offsets at which an alignment lets both texts be cut. */
function boundariesOf({ count, src, dst, srcLength, dstLength }: Alignment, length: number): Boundaries {
  const boundaries: [number, number][] = [[0, 0]];
  let [from, to] = [0, 0];
  const walk = (end: number): void => {
    while (from < end) boundaries.push([++from, ++to]);
  };
  for (let block = 0; block < count; block++) {
    walk(src[block] ?? 0);
    expect(to).toBe(dst[block]);
    from += srcLength[block] ?? 0;
    to += dstLength[block] ?? 0;
    boundaries.push([from, to]);
  }
  walk(length);
  return boundaries;
}

/** Each boundary once: a chain may lead from one to another in two ways. As one string, which is quick to compare. */
const distinct = (boundaries: Boundaries): string =>
  [...new Set(boundaries.map(([from, to]) => `${from} ${to}`))].join('\n');

const NAMES = ['s2t', 's2tw', 's2twp', 's2hk', 't2s', 'tw2s', 'tw2sp', 'hk2s'] as const;

/** Words that change their length, or do not lie in the basic plane, are what a map is for: half are of that kind. */
async function textsOf(seed: number): Promise<string[]> {
  const words = await dictionaryWords();
  const hard = words.filter((word) => /[\ud800-\udfff\uf900-\ufaff]/.test(word));
  const growing = [
    '内存',
    '软件',
    '數據庫',
    '資料庫',
    '元数据',
    '奥尔夫',
    '记忆体',
    '記憶體',
    '滑鼠',
    '優化',
    '最佳化',
    '全局',
  ];
  const mixed = [
    ...words.filter((_word, index) => index % 40 === 0),
    ...hard,
    ...growing.flatMap((word) => Array<string>(400).fill(word)),
  ];
  const short = randomStrings(mixed, 150, seed, 9);
  // Long enough to be cut into pieces, with and without a place to cut at.
  const [long = ''] = randomStrings(mixed, 1, seed + 1, 9000).map((text) => text.replace(/[\u2ff0-\u2fff]/g, '木'));
  return [...short, long.slice(0, 20_000), long.replace(/[\n。]/g, '').slice(0, 10_000)];
}

const made = new Map<number, Promise<string[]>>();

const texts = (seed: number): Promise<string[]> => {
  const known = made.get(seed) ?? textsOf(seed);
  made.set(seed, known);
  return known;
};

describe.each(NAMES)('%s does exactly what the reference does', (name) => {
  it('to the text, and to every place where it may be cut', async () => {
    const { convert } = await loadConversion(name);
    const reference = await loadReference(name);
    const convertByOracle = oracle(name);
    for (const text of await texts(11)) {
      const { display, alignment } = convert(text);
      const wanted = reference(text);
      expect(display).toBe(wanted.display);
      // It takes a time that doubles with every operator that is not completed.
      if ((text.match(/[\u2ff0-\u2fff]/g)?.length ?? 0) < 4) expect(wanted.display).toBe(convertByOracle(text));
      expect(distinct(boundariesOf(alignment, text.length)) === distinct(wanted.boundaries), text).toBe(true);
    }
  }, 60_000);

  it('where phrases may not end in some places, by words or by chance', async () => {
    const { convert } = await loadConversion(name);
    const reference = await loadReference(name);
    const random = seeded(5);
    for (const [index, text] of (await texts(23)).entries()) {
      const byChance = Uint8Array.from({ length: text.length + 1 }, () => Number(random() < 0.3));
      const vetoes = index % 2 === 0 ? vetoesOf(text) : byChance;
      const { display, alignment } = convert(text, vetoes);
      const wanted = reference(text, vetoes);
      expect(display).toBe(wanted.display);
      expect(distinct(boundariesOf(alignment, text.length)) === distinct(wanted.boundaries), text).toBe(true);
    }
  }, 60_000);
});

describe('a table', () => {
  it('keeps slots empty, so that every search for a key ends', () => {
    const pairs = [
      '甲乙',
      '丙丁',
      '戊己',
      '庚辛',
      '子丑',
      '寅卯',
      '辰巳',
      '午未',
      '申酉',
      '戌亥',
      '天地',
      '玄黄',
      '宇宙',
      '洪荒',
    ];
    for (let count = 1; count <= pairs.length; count++) {
      const { slots } = drained(
        compileSteps([
          pairs
            .slice(0, count)
            .map((pair) => `${pair} 一二`)
            .join('|'),
        ]),
      );
      const empty = slots.filter((value, index) => index % 2 === 0 && value === 0).length;
      expect(empty).toBeGreaterThanOrEqual(slots.length / 2 / 5);
    }
  });

  it('is made in steps, none of which takes more than some hundred entries', () => {
    const dictionary = Array.from({ length: 40_000 }, (_entry, at) => {
      const key = String.fromCharCode(0x4e00 + (at % 200), 0x4e00 + Math.trunc(at / 200), 0x4e8c);
      return `${key} ${key}`;
    }).join('|');
    const steps = compileSteps([dictionary]);
    let count = 0;
    while (steps.next().done !== true) count++;
    expect(count).toBeGreaterThan(60);
  });

  it('lets the last of equal keys win in one dictionary, and the first dictionary among several', () => {
    const table = drained(compileSteps(['甲乙 一一|甲乙 二二', '甲乙 三三|甲乙丙 四四四']));
    const units = Uint16Array.from('甲乙丁', (character) => character.charCodeAt(0));
    const record = matchAt(table, units, 0, 2, { cuts: undefined, vetoes: undefined });
    const key = table.records[record + 1] ?? 0;
    expect(String.fromCharCode(...table.pool.subarray(key + 3, key + 5))).toBe('二二');
  });

  it.each(['甲', '甲 ', ' 乙', '甲 乙|', '甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙 丙'])(
    'is not made of %j',
    (source) => {
      expect(() => drained(compileSteps([source]))).toThrow('not a dictionary entry');
    },
  );
});
