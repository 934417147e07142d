import { useEffect, type RefObject, type SyntheticEvent } from 'react';

/** What can be reached by Tab. */
const TABBABLE =
  'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** True for an element that can have the focus again. */
export const canHaveFocus = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element !== document.body && element.isConnected && element.checkVisibility();

/** True for one of several radio buttons that Tab passes by: it goes to the one that is chosen. */
function isPassedBy(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return false;
  const { name, form } = element;
  const others = (form ?? document).querySelectorAll<HTMLInputElement>('input[type=radio]:checked');
  return [...others].some((other) => other.name === name);
}

/** The elements within that Tab goes to, in the order of the document. */
export const tabbablesIn = (within: Element): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (element) => element.tabIndex >= 0 && canHaveFocus(element) && !isPassedBy(element),
  );

/** Tab goes round in a dialog: behind its last element there is the window's own frame, where nothing has the focus. */
function goRound(event: KeyboardEvent): void {
  const { currentTarget: dialog } = event;
  if (event.key !== 'Tab' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!(dialog instanceof HTMLElement)) return;
  const all = tabbablesIn(dialog);
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (to === undefined || (document.activeElement !== from && document.activeElement !== dialog)) return;
  if (document.activeElement === dialog && !event.shiftKey) return;
  event.preventDefault();
  to.focus();
}

/**
 * Says on the document whether a dialog lies over it. Not found by :root:has(dialog:modal): each change of a state that any
 * :has() asks for would then have the browser look at every element of the text again.
 */
function noteModal(): void {
  document.documentElement.toggleAttribute('data-modal', document.querySelector('dialog:modal') !== null);
}

/** True while a dialog lies over the window. */
export const isUnderModal = (): boolean => document.documentElement.hasAttribute('data-modal');

/**
 * Closes a dialog when Escape is pressed, not when the browser tells that it has closed: that comes after keys pressed next,
 * which are meant for the page.
 */
export const closesAtOnce =
  (onClose: () => void) =>
  ({ target, currentTarget }: SyntheticEvent): void => {
    // A choice of files within that is given up is none of the dialog's.
    if (target === currentTarget) onClose();
  };

/**
 * Opens a dialog over the window, in which Tab goes round. When it goes away the focus returns to what had it, or to the
 * page where that is gone, unless something else has taken it meanwhile.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    noteModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    element?.addEventListener('keydown', goRound);
    return () => {
      element?.removeEventListener('keydown', goRound);
      noteModal();
      const now = document.activeElement;
      if (now !== null && now !== document.body) return;
      const to = canHaveFocus(before) ? before : document.querySelector<HTMLElement>('main');
      to?.focus({ preventScroll: true });
    };
  }, [dialog]);
}
