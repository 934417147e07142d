import { codePointSpan } from '#core/support/offset';
import type { PageView } from './page-view';

/** Words at the top of the page, and how far below its upper edge they stand. */
export interface ScrollAnchor {
  /** Canonical offset in code points. */
  readonly offset: number;
  /** Pixels from the upper edge of the scrolling element to the line of that offset. */
  readonly below: number;
}

/** The rectangle of the character at a canonical offset, in CSS pixels of the window. */
function rectOf(page: PageView, offset: number): DOMRect | undefined {
  const end = page.shown?.text.blocks.at(-1)?.span.end ?? 0;
  const from = Math.min(offset, Math.max(0, end - 1));
  return page.rectsOf(codePointSpan(from, from + 1))[0];
}

/** Where the line of a canonical offset stands: the top of its rectangle in CSS pixels of the window. */
const lineTop = (page: PageView, offset: number): number | undefined => rectOf(page, offset)?.top;

/** The first offset on the line of another, not before `from`: signs of one line may begin at different heights. */
function lineStart(page: PageView, offset: number, from: number): number {
  let first = offset;
  for (let rect = rectOf(page, first); rect !== undefined && first > from;) {
    const before = rectOf(page, first - 1);
    // Of another line is what ends above the middle of this one.
    if (before === undefined || before.bottom <= (rect.top + rect.bottom) / 2) break;
    first--;
    rect = before;
  }
  return first;
}

/** The first canonical offset of a text whose line does not begin above a height of the window, in CSS pixels. */
function offsetBelow(page: PageView, height: number): number | undefined {
  const span = page.shown?.text.blocks[page.blockBelow(height)]?.span;
  if (span === undefined) return undefined;
  // Lines come in order, so the first character whose line is not above the edge is found by halving.
  let low: number = span.start;
  let high: number = Math.max(span.start, span.end - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineTop(page, middle) ?? Infinity) < height) low = middle + 1;
    else high = middle;
  }
  return lineStart(page, low, span.start);
}

/** The words at the top of the scrolling element; undefined where it shows no text. */
export function readAnchor(page: PageView, scroller: HTMLElement): ScrollAnchor | undefined {
  const edge = scroller.getBoundingClientRect().top;
  const offset = offsetBelow(page, edge);
  const top = offset === undefined ? undefined : lineTop(page, offset);
  return offset === undefined || top === undefined ? undefined : { offset, below: top - edge };
}

/** The canonical offset behind the last words in sight: the first that lies below, or the length of the text. */
export function endInSight(page: PageView, scroller: HTMLElement): number {
  const edge = scroller.getBoundingClientRect().bottom;
  const blocks = page.shown?.text.blocks ?? [];
  const length = blocks.at(-1)?.span.end ?? 0;
  // Elsewhere the last line is not looked for: that would lay out a part of the text that nobody sees.
  const isLast = page.blockBelow(edge) === blocks.length - 1;
  if (isLast && (lineTop(page, length - 1) ?? Infinity) < edge) return length;
  return offsetBelow(page, edge) ?? 0;
}

/** Scrolls so that the words of the anchor stand where they stood. */
export function restoreAnchor(page: PageView, scroller: HTMLElement, anchor: ScrollAnchor): void {
  // Twice: the first scroll may lay out sections that had only an estimated height.
  for (let pass = 0; pass < 2; pass++) {
    const top = lineTop(page, anchor.offset);
    if (top === undefined) return;
    scroller.scrollTop += top - scroller.getBoundingClientRect().top - anchor.below;
  }
}

/** Scrolls a canonical offset into the upper third of the page, unless it is comfortably in sight already. */
export function scrollToOffset(page: PageView, scroller: HTMLElement, offset: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const top = lineTop(page, offset);
    if (top === undefined) return;
    const box = scroller.getBoundingClientRect();
    const inSight = top > box.top + 24 && top < box.bottom - box.height / 3;
    if (inSight) return;
    scroller.scrollTop += top - box.top - box.height / 4;
  }
}
