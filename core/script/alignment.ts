/**
 * How two texts lie side by side, in UTF-16 units. Each block pairs `srcLength` units at `src` with `dstLength`
 * units at `dst` as a whole; outside blocks the texts run unit for unit. Blocks are sorted, do not overlap, are never
 * empty on either side, and none is one unit to one unit.
 */
export interface Alignment {
  readonly count: number;
  readonly src: Int32Array;
  readonly dst: Int32Array;
  readonly srcLength: Int32Array;
  readonly dstLength: Int32Array;
}

/** Collects blocks from left to right. */
export interface AlignmentBuilder {
  /** Adds a block after the last one; one unit to one unit adds nothing. */
  add(src: number, dst: number, srcLength: number, dstLength: number): void;
  build(): Alignment;
}

/** Numbers of a block while they are collected: src, dst, srcLength, dstLength. */
const FIELDS = 4;

/** Starts an empty alignment. */
export function alignmentBuilder(): AlignmentBuilder {
  let fields: Int32Array | undefined;
  let used = 0;
  return {
    add: (src, dst, srcLength, dstLength) => {
      if (srcLength === 1 && dstLength === 1) return;
      fields ??= new Int32Array(8 * FIELDS);
      if (used === fields.length) fields = grown(fields);
      fields[used++] = src;
      fields[used++] = dst;
      fields[used++] = srcLength;
      fields[used++] = dstLength;
    },
    build: () => (fields === undefined ? IDENTITY : alignmentOf(fields, used / FIELDS)),
  };
}

function grown(fields: Int32Array): Int32Array {
  const longer = new Int32Array(fields.length * 2);
  longer.set(fields);
  return longer;
}

function alignmentOf(fields: Int32Array, count: number): Alignment {
  const column = (field: number): Int32Array => {
    const numbers = new Int32Array(count);
    for (let block = 0; block < count; block++) numbers[block] = fields[block * FIELDS + field] ?? 0;
    return numbers;
  };
  return { count, src: column(0), dst: column(1), srcLength: column(2), dstLength: column(3) };
}

const NONE = new Int32Array(0);

/** A text beside itself: no blocks. */
export const IDENTITY: Alignment = { count: 0, src: NONE, dst: NONE, srcLength: NONE, dstLength: NONE };

/** The same alignment seen from the other text. */
export const invert = ({ count, src, dst, srcLength, dstLength }: Alignment): Alignment => ({
  count,
  src: dst,
  dst: src,
  srcLength: dstLength,
  dstLength: srcLength,
});

/** The number of the last block that starts at or before an offset in the source; -1 if there is none. */
export function blockBefore({ src, count }: Alignment, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(src, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The offset in the other text; inside a block, the block's start there. */
export function floorOffset(alignment: Alignment, offset: number): number {
  const block = blockBefore(alignment, offset);
  if (block < 0) return offset;
  const past = offset - sourceEnd(alignment, block);
  return past < 0 ? at(alignment.dst, block) : targetEnd(alignment, block) + past;
}

/** The offset in the other text; inside a block, the block's end there. */
export function ceilOffset(alignment: Alignment, offset: number): number {
  const block = blockBefore(alignment, offset);
  if (block < 0) return offset;
  if (at(alignment.src, block) === offset) return at(alignment.dst, block);
  return targetEnd(alignment, block) + Math.max(0, offset - sourceEnd(alignment, block));
}

/**
 * Aligns the first alignment's source with the second's target, along the text that lies between them. Blocks that
 * share a unit of that text become one. Associative, with IDENTITY as its neutral element.
 */
export function compose(first: Alignment, second: Alignment): Alignment {
  if (first.count === 0) return second;
  if (second.count === 0) return first;
  const blocks = alignmentBuilder();
  const one = cursor(invert(first));
  const two = cursor(second);
  for (let start = nearest(one, two); start < Infinity; start = nearest(one, two)) {
    const src = start + one.drift;
    const dst = start + two.drift;
    let end = start + 1;
    while (nearest(one, two) < end) end = Math.max(end, one.next < end ? one.take() : two.take());
    blocks.add(src, dst, end + one.drift - src, end + two.drift - dst);
  }
  return blocks.build();
}

/**
 * Carries signs at offsets of a source of this length, its end included, over to the target; `into` is cleared and
 * long enough. What stands within a block is left behind, what stands at its ends is carried.
 */
export function carrySigns(signs: Uint8Array, length: number, alignment: Alignment, into: Uint8Array): Uint8Array {
  const { count, src } = alignment;
  let from = 0;
  let to = 0;
  for (let block = 0; block < count; block++) {
    into.set(signs.subarray(from, at(src, block) + 1), to);
    from = sourceEnd(alignment, block);
    to = targetEnd(alignment, block);
  }
  into.set(signs.subarray(from, length + 1), to);
  return into;
}

/** Walks the blocks of one alignment along the middle text. */
interface Cursor {
  /** Where the next block starts in the middle text; Infinity after the last. */
  readonly next: number;
  /** How far the outer text is ahead of the middle text after the blocks taken so far. */
  readonly drift: number;
  /** Passes the next block; returns where it ends in the middle text. */
  take(): number;
}

const nearest = (one: Cursor, two: Cursor): number => Math.min(one.next, two.next);

/** A cursor over an alignment whose source is the middle text. */
function cursor(alignment: Alignment): Cursor {
  let block = 0;
  let drift = 0;
  return {
    get next() {
      return block < alignment.count ? at(alignment.src, block) : Infinity;
    },
    get drift() {
      return drift;
    },
    take: () => {
      const end = sourceEnd(alignment, block);
      drift = targetEnd(alignment, block) - end;
      block++;
      return end;
    },
  };
}

// Callers stay below `count`, so that the fallback only satisfies the type of an indexed read.
const at = (column: Int32Array, block: number): number => column[block] ?? 0;
const sourceEnd = (a: Alignment, block: number): number => at(a.src, block) + at(a.srcLength, block);
const targetEnd = (a: Alignment, block: number): number => at(a.dst, block) + at(a.dstLength, block);
