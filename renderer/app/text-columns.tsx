import type { ReactNode } from 'react';
import type { Text } from '#core/text/text';
import type { Anchors } from '../features/anchors';
import type { Corrections } from '../features/corrections';
import { Columns, type Parallel } from '../features/parallel';
import { Pager, Reader, TextHead, type ReaderPage, type Shown } from '../features/reader';
import type { PaintedMark } from '../page/mark-index';
import { useSettings } from '../services';
import type { Actions } from './actions';
import { OverWords } from './over-words';
import { SecondColumn } from './second-column';
import type { Correcting } from './use-correcting';
import type { MarkWork } from './use-mark-work';
import { useQuotes } from './use-quotes';
import type { Place } from './use-place';
import type { Sides } from './use-sides';
import type { Study } from './use-study';
import { useWordMenu } from './use-word-menu';

interface TextColumnsProps {
  readonly text: Text;
  readonly shown: Shown | undefined;
  readonly page: ReaderPage | undefined;
  readonly parallel: Parallel | undefined;
  readonly sides: Sides;
  readonly study: Study;
  readonly marks: readonly PaintedMark[];
  readonly actions: Actions;
  readonly work: MarkWork;
  readonly corrections: Corrections;
  readonly correcting: Correcting;
  readonly anchors: Anchors;
  /** Where the text opens, a canonical offset. */
  readonly start: number;
  readonly onPage: (page: ReaderPage) => void;
  readonly place: Place;
}

/** The page, and the second column where there is one, each with what stands over its words. */
export function TextColumns(props: TextColumnsProps): ReactNode {
  const { text, shown, page, parallel, sides, study, marks, actions, work, corrections, correcting, anchors } = props;
  const { annotations } = study;
  const [{ glosses, layout, turning }] = useSettings();
  const menu = useWordMenu(page, annotations);
  const menuBeside = useWordMenu(parallel?.page, annotations);
  const quoteOf = useQuotes(shown);
  const here = sides.studyIn('page');
  const { language } = sides;
  return (
    <>
      <Columns
        layout={layout}
        page={
          shown && (
            <Reader
              shown={shown.shown}
              language={language}
              glosses={glosses}
              layout={layout}
              isInPages={turning === 'pages'}
              marks={marks}
              current={study.current}
              selected={here.selected}
              start={props.start}
              onPage={props.onPage}
              onSelect={sides.select.page}
              onMarks={work.openAt}
              onScroll={props.place.onScroll}
              onCorrect={(span, right) => {
                void correcting.correctHere(corrections, span, right);
              }}
              head={<TextHead text={text} title={text.title} layout={layout} />}
            >
              {page && (
                <OverWords
                  {...{
                    shown,
                    language,
                    annotations,
                    study: here,
                    actions,
                    page,
                    quoteOf,
                    corrections,
                    anchors,
                    menu,
                    work,
                  }}
                  isActive={sides.side === 'page'}
                  correcting={sides.side === 'page' ? correcting : { ...correcting, target: undefined }}
                />
              )}
            </Reader>
          )
        }
        second={
          parallel && (
            <SecondColumn
              {...{ parallel, sides, annotations, marks, actions, work, corrections, correcting, anchors }}
              menu={menuBeside}
            />
          )
        }
      />
      {turning === 'pages' && <Pager page={page} layout={layout} percent={props.place.percent} />}
    </>
  );
}
