import { pointsOf } from './folded-edition';
import { passesFor, stands, type Sought } from './quote-scan';

/** Steps that may be spent on comparing quotes with a text. */
const MOST_STEPS = 20_000_000;

interface Wanted extends Sought {
  readonly quote: string;
  at: number;
  count: number;
}

/**
 * Where quotes stand in a text of code points if they stand there exactly once: the offset of each in code points, by
 * the quote; where texts are made to take longer, nothing is found. Quotes of fewer than two code points are not looked
 * for.
 */
export function uniqueQuotes(text: Int32Array, quotes: Iterable<string>): Map<string, number> {
  const all = Array.from(new Set(quotes), (quote): Wanted => ({ quote, points: pointsOf(quote), at: -1, count: 0 }));
  const long = all.filter(({ points }) => points.length >= 2);
  let left = MOST_STEPS;
  const meet = (wanted: Wanted, at: number): void => {
    if (wanted.count > 1 || left <= 0) return;
    left -= wanted.points.length;
    if (!stands(text, at, wanted)) return;
    wanted.count++;
    wanted.at = at;
  };
  const passes = passesFor(text, long, meet);
  while (passes.next().done !== true) if (left <= 0) return new Map();
  return new Map(all.filter(({ count }) => count === 1).map(({ quote, at }) => [quote, at]));
}
