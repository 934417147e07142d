import { pointsOf } from './folded-edition';

/** Steps that may be spent on comparing quotes with a text. */
const MOST_STEPS = 20_000_000;

interface Wanted {
  readonly quote: string;
  readonly points: Int32Array;
  at: number;
  count: number;
}

/** The longest power of two that is not more than a number. */
const powerBelow = (length: number): number => 2 ** Math.floor(Math.log2(length));

const BASE = 0x01000193;

function hashOf(points: Int32Array, length: number): number {
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, BASE) + (points[at] ?? 0)) | 0;
  return hash;
}

function stands(text: Int32Array, at: number, { points }: Wanted): boolean {
  if (at + points.length > text.length) return false;
  for (let next = 0; next < points.length; next++) if (text[at + next] !== points[next]) return false;
  return true;
}

/** One pass over the text for all quotes that are found by their first `length` code points. */
function scan(text: Int32Array, length: number, byHash: Map<number, Wanted[]>, effort: { left: number }): void {
  let out = 1;
  for (let step = 1; step < length; step++) out = Math.imul(out, BASE);
  let hash = hashOf(text, length);
  for (let at = 0; at + length <= text.length && effort.left > 0; at++) {
    for (const wanted of byHash.get(hash) ?? []) {
      if (wanted.count > 1) continue;
      effort.left -= wanted.points.length;
      if (!stands(text, at, wanted)) continue;
      wanted.count++;
      wanted.at = at;
    }
    hash = (Math.imul(hash - Math.imul(text[at] ?? 0, out), BASE) + (text[at + length] ?? 0)) | 0;
  }
}

/**
 * Where quotes stand in a text of code points if they stand there exactly once: the offset of each in code points, by
 * the quote. One pass for each power of two among the lengths, however many quotes; where texts are made to take
 * longer, nothing is found. Quotes of fewer than two code points are not looked for.
 */
export function uniqueQuotes(text: Int32Array, quotes: Iterable<string>): Map<string, number> {
  const all = Array.from(new Set(quotes), (quote): Wanted => ({ quote, points: pointsOf(quote), at: -1, count: 0 }));
  const byLength = new Map<number, Map<number, Wanted[]>>();
  for (const wanted of all) {
    if (wanted.points.length < 2) continue;
    const length = powerBelow(wanted.points.length);
    const byHash = byLength.get(length) ?? new Map<number, Wanted[]>();
    byLength.set(length, byHash);
    const hash = hashOf(wanted.points, length);
    const others = byHash.get(hash);
    if (others === undefined) byHash.set(hash, [wanted]);
    else others.push(wanted);
  }
  const effort = { left: MOST_STEPS };
  for (const [length, byHash] of byLength) scan(text, length, byHash, effort);
  if (effort.left <= 0) return new Map();
  return new Map(all.filter(({ count }) => count === 1).map(({ quote, at }) => [quote, at]));
}
