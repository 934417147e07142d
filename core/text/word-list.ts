import { loadPreset } from '../script/preset';
import { countBelow } from '../support/count-below';

/** Places that UTF-16 has. */
const UNITS = 0x10000;

/** Two UTF-16 units as one number. */
const pairOf = (unit: number, next: number): number => unit * UNITS + next;

/**
 * How common characters, and pairs of neighbours, are in a list of words. Of what GBK has, which lies in the Basic
 * Multilingual Plane: numbers, sorted, are counted several times as fast as strings.
 */
export class WordList {
  /** How often each UTF-16 unit stands in a word. */
  readonly #units = new Uint32Array(UNITS);
  /** Each pair of neighbours as often as there is one, in order. */
  readonly #pairs: Uint32Array;

  constructor(words: Iterable<string>) {
    const pairs: number[] = [];
    for (const word of words) {
      for (let at = 0; at < word.length; at++) {
        const unit = word.charCodeAt(at);
        this.#units[unit] = (this.#units[unit] ?? 0) + 1;
        if (at + 1 < word.length) pairs.push(pairOf(unit, word.charCodeAt(at + 1)));
      }
    }
    this.#pairs = Uint32Array.from(pairs).sort();
  }

  /** How often a character of one unit stands in the words. */
  ofCharacter(character: string): number {
    return this.#units[character.charCodeAt(0)] ?? 0;
  }

  /** How often two characters of one unit each stand side by side in the words. */
  ofPair(character: string, next: string): number {
    const pair = pairOf(character.charCodeAt(0), next.charCodeAt(0));
    return countBelow(this.#pairs, pair + 1) - countBelow(this.#pairs, pair);
  }
}

/** The words of entries `key word|key word`, the dictionaries of OpenCC. */
function* wordsIn(dictionaries: readonly string[]): Generator<string> {
  for (const dictionary of dictionaries) {
    for (const entry of dictionary.split('|')) yield entry.slice(entry.indexOf(' ') + 1);
  }
}

/** The Traditional words of OpenCC's phrases from Simplified: some fifty thousand. */
export async function loadWordList(): Promise<WordList> {
  const { configs } = await loadPreset('cn2t');
  return new WordList(wordsIn(configs['s2t']?.conversionChain.flat() ?? []));
}
