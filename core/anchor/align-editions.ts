import type { Fold } from '../search/fold';
import { heaviestAscending } from './ascending';
import { foldedBlock, foldEdition, type Edition, type FoldedBlock, type FoldedEdition } from './folded-edition';
import { matchPoints, type Effort } from './match-points';
import { pairBlocks } from './pair-blocks';

/** What became of each code point of an edition in another. */
export interface EditionAlignment {
  readonly old: FoldedEdition;
  readonly now: FoldedEdition;
  /** For each code point of the old edition the offset of the same one in the new, in code points; −1 if it is gone. */
  readonly places: Int32Array;
  /** For each code point of the old edition 1 where it no longer stands in the order it had, else 0. */
  readonly isMoved: Uint8Array;
}

/** Steps of comparing that one alignment may take: a few seconds, for texts made to take for ever. */
const EFFORT = 60_000_000;

/** Code points that a stretch without a counterpart has at least to be looked for among others without one. */
const FEWEST = 6;

/** How often stretches without a counterpart are paired: a paragraph may be cut, moved and joined at once. */
const ROUNDS = 2;

/** The code points of some blocks, joined by newlines, and the offset of each in its edition. */
function gathered(
  { points, blocks }: FoldedEdition,
  numbers: readonly number[],
): { words: Int32Array; at: Int32Array } {
  const spans = numbers.flatMap((number) => blocks[number] ?? []);
  const length = spans.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  const words = new Int32Array(length).fill(0x0a);
  const at = new Int32Array(length).fill(-1);
  let next = 0;
  for (const { start, end } of spans) {
    words.set(points.subarray(start, end), next);
    for (let point = start; point < end; point++) at[next++] = point;
    next++;
  }
  return { words: words.subarray(0, length - 1), at };
}

/** Pairs the blocks given and enters what their code points became. */
function enter(old: FoldedEdition, now: FoldedEdition, places: Int32Array, effort: Effort): void {
  for (const passage of pairBlocks(old, now)) {
    const one = gathered(old, passage.old);
    const other = gathered(now, passage.now);
    for (const { from, to, length } of matchPoints(one.words, other.words, effort)) {
      for (let step = 0; step < length; step++) {
        const at = one.at[from + step] ?? -1;
        if (at >= 0) places[at] = other.at[to + step] ?? -1;
      }
    }
  }
}

/** The parts of blocks that have no counterpart yet, as blocks of their own. */
function leftOf({ points, blocks }: FoldedEdition, isTaken: (at: number) => boolean): FoldedEdition {
  const left: FoldedBlock[] = [];
  for (const block of blocks) {
    let start = block.start;
    for (let at = block.start; at <= block.end; at++) {
      if (at < block.end && !isTaken(at)) continue;
      if (at - start >= FEWEST) left.push(foldedBlock(points, start, at));
      start = at + 1;
    }
  }
  return { points, blocks: left };
}

/** The old code points that stand in another order now: as few as can be. */
function outOfOrder(places: Int32Array): Uint8Array {
  const starts: number[] = [];
  const lengths: number[] = [];
  let next = -1;
  places.forEach((place, at) => {
    if (place >= 0 && place === next) lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
    else if (place >= 0) {
      starts.push(at);
      lengths.push(1);
    }
    next = place < 0 ? -1 : place + 1;
  });
  const moved = new Uint8Array(places.length);
  const inOrder = new Set(
    heaviestAscending(
      starts.map((start) => places[start] ?? -1),
      lengths,
    ),
  );
  starts.forEach((start, run) => {
    if (!inOrder.has(run)) moved.fill(1, start, start + (lengths[run] ?? 0));
  });
  return moved;
}

/**
 * Aligns two editions of one text: blocks first, then code points within them, then what was left of blocks that were
 * cut or joined; all folded, so that a change of script changes nothing. Near-linear in the length of both; what is
 * made to take longer is given up, and is then gone.
 */
export function alignEditions(old: Edition, now: Edition, fold: Fold): EditionAlignment {
  const [before, after] = [foldEdition(old, fold), foldEdition(now, fold)];
  const places = new Int32Array(before.points.length).fill(-1);
  const effort: Effort = { left: EFFORT };
  enter(before, after, places, effort);
  for (let round = 0; round < ROUNDS; round++) {
    const taken = new Uint8Array(after.points.length);
    for (const place of places) if (place >= 0) taken[place] = 1;
    const left = leftOf(before, (at) => (places[at] ?? -1) >= 0);
    const others = leftOf(after, (at) => taken[at] === 1);
    if (left.blocks.length > 0 && others.blocks.length > 0) enter(left, others, places, effort);
  }
  return { old: before, now: after, places, isMoved: outOfOrder(places) };
}
