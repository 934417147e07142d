import { useEffect } from 'react';
import type { Direction } from '#core/text/caret-steps';
import type { CaretStep } from '../../page/caret';
import type { ReaderPage } from './reader-page';

const ARROWS: Readonly<Record<string, readonly [CaretStep, Direction]>> = {
  ArrowRight: ['unit', 'forward'],
  ArrowLeft: ['unit', 'backward'],
  ArrowDown: ['line', 'forward'],
  ArrowUp: ['line', 'backward'],
  Home: ['edge', 'backward'],
  End: ['edge', 'forward'],
};

/** Takes the offset under a point of the window, for a caret that follows the mouse. */
function offsetAt(page: ReaderPage, x: number, y: number): number | undefined {
  const at = document.caretPositionFromPoint(x, y);
  const point = at && page.view.pointOf(at.offsetNode, at.offset);
  return point ? page.view.shown?.offsetOf(point) : undefined;
}

/** Arrow keys on the text: they move the caret, by word with Ctrl or Alt, and select with Shift. */
export function useCaretKeys(page: ReaderPage | undefined): void {
  useEffect(() => {
    if (page === undefined) return;
    const { root } = page.view;
    const { caret } = page;
    const key = (event: KeyboardEvent): void => {
      const arrow = ARROWS[event.key];
      if (arrow === undefined || event.metaKey || event.target !== root) return;
      event.preventDefault();
      caret.placeFirst(page.topOffset() ?? 0);
      const [step, direction] = arrow;
      caret.move(step === 'unit' && (event.ctrlKey || event.altKey) ? 'word' : step, direction, event.shiftKey);
    };
    const click = (event: MouseEvent): void => {
      const offset = getSelection()?.isCollapsed === false ? undefined : offsetAt(page, event.clientX, event.clientY);
      if (offset !== undefined) caret.place(offset);
    };
    const focus = (): void => {
      if (root.matches(':focus-visible')) caret.placeFirst(page.topOffset() ?? 0);
      caret.draw();
    };
    const blur = (): void => {
      caret.hide();
    };
    root.addEventListener('keydown', key);
    root.addEventListener('click', click);
    root.addEventListener('focus', focus);
    root.addEventListener('blur', blur);
    return () => {
      root.removeEventListener('keydown', key);
      root.removeEventListener('click', click);
      root.removeEventListener('focus', focus);
      root.removeEventListener('blur', blur);
    };
  }, [page]);
}
