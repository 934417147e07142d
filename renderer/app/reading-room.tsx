import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { languageTag } from '#core/script/conversion-table';
import { useReferences } from '../features/annotations';
import { useCorrections, useFixedIn } from '../features/corrections';
import { ContentsList, type OpenedText } from '../features/library';
import { Reader, ReadingAids, ScriptSwitch, TextHead, useShownText } from '../features/reader';
import type { ReaderPage } from '../features/reader';
import type { PaintedMark } from '../page/mark-index';
import { useSettings } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Surface } from './actions';
import { BarActions } from './bar-actions';
import { NotesBeside } from './notes-beside';
import { NoticeBar, useNotice } from './notice';
import { Popups } from './popups';
import { Shell } from './shell';
import { Surfaces } from './surfaces';
import { useActions } from './use-actions';
import { useAfterFrame } from '../ui/use-after-frame';
import { useBindings, useNews } from './use-bindings';
import { useCorrecting } from './use-correcting';
import { useOpenMark, type Elsewhere } from './use-open-mark';
import { usePlace } from './use-place';
import { useQuotes } from './use-quotes';
import { useStudy, type Study } from './use-study';
import { useUndo } from './use-undo';
import { useWordMenu } from './use-word-menu';
import { WordLayer } from './word-layer';

/** UTF-16 units of text, and marks, up to which the panes are drawn with the page: that is not felt. */
const LONG = 20_000;
const MANY = 200;

interface ReadingRoomProps extends Elsewhere {
  readonly opened: OpenedText;
  readonly library: ReactNode;
  readonly titleOf: (textId: string) => string;
}

/** One open text with all that belongs to it: page, contents, notes, and what is open over them. */
export function ReadingRoom({ opened, library, titleOf, ...elsewhere }: ReadingRoomProps): ReactNode {
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
  const actions = useActions({ shown: shown?.shown, study, correcting, undo, page, filter, setSurface, say });
  const openMark = useOpenMark(text.id, elsewhere, actions.jump, page !== undefined);
  useBindings(actions, study.current);
  useNews(opened, say);

  const language = languageTag(text.script, shown?.mode ?? 'original');
  const quoteOf = useQuotes(shown);
  const waits = text.canonical.length > LONG || annotations.length > MANY;
  const beside = useAfterFrame(shown, waits);
  const contents = useAfterFrame(beside, waits);
  const references = useReferences(quoteOf, openMark);
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
        <NotesBeside
          {...{ text, study, actions, undo, filter, titleOf }}
          shown={beside}
          onOpen={openMark}
          onFailure={notKept}
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
          onMarks={(ids) => {
            openMarks(study, ids);
          }}
          onScroll={onScroll}
          onCorrect={(span, right) => {
            void correcting.correctHere(corrections, span, right);
          }}
          head={<TextHead text={text} title={text.title} />}
        >
          {page && (
            <Popups
              {...{ shown, language, annotations, study, actions, page, quoteOf, corrections, references }}
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

/** Opens the card of the topmost of these marks; with none, closes it. */
function openMarks(study: Study, ids: readonly string[]): void {
  const [first] = ids;
  if (first !== undefined) study.open({ id: first, takesFocus: false, here: ids });
  else {
    study.open(undefined);
    study.setCurrent(undefined);
  }
}

const usePaintedMarks = (annotations: readonly Annotation[]): PaintedMark[] =>
  useMemo(() => annotations.map(({ id, target, colour }) => ({ id, span: target, colour })), [annotations]);
