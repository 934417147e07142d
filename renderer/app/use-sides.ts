import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import type { Parallel } from '../features/parallel';
import type { ReaderPage, Shown } from '../features/reader';
import type { Study } from './use-study';

/** One of the columns that show the text. */
export type SideName = 'page' | 'parallel';

/** A column as actions use it. */
export interface Side {
  readonly shown: Shown | undefined;
  readonly page: ReaderPage | undefined;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
}

/** The columns of the text: which one a person is at, and what belongs to which. */
export interface Sides {
  readonly side: SideName;
  /** BCP 47 tag of the script that the page displays. */
  readonly language: string;
  /** The column that a person is at: what is done is done there. */
  readonly active: Side;
  /** The other column, where there is one. */
  readonly beside: ReaderPage | undefined;
  /** Takes up what is selected in a column. */
  readonly select: Readonly<Record<SideName, Study['select']>>;
  /** What of the study belongs to a column: the selection made there, the card opened there. */
  readonly studyIn: (name: SideName) => Study;
}

/** The column in which a person last pressed or came to with the keyboard. */
function useSide(page: ReaderPage | undefined, second: ReaderPage | undefined): [SideName, (name: SideName) => void] {
  const [side, setSide] = useState<SideName>('page');
  // A column that is closed is left: opened again, it is not where a person is.
  if (second === undefined && side !== 'page') setSide('page');
  useEffect(() => {
    if (page === undefined || second === undefined) return;
    const come = (event: Event): void => {
      if (event.target instanceof Node) setSide(second.scroller.contains(event.target) ? 'parallel' : 'page');
    };
    const scrollers = [page.scroller, second.scroller];
    for (const scroller of scrollers) {
      scroller.addEventListener('pointerdown', come, true);
      scroller.addEventListener('focusin', come);
    }
    return () => {
      for (const scroller of scrollers) {
        scroller.removeEventListener('pointerdown', come, true);
        scroller.removeEventListener('focusin', come);
      }
    };
  }, [page, second]);
  return [second === undefined ? 'page' : side, setSide];
}

/** The columns of the text; without a second one everything belongs to the page. */
export function useSides(page: Side, parallel: Parallel | undefined, study: Study): Sides {
  const second = parallel?.page === undefined ? undefined : parallel;
  const [side, setSide] = useSide(page.page, second?.page);
  const { card, select } = study;
  // A card stays in the column in which it was opened, so that what is being typed there is not taken away.
  const [opened, setOpened] = useState({ card, side });
  const isLeft = second === undefined && opened.side !== 'page';
  if (opened.card !== card || isLeft) setOpened({ card, side });
  const cardSide = second === undefined ? 'page' : opened.side;
  const selectIn = useCallback(
    (name: SideName) => (span: CodePointSpan | undefined) => {
      if (span !== undefined) setSide(name);
      select(span);
    },
    [select, setSide],
  );
  return {
    side,
    language: page.language,
    active: side === 'parallel' && second !== undefined ? second : page,
    beside: side === 'parallel' ? page.page : second?.page,
    select: useMemo(() => ({ page: selectIn('page'), parallel: selectIn('parallel') }), [selectIn]),
    studyIn: (name) => ({
      ...study,
      card: cardSide === name ? card : undefined,
      selected: side === name ? study.selected : undefined,
    }),
  };
}
