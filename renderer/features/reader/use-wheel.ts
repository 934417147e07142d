import { useEffect } from 'react';
import type { Layout } from '#core/text/layout';
import { wheelDistance, wheelTurns, WheelMotion } from '../../page/wheel';
import type { ReaderPage } from './reader-page';

/** True where something between the wheel and the page scrolls by itself, as a long note does. */
function scrollsItself(target: EventTarget | null, scroller: Element): boolean {
  for (let at = target instanceof Element ? target : null; at !== null && at !== scroller; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return true;
  }
  return false;
}

/**
 * Lets a wheel that turns down go on in vertical text, which is to the left, and turn over a text that is read in pages.
 * Else the browser scrolls.
 */
export function useWheel(page: ReaderPage | undefined, layout: Layout, isInPages: boolean): void {
  useEffect(() => {
    if (page === undefined || !isInPages) return;
    const { scroller } = page;
    const turns = wheelTurns((direction) => {
      page.turnPage(direction);
    });
    const wheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey || scrollsItself(event.target, scroller)) return;
      event.preventDefault();
      turns(event);
    };
    scroller.addEventListener('wheel', wheel, { passive: false });
    return () => {
      scroller.removeEventListener('wheel', wheel);
    };
  }, [page, isInPages]);
  useEffect(() => {
    if (page === undefined || layout !== 'vertical' || isInPages) return;
    const { scroller } = page;
    const motion = new WheelMotion((by) => {
      const { flow } = page.view;
      const before = flow.scrolled(scroller);
      flow.scrollBy(scroller, by);
      return flow.scrolled(scroller) - before;
    });
    const wheel = (event: WheelEvent): void => {
      const { flow } = page.view;
      const line = parseFloat(getComputedStyle(page.view.root).lineHeight) || 0;
      const distance = wheelDistance(event, { line, page: flow.sizeOf(scroller) });
      if (distance === undefined || scrollsItself(event.target, scroller)) return;
      event.preventDefault();
      motion.turn(distance, matchMedia('(prefers-reduced-motion: reduce)').matches);
    };
    scroller.addEventListener('wheel', wheel, { passive: false });
    return () => {
      motion.stop();
      scroller.removeEventListener('wheel', wheel);
    };
  }, [page, layout, isInPages]);
}
