import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentRead, shareRead } from '#core/text/share-read';

describe('the share of a text that was read', () => {
  for (const [name, seen, expected] of [
    ['nothing at the beginning', { from: 0, to: 300, length: 1_000 }, 0],
    ['all once the end is in sight', { from: 700, to: 1_000, length: 1_000 }, 1],
    ['half in the middle', { from: 350, to: 650, length: 1_000 }, 0.5],
    ['all where all is in sight', { from: 0, to: 10, length: 10 }, 1],
    ['all of nothing', { from: 0, to: 0, length: 0 }, 1],
  ] as const) {
    it(`is ${name}`, () => {
      expect(shareRead(seen)).toBe(expected);
    });
  }

  it('is in whole percent 100 only once the end is in sight', () => {
    expect(percentRead({ from: 0, to: 300, length: 100_000 })).toBe(0);
    expect(percentRead({ from: 42_000, to: 42_300, length: 100_000 })).toBe(42);
    expect(percentRead({ from: 99_600, to: 99_999, length: 100_000 })).toBe(99);
    expect(percentRead({ from: 99_601, to: 100_000, length: 100_000 })).toBe(100);
  });

  it('grows as one reads on, and stays between nothing and all', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000), fc.nat(100), (from, seen, rest, step) => {
        const length = from + seen + rest + step;
        const now = shareRead({ from, to: from + seen, length });
        const then = shareRead({ from: from + step, to: from + step + seen, length });
        expect(now).toBeGreaterThanOrEqual(0);
        expect(then).toBeLessThanOrEqual(1);
        expect(then).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
