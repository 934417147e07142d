import type { CodePointSpan } from '#core/support/offset';
import type { DisplayPoint } from '#core/text/shown-text';
import type { PageView } from './page-view';

const samePoint = (one: DisplayPoint | undefined, other: DisplayPoint): boolean =>
  one?.block === other.block && one.offset === other.offset;

/** The canonical span of what is selected on the page; undefined if nothing of the text is. */
export function selectedSpan(page: PageView, selection: Selection | null): CodePointSpan | undefined {
  if (selection?.isCollapsed !== false || selection.anchorNode === null || selection.focusNode === null) return;
  const anchor = page.pointOf(selection.anchorNode, selection.anchorOffset);
  const focus = page.pointOf(selection.focusNode, selection.focusOffset);
  if (anchor === undefined || focus === undefined) return undefined;
  return page.shown?.spanBetween(anchor, focus);
}

/**
 * Selects on the page what a canonical span shows. The direction of the selection stays; where the very same
 * words are selected already nothing is touched, so that no event follows.
 */
export function selectSpan(page: PageView, selection: Selection, span: CodePointSpan): void {
  const ends = page.endsOf(span);
  if (ends === undefined) return;
  const [first, last] = ends;
  const start: DisplayPoint = { block: first.block, offset: first.span.start };
  const end: DisplayPoint = { block: last.block, offset: last.span.end };
  const backward = isBackward(selection);
  const [anchorNow, focusNow] = pointsOf(page, selection);
  const [anchor, focus] = backward ? [end, start] : [start, end];
  const isFilled = page.isFilled(first.block) && page.isFilled(last.block);
  if (isFilled && samePoint(anchorNow, anchor) && samePoint(focusNow, focus)) return;
  const from = page.place(start, 'start');
  const to = page.place(end, 'end');
  if (from === undefined || to === undefined) return;
  if (backward) selection.setBaseAndExtent(to.node, to.offset, from.node, from.offset);
  else selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function pointsOf(page: PageView, selection: Selection): [DisplayPoint | undefined, DisplayPoint | undefined] {
  const { anchorNode, focusNode, isCollapsed } = selection;
  if (isCollapsed || anchorNode === null || focusNode === null) return [undefined, undefined];
  return [page.pointOf(anchorNode, selection.anchorOffset), page.pointOf(focusNode, selection.focusOffset)];
}

function isBackward({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): boolean {
  if (anchorNode === null || focusNode === null) return false;
  if (anchorNode === focusNode) return focusOffset < anchorOffset;
  return Boolean(anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING);
}
