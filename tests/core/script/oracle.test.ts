import { describe, expect, it } from 'vitest';
import { loadConversion } from '#core/script/conversion';
import type { Conversion } from '#core/script/conversion-table';
import { loadPreset } from '#core/script/preset';
import { hansCorpus, seeded } from '../../support/corpus';
import { oracle } from '../../support/oracle';

const CONVERSIONS: readonly Conversion[] = [
  ...(['s2t', 's2tw', 's2twp', 's2hk', 't2s', 't2tw', 't2twp', 't2hk'] as const),
  ...(['tw2s', 'tw2sp', 'tw2t', 'tw2hk', 'hk2s', 'hk2t', 'hk2tw', 'hk2twp'] as const),
];

/** All keys and values of all dictionaries, each once. */
async function dictionaryWords(): Promise<string[]> {
  const presets = [await loadPreset('cn2t'), await loadPreset('t2cn')];
  const groups = presets.flatMap(({ configs, from, to }) => [
    ...Object.values(configs).flatMap(({ normalizationChain, conversionChain }) => [
      ...normalizationChain,
      ...conversionChain,
    ]),
    ...Object.values(from).flat(),
    ...Object.values(to).flat(),
  ]);
  const sources = new Set(groups.flat());
  return [...new Set([...sources].flatMap((source) => source.split('|')).flatMap((entry) => entry.split(' ')))];
}

const ODD = [
  ...['\ud800', '\udc00', '𠮷', '𡃁', '𫝈', '👩‍👩‍👧', '葛\u{e0100}', '辻\ufe00', '豈', '\ufa0e', '\u{2f800}', '\r\n', '\n'],
  ...[
    '\ufeff',
    '\u3000',
    ' ',
    '，',
    '。',
    '⿰木木',
    '⿱',
    '⿲一二三',
    '⿻',
    'Wi-Fi',
    '2.9',
    '「',
    '』',
    'é',
    '\0',
    '|',
    'が',
  ],
];

/** Strings of words of the dictionaries, their parts, any characters of them, and what is odd, from a seed. */
function randomStrings(words: readonly string[], count: number, seed: number): string[] {
  const random = seeded(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const piece = (): string => {
    const kind = random();
    if (kind < 0.5) return pick(words);
    if (kind < 0.7) return pick(words).slice(0, 1 + Math.floor(random() * 3));
    if (kind < 0.85) return pick(ODD);
    return kind < 0.97 ? pick(words).slice(-1) : String.fromCharCode(Math.floor(random() * 0x10000));
  };
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(random() * 6) }, piece).join(''));
}

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
  it('every key and every value of every dictionary', async () => {
    const words = await dictionaryWords();
    expect(words.length).toBeGreaterThan(100_000);
    expect(await differences(name, words)).toEqual([]);
  }, 60_000);

  it('all of them in one breath, without anything between', async () => {
    const words = await dictionaryWords();
    const shuffled = randomStrings(words, 20_000, 7);
    expect(await differences(name, [words.join(''), words.join('，'), shuffled.join('')])).toEqual([]);
  }, 60_000);

  it('100,000 random strings', async () => {
    expect(await differences(name, randomStrings(await dictionaryWords(), 100_000, 42))).toEqual([]);
  }, 60_000);

  it('a corpus of 10,000,000 characters', async () => {
    const source = SOURCE_OF[name.split('2')[0] ?? ''];
    for (let seed = 1; seed <= 10; seed++) expect(await differences(name, [await corpusIn(source, seed)])).toEqual([]);
  }, 120_000);
});

it('cuts long texts only at signs that stand in no key', async () => {
  expect((await dictionaryWords()).filter((word) => /[\n。]/.test(word))).toEqual([]);
});
