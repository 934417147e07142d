import { useEffect } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import { keepWithin, PageDrag } from './page-drag';
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

/**
 * Follows the document's selection. While a button of the mouse is down the selection is left alone; once it is
 * released, and after every change by keyboard, it is snapped to whole units and reported.
 */
export function useSelection(page: ReaderPage | undefined, onSelect: (span: CodePointSpan | undefined) => void): void {
  useEffect(() => {
    if (page === undefined) return;
    let dragging = false;
    let drag: PageDrag | undefined;
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
      drag = page.isInPages ? new PageDrag(page) : undefined;
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
      drag?.move({ x, y });
    };
    const release = (): void => {
      dragging = false;
      setSelectable(page, true);
      drag?.end();
      drag = undefined;
      // The browser settles a click's selection after the event that ends it.
      setTimeout(report, 0);
    };
    const up = (event: PointerEvent): void => {
      if (!dragging) return;
      const isInPages = drag !== undefined;
      release();
      if (!isInPages) keepWithin(page, { x: event.clientX, y: event.clientY });
    };
    // Selected words are dragged away as text: the browser takes the pointer, and says of no place where.
    const cancel = (): void => {
      if (dragging) release();
    };
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', cancel);
    document.addEventListener('selectionchange', report);
    return () => {
      drag?.end();
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', cancel);
      document.removeEventListener('selectionchange', report);
    };
  }, [page, onSelect]);
}
