import { spreadOverBlocks, offsetInText } from '../anchor/spread';
import type { CodePointSpan } from '../support/offset';
import { stepToEdge, stepUnit, stepWord, type Direction } from './caret-steps';
import type { DisplayPoint, ShownText } from './shown-text';

/** The end of a mark that is moved. */
export type MarkEnd = 'start' | 'end';

/** How far an end goes at one press of a key. */
export type EndStep = 'unit' | 'word' | 'edge';

/** The other end of a mark. */
export const otherEnd = (end: MarkEnd): MarkEnd => (end === 'start' ? 'end' : 'start');

const STEPS = { unit: stepUnit, word: stepWord, edge: stepToEdge } as const;

/** Steps to try until one shows: an end at a block's edge goes over the newline first. */
const MOST_STEPS = 4;

/** The whole units of the projection that a canonical span shows. */
export function snappedOutward(shown: ShownText, span: CodePointSpan): CodePointSpan {
  const { blocks } = shown.text;
  const stretches = spreadOverBlocks(blocks, span).map(({ block, span: own }) => {
    const projection = shown.block(block);
    return { block, span: projection.toCanonical(projection.toDisplay(own)) };
  });
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return span;
  return {
    start: offsetInText(blocks, first.block, first.span.start),
    end: offsetInText(blocks, last.block, last.span.end),
  };
}

/** A span with one end where another span has it; the other end stays exactly where it was. */
const withEndOf = (span: CodePointSpan, end: MarkEnd, other: CodePointSpan): CodePointSpan =>
  end === 'start' ? { start: other.start, end: span.end } : { start: span.start, end: other.end };

/** The least that a mark can be made by moving this end: the unit next to its other end. */
function leastOf(shown: ShownText, span: CodePointSpan, end: MarkEnd): CodePointSpan {
  const direction: Direction = end === 'start' ? 'backward' : 'forward';
  const whole = snappedOutward(shown, span);
  const fixed = end === 'start' ? whole.end : whole.start;
  let at: number = fixed;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    at = stepUnit(shown, at, direction);
    const between = shown.spanBetween(shown.pointOf(Math.min(at, fixed)), shown.pointOf(Math.max(at, fixed)));
    if (between !== undefined) return withEndOf(span, end, between);
  }
  return span;
}

const isLess = (one: CodePointSpan, other: CodePointSpan): boolean => one.end - one.start < other.end - other.start;

/**
 * A mark with one end moved to a place on the page, snapped outward to whole units of the projection. The other end
 * stays exactly where it was, and the mark is never empty: an end that is moved past the other stops one unit from it.
 */
export function endMovedTo(shown: ShownText, span: CodePointSpan, end: MarkEnd, to: DisplayPoint): CodePointSpan {
  const least = leastOf(shown, span, end);
  const whole = snappedOutward(shown, span);
  const fixed = shown.pointOf(end === 'start' ? whole.end : whole.start);
  const isPast =
    end === 'start'
      ? to.block > fixed.block || (to.block === fixed.block && to.offset >= fixed.offset)
      : to.block < fixed.block || (to.block === fixed.block && to.offset <= fixed.offset);
  const between = isPast ? undefined : shown.spanBetween(fixed, to);
  if (between === undefined) return least;
  const moved = withEndOf(span, end, between);
  return isLess(moved, least) ? least : moved;
}

/** A mark with one end moved by a step of the keyboard, as `endMovedTo`; the same span where the text ends. */
export function endMovedBy(
  shown: ShownText,
  span: CodePointSpan,
  end: MarkEnd,
  { step, direction }: { readonly step: EndStep; readonly direction: Direction },
): CodePointSpan {
  const whole = snappedOutward(shown, span);
  let at: number = whole[end];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    at = STEPS[step](shown, at, direction);
    const moved = endMovedTo(shown, span, end, shown.pointOf(at));
    // Only what is seen counts: a mark made in another script may end inside a unit of this one.
    if (moved[end] !== whole[end] && moved[end] !== span[end]) return moved;
  }
  return span;
}
