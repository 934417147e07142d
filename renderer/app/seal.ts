/** Closes a page to all input, and opens it again. */
export interface Seal {
  readonly close: () => void;
  readonly open: () => void;
}

/** What a person does to a page. */
const INPUT = [
  ...['keydown', 'keyup', 'beforeinput', 'paste', 'cut', 'drop', 'dragstart', 'contextmenu'],
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'],
] as const;

const SEALED = 'data-sealed';

function refuse(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** True while a page takes no input: commands of the menu are input too. */
export const isSealed = (document: Document): boolean => document.documentElement.hasAttribute(SEALED);

/** The seal of a page. Its field loses the focus, which ends what is being composed, and has it back when it opens. */
export function sealOf(document: Document): Seal {
  const window = document.defaultView;
  let focused: Element | null = null;
  return {
    close: () => {
      if (isSealed(document)) return;
      document.documentElement.setAttribute(SEALED, '');
      focused = document.activeElement;
      if (focused instanceof HTMLElement) focused.blur();
      for (const type of INPUT) window?.addEventListener(type, refuse, { capture: true });
    },
    open: () => {
      if (!isSealed(document)) return;
      document.documentElement.removeAttribute(SEALED);
      for (const type of INPUT) window?.removeEventListener(type, refuse, { capture: true });
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    },
  };
}
