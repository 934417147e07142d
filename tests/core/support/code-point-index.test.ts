import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCodePoints, splitsPair } from '#core/support/code-point-index';

describe('counting code points', () => {
  it('agrees with iterating over the string, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const index = indexCodePoints(text);
        const points = Array.from(text);
        expect(index.length).toBe(points.length);
        let units = 0;
        points.forEach((point, at) => {
          expect(index.toUnits(at)).toBe(units);
          for (let inside = 0; inside < point.length; inside++) expect(index.toCodePoints(units + inside)).toBe(at);
          units += point.length;
        });
        expect(index.toUnits(points.length)).toBe(text.length);
        expect(index.toCodePoints(text.length)).toBe(points.length);
      }),
    );
  });

  it('stays within the string', () => {
    const index = indexCodePoints('a𠮷');
    expect([index.toUnits(-3), index.toUnits(99), index.toCodePoints(-1), index.toCodePoints(99)]).toEqual([
      0, 3, 0, 2,
    ]);
  });

  it('knows the middle of a pair', () => {
    expect([0, 1, 2, 3].map((at) => splitsPair('a𠮷', at))).toEqual([false, false, true, false]);
    expect(splitsPair('\ud800a', 1)).toBe(false);
  });
});
