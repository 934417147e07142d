import { useEffect } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import type { WindowBox } from '../../page/flow';
import type { ReaderPage } from './reader-page';

/** True if something is selected in another column of the text. */
function isElsewhere(page: ReaderPage): boolean {
  const selection = getSelection();
  if (!selection?.anchorNode || selection.isCollapsed) return false;
  const { anchorNode: node } = selection;
  const column = (node instanceof Element ? node : node.parentElement)?.closest('.page-text') ?? page.view.root;
  return column !== page.view.root;
}

/** Lets other columns be selected from, or not: while words are selected in this one they are no part of it. */
function setSelectable(page: ReaderPage, isSelectable: boolean): void {
  for (const other of document.querySelectorAll('.page-text')) {
    if (other !== page.view.root) other.classList.toggle('unselectable', !isSelectable);
  }
}

/** What of the window shows words of a page: less than its scroller where paper covers lines that are not whole. */
function viewOf({ view: { flow }, seen }: ReaderPage): WindowBox {
  const [from, to] = [flow.pointAt(seen.lineStart, seen.start), flow.pointAt(seen.lineEnd, seen.end)];
  return {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
}

/**
 * Where the mouse was released beside the column, or on the paper that covers a line, the selection ends at the words
 * nearest to that place.
 */
function keepWithin(page: ReaderPage, { clientX, clientY }: PointerEvent): void {
  const selection = getSelection();
  const { root } = page.view;
  const [text, view] = [root.getBoundingClientRect(), viewOf(page)];
  const isSeen = clientX >= view.left && clientX <= view.right && clientY >= view.top && clientY <= view.bottom;
  if (!selection?.focusNode || selection.isCollapsed || (isSeen && root.contains(selection.focusNode))) return;
  const within = (at: number, low: number, high: number): number => Math.max(low + 1, Math.min(at, high - 1));
  const x = within(clientX, Math.max(view.left, text.left), Math.min(view.right, text.right));
  const y = within(clientY, Math.max(view.top, text.top), Math.min(view.bottom, text.bottom));
  const nearest = document.caretPositionFromPoint(x, y);
  if (nearest !== null && root.contains(nearest.offsetNode)) selection.extend(nearest.offsetNode, nearest.offset);
}

/**
 * Follows the document's selection. While a button of the mouse is down the selection is left alone; once it is
 * released, and after every change by keyboard, it is snapped to whole units and reported.
 */
export function useSelection(page: ReaderPage | undefined, onSelect: (span: CodePointSpan | undefined) => void): void {
  useEffect(() => {
    if (page === undefined) return;
    let dragging = false;
    const report = (): void => {
      if (dragging) return;
      const span = page.snapSelection();
      // What is selected in another column is for that column to report.
      if (span !== undefined || !isElsewhere(page)) onSelect(span);
    };
    const down = (event: PointerEvent): void => {
      dragging = event.button === 0 && event.target instanceof Node && page.view.root.contains(event.target);
      if (!dragging) return;
      page.wake();
      setSelectable(page, false);
    };
    const release = (): void => {
      dragging = false;
      setSelectable(page, true);
      // The browser settles a click's selection after the event that ends it.
      setTimeout(report, 0);
    };
    const up = (event: PointerEvent): void => {
      if (!dragging) return;
      release();
      keepWithin(page, event);
    };
    // Selected words are dragged away as text: the browser takes the pointer, and says of no place where.
    const cancel = (): void => {
      if (dragging) release();
    };
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', cancel);
    document.addEventListener('selectionchange', report);
    return () => {
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', cancel);
      document.removeEventListener('selectionchange', report);
    };
  }, [page, onSelect]);
}
