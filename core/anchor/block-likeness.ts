import type { FoldedEdition } from './folded-edition';

/** The bigrams of a block, hashed and sorted: a bag, so that what is said twice counts twice. */
export type Bigrams = Uint32Array;

/** A hash of the `length` code points that begin at `at`. */
function hashAt(points: Int32Array, at: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let next = at; next < at + length; next++) hash = Math.imul(hash ^ (points[next] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The bigrams of a block of an edition. A block of one code point has that one as its only sign. */
export function bigramsOf({ points, blocks }: FoldedEdition, block: number): Bigrams {
  const { start, end } = blocks[block] ?? { start: 0, end: 0 };
  if (end - start === 1) return Uint32Array.of(points[start] ?? 0);
  const bigrams = new Uint32Array(Math.max(0, end - start - 1));
  for (let at = 0; at < bigrams.length; at++) bigrams[at] = hashAt(points, start + at, 2);
  return bigrams.sort();
}

/** Where a number would stand in a sorted list, from `low` on. */
function placeIn(sorted: Bigrams, value: number, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How often blocks may differ in length before the bigrams of the shorter are looked up one by one. */
const FAR_LONGER = 16;

function commonOfShort(short: Bigrams, long: Bigrams): number {
  let common = 0;
  let place = 0;
  for (const bigram of short) {
    place = placeIn(long, bigram, place);
    if (long[place] !== bigram) continue;
    common++;
    place++;
  }
  return common;
}

/** How many bigrams two blocks have in common. */
export function commonOf(one: Bigrams, other: Bigrams): number {
  if (one.length * FAR_LONGER < other.length) return commonOfShort(one, other);
  if (other.length * FAR_LONGER < one.length) return commonOfShort(other, one);
  let common = 0;
  for (let at = 0, to = 0; at < one.length && to < other.length;) {
    const [a, b] = [one[at] ?? 0, other[to] ?? 0];
    if (a === b) common++;
    if (a <= b) at++;
    if (b <= a) to++;
  }
  return common;
}

/** Code points of the stretches by which blocks that may belong together find each other. */
const SIGN = 3;

/** Blocks on either side that one sign may be about; what stands in more tells nothing. */
const MOST_BLOCKS = 4;

/** Each sign of some blocks with the block, as one number (sign × 2²¹ + block), sorted. */
function signsOf({ points, blocks }: FoldedEdition, wanted: readonly number[]): Float64Array {
  const spans = wanted.map((block) => ({ block, start: blocks[block]?.start ?? 0, end: blocks[block]?.end ?? 0 }));
  const signs = new Float64Array(spans.reduce((sum, { start, end }) => sum + Math.max(0, end - start - SIGN + 1), 0));
  let next = 0;
  for (const { block, start, end } of spans) {
    for (let at = start; at + SIGN <= end; at++) signs[next++] = hashAt(points, at, SIGN) * 2 ** 21 + block;
  }
  return signs.sort();
}

const signOf = (entry: number | undefined): number => Math.floor((entry ?? Infinity) / 2 ** 21);

/** The blocks from `at` on that have the same sign, each once, and where the next sign begins. */
function blocksOfSign(signs: Float64Array, at: number): { blocks: number[]; next: number } {
  const sign = signOf(signs[at]);
  const blocks: number[] = [];
  let next = at;
  for (; next < signs.length && signOf(signs[next]) === sign; next++) {
    const block = (signs[next] ?? 0) % 2 ** 21;
    if (blocks.at(-1) !== block && blocks.length <= MOST_BLOCKS) blocks.push(block);
  }
  return { blocks, next };
}

/**
 * Blocks of two editions that share rare stretches of words: for each old block the new ones, most shared first, at
 * most `most` of them. One sort of all stretches, whatever the number of pairs.
 */
export function kinOf(
  old: FoldedEdition,
  oldBlocks: readonly number[],
  now: FoldedEdition,
  newBlocks: readonly number[],
  most: number,
): Map<number, number[]> {
  const before = signsOf(old, oldBlocks);
  const after = signsOf(now, newBlocks);
  const votes = new Map<number, Map<number, number>>();
  for (let at = 0, to = 0; at < before.length && to < after.length;) {
    const [sign, other] = [signOf(before[at]), signOf(after[to])];
    const one = sign <= other ? blocksOfSign(before, at) : undefined;
    const two = other <= sign ? blocksOfSign(after, to) : undefined;
    at = one?.next ?? at;
    to = two?.next ?? to;
    if (one === undefined || two === undefined) continue;
    if (one.blocks.length > MOST_BLOCKS || two.blocks.length > MOST_BLOCKS) continue;
    const weight = 1 / (one.blocks.length * two.blocks.length);
    for (const block of one.blocks) {
      const own = votes.get(block) ?? new Map<number, number>();
      votes.set(block, own);
      for (const kin of two.blocks) own.set(kin, (own.get(kin) ?? 0) + weight);
    }
  }
  return new Map(
    [...votes].map(([block, kin]) => [
      block,
      [...kin]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, most)
        .map(([found]) => found),
    ]),
  );
}
