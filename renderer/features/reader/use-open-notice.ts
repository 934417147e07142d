import { useCallback, useEffect, useRef, useState } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import type { Layout } from '#core/text/layout';
import type { Notice } from '#core/text/overlays';
import type { ShownText } from '#core/text/shown-text';
import { NoticeOpener, type Opening } from './notice-opener';
import type { ReaderPage } from './reader-page';

/** What is said, and the element on the page that carries it. */
export interface OpenNotice {
  readonly element: HTMLElement;
  readonly notice: Notice;
}

/** The notice that is open, and what its pop-up tells of the mouse and the focus. */
export interface NoticeTip {
  readonly open: OpenNotice | undefined;
  readonly opener: NoticeOpener<HTMLElement>;
  /** Gives the focus to the marked character again, also after the page was filled anew. */
  readonly refocus: (target: CodePointSpan) => void;
}

/** The element that says it; one at a time. */
export const TIP_ID = 'notice-tip';

const tipHolds = (node: EventTarget | null): boolean =>
  node instanceof Node && document.getElementById(TIP_ID)?.contains(node) === true;

/** The key that goes from a marked character to the choices beside it, and what goes to the next one or back. */
const INTO: Readonly<Record<Layout, string>> = { horizontal: 'ArrowDown', vertical: 'ArrowLeft' };
const KEYS: Readonly<Record<Layout, Readonly<Record<string, number>>>> = {
  horizontal: { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
  vertical: { ArrowDown: 1, ArrowLeft: 1, ArrowUp: -1, ArrowRight: -1 },
};

const carrierOf = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>('[role="mark"]') : null) ?? undefined;

/** Moves focus to the next notice of the same block: each block is one Tab stop. */
function moveFocus(page: ReaderPage, from: HTMLElement, by: number): void {
  const all = page.view.noticesBeside(from);
  const next = all[all.indexOf(from) + by];
  if (next === undefined) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Listens to the page for one opener. */
function listen(page: ReaderPage, opener: NoticeOpener<HTMLElement>): () => void {
  const { root } = page.view;
  const openingOf = (element: HTMLElement | undefined): Opening<HTMLElement> | undefined => {
    const notice = element && page.view.noticeOf(element);
    return element && notice && { carrier: element, isPatient: notice.kind === 'variant' };
  };
  // What the focus has opened stays: when the page scrolls to it, other words come under a mouse that rests.
  const isHeld = (): boolean => carrierOf(document.activeElement) !== undefined;
  const over = (event: MouseEvent): void => {
    const opening = openingOf(carrierOf(event.target));
    // Words that are being selected are not asked about.
    if (event.buttons === 0 && (opening !== undefined || !isHeld())) opener.over(opening);
  };
  const leave = (event: MouseEvent): void => {
    if (!tipHolds(event.relatedTarget) && !isHeld()) opener.over(undefined);
  };
  const focus = (event: FocusEvent): void => {
    const opening = openingOf(carrierOf(event.target));
    if (opening !== undefined) opener.focus(opening);
  };
  const blur = (event: FocusEvent): void => {
    if (!tipHolds(event.relatedTarget)) opener.close();
  };
  const key = (event: KeyboardEvent): void => {
    const element = carrierOf(event.target);
    const { layout } = page.view.flow;
    const by = KEYS[layout][event.key];
    if (element === undefined || by === undefined) return;
    event.preventDefault();
    const choice = event.key === INTO[layout] ? document.getElementById(TIP_ID)?.querySelector('button') : undefined;
    if (choice) choice.focus();
    else moveFocus(page, element, by);
  };
  root.addEventListener('mouseover', over);
  root.addEventListener('mouseleave', leave);
  root.addEventListener('focusin', focus);
  root.addEventListener('focusout', blur);
  root.addEventListener('keydown', key);
  return () => {
    opener.close();
    root.removeEventListener('mouseover', over);
    root.removeEventListener('mouseleave', leave);
    root.removeEventListener('focusin', focus);
    root.removeEventListener('focusout', blur);
    root.removeEventListener('keydown', key);
  };
}

/** The element that carries what is said of a character now. */
function carrierFor(page: ReaderPage, shown: ShownText, target: CodePointSpan): HTMLElement | undefined {
  const { block } = shown.pointOf(target.start);
  return page.view.noticesOf(block).find((element) => {
    const notice = page.view.noticeOf(element);
    return notice?.kind === 'variant' && notice.target.start === target.start;
  });
}

/** Which notice is open, by mouse and by keyboard: arrow keys go from one to the next, and down to its buttons. */
export function useOpenNotice(page: ReaderPage, shown: ShownText): NoticeTip {
  const [element, setElement] = useState<HTMLElement>();
  const [opener] = useState(() => new NoticeOpener<HTMLElement>(setElement));
  const awaited = useRef<CodePointSpan>(undefined);
  useEffect(() => listen(page, opener), [page, opener]);
  useEffect(() => {
    const target = awaited.current;
    awaited.current = undefined;
    // Only where the focus was lost with the element that had it, or fell to the text.
    if (target === undefined || document.activeElement?.matches('body, main') !== true) return;
    carrierFor(page, shown, target)?.focus({ preventScroll: true });
  }, [page, shown]);
  useEffect(() => {
    if (element === undefined) return;
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      const { activeElement: focused, body } = document;
      const isInside = tipHolds(focused);
      if (isInside) element.focus({ preventScroll: true });
      opener.close();
      // While something else has the focus, such as a dialog, the key is meant for that as well.
      if (isInside || focused === element || focused === page.view.root || focused === body) event.preventDefault();
    };
    document.addEventListener('keydown', escape, true);
    return () => {
      document.removeEventListener('keydown', escape, true);
    };
  }, [element, opener, page]);
  const refocus = useCallback((target: CodePointSpan) => {
    awaited.current = target;
  }, []);
  // A change of script makes the page's elements anew: the one that was pointed at is gone.
  const notice = element?.isConnected === true ? page.view.noticeOf(element) : undefined;
  return { open: element && notice && { element, notice }, opener, refocus };
}
