import { useEffect, useRef, type RefObject } from 'react';
import { idOf, itemOf } from './listed-item';

/** What the keys of a list do. */
export interface ListActs {
  readonly onOpen: (id: string) => void;
  /** Called where the keyboard leaves the list upwards. */
  readonly onLeave: () => void;
}

const indexOf = (row: HTMLElement | null): number => Number(row?.dataset['index'] ?? -1);

/** Frames for which a row that was scrolled to may take to be there. */
const LONGEST_WAIT = 8;

/**
 * Arrow keys, Home and End walk a list, Enter opens. `reveal` brings a row into a list that renders only a part of
 * its rows.
 */
export function useListKeys(
  list: RefObject<HTMLUListElement | null>,
  count: number,
  acts: ListActs,
  reveal: (index: number) => void,
): void {
  const newest = useRef({ count, acts, reveal });
  useEffect(() => {
    newest.current = { count, acts, reveal };
  });
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const focusRow = (index: number, frames = LONGEST_WAIT): void => {
      const button = element.querySelector<HTMLElement>(`li[data-index="${index}"] button`);
      if (button !== null) {
        button.focus();
        return;
      }
      newest.current.reveal(index);
      if (frames > 0) {
        requestAnimationFrame(() => {
          focusRow(index, frames - 1);
        });
      }
    };
    const walk = (from: number, to: number): void => {
      const last = newest.current.count - 1;
      if (to < 0 && from <= 0) newest.current.acts.onLeave();
      else focusRow(Math.max(0, Math.min(to, last)));
    };
    const key = (event: KeyboardEvent): void => {
      const row = itemOf(event.target);
      if (row === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const at = indexOf(row);
      const id = idOf(row);
      if (event.key === 'Enter' && event.target === row) newest.current.acts.onOpen(id);
      const last = newest.current.count - 1;
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
      if (to === undefined) return;
      walk(at, to);
      event.preventDefault();
    };
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('keydown', key);
    };
  }, [list]);
}
