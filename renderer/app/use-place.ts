import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReaderPage } from '../features/reader';
import { useServices } from '../services';

/** Milliseconds of rest after scrolling until the place is kept. */
const KEEP_AFTER_MS = 500;

/** Follows where the page stands (a canonical offset), and keeps it as the reading position. */
export function usePlace(
  textId: string,
  start: number,
  page: ReaderPage | undefined,
): { place: number; onScroll: () => void } {
  const { texts, flush } = useServices();
  const [place, setPlace] = useState(start);
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
    if (now.place === now.kept) return true;
    now.kept = now.place;
    const { ok } = await texts.putPosition(textId, now.place);
    return ok;
  }, [texts, textId, page]);

  const onScroll = useCallback(() => {
    const now = state.current;
    if (now.frame !== 0) return;
    now.frame = requestAnimationFrame(() => {
      now.frame = 0;
      const top = page?.topOffset();
      if (top === undefined) return;
      now.place = top;
      setPlace(top);
      clearTimeout(now.timer);
      now.timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
    });
  }, [page, keep]);

  useEffect(() => {
    const forget = flush.add(keep);
    return () => {
      forget();
      void keep();
    };
  }, [flush, keep]);
  return { place, onScroll };
}
