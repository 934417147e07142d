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

/** True if the text runs from top to bottom. */
export const isVertical = ({ root }: PageView): boolean => getComputedStyle(root).writingMode.startsWith('vertical');

/** Where one end of a mark lies; undefined where nothing of it is shown. */
export function edgeOf(view: PageView, span: CodePointSpan, end: MarkEnd): MarkEdge | undefined {
  const { shown } = view;
  if (shown === undefined) return undefined;
  const whole = snappedOutward(shown, span);
  const unit =
    end === 'start'
      ? codePointSpan(whole.start, stepUnit(shown, whole.start, 'forward'))
      : codePointSpan(stepUnit(shown, whole.end, 'backward'), whole.end);
  const rects = view.rectsOf(unit);
  const rect = end === 'start' ? rects[0] : rects.at(-1);
  if (rect === undefined) return undefined;
  const { left, right, top, bottom, width, height } = rect;
  return isVertical(view)
    ? { x: (left + right) / 2, y: end === 'start' ? top : bottom, length: width, isVertical: true }
    : { x: end === 'start' ? left : right, y: (top + bottom) / 2, length: height, isVertical: false };
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
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  const over = (at: number, low: number, high: number): number => Math.min(0, at - low) + Math.max(0, at - high);
  scroller.scrollBy({
    left: over(edge.x, left + SEEN_WITHIN, right - SEEN_WITHIN),
    top: over(edge.y, top + SEEN_WITHIN, bottom - SEEN_WITHIN - BAR_HEIGHT),
  });
}
