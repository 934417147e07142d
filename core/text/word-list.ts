import { loadPreset } from '../script/preset';

/** How common characters, and pairs of neighbours, are in a list of words. */
export interface WordList {
  /** How many words hold this character. */
  readonly characters: ReadonlyMap<string, number>;
  /** How many words hold these two characters side by side. */
  readonly pairs: ReadonlyMap<string, number>;
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Counts the characters and pairs of a list of words. */
export function countWords(words: Iterable<string>): WordList {
  const characters = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const word of words) {
    const parts = Array.from(word);
    parts.forEach((character, index) => {
      count(characters, character);
      const next = parts[index + 1];
      if (next !== undefined) count(pairs, character + next);
    });
  }
  return { characters, pairs };
}

/** The Traditional words of OpenCC's phrases from Simplified: some fifty thousand. */
export async function loadWordList(): Promise<WordList> {
  const { configs } = await loadPreset('cn2t');
  const dictionaries = configs['s2t']?.conversionChain.flat() ?? [];
  return countWords(
    dictionaries.flatMap((dictionary) => dictionary.split('|').map((entry) => entry.slice(entry.indexOf(' ') + 1))),
  );
}
