import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWordList, WordList } from '#core/text/word-list';

/** Neighbours in Unicode among them. */
const SIGNS = ['一', '丁', '三', 'a', '，'];

/** Words of few characters, so that they meet. */
const words = fc.array(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 6 }), { maxLength: 20 });

describe('a list of words', () => {
  it('knows how often each character and each pair of neighbours stands in them', () => {
    fc.assert(
      fc.property(words, (all) => {
        const list = new WordList(all);
        for (const one of SIGNS) {
          expect(list.ofCharacter(one)).toBe(all.join('').split(one).length - 1);
          for (const next of SIGNS) {
            const pairs = all.map((word) => Array.from(word).filter((_, at) => word.startsWith(one + next, at)).length);
            expect(list.ofPair(one, next)).toBe(pairs.reduce((sum, count) => sum + count, 0));
          }
        }
      }),
    );
  });

  it('holds the words of the dictionaries, and not what leads to them', async () => {
    const list = await loadWordList();
    expect(list.ofPair('北', '京')).toBeGreaterThan(1);
    expect(list.ofPair('發', '展')).toBeGreaterThan(1);
    expect(list.ofPair('发', '展')).toBe(0);
    expect(list.ofCharacter(' ')).toBe(0);
    expect(list.ofCharacter('|')).toBe(0);
  });
});
