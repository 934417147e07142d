import { useEffect } from 'react';
import type { ReaderPage } from './reader-page';

/** Turns to the page on which something is that has the focus, where paper lies over it or it is on another page. */
function turnTo({ view, caret: { pages } }: ReaderPage, focused: Element): void {
  const point = view.pointOf(focused, 0);
  const offset = point && view.shown?.offsetOf(point);
  if (pages === undefined || offset === undefined) return;
  const box = view.flow.boxOf(focused.getBoundingClientRect());
  pages.reveal(offset, box, box.start < pages.seen.start ? 'backward' : 'forward');
}

/**
 * Keeps the words where they are when Tab comes to the text: it is longer than the window, and the browser would bring
 * its beginning or its end to an edge. What has something to say within it is brought into sight, in pages too.
 */
export function useSteadyFocus(page: ReaderPage | undefined): void {
  useEffect(() => {
    if (page === undefined) return;
    const { scroller, view } = page;
    /** How far the page was scrolled when Tab was pressed: the browser scrolls before it tells of the focus. */
    let before: number | undefined;
    const key = (event: KeyboardEvent): void => {
      before = event.key === 'Tab' ? view.flow.scrolled(scroller) : undefined;
    };
    const focused = ({ target }: FocusEvent): void => {
      if (before === undefined || !(target instanceof Element)) return;
      if (target === view.root) view.flow.scrollBy(scroller, before - view.flow.scrolled(scroller));
      else turnTo(page, target);
      before = undefined;
    };
    document.addEventListener('keydown', key, true);
    view.root.addEventListener('focusin', focused);
    return () => {
      document.removeEventListener('keydown', key, true);
      view.root.removeEventListener('focusin', focused);
    };
  }, [page]);
}
