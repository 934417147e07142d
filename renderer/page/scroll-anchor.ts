import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import type { Direction } from '#core/text/caret-steps';
import type { FlowBox } from './flow';
import type { PageView } from './page-view';

/** Words at the beginning of the page, and how far from the edge at which it begins they stand. */
export interface ScrollAnchor {
  /** Canonical offset in code points. */
  readonly offset: number;
  /** CSS pixels along the flow from the edge at which the scrolling element begins to the line of that offset. */
  readonly after: number;
  /**
   * CSS pixels from that edge to what is said above the text, while all of that is in sight: then it is what stands at the
   * beginning, and holds its place.
   */
  readonly head?: number | undefined;
}

/** How far beyond the edge of its scroller what is said above the text begins; undefined where none of it stands there. */
function headAfter(page: PageView, scroller: HTMLElement): number | undefined {
  const head = page.root.previousElementSibling;
  return head === null
    ? undefined
    : page.flow.boxOf(head.getBoundingClientRect()).start - sightOf(page, scroller).start;
}

/** Where the character at a canonical offset stands in the flow. */
export function boxOf(page: PageView, offset: number): FlowBox | undefined {
  const end = page.shown?.text.blocks.at(-1)?.span.end ?? 0;
  const from = Math.min(offset, Math.max(0, end - 1));
  const [rect] = page.rectsOf(codePointSpan(from, from + 1));
  return rect && page.flow.boxOf(rect);
}

/** Where the line of a canonical offset begins in the flow. */
const lineAt = (page: PageView, offset: number): number | undefined => boxOf(page, offset)?.start;

/** What of the flow a scrolling element shows. */
export const sightOf = (page: PageView, scroller: HTMLElement): FlowBox =>
  page.flow.boxOf(scroller.getBoundingClientRect());

/** Scrolls to where the text, with what is said above it, begins. */
export function toBeginning({ flow }: PageView, scroller: HTMLElement): void {
  flow.scrollBy(scroller, -flow.scrolled(scroller));
}

/** The first offset on the line of another, not before `from`: signs of one line may begin at different places. */
export function lineStart(page: PageView, offset: number, from: number): number {
  let first = offset;
  for (let box = boxOf(page, first); box !== undefined && first > from;) {
    const before = boxOf(page, first - 1);
    // Of another line is what ends before the middle of this one.
    if (before === undefined || before.end <= (box.start + box.end) / 2) break;
    first--;
    box = before;
  }
  return first;
}

/** The first canonical offset of a text whose line does not begin before a place of the flow. */
export function offsetAfter(page: PageView, place: number): number | undefined {
  const span = page.shown?.text.blocks[page.blockAfter(place)]?.span;
  if (span === undefined) return undefined;
  // Lines come in order, so the first character whose line is not before the edge is found by halving.
  let low: number = span.start;
  let high: number = Math.max(span.start, span.end - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineAt(page, middle) ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return lineStart(page, low, span.start);
}

/** The offset of the first line that does not begin before a place of the flow; undefined where none does. */
export function lineAfter(page: PageView, place: number): number | undefined {
  const offset = offsetAfter(page, place);
  if (offset === undefined || (lineAt(page, offset) ?? Infinity) >= place) return offset;
  // Of that block only the room behind its last line reaches beyond.
  return page.shown?.text.blocks.find(({ span }) => span.start > offset)?.span.start;
}

/**
 * The words at the beginning of the scrolling element; undefined where it shows no text. Lines that begin within
 * `margin` (CSS pixels) of its edge are not read there.
 */
export function readAnchor(page: PageView, scroller: HTMLElement, margin = 0): ScrollAnchor | undefined {
  const { start: edge } = sightOf(page, scroller);
  const offset = margin > 0 ? lineAfter(page, edge + margin) : offsetAfter(page, edge);
  const at = offset === undefined ? undefined : lineAt(page, offset);
  if (offset === undefined || at === undefined) return undefined;
  const head = headAfter(page, scroller);
  return { offset, after: at - edge, head: head !== undefined && head >= 0 ? head : undefined };
}

/** The canonical offset behind the last words in sight: the first that is not, or the length of the text. */
export function endInSight(page: PageView, scroller: HTMLElement): number {
  const { end: edge } = sightOf(page, scroller);
  const blocks = page.shown?.text.blocks ?? [];
  const length = blocks.at(-1)?.span.end ?? 0;
  // Elsewhere the last line is not looked for: that would lay out a part of the text that nobody sees.
  const isLast = page.blockAfter(edge) === blocks.length - 1;
  if (isLast && (lineAt(page, length - 1) ?? Infinity) < edge) return length;
  return offsetAfter(page, edge) ?? 0;
}

/** Scrolls so that the words of the anchor stand where they stood. */
export function restoreAnchor(page: PageView, scroller: HTMLElement, anchor: ScrollAnchor): void {
  // Twice: the first scroll may lay out sections that had only an estimated height.
  for (let pass = 0; pass < 2; pass++) {
    const head = anchor.head === undefined ? undefined : headAfter(page, scroller);
    if (anchor.head !== undefined && head !== undefined) {
      page.flow.scrollBy(scroller, head - anchor.head);
      return;
    }
    const at = lineAt(page, anchor.offset);
    if (at === undefined) return;
    page.flow.scrollBy(scroller, at - sightOf(page, scroller).start - anchor.after);
  }
}

/** Scrolls a canonical offset into the first third of the page, unless it is comfortably in sight already. */
export function scrollToOffset(page: PageView, scroller: HTMLElement, offset: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const at = lineAt(page, offset);
    if (at === undefined) return;
    const { start, end } = sightOf(page, scroller);
    const size = end - start;
    if (at > start + 24 && at < end - size / 3) return;
    page.flow.scrollBy(scroller, at - start - size / 4);
  }
}

/** Goes on, or back, by as much as a page shows, less a line: that one is read on from. */
export function turnPage({ flow, root }: PageView, scroller: HTMLElement, direction: Direction): void {
  const line = parseFloat(getComputedStyle(root).lineHeight) || 0;
  const by = Math.max(line, flow.sizeOf(scroller) - line);
  flow.scrollBy(scroller, direction === 'forward' ? by : -by);
}

/** CSS pixels that a pop-up keeps from its words, and from the edge. */
const ROOM = 8;

/**
 * Scrolls the words of a span to the beginning where a pop-up of this size (CSS pixels) fits neither after nor before
 * them.
 */
export function makeRoom(
  page: PageView,
  scroller: HTMLElement,
  span: CodePointSpan,
  size: { readonly width: number; readonly height: number },
): void {
  const rects = page.rectsOf(span);
  const [first] = rects;
  const last = rects.at(-1);
  if (first === undefined || last === undefined) return;
  const { flow } = page;
  const sight = sightOf(page, scroller);
  const [from, to] = [flow.boxOf(first).start, flow.boxOf(last).end];
  const needed = (flow.layout === 'vertical' ? size.width : size.height) + 2 * ROOM;
  if (sight.end - to < needed && from - sight.start < needed) flow.scrollBy(scroller, from - sight.start - 3 * ROOM);
}
