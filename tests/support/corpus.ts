import { loadPreset } from '#core/script/preset';
import { readingText } from './bundled-text';
import { oracle } from './oracle';

/** Numbers in [0, 1) that a seed determines: mulberry32, by Tommy Ettinger, in the public domain. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The stuff that a corpus is made of. */
interface Stock {
  /** Clauses of real prose, in Simplified. */
  readonly clauses: readonly string[];
  /** Words of OpenCC's dictionary, in Simplified. */
  readonly words: readonly string[];
  /** Characters of those words, each as often as it occurs in them: the common ones are common. */
  readonly characters: readonly string[];
}

let loaded: Promise<Stock> | undefined;

async function loadStock(): Promise<Stock> {
  const prose = oracle('tw2s')(readingText);
  const { configs } = await loadPreset('cn2t');
  const [phrases = ''] = configs['s2t']?.conversionChain[0] ?? [];
  const words = phrases.split('|').map((entry) => entry.slice(0, entry.indexOf(' ')));
  return {
    clauses: prose.split(/[，。；、：\n]/u).filter(Boolean),
    words,
    characters: words.flatMap((word) => Array.from(word)),
  };
}

/**
 * Simplified text of a length in UTF-16 units, in paragraphs of about 200. Half of its clauses are real prose, drawn
 * again and again from the 115 clauses of the bundled text; a quarter are words of the dictionary, a quarter are
 * characters that rarely form one.
 */
export async function hansCorpus(length: number, seed = 1): Promise<string> {
  const { clauses, words, characters } = await (loaded ??= loadStock());
  const random = seeded(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const several = (from: readonly string[], most: number): string =>
    Array.from({ length: 2 + Math.floor(random() * most) }, () => pick(from)).join('');
  const clause = (): string => {
    const kind = random();
    return kind < 0.5 ? pick(clauses) : kind < 0.75 ? several(words, 4) : several(characters, 8);
  };
  const pieces: string[] = [];
  let total = 0;
  let inParagraph = 0;
  while (total < length) {
    const ends = inParagraph > 180;
    const piece = clause() + (ends ? '。\n' : random() < 0.3 ? '。' : '，');
    inParagraph = ends ? 0 : inParagraph + piece.length;
    total += piece.length;
    pieces.push(piece);
  }
  return pieces.join('').slice(0, length);
}
