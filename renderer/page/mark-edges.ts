import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import { stepUnit } from '#core/text/caret-steps';
import { snappedOutward, type MarkEnd } from '#core/text/mark-ends';
import type { PageTurns } from './page-turns';
import type { PageView } from './page-view';

/** Where a mark begins or ends on the screen, in CSS pixels of the window: a line across the line of text. */
export interface MarkEdge {
  /** The middle of the line. */
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** True in vertical text, where the line lies flat. */
  readonly isVertical: boolean;
}

/** Where one end of a mark lies; undefined where nothing of it is shown. */
export function edgeOf(view: PageView, span: CodePointSpan, end: MarkEnd): MarkEdge | undefined {
  const { shown } = view;
  if (shown === undefined) return undefined;
  const whole = snappedOutward(shown, span);
  const unit =
    end === 'start'
      ? codePointSpan(whole.start, stepUnit(shown, whole.start, 'forward'))
      : codePointSpan(stepUnit(shown, whole.end, 'backward'), whole.end);
  const rects = view.rectsOf(view.outward(unit));
  const rect = end === 'start' ? rects[0] : rects.at(-1);
  if (rect === undefined) return undefined;
  const { flow } = view;
  const box = flow.boxOf(rect);
  const { x, y } = flow.pointAt(end === 'start' ? box.lineStart : box.lineEnd, (box.start + box.end) / 2);
  return { x, y, length: box.end - box.start, isVertical: flow.layout === 'vertical' };
}

/** An end of a mark that is moved, and where the mark would stand (canonical). */
interface MovedEnd {
  readonly span: CodePointSpan;
  readonly end: MarkEnd;
}

/** CSS pixels from the edge within which the end of a mark that is moved is not well seen. */
const SEEN_WITHIN = 48;

/** CSS pixels that the bar below takes which says what the keys do. */
const BAR_HEIGHT = 80;

/** Brings one end of a mark into sight: scrolls as far as is needed, or turns to the page on which it stands. */
export function revealEdge(page: PageView, scroller: HTMLElement, end: MovedEnd, pages?: PageTurns): void {
  const edge = edgeOf(page, end.span, end.end);
  if (edge === undefined) return;
  const { flow } = page;
  const half = edge.isVertical ? { x: edge.length / 2, y: 0 } : { x: 0, y: edge.length / 2 };
  const line = flow.boxOf({
    left: edge.x - half.x,
    right: edge.x + half.x,
    top: edge.y - half.y,
    bottom: edge.y + half.y,
  });
  if (pages !== undefined) {
    const offset = end.end === 'start' ? end.span.start : end.span.end - 1;
    pages.reveal(offset, line, line.start < pages.seen.start ? 'backward' : 'forward');
    return;
  }
  const at = (line.start + line.end) / 2;
  const sight = flow.boxOf(scroller.getBoundingClientRect());
  const [low, high] = [sight.start + SEEN_WITHIN, sight.end - SEEN_WITHIN - (edge.isVertical ? 0 : BAR_HEIGHT)];
  flow.scrollBy(scroller, Math.min(0, at - low) + Math.max(0, at - high));
}
