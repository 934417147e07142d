import { useEffect, useMemo, type ReactNode } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import { useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { usePlacement, type Box } from '../../ui/placement';
import styles from './anchors.module.css';
import type { Anchors } from './use-anchors';

interface ReattachBarProps {
  readonly anchors: Anchors;
  readonly selected: CodePointSpan | undefined;
  readonly rectsOf: (span: CodePointSpan) => readonly Box[];
  /** Changes when the words may stand elsewhere on the page. */
  readonly cause: unknown;
}

/** While a mark is given another place: what to do, and beside what is selected the way to confirm it. */
export function ReattachBar({ anchors, selected, rectsOf, cause }: ReattachBarProps): ReactNode {
  const { anchors: strings } = useStrings();
  const { reattaching, attachTo, cancel } = anchors;
  const isActive = reattaching !== undefined;
  const placedBy = useMemo(() => ({ cause, selected }), [cause, selected]);
  const bar = usePlacement<HTMLDivElement>(
    () => (selected === undefined ? [] : rectsOf(selected)),
    isActive ? placedBy : undefined,
  );
  useEffect(() => {
    if (!isActive) return;
    const key = (event: KeyboardEvent): void => {
      const isOnPage = !(event.target instanceof Element && event.target.closest('button, input, textarea, select'));
      if (event.key === 'Escape') cancel();
      else if (event.key === 'Enter' && isOnPage && selected !== undefined) attachTo(selected);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the keys of the page, for which Enter and Escape mean something else.
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('keydown', key, true);
    };
  }, [isActive, selected, attachTo, cancel]);
  if (reattaching === undefined) return null;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={strings.reattachBar}
      className={styles['bar']}
      tabIndex={-1}
      // Pressing a button would take the selection away before the button acts on it.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <p role="status">{selected === undefined ? strings.selectWords : strings.confirmWords}</p>
      <Button
        main
        disabled={selected === undefined}
        onPress={() => {
          if (selected !== undefined) attachTo(selected);
        }}
      >
        {strings.attachHere}
      </Button>
      <Button onPress={cancel}>{strings.cancel}</Button>
    </div>
  );
}
