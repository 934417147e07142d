import { useCallback, useState, type KeyboardEvent, type MouseEvent } from 'react';

/** A press that asks for a menu: of the mouse, or of the keyboard's own keys for it. */
type Asking = MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>;

/** The item whose menu was asked for, and where, in CSS pixels of the window. */
interface Asked<Item> {
  readonly item: Item;
  readonly at: { readonly x: number; readonly y: number };
  /** What the focus goes back to. */
  readonly button: HTMLElement;
}

/** The menu of an item of a list. */
export interface ItemMenu<Item> {
  readonly asked: Asked<Item> | undefined;
  /** Opens the menu of an item if the press asks for it; for `onContextMenu`, `onKeyDown` and buttons that open it. */
  readonly ask: (item: Item, event: Asking) => void;
  /** Closes the menu, and gives the focus back to the item. */
  readonly close: () => void;
}

/** True for the keys that ask for a menu. On macOS no key does so by itself, and on Windows one does when it is let go. */
const asksByKey = ({ key, shiftKey }: KeyboardEvent): boolean => key === 'ContextMenu' || (key === 'F10' && shiftKey);

const isOfKeys = (event: Asking): event is KeyboardEvent<HTMLElement> => 'key' in event;

/** Where a menu opens: at the mouse, or below the item where the keyboard asked. */
function placeOf(event: Asking): Asked<unknown>['at'] {
  if (!isOfKeys(event) && event.button === 2) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = event.currentTarget.getBoundingClientRect();
  return { x: left + 16, y: bottom - 8 };
}

/** The menu of the items of a list, opened by a right-click on one of them, or by the keyboard at one. */
export function useItemMenu<Item>(): ItemMenu<Item> {
  const [asked, setAsked] = useState<Asked<Item>>();
  const ask = useCallback((item: Item, event: Asking) => {
    if (isOfKeys(event) && !asksByKey(event)) return;
    event.preventDefault();
    setAsked({ item, at: placeOf(event), button: event.currentTarget });
  }, []);
  const close = useCallback(() => {
    asked?.button.focus();
    setAsked(undefined);
  }, [asked]);
  return { asked, ask, close };
}
