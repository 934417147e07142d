import { useEffect } from 'react';
import { codePointSpan } from '#core/support/offset';
import type { ReaderPage } from '../features/reader';
import { THIS_PLATFORM } from '../platform/this-platform';

/** Ctrl/Cmd+A on the text selects the text: the browser would select the whole window, of which nothing can be marked. */
export function useSelectAll(page: ReaderPage | undefined): void {
  useEffect(() => {
    if (page === undefined) return;
    const { root } = page.view;
    const key = (event: KeyboardEvent): void => {
      const isHeld = THIS_PLATFORM === 'mac' ? event.metaKey : event.ctrlKey;
      if (!isHeld || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'a' || event.target !== root) return;
      const last = page.view.shown?.text.blocks.at(-1);
      event.preventDefault();
      if (last !== undefined) page.select(codePointSpan(0, last.span.end));
    };
    root.addEventListener('keydown', key);
    return () => {
      root.removeEventListener('keydown', key);
    };
  }, [page]);
}
