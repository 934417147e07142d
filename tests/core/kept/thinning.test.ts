import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, keptOf } from '#core/kept/thinning';

const at = (year: number, month: number, day: number, hour = 12): number =>
  new Date(year, month - 1, day, hour).getTime();

const NOW = at(2026, 11, 26, 18);

/** A copy at noon of each of the last days, today first. */
const daily = (days: number): number[] => Array.from({ length: days }, (_, back) => at(2026, 11, 26 - back));

describe('keptOf keeps', () => {
  const cases: readonly { name: string; times: number[]; kept: number[] }[] = [
    { name: 'nothing of nothing', times: [], kept: [] },
    { name: 'the newest of one day', times: [at(2026, 11, 26, 9), at(2026, 11, 26, 17)], kept: [at(2026, 11, 26, 17)] },
    { name: 'all of twelve days', times: daily(12), kept: daily(12).reverse() },
    {
      name: 'the Sundays and ends of months before twelve days',
      times: daily(60),
      kept: [at(2026, 9, 30), ...[4, 11, 18, 25].map((day) => at(2026, 10, day)), at(2026, 10, 31)].concat(
        [at(2026, 11, 1), at(2026, 11, 8)],
        daily(12).reverse(),
      ),
    },
    {
      name: 'copies of long ago if none came since',
      times: [at(2019, 3, 1), at(2019, 3, 2), at(2020, 7, 7)],
      kept: [at(2019, 3, 1), at(2019, 3, 2), at(2020, 7, 7)],
    },
    {
      name: 'a copy from a clock that was ahead, beside the twelve days',
      times: [...daily(12), at(2031, 1, 1)],
      kept: [...daily(12).reverse(), at(2031, 1, 1)],
    },
  ];

  test.each(cases)('$name', ({ times, kept }) => {
    expect(keptOf(times, NOW)).toEqual(kept);
  });

  test('ten weeks and nine months where a copy was made each day for years', () => {
    const kept = keptOf(daily(1_000), NOW);
    expect(new Set(kept.map((time) => new Date(time).getMonth())).size).toBe(9);
    // 12 days, 10 weeks of which three are among the days, 9 months of which the last ends today.
    expect(kept).toHaveLength(27);
    expect(kept[0]).toBe(at(2026, 3, 31));
  });
});

const times = fc.array(fc.integer({ min: at(2024, 1, 1), max: NOW }), { maxLength: 120 });

test('thinning after each copy leaves what thinning all at once does', () => {
  fc.assert(
    fc.property(times, (made) => {
      const inOrder = [...made].sort((one, other) => one - other);
      let kept: readonly number[] = [];
      for (const time of inOrder) kept = keptOf([...kept, time], time);
      expect(kept).toEqual(keptOf(made, NOW));
    }),
  );
});

test('what is kept was made, is in order, never grows past its count, and holds the newest', () => {
  fc.assert(
    fc.property(times, (made) => {
      const kept = keptOf(made, NOW);
      expect(kept.every((time) => made.includes(time))).toBe(true);
      expect(kept).toEqual([...new Set(kept)].sort((one, other) => one - other));
      expect(kept.length).toBeLessThanOrEqual(12 + 10 + 9);
      expect(kept.at(-1)).toBe(made.length === 0 ? undefined : Math.max(...made));
      expect(keptOf(kept, NOW)).toEqual(kept);
      const days = [...new Set(made.map(dayOf))].sort((one, other) => other - one).slice(0, 12);
      expect(days.every((day) => kept.some((time) => dayOf(time) === day))).toBe(true);
    }),
  );
});
