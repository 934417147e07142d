import { offsetInText } from '../anchor/spread';
import { unitSpan } from '../support/offset';
import type { ShownText } from './shown-text';

/** Which way a caret goes through the text. */
export type Direction = 'forward' | 'backward';

/** The ends of the words of a displayed block, in UTF-16 units, ascending, 0 and the length included. */
function wordEdges(display: string): number[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...Array.from(segmenter.segment(display), ({ index }) => index), display.length];
}

/** The offset on the other side of a block's edge, or the same where the text ends. */
function overEdge(shown: ShownText, block: number, offset: number, direction: Direction): number {
  const { blocks } = shown.text;
  const next = direction === 'forward' ? blocks[block + 1]?.span.start : blocks[block - 1]?.span.end;
  return next ?? offset;
}

function step(
  shown: ShownText,
  from: number,
  direction: Direction,
  target: (display: string, at: number) => number,
): number {
  const point = shown.pointOf(from);
  const { display } = shown.block(point.block);
  const forward = direction === 'forward';
  if (point.offset === (forward ? display.length : 0)) return overEdge(shown, point.block, from, direction);
  const to = target(display, point.offset);
  const units = forward ? unitSpan(point.offset, to) : unitSpan(to, point.offset);
  const span = shown.block(point.block).toCanonical(units);
  return offsetInText(shown.text.blocks, point.block, forward ? span.end : span.start);
}

/** The canonical offset one unit of the projection further; never inside a character or a converted phrase. */
export const stepUnit = (shown: ShownText, from: number, direction: Direction): number =>
  step(shown, from, direction, (_display, at) => (direction === 'forward' ? at + 1 : at - 1));

/** The canonical offset one displayed word further, as Intl.Segmenter cuts words. */
export const stepWord = (shown: ShownText, from: number, direction: Direction): number =>
  step(shown, from, direction, (display, at) => {
    const edges = wordEdges(display);
    const next = direction === 'forward' ? edges.find((edge) => edge > at) : edges.findLast((edge) => edge < at);
    return next ?? at;
  });

/** The start or end of the block that holds this canonical offset. */
export function stepToEdge(shown: ShownText, from: number, direction: Direction): number {
  const span = shown.text.blocks[shown.pointOf(from).block]?.span;
  return (direction === 'forward' ? span?.end : span?.start) ?? from;
}

/** The end of the block that holds this canonical offset, or its start; where it stands there already, that of the next. */
export function stepParagraph(shown: ShownText, from: number, direction: Direction): number {
  const edge = stepToEdge(shown, from, direction);
  if (edge !== from) return edge;
  return stepToEdge(shown, overEdge(shown, shown.pointOf(from).block, from, direction), direction);
}
