import type { Fold } from '../search/fold';
import type { Text } from '../text/text';

/** What alignment needs of an edition of a text. */
export type Edition = Pick<Text, 'canonical' | 'blocks'>;

/** One block of an edition, folded. */
export interface FoldedBlock {
  /** Where it lies in the canonical text, in code points. */
  readonly start: number;
  readonly end: number;
  /** Its folded words. */
  readonly words: string;
}

/** An edition as it is compared: each code point of the canonical text stands for all its variants. */
export interface FoldedEdition {
  /** As many as the canonical text has code points, at the same offsets. */
  readonly points: Int32Array;
  readonly blocks: readonly FoldedBlock[];
}

/** The code points of a string; a lone surrogate counts as one. */
export function pointsOf(text: string): Int32Array {
  const points = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    const point = text.codePointAt(at) ?? 0;
    points[count] = point;
    at += point > 0xffff ? 2 : 1;
  }
  return points.subarray(0, count);
}

/** Code points to make words of at once: `fromCodePoint` takes its arguments from the stack. */
const CHUNK = 0x2000;

/** A stretch of folded code points as a block. */
export function foldedBlock(points: Int32Array, start: number, end: number): FoldedBlock {
  let words = '';
  for (let at = start; at < end; at += CHUNK) {
    words += String.fromCodePoint(...points.subarray(at, Math.min(end, at + CHUNK)));
  }
  return { start, end, words };
}

/** Folds an edition. A fold gives one UTF-16 unit for one, so every offset in code points stays as it is. */
export function foldEdition({ canonical, blocks }: Edition, fold: Fold): FoldedEdition {
  const points = pointsOf(fold.fold(canonical));
  return { points, blocks: blocks.map(({ span: { start, end } }) => foldedBlock(points, start, end)) };
}
