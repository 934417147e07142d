import { loadPreset } from '#core/script/preset';
import { seeded } from './corpus';

/** All keys and values of all dictionaries, each once. */
export async function dictionaryWords(): Promise<string[]> {
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
export function randomStrings(words: readonly string[], count: number, seed: number, mostPieces = 6): string[] {
  const random = seeded(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const piece = (): string => {
    const kind = random();
    if (kind < 0.5) return pick(words);
    if (kind < 0.7) return pick(words).slice(0, 1 + Math.floor(random() * 3));
    if (kind < 0.85) return pick(ODD);
    return kind < 0.97 ? pick(words).slice(-1) : String.fromCharCode(Math.floor(random() * 0x10000));
  };
  const pieces = (): string[] => Array.from({ length: 1 + Math.floor(random() * mostPieces) }, piece);
  return Array.from({ length: count }, () => pieces().join(''));
}
