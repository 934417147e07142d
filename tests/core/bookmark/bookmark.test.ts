import { describe, expect, it } from 'vitest';
import { bookmarkEdited, inPlaceOrder, isLiveBookmark, newBookmark, offsetIn, wordsAt } from '#core/bookmark/bookmark';
import { deriveText } from '#core/text/derive-text';
import { canonicalOf } from '#core/text/text-index';
import type { Text } from '#core/text/text';
import { loadWordList } from '#core/text/word-list';

const words = await loadWordList();
const textOf = (content: string, hash = '1'): Text =>
  deriveText({ id: 'a', title: 'a', hash, content, script: 'hant' }, { words, roundTrip: (text) => text });

const text = textOf('子曰：學而時習之，不亦說乎？\n有朋自遠方來，不亦樂乎？\n𠮷𠮷𠮷');

describe('a bookmark', () => {
  for (const [offset, expected] of [
    [0, '子曰：學而時習之'],
    [3, '學而時習之，不亦說乎'],
    [13, '？'],
    [14, '？'],
    [15, '有朋自遠方來'],
    [28, '𠮷𠮷𠮷'],
    [1_000, '𠮷'],
  ] as const) {
    it(`at ${offset} is called by the first words there, within its paragraph`, () => {
      expect(canonicalOf(text, wordsAt(text, offset))).toBe(expected);
    });
  }

  it('changes by edits that leave the one before as it was', () => {
    const made = newBookmark(text, 3, 'id', 10);
    expect(made).toMatchObject({
      name: '',
      offset: 3,
      textHash: '1',
      rev: 1,
      quote: { exact: '學而時習之，不亦說乎' },
    });
    const named = bookmarkEdited(made, { kind: 'rename-bookmark', name: ' 一 ' }, 20);
    expect(named).toMatchObject({ name: ' 一 ', modified: 20, rev: 2 });
    const gone = bookmarkEdited(named, { kind: 'delete-bookmark' }, 30);
    expect([made, named, gone].map(isLiveBookmark)).toEqual([true, true, false]);
    expect(made.name).toBe('');
  });

  it('is found again in another edition by its words, and left at its place where they are not there once', () => {
    const made = newBookmark(text, 15, 'id', 10);
    expect(offsetIn(text, made)).toBe(15);
    const longer = textOf('序言一句。\n子曰：學而時習之，不亦說乎？\n有朋自遠方來，不亦樂乎？', '2');
    expect(canonicalOf(longer, wordsAt(longer, offsetIn(longer, made)))).toBe('有朋自遠方來');
    expect(offsetIn(textOf('全然不同的文字', '3'), made)).toBe(7);
    expect(offsetIn(textOf('有朋自遠方來。有朋自遠方來。', '4'), made)).toBe(14);
  });

  it('stands in the order of the text, then of age', () => {
    const at = (offset: number, created: number) => newBookmark(text, offset, `${offset}-${created}`, created);
    expect(inPlaceOrder([at(5, 2), at(5, 1), at(0, 3)]).map(({ id }) => id)).toEqual(['0-3', '5-1', '5-2']);
  });
});
