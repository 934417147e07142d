import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useLanguage } from '../strings/use-strings';

/**
 * What the bar can do without, the most dispensable first: the names of what is drawn as well, room around its parts, the
 * seal, the size of its letters, and all that need not be said twice.
 */
const LUXURIES = ['names', 'room', 'seal', 'letters', 'lamps'] as const;

/** CSS pixels below which all groups do not fit side by side: there the bar scrolls. */
const SCROLLS_BELOW = 1024;

/** The share of the bar that a long title may ask others to make room for. */
const LARGEST_SHARE = 0.25;

/** True where the title stands there whole, or has as much of the bar as it may ask for. */
function hasRoom(title: HTMLElement, width: number): boolean {
  const words = document.createRange();
  words.selectNodeContents(title);
  const needed = words.getBoundingClientRect().width;
  return title.getBoundingClientRect().width >= Math.min(needed, width * LARGEST_SHARE);
}

/**
 * Leaves out what the bar can do without, one thing after the other, until its title has the room that it needs. What is
 * left out stands in `data-without`.
 */
export function useBarFit(title: string): [bar: RefObject<HTMLElement | null>, name: RefObject<HTMLElement | null>] {
  const bar = useRef<HTMLElement>(null);
  const name = useRef<HTMLElement>(null);
  const language = useLanguage();
  useLayoutEffect(() => {
    const [element, words] = [bar.current, name.current];
    if (element === null || words === null) return;
    const fit = (): void => {
      const width = element.clientWidth;
      for (let without = width < SCROLLS_BELOW ? LUXURIES.length : 0; ; without++) {
        element.dataset['without'] = LUXURIES.slice(0, without).join(' ');
        if (without >= LUXURIES.length || hasRoom(words, width)) return;
      }
    };
    fit();
    const resized = new ResizeObserver(fit);
    resized.observe(element);
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [title, language]);
  return [bar, name];
}
