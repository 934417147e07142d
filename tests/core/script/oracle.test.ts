import { describe, expect, it } from 'vitest';
import { loadConversion } from '#core/script/conversion';
import type { Conversion } from '#core/script/conversion-table';
import { hansCorpus } from '../../support/corpus';
import { dictionaryWords, randomStrings } from '../../support/dictionary-words';
import { oracle } from '../../support/oracle';

const CONVERSIONS: readonly Conversion[] = [
  ...(['s2t', 's2tw', 's2twp', 's2hk', 't2s', 't2tw', 't2twp', 't2hk'] as const),
  ...(['tw2s', 'tw2sp', 'tw2t', 'tw2hk', 'hk2s', 'hk2t', 'hk2tw', 'hk2twp'] as const),
];

/** Set for what takes minutes: each word by itself, which the words one after the other nearly say too, and ten times as much. */
const isLong = process.env['LONG_TESTS'] !== undefined;

/** Millions of characters, and thousands of random strings, for each conversion. */
const MILLIONS = isLong ? 10 : 1;
const THOUSANDS = isLong ? 100 : 10;

const SOURCE_OF: Readonly<Record<string, Conversion>> = { t: 's2t', tw: 's2twp', hk: 's2hk' };

const corpora = new Map<string, Promise<string>>();

/** A million characters of the corpus, in Simplified or as a conversion shows them. */
function corpusIn(shownBy: Conversion | undefined, seed: number): Promise<string> {
  const key = `${shownBy ?? 's'} ${seed}`;
  const make = async (): Promise<string> => {
    if (shownBy === undefined) return hansCorpus(1_000_000, seed);
    return oracle(shownBy)(await corpusIn(undefined, seed));
  };
  const known = corpora.get(key) ?? make();
  corpora.set(key, known);
  return known;
}

/** Where two texts first differ, for a message that can be read. */
function difference(source: string, ours: string, theirs: string): string | undefined {
  if (ours === theirs) return undefined;
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 8), at + 8));
  return `${around(source)}: ${around(ours)} is not ${around(theirs)}`;
}

async function differences(name: Conversion, texts: Iterable<string>): Promise<string[]> {
  const conversion = await loadConversion(name);
  const converter = oracle(name);
  const found: string[] = [];
  for (const text of texts) {
    const one = difference(text, conversion.convert(text).display, converter(text));
    if (one !== undefined) found.push(one);
  }
  return found;
}

describe.each(CONVERSIONS)('%s reads as opencc-js would convert', (name) => {
  it.runIf(isLong)(
    'every key and every value of every dictionary',
    async () => {
      const words = await dictionaryWords();
      expect(words.length).toBeGreaterThan(100_000);
      expect(await differences(name, words)).toEqual([]);
    },
    60_000,
  );

  it('all of them in one breath, without anything between', async () => {
    const words = await dictionaryWords();
    expect(words.length).toBeGreaterThan(100_000);
    const shuffled = randomStrings(words, 20_000, 7);
    expect(await differences(name, [words.join(''), words.join('，'), shuffled.join('')])).toEqual([]);
  }, 60_000);

  it(`${THOUSANDS},000 random strings`, async () => {
    expect(await differences(name, randomStrings(await dictionaryWords(), THOUSANDS * 1_000, 42))).toEqual([]);
  }, 60_000);

  it(`a corpus of ${MILLIONS},000,000 characters`, async () => {
    const source = SOURCE_OF[name.split('2')[0] ?? ''];
    for (let seed = 1; seed <= MILLIONS; seed++) {
      expect(await differences(name, [await corpusIn(source, seed)])).toEqual([]);
    }
  }, 120_000);
});

it('cuts long texts only at signs that stand in no key', async () => {
  expect((await dictionaryWords()).filter((word) => /[\n。]/.test(word))).toEqual([]);
});
