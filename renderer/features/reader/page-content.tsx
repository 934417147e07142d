import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import type { Layout } from '#core/text/layout';
import type { ShownText } from '#core/text/shown-text';
import type { PaintedMark } from '../../page/mark-index';
import { useServices } from '../../services';
import { liftSight } from '../../page/last-sight';
import type { ReaderPage } from './reader-page';

/** What a person scrolls with, and for how many milliseconds the page may move by it. */
const MOVES = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const;
const MOVING_MS = 600;

/** What a page shows. */
export interface PageContentProps {
  readonly page: ReaderPage;
  readonly shown: ShownText;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  readonly glosses: boolean;
  readonly layout: Layout;
  /** True where the text is turned over in pages, and does not scroll. */
  readonly isInPages?: boolean;
  readonly marks: readonly PaintedMark[];
  readonly current: string | undefined;
  readonly selected: CodePointSpan | undefined;
  /** Where the text opens, a canonical offset. */
  readonly start: number;
}

/**
 * Fills the page. It stands before the pop-ups, because effects run in that order: a pop-up is placed by the words
 * as they are now.
 */
export function PageContent(props: PageContentProps): ReactNode {
  const { page, shown, language, glosses, layout, marks, current, selected, start, isInPages = false } = props;
  const { type } = useServices();
  const newest = useRef({ selected, start });
  // In this phase, so that a page that goes has given up its marks before one that comes paints its own.
  useLayoutEffect(
    () => () => {
      page.close();
    },
    [page],
  );
  useLayoutEffect(() => {
    newest.current = { selected, start };
  });
  useLayoutEffect(() => {
    page.setInPages(isInPages);
  }, [page, isInPages]);
  useLayoutEffect(() => {
    page.show(shown, { glosses, language, layout }, newest.current.selected, newest.current.start);
    // In the same frame: the text is drawn in its place.
    liftSight();
  }, [page, shown, glosses, language, layout]);
  useLayoutEffect(() => {
    page.paint(marks, current);
  }, [page, shown, glosses, layout, marks, current]);
  useEffect(() => {
    // Before the frame that shows what was scrolled to.
    const keepUp = (): void => {
      page.keepUp();
    };
    const resized = new ResizeObserver(() => {
      page.holdPlace('size');
      page.caret.draw();
      // Not here: to fill blocks changes sizes anew.
      requestAnimationFrame(keepUp);
    });
    let movedAt = -Infinity;
    const moved = (): void => {
      movedAt = performance.now();
    };
    // Glyphs that come break lines anew; under the hand of someone who scrolls nothing is held.
    const fontsCame = (): void => {
      if (performance.now() - movedAt > MOVING_MS) page.holdPlace('fonts');
    };
    for (const kind of MOVES) page.scroller.addEventListener(kind, moved, { passive: true });
    document.fonts.addEventListener('loadingdone', fontsCame);
    // Another size or family breaks all lines anew, and may leave the page as wide as it was.
    const unworn = type.onWorn(() => {
      page.holdPlace('fonts');
    });
    resized.observe(page.view.root);
    resized.observe(page.scroller);
    page.scroller.addEventListener('scroll', keepUp, { passive: true });
    const rested = (): void => {
      page.rest();
    };
    page.scroller.addEventListener('scrollend', rested);
    return () => {
      page.scroller.removeEventListener('scrollend', rested);
      resized.disconnect();
      unworn();
      document.fonts.removeEventListener('loadingdone', fontsCame);
      for (const kind of MOVES) page.scroller.removeEventListener(kind, moved);
      page.scroller.removeEventListener('scroll', keepUp);
    };
  }, [page, type]);
  return null;
}

/** Hears which marks lie at a point of the window (CSS pixels), topmost first. */
export type OnMarks = (ids: readonly string[], at: { readonly x: number; readonly y: number }) => void;

/** Clicks on the text that do not end a selection. The text is no control: its marks are reached by keys as well. */
export function useMarkClicks(page: ReaderPage | undefined, onMarks: OnMarks): void {
  useEffect(() => {
    if (page === undefined) return;
    const { root } = page.view;
    const click = (event: MouseEvent): void => {
      if (event.button !== 0 || getSelection()?.isCollapsed === false) return;
      const { clientX: x, clientY: y } = event;
      onMarks(page.painter.marksAt(x, y), { x, y });
    };
    root.addEventListener('click', click);
    return () => {
      root.removeEventListener('click', click);
    };
  }, [page, onMarks]);
}
