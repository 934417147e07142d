import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { languageTag } from '#core/script/conversion-table';
import { NotesPane } from '../features/annotations';
import { useCorrections, useFixedIn } from '../features/corrections';
import { ContentsList, type OpenedText } from '../features/library';
import { Reader, ReadingAids, ScriptSwitch, TextHead, useShownText } from '../features/reader';
import type { ReaderPage, Shown } from '../features/reader';
import type { PaintedMark } from '../page/mark-index';
import { useSettings } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Surface } from './actions';
import { BarActions } from './bar-actions';
import { NoticeBar, useNotice } from './notice';
import { Popups } from './popups';
import { Shell } from './shell';
import { Surfaces } from './surfaces';
import { useActions } from './use-actions';
import { useAfterFrame } from '../ui/use-after-frame';
import { useBindings, useNews } from './use-bindings';
import { useCorrecting } from './use-correcting';
import { useMarkWork } from './use-mark-work';
import { useNewest } from './use-newest';
import { usePlace } from './use-place';
import { useStudy } from './use-study';
import { useUndo } from './use-undo';
import { useWordMenu } from './use-word-menu';
import { WordLayer } from './word-layer';

/** UTF-16 units of text, and marks, up to which the panes are drawn with the page: that is not felt. */
const LONG = 20_000;
const MANY = 200;

interface ReadingRoomProps {
  readonly opened: OpenedText;
  readonly library: ReactNode;
}

/** One open text with all that belongs to it: page, contents, notes, and what is open over them. */
export function ReadingRoom({ opened, library }: ReadingRoomProps): ReactNode {
  const { text } = opened;
  const strings = useStrings();
  const [{ script, glosses, repairs, variants, careful }, change] = useSettings();
  const [page, setPage] = useState<ReaderPage>();
  const [surface, setSurface] = useState<Surface>();
  const [notice, say] = useNotice();
  const filter = useRef<HTMLInputElement>(null);

  const scriptFailed = useCallback(() => {
    say({ words: strings.reader.scriptFailed });
  }, [say, strings]);
  const fixedIn = useFixedIn(text, script);
  const shown = useShownText({ text, mode: script, repairs, variants, careful }, fixedIn, scriptFailed);
  const undo = useUndo(shown?.shown, say);
  const corrections = useCorrections(shown, undo.offer);
  const notKept = useCallback(
    (reason: keyof typeof strings.annotations.failed) => {
      say({ words: strings.annotations.failed[reason] });
    },
    [say, strings],
  );
  const study = useStudy(text, shown?.mode ?? script, notKept);
  const { annotations } = study;
  const correcting = useCorrecting({ shown, page, select: study.select, say });
  const { place, onScroll } = usePlace(text.id, opened.start, page);
  const menu = useWordMenu(page, annotations);
  const work = useMarkWork(shown?.shown, page, study);
  const actions = useActions({ shown: shown?.shown, study, work, correcting, undo, page, filter, setSurface, say });
  const openFromList = useNewest(actions.jump);
  const editFromList = useNewest(actions.editAll);
  useBindings(actions, study.current, page);
  useNews(opened, say);

  const language = languageTag(text.script, shown?.mode ?? 'original');
  const quoteOf = useQuotes(shown);
  const waits = text.canonical.length > LONG || annotations.length > MANY;
  const beside = useAfterFrame(shown, waits);
  const contents = useAfterFrame(beside, waits);
  const quotesBeside = useQuotes(beside);
  const marks = usePaintedMarks(annotations);
  const closeSurface = useCallback(() => {
    setSurface(undefined);
  }, []);

  return (
    <Shell
      title={text.title}
      tools={
        <>
          <ScriptSwitch
            mode={script}
            onChoose={(mode) => {
              change({ script: mode });
            }}
          />
          <ReadingAids />
        </>
      }
      actions={<BarActions onCommand={actions.command} surface={surface} />}
      left={
        <>
          {contents && (
            <ContentsList
              shown={contents.shown}
              language={languageTag(text.script, contents.mode)}
              place={place}
              waits={waits}
              onGo={(offset) => page?.scrollTo(offset)}
            />
          )}
          {library}
        </>
      }
      right={
        <NotesPane
          text={text}
          annotations={annotations}
          current={study.current}
          quoteOf={quotesBeside}
          language={languageTag(text.script, beside?.mode ?? 'original')}
          onOpen={openFromList}
          onEdit={editFromList}
          filter={filter}
        />
      }
    >
      {shown && (
        <Reader
          shown={shown.shown}
          language={language}
          glosses={glosses}
          marks={marks}
          current={study.current}
          selected={study.selected}
          start={opened.start}
          onPage={setPage}
          onSelect={study.select}
          onMarks={work.openAt}
          onScroll={onScroll}
          onCorrect={(span, right) => {
            void correcting.correctHere(corrections, span, right);
          }}
          head={<TextHead text={text} title={text.title} />}
        >
          {page && (
            <Popups
              {...{ shown, language, annotations, study, actions, page, quoteOf, corrections, work }}
              isBusy={
                menu.target !== undefined ||
                (correcting.target !== undefined && correcting.target.span.start === study.selected?.start)
              }
            />
          )}
          {page && <WordLayer {...{ shown, page, study, actions, corrections, correcting, menu }} />}
        </Reader>
      )}
      {shown && <Surfaces {...{ surface, shown, annotations, corrections, onClose: closeSurface }} />}
      <NoticeBar notice={notice} />
    </Shell>
  );
}

const usePaintedMarks = (annotations: readonly Annotation[]): PaintedMark[] =>
  useMemo(
    () => annotations.map(({ id, target, colour, style }) => ({ id, span: target, colour, style })),
    [annotations],
  );

/** Gives the quotes of marks as they are displayed. */
function useQuotes(shown: Shown | undefined): (annotation: Annotation) => string {
  return useCallback((annotation) => shown?.shown.displayOf(annotation.target) ?? '', [shown]);
}
