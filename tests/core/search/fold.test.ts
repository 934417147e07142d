import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFold, type Fold } from '#core/search/fold';

let fold: Fold;
beforeAll(async () => {
  fold = await loadFold();
});

describe('folding', () => {
  it.each([
    ['發展', '发展'],
    ['意味著', '意味着'],
    ['臺灣', '台湾'],
    ['ＡＢＣ１２３！', 'abc123!'],
    ['Wi-Fi', 'wi-fi'],
    ['數據庫', '数据库'],
  ])('makes %s and %s the same', (one, other) => {
    expect(fold.fold(one)).toBe(fold.fold(other));
  });

  it('keeps every offset, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold.fold(text)).toHaveLength(text.length);
      }),
    );
    expect(fold.fold('長'.repeat(100_000))).toBe('长'.repeat(100_000));
  });

  it('is done when done once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold.fold(fold.fold(text))).toBe(fold.fold(text));
      }),
    );
  });
});
