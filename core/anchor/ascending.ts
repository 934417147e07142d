import { countBelow } from '../support/count-below';

/** Ranks of the values that take part (those not negative), from 1; equal values have the same rank. */
function ranksOf(values: ArrayLike<number>): Int32Array {
  const sorted = Float64Array.from(values).sort();
  const ranks = new Int32Array(values.length);
  for (let at = 0; at < ranks.length; at++) {
    const value = values[at] ?? -1;
    if (value >= 0) ranks[at] = countBelow(sorted, value) + 1;
  }
  return ranks;
}

/**
 * The places in `values` of a strictly ascending subsequence whose weights sum up highest, in order (a Fenwick tree of
 * best ends, n log n); negative values take no part. Without weights it is one of the longest.
 */
export function heaviestAscending(values: ArrayLike<number>, weights?: ArrayLike<number>): number[] {
  const ranks = ranksOf(values);
  const total = new Float64Array(values.length);
  const before = new Int32Array(values.length).fill(-1);
  // For each node of the tree the place that ends the heaviest subsequence among its ranks.
  const tree = new Int32Array(values.length + 1).fill(-1);
  const weightAt = (place: number): number => (place < 0 ? 0 : (total[place] ?? 0));
  const heavier = (one: number, other: number): number => (weightAt(other) > weightAt(one) ? other : one);
  let best = -1;
  for (let at = 0; at < values.length; at++) {
    const rank = ranks[at] ?? 0;
    if (rank === 0) continue;
    let last = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) last = heavier(last, tree[node] ?? -1);
    before[at] = last;
    total[at] = weightAt(last) + (weights?.[at] ?? 1);
    for (let node = rank; node < tree.length; node += node & -node) tree[node] = heavier(tree[node] ?? -1, at);
    best = heavier(best, at);
  }
  const chain: number[] = [];
  for (let at = best; at >= 0; at = before[at] ?? -1) chain.push(at);
  return chain.reverse();
}
