import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import { stepUnit } from '#core/text/caret-steps';
import { snappedOutward, type MarkEnd } from '#core/text/mark-ends';
import type { DisplayPoint } from '#core/text/shown-text';
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

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** The place of the text nearest to a point of the window (CSS pixels), as far as the text is in sight. */
export function placeNear(view: PageView, sight: DOMRect, x: number, y: number): DisplayPoint | undefined {
  const box = view.root.getBoundingClientRect();
  const at = document.caretPositionFromPoint(
    clamp(x, Math.max(box.left, sight.left) + 1, Math.min(box.right, sight.right) - 1),
    clamp(y, Math.max(box.top, sight.top) + 1, Math.min(box.bottom, sight.bottom) - 1),
  );
  return at === null ? undefined : view.pointOf(at.offsetNode, at.offset);
}

/** CSS pixels from the edge within which the end of a mark that is moved is not well seen. */
const SEEN_WITHIN = 48;

/** CSS pixels that the bar below takes which says what the keys do. */
const BAR_HEIGHT = 80;

/** Scrolls as far as is needed to bring one end of a mark into sight. */
export function revealEdge(view: PageView, scroller: HTMLElement, span: CodePointSpan, end: MarkEnd): void {
  const edge = edgeOf(view, span, end);
  if (edge === undefined) return;
  const { flow } = view;
  const at = flow.boxOf({ left: edge.x, right: edge.x, top: edge.y, bottom: edge.y }).start;
  const sight = flow.boxOf(scroller.getBoundingClientRect());
  const [low, high] = [sight.start + SEEN_WITHIN, sight.end - SEEN_WITHIN - (edge.isVertical ? 0 : BAR_HEIGHT)];
  flow.scrollBy(scroller, Math.min(0, at - low) + Math.max(0, at - high));
}
