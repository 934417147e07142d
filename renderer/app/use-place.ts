import { useCallback, useEffect, useRef, useState } from 'react';
import { percentRead } from '#core/text/share-read';
import type { Text } from '#core/text/text';
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

/** Follows where the page stands (a canonical offset), and keeps it as the reading position. */
export function usePlace({ id: textId, sourceHash }: Text, start: number, page: ReaderPage | undefined): Place {
  const { texts, flush } = useServices();
  const [place, setPlace] = useState(start);
  const [percent, setPercent] = useState(0);
  const state = useRef({
    place: start,
    kept: start,
    frame: 0,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  });

  const keep = useCallback(async (): Promise<boolean> => {
    const now = state.current;
    clearTimeout(now.timer);
    // The window may close before the last scrolling was reported.
    now.place = page?.topOffset() ?? now.place;
    const { place: written } = now;
    if (written === now.kept) return true;
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
      if (page === undefined || top === undefined) return;
      now.place = top;
      setPlace(top);
      const seen = page.inSight();
      setPercent(seen === undefined ? 0 : percentRead(seen));
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
