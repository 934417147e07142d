import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import styles from './menu.module.css';

interface MenuProps {
  readonly label: string;
  /** Where it was asked for, in CSS pixels of the window; it opens below and to the right, where there is room. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const EDGE = 8;

/** Moves the focus among the rows of a menu, and within a row (WAI-ARIA Authoring Practices, menu). */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll('[data-row]')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[role^=menuitem]'),
  ]);
  const row = rows.findIndex((items) => items.some((item) => item === document.activeElement));
  const items = rows[row] ?? [];
  const column = items.findIndex((item) => item === document.activeElement);
  const round = (index: number, count: number): number => (index + count) % count;
  const next = {
    ArrowDown: rows[round(row + 1, rows.length)]?.[0],
    ArrowUp: rows[round(row < 0 ? -1 : row - 1, rows.length)]?.[0],
    ArrowRight: items[round(column + 1, items.length)],
    ArrowLeft: items[round(column - 1, items.length)],
    Home: rows[0]?.[0],
    End: rows.at(-1)?.[0],
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/** Presses the item whose key this is. Other letters do nothing while a menu is open. */
function pressByKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ') return;
  event.preventDefault();
  const key = `${event.shiftKey ? 'Shift+' : ''}${event.key.toUpperCase()}`;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  items.find((item) => item.getAttribute('aria-keyshortcuts') === key)?.click();
}

/** Closes a menu when anything beside it is pressed or scrolled. */
function useClosingOutside(menu: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const outside = (event: Event): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target) === true) return;
      close.current();
    };
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('wheel', outside, true);
    window.addEventListener('blur', outside);
    window.addEventListener('resize', outside);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('wheel', outside, true);
      window.removeEventListener('blur', outside);
      window.removeEventListener('resize', outside);
    };
  }, [menu]);
}

/** A menu at a point of the window, for a moment: it takes the focus, and Escape or a press elsewhere closes it. */
export function Menu({ label, at, onClose, children }: MenuProps): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const left = at.x + width + EDGE > innerWidth ? at.x - width : at.x;
    const top = at.y + height + EDGE > innerHeight ? at.y - height : at.y;
    element.style.left = `${Math.max(EDGE, left)}px`;
    element.style.top = `${Math.max(EDGE, top)}px`;
    element.querySelector<HTMLElement>('[role^=menuitem]')?.focus({ preventScroll: true });
  }, [at]);
  useClosingOutside(menu, onClose);
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles['menu']}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || event.key === 'Tab') {
          event.preventDefault();
          onClose();
        } else {
          walk(event);
          pressByKey(event);
        }
      }}
      onContextMenu={(event) => {
        event.preventDefault();
      }}
      // Pressing an item would take the selection away before the item acts on it.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}

interface MenuItemProps {
  readonly children: ReactNode;
  /** The key that does the same, shown beside it. */
  readonly shortcut?: { readonly shown: string; readonly aria: string } | undefined;
  /** For one of several choices: whether it is the one that holds. */
  readonly checked?: boolean;
  readonly onPress: () => void;
}

/** A line of a menu. */
export function MenuItem({ children, shortcut, checked, onPress }: MenuItemProps): ReactNode {
  return (
    <div data-row role="none">
      <button
        type="button"
        role={checked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked={checked}
        tabIndex={-1}
        aria-keyshortcuts={shortcut?.aria}
        className={styles['item']}
        onClick={onPress}
      >
        <span>{children}</span>
        {shortcut !== undefined && <kbd aria-hidden="true">{shortcut.shown}</kbd>}
      </button>
    </div>
  );
}
