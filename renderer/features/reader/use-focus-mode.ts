import { useEffect } from 'react';
import { blockAt } from '#core/anchor/spread';
import type { ShownText } from '#core/text/shown-text';
import { useServices, useSettings } from '../../services';
import type { ReaderPage } from './reader-page';

/** How far into what is in sight people read, as a share of its words. */
const READING_LINE = 0.3;

const EVENTS = ['keyup', 'pointerup'] as const;

/** The paragraph that is being read: that of the caret if it is in sight, else the one a little below the top. */
function readBlock(page: ReaderPage, { text }: ShownText): number | undefined {
  const caret = page.caretInSight();
  if (caret !== undefined) return blockAt(text.blocks, caret);
  const inSight = page.inSight();
  return inSight && blockAt(text.blocks, inSight.from + READING_LINE * (inSight.to - inSight.from));
}

/**
 * While focus mode is on, the paragraph that is read carries a class, and no other: page.css lets the others step back.
 * Nothing is laid out anew, and a long text costs no more than a short one.
 */
export function useFocusMode(page: ReaderPage | undefined, shown: ShownText): void {
  const [{ focus }] = useSettings();
  const { type } = useServices();
  useEffect(() => {
    if (!focus || page === undefined) return;
    const { root } = page.view;
    let read: Element | null = null;
    let frame = 0;
    const follow = (): void => {
      const block = readBlock(page, shown);
      const next = root.querySelector(`[data-block="${block}"], [data-parallel-block="${block}"]`);
      if (next === read) return;
      read?.classList.remove('in-focus');
      next?.classList.add('in-focus');
      read = next;
    };
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    };
    const unworn = type.onWorn(soon);
    for (const event of EVENTS) document.addEventListener(event, soon);
    page.scroller.addEventListener('scroll', soon, { passive: true });
    follow();
    return () => {
      cancelAnimationFrame(frame);
      unworn();
      for (const event of EVENTS) document.removeEventListener(event, soon);
      page.scroller.removeEventListener('scroll', soon);
      read?.classList.remove('in-focus');
    };
  }, [focus, page, shown, type]);
}
