import { wordAt } from '#core/correction/places';
import type { CodePointSpan } from '#core/support/offset';
import { caretUnder } from './caret-under';
import type { WindowBox } from './flow';
import type { PageView } from './page-view';

/** CSS pixels before and after a line's letters that belong to it all the same. */
const LEADING = 8;

/** CSS pixels that a menu keeps from the words it is about. */
const ROOM = 8;

/** The rectangle of the character at an offset of a text node. */
function characterBox(node: Text, offset: number): DOMRect {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  return range.getBoundingClientRect();
}

/** True if a rectangle of words, with the leading around it, holds a point of the window. */
function holds({ flow }: PageView, rect: WindowBox, x: number, y: number): boolean {
  const words = flow.boxOf(rect);
  const point = flow.boxOf({ left: x, right: x, top: y, bottom: y });
  const isOnLine = point.start >= words.start - LEADING && point.start <= words.end + LEADING;
  return isOnLine && point.lineStart >= words.lineStart && point.lineStart <= words.lineEnd;
}

/** The word displayed at a point of the window (CSS pixels); undefined where there is none. */
export function wordUnder(view: PageView, x: number, y: number): CodePointSpan | undefined {
  const at = caretUnder(view.root, x, y);
  if (at === null) return undefined;
  const { offsetNode, offset } = at;
  // The gap nearest to the point lies before or behind the character under it.
  const isBehind = offsetNode instanceof Text && offset > 0 && holds(view, characterBox(offsetNode, offset - 1), x, y);
  const point = view.pointOf(offsetNode, isBehind ? offset - 1 : offset);
  const word = point && view.shown && wordAt(view.shown, point);
  if (word === undefined) return undefined;
  return view.rectsOf(word).some((rect) => holds(view, rect, x, y)) ? word : undefined;
}

/** The word at a caret that is drawn there (CSS pixels of the window). */
export function wordBeside(view: PageView, caret: WindowBox): CodePointSpan | undefined {
  const { flow } = view;
  const { start, end, lineStart } = flow.boxOf(caret);
  const beside = (by: number): CodePointSpan | undefined => {
    const { x, y } = flow.pointAt(lineStart + by, (start + end) / 2);
    return wordUnder(view, x, y);
  };
  // At the end of a line there is only the word before it.
  return beside(2) ?? beside(-2);
}

/**
 * Where a menu covers no words of a rectangle, in CSS pixels of the window: just below it, or in vertical text to its
 * right.
 */
export const besideWords = (
  { flow }: PageView,
  { left, right, top, bottom }: WindowBox,
): { readonly x: number; readonly y: number } =>
  flow.layout === 'vertical' ? { x: right + ROOM, y: top } : { x: left, y: bottom + ROOM };
