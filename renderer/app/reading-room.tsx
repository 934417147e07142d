import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { ListedText } from '#core/ipc/contract';
import { languageTag } from '#core/script/conversion-table';
import type { NotesListed } from '../features/annotations';
import { useCorrections, useFixedIn } from '../features/corrections';
import { DropHint, useDroppedFiles } from '../features/import';
import type { OpenedText } from '../features/library';
import { useParallel } from '../features/parallel';
import { LayoutSwitch, ReadingAids, ScriptSwitch, useShownText } from '../features/reader';
import type { ReaderPage, Showing } from '../features/reader';
import { FindBar, useFinder } from '../features/search';
import type { PaintedMark } from '../page/mark-index';
import { useSettings } from '../services';
import type { EditFailure } from '../storage/annotation-store';
import { BarActions } from './bar-actions';
import { FirstHint } from './first-hint';
import { LeftPane } from './left-pane';
import { NotesBeside } from './notes-beside';
import { NoticeBar, useNotice } from './notice';
import { PaletteSurface } from './palette-surface';
import { Shell } from './shell';
import { Surfaces } from './surfaces';
import { TextColumns } from './text-columns';
import { useActions } from './use-actions';
import { useAfterFrame } from '../ui/use-after-frame';
import { useBackups } from './use-backups';
import { useBindings, useNews } from './use-bindings';
import { useCaretVoice } from './use-caret-voice';
import { useCorrecting } from './use-correcting';
import { useImports } from './use-imports';
import { useLastSight } from './use-last-sight';
import { useMarkWork } from './use-mark-work';
import { useLinks, type PendingLink } from './use-links';
import { useChecking } from './use-checking';
import { usePlace } from './use-place';
import { useSettingsVoice } from './use-settings-voice';
import { useSides } from './use-sides';
import { useSpokenStudy } from './use-spoken-study';
import { useStudy } from './use-study';
import { useSurface, useWaiting } from './use-surface';
import { useUndo } from './use-undo';
import { useWayfinding } from './use-wayfinding';
import { useVoice, VoiceBar } from './voice';
import { useZoom } from './use-zoom';

/** UTF-16 units of text, and marks, up to which the panes are drawn with the page: that is not felt. */
const LONG = 20_000;
const MANY = 200;

interface ReadingRoomProps {
  readonly opened: OpenedText;
  /** What showing it takes, where that was loaded with it. */
  readonly showing: Showing | undefined;
  readonly library: (percent: number) => ReactNode;
  readonly titleOf: (textId: string) => string;
  /** The texts of the library. */
  readonly texts: readonly ListedText[];
  readonly pending: PendingLink;
  /** Reads the changed file in place of the edition that the person went back to. */
  readonly onTakeChanged: () => void;
}

/** One open text with all that belongs to it: page, contents, notes, and what is open over them. */
export function ReadingRoom({ opened, library, titleOf, texts, ...props }: ReadingRoomProps): ReactNode {
  const { pending, showing } = props;
  const { text } = opened;
  const [{ script, repairs, variants, careful, quotes, layout }, change] = useSettings();
  const [page, setPage] = useState<ReaderPage>();
  const surfacing = useSurface();
  const { surface } = surfacing;
  const [notice, say] = useNotice();
  useZoom(say);
  const filter = useRef<HTMLInputElement>(null);
  const [listedNow, onListed] = useListed();

  const scriptFailed = useCallback(() => {
    say({ words: ({ reader }) => reader.scriptFailed, isFailure: true });
  }, [say]);
  const wanted = { text, mode: script, repairs, variants, careful, quotes, layout };
  const shown = useShownText(wanted, useFixedIn(text, script), scriptFailed, showing);
  const undo = useUndo(shown?.shown, say);
  const notKept = useCallback(
    (reason: EditFailure) => {
      say({ words: ({ annotations: { failed } }) => failed[reason], isFailure: true });
    },
    [say],
  );
  const [spoken, speak] = useVoice();
  const study = useSpokenStudy(useStudy(text, shown?.mode ?? script, notKept), shown?.shown, speak);
  const { annotations } = study;
  const parallel = useParallel(text, { page, shown }, scriptFailed);
  const language = languageTag(text.script, shown?.mode ?? 'original');
  const sides = useSides({ shown, page, language }, parallel, study);
  const { active, beside: besidePage } = sides;
  const corrections = useCorrections(active.shown, undo.offer);
  const correcting = useCorrecting({ shown: active.shown, page: active.page, select: study.select, say });
  useLastSight(text.id, page);
  const place = usePlace(opened, page);
  const way = useWayfinding({ text, page, shown: shown?.shown, at: active.page, place, undo, say });
  const finder = useFinder({ shown, page }, parallel);
  const backups = useBackups(undo, say, surfacing.hold);
  const checking = useChecking({ text, study, undo, page });
  const imports = useImports({ undo, say, hold: surfacing.hold, showToCheck: checking.show });
  const isDragged = useDroppedFiles(imports.take, surface === undefined || surface === 'import-notes');
  useWaiting(surfacing, 'import-notes', imports.current !== undefined);
  const work = useMarkWork(active.shown?.shown, active.page, study, speak);
  const actions = useActions({
    shown: active.shown?.shown,
    page: active.page,
    beside: besidePage,
    ...{ study, work, correcting, undo, way, backups, imports, finder, filter, pending, say },
    setSurface: surfacing.set,
  });
  const follow = useLinks({ text, page, study, pending, say });
  useBindings(actions, active.page);
  useSettingsVoice(text.title, shown?.mode, speak);
  useCaretVoice(active.page, active.shown?.shown, speak);
  useNews(opened, say, { showToCheck: checking.show, takeChanged: props.onTakeChanged });

  const waits = text.canonical.length > LONG || annotations.length > MANY;
  const beside = useAfterFrame(shown, waits);
  const contents = useAfterFrame(waits ? beside : shown, waits);
  const marks = usePaintedMarks(study.placed);

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
          <LayoutSwitch />
          <ReadingAids />
        </>
      }
      actions={<BarActions onCommand={actions.command} surface={surface} />}
      left={
        <LeftPane shown={contents} place={place} way={way} waits={waits} onCopy={actions.copyFrom} library={library} />
      }
      right={
        <NotesBeside
          {...{ text, study, actions, undo, filter, titleOf }}
          shown={beside}
          onFailure={notKept}
          onListed={onListed}
          onExport={() => {
            surfacing.set(() => 'export-selected');
          }}
        >
          <FirstHint hasMarks={annotations.length > 0} />
          {checking.list}
        </NotesBeside>
      }
    >
      <FindBar {...{ finder, page, shown: shown?.shown, language }} />
      <TextColumns
        {...{ text, shown, page, parallel, sides, study, marks, actions, work, corrections, correcting }}
        anchors={checking.anchors}
        place={place}
        start={opened.start}
        onPage={setPage}
      />
      {shown && (
        <Surfaces
          {...{ surface, shown, annotations, listedNow, titleOf, corrections, backups, imports, say }}
          onFollow={follow}
          palette={() => (
            <PaletteSurface
              {...{ shown, language, study, texts, go: way.go, command: actions.command }}
              page={active.page}
              onClose={surfacing.close}
            />
          )}
          onClose={surfacing.close}
        />
      )}
      {isDragged && <DropHint />}
      <NoticeBar notice={notice} />
      <VoiceBar spoken={spoken} />
    </Shell>
  );
}

const usePaintedMarks = (annotations: readonly Annotation[]): PaintedMark[] =>
  useMemo(
    () => annotations.map(({ id, target, colour, style }) => ({ id, span: target, colour, style })),
    [annotations],
  );

/** What the list of notes shows, for who asks; nothing is drawn anew when that changes. */
function useListed(): [() => NotesListed | undefined, (listed: NotesListed | undefined) => void] {
  const now = useRef<NotesListed>(undefined);
  const ask = useCallback(() => now.current, []);
  const tell = useCallback((listed: NotesListed | undefined) => {
    now.current = listed;
  }, []);
  return [ask, tell];
}
