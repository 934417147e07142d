import { useCallback, useEffect, useRef, useState } from 'react';
import { percentRead } from '#core/text/share-read';
import type { OpenedText } from '../features/library';
import type { ReaderPage } from '../features/reader';
import { useServices } from '../services';

/** Milliseconds of rest after scrolling until the place is kept. */
const KEEP_AFTER_MS = 500;

/** Where reading of a text stands. */
export interface Place {
  /** The first canonical offset in sight. */
  readonly place: number;
  /** How much of the text has been read, in percent. */
  readonly percent: number;
  /** Looks where the page stands now. */
  readonly onScroll: () => void;
}

/** Follows where the page stands (a canonical offset) and how much was read, and keeps both as the reading position. */
export function usePlace(
  { text: { id: textId, sourceHash }, start, percent: percentBefore }: OpenedText,
  page: ReaderPage | undefined,
): Place {
  const { texts, flush } = useServices();
  const [place, setPlace] = useState(start);
  const [percent, setPercent] = useState(percentBefore);
  const state = useRef({
    place: start,
    percent: percentBefore,
    kept: { offset: start, percent: percentBefore },
    frame: 0,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  });

  const keep = useCallback(async (): Promise<boolean> => {
    const now = state.current;
    clearTimeout(now.timer);
    // The window may close before the last scrolling was reported.
    now.place = page?.topOffset() ?? now.place;
    const written = { offset: now.place, percent: now.percent };
    if (written.offset === now.kept.offset && written.percent === now.kept.percent) return true;
    const { ok } = await texts.putPosition(textId, sourceHash, written);
    if (ok) now.kept = written;
    return ok;
  }, [texts, textId, sourceHash, page]);

  const onScroll = useCallback(() => {
    const now = state.current;
    if (now.frame !== 0) return;
    now.frame = requestAnimationFrame(() => {
      now.frame = 0;
      const top = page?.topOffset();
      // Of a page that has gone from the window nothing is in sight.
      if (page?.scroller.isConnected !== true || top === undefined) return;
      now.place = top;
      setPlace(top);
      const seen = page.inSight();
      now.percent = seen === undefined ? 0 : percentRead(seen);
      setPercent(now.percent);
      clearTimeout(now.timer);
      now.timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
    });
  }, [page, keep]);

  useEffect(() => {
    if (page === undefined) return;
    // More or less of the text is in sight when the page changes its size, or is filled.
    const resized = new ResizeObserver(onScroll);
    resized.observe(page.view.root);
    resized.observe(page.scroller);
    return () => {
      resized.disconnect();
    };
  }, [page, onScroll]);
  useEffect(() => {
    const forget = flush.add(keep);
    return () => {
      forget();
      void keep();
    };
  }, [flush, keep]);
  return { place, percent, onScroll };
}
