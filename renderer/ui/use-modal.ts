import { useEffect, type RefObject } from 'react';

/** True for an element that can have the focus again. */
export const canHaveFocus = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element !== document.body && element.isConnected && element.checkVisibility();

/**
 * Opens a dialog over the window. When it goes away the focus returns to what had it, or to the page where that is
 * gone, unless something else has taken it meanwhile.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      const now = document.activeElement;
      if (now !== null && now !== document.body) return;
      const to = canHaveFocus(before) ? before : document.querySelector<HTMLElement>('main');
      to?.focus({ preventScroll: true });
    };
  }, [dialog]);
}
