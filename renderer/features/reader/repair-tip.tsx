import { useEffect, useState, type ReactNode } from 'react';
import type { Notice } from '#core/text/overlays';
import type { ShownText } from '#core/text/shown-text';
import { usePlacement } from '../../ui/placement';
import { useStrings } from '../../strings/use-strings';
import type { ReaderPage } from './reader-page';
import styles from './reader.module.css';

interface Open {
  readonly element: HTMLElement;
  readonly notice: Notice;
}

const TIP_ID = 'repair-tip';
const KEYS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Moves focus to the next repair of the same block: each block is one Tab stop. */
function moveFocus(page: ReaderPage, from: HTMLElement, by: number): void {
  const all = page.view.noticesBeside(from);
  const next = all[all.indexOf(from) + by];
  if (next === undefined) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Says what the file has and why another reading is shown, for the repair under the mouse or in focus. */
function useOpenNotice(page: ReaderPage, shown: ShownText): Open | undefined {
  const [open, setOpen] = useState<Open>();
  useEffect(() => {
    const { root } = page.view;
    const carrier = (target: EventTarget | null): HTMLElement | undefined =>
      (target instanceof Element ? target.closest<HTMLElement>('[role="mark"]') : null) ?? undefined;
    const show = (event: Event): void => {
      const element = carrier(event.target);
      const notice = element && page.view.noticeOf(element);
      setOpen(element && notice ? { element, notice } : undefined);
    };
    const hide = (): void => {
      setOpen(undefined);
    };
    const key = (event: KeyboardEvent): void => {
      const element = carrier(event.target);
      const by = KEYS[event.key];
      if (event.key === 'Escape') hide();
      if (element === undefined || by === undefined) return;
      event.preventDefault();
      moveFocus(page, element, by);
    };
    root.addEventListener('mouseover', show);
    root.addEventListener('mouseleave', hide);
    root.addEventListener('focusin', show);
    root.addEventListener('focusout', hide);
    root.addEventListener('keydown', key);
    return () => {
      root.removeEventListener('mouseover', show);
      root.removeEventListener('mouseleave', hide);
      root.removeEventListener('focusin', show);
      root.removeEventListener('focusout', hide);
      root.removeEventListener('keydown', key);
    };
  }, [page, shown]);
  // A change of script makes the page's elements anew: the one that was pointed at is gone.
  return open?.element.isConnected === true ? open : undefined;
}

/** The pop-up of a repair or of a suspect character. */
export function RepairTip({ page, shown }: { readonly page: ReaderPage; readonly shown: ShownText }): ReactNode {
  const strings = useStrings().reader.repair;
  const open = useOpenNotice(page, shown);
  const tip = usePlacement<HTMLDivElement>(() => [...(open?.element.getClientRects() ?? [])], open);
  useEffect(() => {
    open?.element.setAttribute('aria-describedby', TIP_ID);
    return () => {
      open?.element.removeAttribute('aria-describedby');
    };
  }, [open]);
  if (open === undefined) return null;
  const { notice } = open;
  const [says, why] =
    notice.kind === 'repair'
      ? [strings.says(notice.found), strings[notice.reason]]
      : [strings.suspect(notice.perhaps), strings.suspectWhy];
  return (
    <div ref={tip} id={TIP_ID} role="tooltip" className={styles['tip']}>
      <span className={styles['says']}>{says}</span>
      <span className={styles['why']}>{why}</span>
    </div>
  );
}
