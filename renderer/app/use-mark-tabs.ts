import { useEffect, useRef } from 'react';
import type { ReaderPage } from '../features/reader';
import type { Actions } from './actions';

/**
 * Tab on the page goes from mark to mark. After the last it goes on as it would: to what the page says of its text,
 * block by block, and then to what follows the page; Shift+Tab goes back the same way. After Escape, Tab leaves at
 * once, so that many marks are no trap.
 */
export function useMarkTabs(page: ReaderPage | undefined, walk: Actions['walk']): void {
  const newest = useRef(walk);
  useEffect(() => {
    newest.current = walk;
  });
  useEffect(() => {
    if (page === undefined) return;
    const { root } = page.view;
    let leaves = false;
    const key = (event: KeyboardEvent): void => {
      if (event.target !== root || event.defaultPrevented) return;
      if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) {
        leaves = event.key === 'Escape';
        return;
      }
      if (leaves) {
        // From behind the page the browser itself goes on to what follows.
        if (!event.shiftKey) page.scroller.querySelector<HTMLElement>('[data-behind]')?.focus({ preventScroll: true });
        leaves = false;
      } else if (newest.current(event.shiftKey ? -1 : 1)) event.preventDefault();
    };
    const stay = (): void => {
      leaves = false;
    };
    root.addEventListener('keydown', key);
    root.addEventListener('blur', stay);
    root.addEventListener('pointerdown', stay);
    return () => {
      root.removeEventListener('keydown', key);
      root.removeEventListener('blur', stay);
      root.removeEventListener('pointerdown', stay);
    };
  }, [page]);
}
