import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestAscending } from '#core/anchor/ascending';
import { pointsOf } from '#core/anchor/folded-edition';
import { matchPoints } from '#core/anchor/match-points';
import { uniqueQuotes } from '#core/anchor/unique-quotes';

const few = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '𠮷', '\n'), maxLength: 200 });

const runsOf = (old: string, now: string, left = 1_000_000) => matchPoints(pointsOf(old), pointsOf(now), { left });

describe('what two sequences have in common', () => {
  it('is equal on both sides, in order, without overlap', () => {
    fc.assert(
      fc.property(few, few, (old, now) => {
        const [before, after] = [pointsOf(old), pointsOf(now)];
        let [from, to] = [0, 0];
        for (const run of matchPoints(before, after, { left: 1_000_000 })) {
          expect(run.length).toBeGreaterThan(0);
          expect(run.from).toBeGreaterThanOrEqual(from);
          expect(run.to).toBeGreaterThanOrEqual(to);
          expect(before.subarray(run.from, run.from + run.length)).toEqual(after.subarray(run.to, run.to + run.length));
          from = run.from + run.length;
          to = run.to + run.length;
        }
        expect(from).toBeLessThanOrEqual(before.length);
        expect(to).toBeLessThanOrEqual(after.length);
      }),
    );
  });

  it('is everything where nothing was changed, and also without effort', () => {
    fc.assert(
      fc.property(few, (text) => {
        const length = pointsOf(text).length;
        expect(runsOf(text, text, 0)).toEqual(length === 0 ? [] : [{ from: 0, to: 0, length }]);
      }),
    );
  });

  it.each([
    [
      'what stands between changes',
      '一二三四五六',
      '一二三七五六',
      [
        [0, 0, 3],
        [4, 4, 2],
      ],
    ],
    ['no single character amid words written anew', '春天的花開了在', '秋夜裡的月亮圓', []],
    [
      'both ends',
      '開頭中間結尾',
      '開頭結尾',
      [
        [0, 0, 2],
        [4, 2, 2],
      ],
    ],
  ])('is %s', (_name, old, now, runs) => {
    expect(runsOf(old, now).map(({ from, to, length }) => [from, to, length])).toEqual(runs);
  });
});

describe('the heaviest ascending subsequence', () => {
  const heaviest = (values: readonly number[], weights: readonly number[]): number => {
    const best = values.map(() => 0);
    values.forEach((value, at) => {
      if (value < 0) return;
      const before = values.slice(0, at).map((other, place) => (other >= 0 && other < value ? (best[place] ?? 0) : 0));
      best[at] = Math.max(0, ...before) + (weights[at] ?? 1);
    });
    return Math.max(0, ...best);
  };

  it('weighs as much as the best of all', () => {
    const entry = fc.record({ value: fc.integer({ min: -1, max: 12 }), weight: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const values = entries.map(({ value }) => value);
        const weights = entries.map(({ weight }) => weight);
        const chain = heaviestAscending(values, weights);
        const chosen = chain.map((at) => values[at] ?? -1);
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        expect(chosen.every((value) => value >= 0)).toBe(true);
        expect(chain.reduce((sum, at) => sum + (weights[at] ?? 0), 0)).toBe(heaviest(values, weights));
        expect(heaviestAscending(values)).toHaveLength(heaviest(values, []));
      }),
    );
  });
});

describe('quotes that stand once', () => {
  it('are found exactly where indexOf finds them alone', () => {
    fc.assert(
      fc.property(
        few,
        fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 9 })),
        (text, quotes) => {
          const found = uniqueQuotes(pointsOf(text), quotes);
          for (const quote of quotes) {
            const at = text.indexOf(quote);
            const isOnce = quote.length > 1 && at >= 0 && !text.includes(quote, at + 1);
            expect(found.get(quote)).toBe(isOnce ? Array.from(text.slice(0, at)).length : undefined);
          }
        },
      ),
    );
  });
});
