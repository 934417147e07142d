import { isSealed } from './seal';
import { canHaveFocus, tabbablesIn } from '../ui/use-modal';

/** The first element within that can have the focus by Tab. */
export const firstTabbable = (within: Element): HTMLElement | undefined => tabbablesIn(within)[0];

/** The page that is read. */
const pageText = (): HTMLElement | null => document.querySelector<HTMLElement>('main');

/** Where the focus was, told while it is there: what it was on may be gone when one asks. */
interface Trail {
  readonly element: Element;
  /** The list that it was in, and the place of its item there. */
  readonly list: { readonly element: Element; readonly index: number } | undefined;
  /** The pane that it was in. */
  readonly region: Element | null;
  /** The surface beside the page that it was in, and what had the focus before it came there. */
  readonly surface: { readonly element: Element; readonly opener: Element | undefined } | undefined;
}

function trailOf(element: Element, before: Trail | undefined): Trail {
  const item = element.closest('li');
  const list = item?.parentElement;
  const surface = element.closest('[role=dialog], [role=search], [role=menu]');
  const opener = surface !== null && before?.surface?.element === surface ? before.surface.opener : before?.element;
  return {
    element,
    list: item && list ? { element: list, index: [...list.children].indexOf(item) } : undefined,
    region: element.closest('[data-region]'),
    surface: surface === null ? undefined : { element: surface, opener },
  };
}

/** What has the focus after what had it is gone: its like in the list, what led there, its pane, the page. */
function heirOf({ element, list, region, surface }: Trail): HTMLElement | null {
  if (canHaveFocus(element)) return element;
  const items = list?.element.isConnected === true ? [...list.element.children] : [];
  const item = items[Math.min(list?.index ?? 0, items.length - 1)];
  const near = item && firstTabbable(item);
  if (near !== undefined) return near;
  if (surface?.element.isConnected === true) return firstTabbable(surface.element) ?? pageText();
  const { opener } = surface ?? {};
  if (opener !== undefined && canHaveFocus(opener)) return opener;
  return (region?.isConnected === true ? firstTabbable(region) : undefined) ?? pageText();
}

/** Frames after a press of a key in which what it did may take the focus away. */
const LATER_MS = [0, 60, 250, 600];

/**
 * Keeps the focus somewhere: where what had it goes away while a person is at the keyboard, what is nearest to it has
 * the focus next. After a press of the mouse nothing is done: who clicks beside everything wants it nowhere.
 */
export function keepFocus(): () => void {
  const ends = new AbortController();
  let trail: Trail | undefined;
  let isByKeys = false;
  const mend = (): void => {
    const now = document.activeElement;
    if (!isByKeys || trail === undefined || isSealed(document) || (now !== null && now !== document.body)) return;
    const modal = document.querySelector('dialog:modal');
    const heir = modal === null ? heirOf(trail) : firstTabbable(modal);
    heir?.focus({ preventScroll: true });
  };
  const listen = (name: string, act: (event: Event) => void): void => {
    document.addEventListener(name, act, { capture: true, signal: ends.signal });
  };
  listen('focusin', ({ target }) => {
    if (target instanceof Element) trail = trailOf(target, trail);
  });
  listen('focusout', () => setTimeout(mend, 0));
  listen('keydown', () => {
    isByKeys = true;
    for (const delay of LATER_MS) setTimeout(mend, delay);
  });
  listen('pointerdown', () => {
    isByKeys = false;
    setTimeout(() => {
      // Clicked beside everything: the next key is meant for nothing that had the focus before.
      if (document.activeElement === document.body) trail = undefined;
    }, 0);
  });
  return () => {
    ends.abort();
  };
}
