import { codePointSpan } from '#core/support/offset';
import type { PageView } from './page-view';

/** Words at the top of the page, and how far below its upper edge they stand. */
export interface ScrollAnchor {
  /** Canonical offset in code points. */
  readonly offset: number;
  /** Pixels from the upper edge of the scrolling element to the line of that offset. */
  readonly below: number;
}

/** Where the line of a canonical offset stands: the top of its rectangle in CSS pixels of the window. */
function lineTop(page: PageView, offset: number): number | undefined {
  const end = page.shown?.text.blocks.at(-1)?.span.end ?? 0;
  const from = Math.min(offset, Math.max(0, end - 1));
  return page.rectsOf(codePointSpan(from, from + 1))[0]?.top;
}

/** The words at the top of the scrolling element; undefined where it shows no text. */
export function readAnchor(page: PageView, scroller: HTMLElement): ScrollAnchor | undefined {
  const { shown } = page;
  if (shown === undefined || shown.text.blocks.length === 0) return undefined;
  const edge = scroller.getBoundingClientRect().top;
  const span = shown.text.blocks[page.blockBelow(edge)]?.span;
  if (span === undefined) return undefined;
  // Lines come in order, so the first character whose line is not above the edge is found by halving.
  let low: number = span.start;
  let high: number = Math.max(span.start, span.end - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineTop(page, middle) ?? Infinity) < edge) low = middle + 1;
    else high = middle;
  }
  const top = lineTop(page, low);
  return top === undefined ? undefined : { offset: low, below: top - edge };
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
