import type { ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { Anchors } from '../features/anchors';
import type { Corrections } from '../features/corrections';
import { ParallelColumn, type Parallel } from '../features/parallel';
import type { PaintedMark } from '../page/mark-index';
import type { Actions } from './actions';
import { OverWords } from './over-words';
import type { Correcting } from './use-correcting';
import type { MarkWork } from './use-mark-work';
import { useQuotes } from './use-quotes';
import type { Sides } from './use-sides';
import type { useWordMenu } from './use-word-menu';

interface SecondColumnProps {
  readonly parallel: Parallel;
  readonly sides: Sides;
  readonly annotations: readonly Annotation[];
  readonly marks: readonly PaintedMark[];
  readonly actions: Actions;
  readonly work: MarkWork;
  readonly corrections: Corrections;
  readonly correcting: Correcting;
  readonly anchors: Anchors;
  readonly menu: ReturnType<typeof useWordMenu>;
}

/** The second column of the text, with what is open over it. */
export function SecondColumn(props: SecondColumnProps): ReactNode {
  const { parallel, sides, annotations, marks, actions, work, corrections, correcting, anchors, menu } = props;
  const { shown, page, language } = parallel;
  const study = sides.studyIn('parallel');
  const quoteOf = useQuotes(shown);
  return (
    <ParallelColumn
      parallel={parallel}
      marks={marks}
      current={study.current}
      selected={study.selected}
      onSelect={sides.select.parallel}
      onMarks={work.openAt}
    >
      {shown && page && (
        <OverWords
          {...{ shown, language, annotations, study, actions, page, quoteOf, corrections, anchors, menu, work }}
          isActive={sides.side === 'parallel'}
          correcting={sides.side === 'parallel' ? correcting : { ...correcting, target: undefined }}
        />
      )}
    </ParallelColumn>
  );
}
