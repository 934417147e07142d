import { useEffect } from 'react';
import type { Direction } from '#core/text/caret-steps';
import type { Layout } from '#core/text/layout';
import type { CaretStep } from '../../page/caret';
import type { ReaderPage } from './reader-page';

type Arrows = Readonly<Record<string, readonly [CaretStep, Direction]>>;

const HORIZONTAL: Arrows = {
  ArrowRight: ['unit', 'forward'],
  ArrowLeft: ['unit', 'backward'],
  ArrowDown: ['line', 'forward'],
  ArrowUp: ['line', 'backward'],
  Home: ['edge', 'backward'],
  End: ['edge', 'forward'],
};

/** Down a column, and from column to column, of which the next is the one to the left. */
const VERTICAL: Arrows = {
  ArrowDown: ['unit', 'forward'],
  ArrowUp: ['unit', 'backward'],
  ArrowLeft: ['line', 'forward'],
  ArrowRight: ['line', 'backward'],
  Home: ['edge', 'backward'],
  End: ['edge', 'forward'],
};

const ARROWS: Readonly<Record<Layout, Arrows>> = { horizontal: HORIZONTAL, vertical: VERTICAL };

/** Which way a key turns the page; the browser would turn it down where there is nothing. */
const turnOf = ({ key, shiftKey }: KeyboardEvent): Direction | undefined =>
  key === ' '
    ? shiftKey
      ? 'backward'
      : 'forward'
    : ({ PageDown: 'forward', PageUp: 'backward' } as const)[key as 'PageDown' | 'PageUp'];

/** What a step becomes with Ctrl or Alt. */
const LARGER: Readonly<Partial<Record<CaretStep, CaretStep>>> = { unit: 'word', line: 'paragraph' };

/** Where a key moves the caret in a layout; undefined for a key that moves it nowhere. */
export function caretStepOf(
  { key, ctrlKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey'>,
  layout: Layout,
): readonly [CaretStep, Direction] | undefined {
  const arrow = ARROWS[layout][key];
  if (arrow === undefined) return undefined;
  const [step, direction] = arrow;
  return [(ctrlKey || altKey ? LARGER[step] : undefined) ?? step, direction];
}

/**
 * Turns the page where the browser would not, or where words are selected by page. The caret goes with a page that is
 * turned over; in a text that scrolls it stays with its words. True if the key was for that.
 */
function turnBy(event: KeyboardEvent, page: ReaderPage): boolean {
  const direction = turnOf(event);
  const extend = event.shiftKey && event.key !== ' ';
  if (direction === undefined || !(extend || page.isInPages || page.view.flow.layout === 'vertical')) return false;
  const { caret } = page;
  const turn = (): void => {
    page.turnPage(direction);
  };
  if (extend) caret.placeFirst(page.topOffset() ?? 0);
  if (extend || (page.isInPages && caret.drawnAt !== undefined)) caret.moveByPage(turn, direction, extend);
  else turn();
  return true;
}

/** Takes the offset under a point of the window, for a caret that follows the mouse. */
function offsetAt(page: ReaderPage, x: number, y: number): number | undefined {
  const at = document.caretPositionFromPoint(x, y);
  const point = at && page.view.pointOf(at.offsetNode, at.offset);
  return point ? page.view.shown?.offsetOf(point) : undefined;
}

/**
 * Arrow keys on the text: they move the caret, by word or paragraph with Ctrl or Alt, and select with Shift. In vertical
 * text Page Down and the space bar go on to the left; where it is read in pages they turn one over.
 */
export function useCaretKeys(page: ReaderPage | undefined): void {
  useEffect(() => {
    if (page === undefined) return;
    const { root } = page.view;
    const { caret } = page;
    const key = (event: KeyboardEvent): void => {
      if (event.metaKey || event.target !== root) return;
      if (turnBy(event, page)) event.preventDefault();
      const moved = caretStepOf(event, page.view.flow.layout);
      if (moved === undefined) return;
      event.preventDefault();
      caret.placeFirst(page.topOffset() ?? 0);
      caret.move(...moved, event.shiftKey);
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
