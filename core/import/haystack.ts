import { pointsOf } from '../anchor/folded-edition';
import type { Fold } from '../search/fold';
import { indexCodePoints } from '../support/code-point-index';
import { codePointSpan, unitSpan, utf16Units, type CodePointSpan } from '../support/offset';
import type { ShownText } from '../text/shown-text';
import { indexOf } from '../text/text-index';
import type { Text } from '../text/text';

/**
 * Words in which quotes are looked for: folded, and without white space, since a program that puts a quote on one line
 * writes a space for the newline between two blocks, or nothing. Places are numbers of code points of what is left.
 */
export interface Haystack {
  readonly points: Int32Array;
  /** What stands between two places, as it is. */
  readonly wordsAt: (from: number, to: number) => string;
  /** The canonical span that shows what stands between two places; undefined where no span shows exactly that. */
  readonly spanAt: (from: number, to: number) => CodePointSpan | undefined;
  /** The nearest canonical span, for a proposal. */
  readonly spanAround: (from: number, to: number) => CodePointSpan | undefined;
}

/** White space of Unicode, and the signs without width that programs put in and take out. */
const isBlank = (point: number): boolean =>
  point === 0x20 ||
  (point >= 0x09 && point <= 0x0d) ||
  point === 0x85 ||
  point === 0xa0 ||
  point === 0x1680 ||
  (point >= 0x2000 && point <= 0x200b) ||
  point === 0x2028 ||
  point === 0x2029 ||
  point === 0x202f ||
  point === 0x205f ||
  point === 0x3000 ||
  point === 0xfeff;

interface Condensed {
  readonly points: Int32Array;
  /** Where each of them stands in the words, in code points. */
  readonly at: Int32Array;
}

function condense(words: string, fold: Fold): Condensed {
  const all = pointsOf(fold.fold(words));
  const points = new Int32Array(all.length);
  const at = new Int32Array(all.length);
  let count = 0;
  all.forEach((point, offset) => {
    if (isBlank(point)) return;
    points[count] = point;
    at[count++] = offset;
  });
  return { points: points.subarray(0, count), at: at.subarray(0, count) };
}

/** The code points of words as they are compared: folded, without white space. */
export const condensed = (words: string, fold: Fold): Int32Array => condense(words, fold).points;

/** True if words are the same but for script, width, case and white space. */
export function areAlike(one: string, other: string, fold: Fold): boolean {
  if (one === other) return true;
  const [a, b] = [condensed(one, fold), condensed(other, fold)];
  return a.length === b.length && a.every((point, at) => b[at] === point);
}

const spanOf = ({ at }: Condensed, from: number, to: number): CodePointSpan =>
  codePointSpan(at[from] ?? 0, (at[to - 1] ?? 0) + 1);

/** The canonical words of a text. */
export function canonicalHaystack(text: Text, fold: Fold): Haystack {
  const words = condense(text.canonical, fold);
  const index = indexOf(text);
  const spanAt = (from: number, to: number): CodePointSpan => spanOf(words, from, to);
  return {
    points: words.points,
    wordsAt: (from, to) => {
      const span = spanAt(from, to);
      return text.canonical.slice(index.toUnits(span.start), index.toUnits(span.end));
    },
    spanAt,
    spanAround: spanAt,
  };
}

/** The number of the last of these ascending offsets that is not after another. */
function lastUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The words of a text as they are shown. */
export function displayedHaystack(shown: ShownText, fold: Fold): Haystack {
  const blocks = shown.text.blocks.map((_block, index) => shown.block(index).display);
  const starts: number[] = [];
  let next = 0;
  for (const block of blocks) {
    starts.push(next);
    next += block.length + 1;
  }
  const joined = blocks.join('\n');
  const words = condense(joined, fold);
  const index = indexCodePoints(joined);
  const unitsOf = (from: number, to: number) => {
    const span = spanOf(words, from, to);
    return unitSpan(index.toUnits(span.start), index.toUnits(span.end));
  };
  const spanAround = (from: number, to: number): CodePointSpan | undefined => {
    const { start, end } = unitsOf(from, to);
    const [first, last] = [lastUpTo(starts, start), lastUpTo(starts, end)];
    return shown.spanBetween(
      { block: first, offset: utf16Units(start - (starts[first] ?? 0)) },
      { block: last, offset: utf16Units(end - (starts[last] ?? 0)) },
    );
  };
  const wordsAt = (from: number, to: number): string => {
    const { start, end } = unitsOf(from, to);
    return joined.slice(start, end);
  };
  return {
    points: words.points,
    wordsAt,
    spanAt: (from, to) => {
      // Snapped outward to whole units, it may show more than was asked for.
      const span = spanAround(from, to);
      return span !== undefined && areAlike(shown.displayOf(span), wordsAt(from, to), fold) ? span : undefined;
    },
    spanAround,
  };
}
