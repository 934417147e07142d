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

/** While a mark is given another place: beside what is selected the way to confirm it, by mouse or by Enter. */
export function ReattachBar({ anchors, selected, rectsOf, cause }: ReattachBarProps): ReactNode {
  const { attachTo, cancel } = anchors;
  const isActive = anchors.reattaching !== undefined;
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
  if (!isActive || selected === undefined) return null;
  return <Confirmation {...{ anchors, selected, rectsOf, cause }} />;
}

function Confirmation({
  anchors,
  selected,
  rectsOf,
  cause,
}: ReattachBarProps & { readonly selected: CodePointSpan }): ReactNode {
  const { anchors: strings } = useStrings();
  const placedBy = useMemo(() => ({ cause, selected }), [cause, selected]);
  const bar = usePlacement<HTMLDivElement>(() => rectsOf(selected), placedBy);
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
      <p role="status">{strings.confirmWords}</p>
      <Button
        main
        onPress={() => {
          anchors.attachTo(selected);
        }}
      >
        {strings.attachHere}
      </Button>
      <Button onPress={anchors.cancel}>{strings.cancel}</Button>
    </div>
  );
}
