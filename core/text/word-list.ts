import { loadPreset } from '../script/preset';

/** Places that UTF-16 has. */
const UNITS = 0x10000;

/** Two UTF-16 units as one number. */
const pairOf = (unit: number, next: number): number => unit * UNITS + next;

/** The place of the first of some sorted numbers that is not smaller than this one. */
function lowerBound(sorted: Uint32Array, wanted: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

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
    return lowerBound(this.#pairs, pair + 1) - lowerBound(this.#pairs, pair);
  }
}

/** The words of entries `key word|key word`, the dictionaries of OpenCC. */
function* wordsIn(dictionary: string): Generator<string> {
  for (let at = 0; at < dictionary.length;) {
    const bar = dictionary.indexOf('|', at);
    const end = bar < 0 ? dictionary.length : bar;
    const space = dictionary.indexOf(' ', at);
    yield dictionary.slice(space < 0 || space > end ? at : space + 1, end);
    at = end + 1;
  }
}

/** The Traditional words of OpenCC's phrases from Simplified: some fifty thousand. */
export async function loadWordList(): Promise<WordList> {
  const { configs } = await loadPreset('cn2t');
  const dictionaries = configs['s2t']?.conversionChain.flat() ?? [];
  return new WordList(
    (function* () {
      for (const dictionary of dictionaries) yield* wordsIn(dictionary);
    })(),
  );
}
