import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import type { Notice, VariantNotice } from '#core/text/overlays';
import type { ShownText } from '#core/text/shown-text';
import { MixedWords } from '../../strings/mixed-words';
import { useStrings } from '../../strings/use-strings';
import { usePlacement } from '../../ui/placement';
import type { ReaderPage } from './reader-page';
import styles from './reader.module.css';
import { TIP_ID, useOpenNotice, type NoticeTip } from './use-open-notice';

/** Shows another form of a character from now on; the span is canonical. */
export type Correct = (span: CodePointSpan, right: string) => void;

/** What is said of a notice, and why. */
function useWords(notice: Notice | undefined): readonly [string, string] {
  const { repair, variant } = useStrings().reader;
  switch (notice?.kind) {
    case undefined:
      return ['', ''];
    case 'repair':
      return [repair.says(notice.found), repair[notice.reason]];
    case 'suspect':
      return [repair.suspect(notice.perhaps), repair.suspectWhy];
    case 'variant':
      return [variant.says(notice.source, notice.shown), variant.others(notice.alternatives.join(' · '))];
  }
}

/** Arrow keys go from form to form, and from the first back to the character. */
function walk(event: KeyboardEvent<HTMLElement>, back: () => void): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const to = buttons.findIndex((button) => button === document.activeElement) + by;
  if (to < 0) back();
  else buttons[to]?.focus();
  event.preventDefault();
}

interface ChoicesProps {
  readonly notice: VariantNotice;
  readonly tip: NoticeTip;
  readonly language: string;
  readonly onCorrect: Correct;
}

/** The other forms of a character, as buttons. */
function Choices({ notice, tip, language, onCorrect }: ChoicesProps): ReactNode {
  const strings = useStrings().reader.variant;
  return (
    <span className={styles['choices']}>
      <span className={styles['why']}>{strings.instead}</span>
      {notice.alternatives.map((form) => (
        <button
          key={form}
          type="button"
          className={styles['choice']}
          aria-label={strings.show(form)}
          title={strings.show(form)}
          onClick={() => {
            tip.refocus(notice.target);
            tip.opener.close();
            onCorrect(notice.target, form);
          }}
        >
          <span lang={language}>{form}</span>
        </button>
      ))}
    </span>
  );
}

interface RepairTipProps {
  readonly page: ReaderPage;
  readonly shown: ShownText;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  /** Absent where a conversion cannot be corrected: then other forms are only named. */
  readonly onCorrect: Correct | undefined;
}

/** The pop-up of a repair, of a suspect character, or of one with several counterparts. */
export function RepairTip({ page, shown, language, onCorrect }: RepairTipProps): ReactNode {
  const { reader } = useStrings();
  const tip = useOpenNotice(page, shown);
  const { open, opener } = tip;
  const popup = usePlacement<HTMLDivElement>(() => [...(open?.element.getClientRects() ?? [])], open?.element);
  const [says, why] = useWords(open?.notice);
  const element = open?.element;
  useEffect(() => {
    element?.setAttribute('aria-describedby', TIP_ID);
    return () => {
      element?.removeAttribute('aria-describedby');
    };
  }, [element]);
  if (open === undefined) return null;
  const { notice } = open;
  if (notice.kind !== 'variant' || onCorrect === undefined) {
    return (
      <section aria-label={reader.said}>
        <div ref={popup} id={TIP_ID} role="tooltip" className={styles['tip']}>
          <span className={styles['says']} lang={notice.kind === 'variant' ? language : undefined}>
            <MixedWords words={says} />
          </span>
          <span className={styles['why']}>{why}</span>
        </div>
      </section>
    );
  }
  return (
    <section aria-label={reader.said}>
      <div
        ref={popup}
        id={TIP_ID}
        role="toolbar"
        tabIndex={-1}
        aria-label={reader.variant.name}
        className={styles['tip']}
        data-choices
        onMouseEnter={() => {
          opener.inside();
        }}
        onMouseLeave={() => {
          opener.over(undefined);
        }}
        // Pressing a button would take away a selection.
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onFocus={() => {
          opener.focusInside(true);
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget !== open.element && !currentTarget.contains(relatedTarget)) opener.focusInside(false);
        }}
        onKeyDown={(event) => {
          walk(event, () => {
            open.element.focus({ preventScroll: true });
          });
        }}
      >
        <span className={styles['says']} lang={language}>
          {says}
        </span>
        <Choices {...{ notice, tip, language, onCorrect }} />
      </div>
    </section>
  );
}
