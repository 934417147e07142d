import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { languageTag } from '#core/script/conversion-table';
import { AnnotationCard, NotesPane } from '../features/annotations';
import { ExportDialog } from '../features/export';
import { ContentsList, type OpenedText } from '../features/library';
import { Reader, ReadingAids, ScriptSwitch, SelectionToolbar, TextHead, useShownText } from '../features/reader';
import type { ReaderPage, Shown } from '../features/reader';
import { KeyboardSheet, SettingsDialog } from '../features/settings';
import { useServices, useSettings } from '../services';
import { useStrings } from '../strings/use-strings';
import { IconButton } from '../ui/icon-button';
import { NoticeBar, useNotice, type Notice } from './notice';
import { Shell } from './shell';
import { press, useActions, type Actions, type Surface } from './use-actions';
import { useKeys } from './use-keys';
import { usePlace } from './use-place';
import { useStudy, type Study } from './use-study';

interface ReadingRoomProps {
  readonly opened: OpenedText;
  readonly library: ReactNode;
}

/** One open text with all that belongs to it: page, contents, notes, and what is open over them. */
export function ReadingRoom({ opened, library }: ReadingRoomProps): ReactNode {
  const { text } = opened;
  const strings = useStrings();
  const [{ script, glosses, repairs, variants }, change] = useSettings();
  const [page, setPage] = useState<ReaderPage>();
  const [surface, setSurface] = useState<Surface>();
  const [notice, say] = useNotice();
  const filter = useRef<HTMLInputElement>(null);

  const scriptFailed = useCallback(() => {
    say({ words: strings.reader.scriptFailed });
  }, [say, strings]);
  const shown = useShownText({ text, mode: script, repairs, variants }, scriptFailed);
  const notKept = useCallback(
    (reason: keyof typeof strings.annotations.failed) => {
      say({ words: strings.annotations.failed[reason] });
    },
    [say, strings],
  );
  const study = useStudy(text, shown?.mode ?? script, notKept);
  const { annotations } = study;
  const { place, onScroll } = usePlace(text.id, opened.start, page);
  const actions = useActions({ shown: shown?.shown, study, page, filter, setSurface, say });
  useBindings(actions, study.current);
  useNews(opened, say);

  const language = languageTag(text.script, shown?.mode ?? 'original');
  const quoteOf = useCallback((annotation: Annotation) => shown?.shown.displayOf(annotation.target) ?? '', [shown]);
  const marks = useMemo(
    () => annotations.map(({ id, target, colour }) => ({ id, span: target, colour })),
    [annotations],
  );
  const closeSurface = useCallback(() => {
    setSurface(undefined);
  }, []);
  const openMarks = (ids: readonly string[]): void => {
    const [first] = ids;
    if (first !== undefined) study.open({ id: first, takesFocus: false, here: ids });
    else {
      study.open(undefined);
      study.setCurrent(undefined);
    }
  };

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
          {shown && (
            <ContentsList
              shown={shown.shown}
              language={language}
              place={place}
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
          quoteOf={quoteOf}
          language={language}
          onOpen={actions.jump}
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
          onMarks={openMarks}
          onScroll={onScroll}
          head={<TextHead text={text} title={text.title} />}
        >
          {page && <Popups {...{ shown, language, annotations, study, actions, page, quoteOf }} />}
        </Reader>
      )}
      {shown && <Surfaces {...{ surface, shown, annotations, onClose: closeSurface }} />}
      <NoticeBar notice={notice} />
    </Shell>
  );
}

/** Says what a person should know without having asked: another edition of the file, settings that were not kept. */
function useNews(opened: OpenedText, say: (notice: Notice) => void): void {
  const { settings } = useServices();
  const { app, files } = useStrings();
  useEffect(() => {
    if (opened.isKeptEdition) say({ words: files.keptEdition(opened.fileName) });
    // Said once, when the text opens; a change of language says nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [opened]);
  useEffect(
    () =>
      settings.onFailure(() => {
        say({ words: app.couldNotKeepSettings });
      }),
    [settings, say, app],
  );
}

/** Binds the keyboard and the menu once; what they reach is always the newest. */
function useBindings(actions: Actions, current: string | undefined): void {
  const { bridge } = useServices();
  const newest = useRef({ actions, current });
  useEffect(() => {
    newest.current = { actions, current };
  });
  useKeys(
    useCallback((action) => {
      press(action, newest.current.actions, newest.current.current);
    }, []),
  );
  useEffect(
    () =>
      bridge.listen('menu.command', (command) => {
        newest.current.actions.command(command);
      }),
    [bridge],
  );
}

interface SurfacesProps {
  readonly surface: Surface | undefined;
  readonly shown: Shown;
  readonly annotations: readonly Annotation[];
  readonly onClose: () => void;
}

/** What is open beside or over the page. */
function Surfaces({ surface, shown, annotations, onClose }: SurfacesProps): ReactNode {
  switch (surface) {
    case undefined:
      return null;
    case 'export':
      return <ExportDialog shown={shown.shown} mode={shown.mode} annotations={annotations} onClose={onClose} />;
    case 'settings':
      return <SettingsDialog onClose={onClose} />;
    case 'keyboard':
      return <KeyboardSheet onClose={onClose} />;
  }
}

interface BarActionsProps {
  readonly onCommand: Actions['command'];
  readonly surface: Surface | undefined;
}

/** The buttons at the end of the bar. */
function BarActions({ onCommand, surface }: BarActionsProps): ReactNode {
  const strings = useStrings();
  return (
    <>
      <IconButton
        icon="export"
        label={strings.export.open}
        onPress={() => {
          onCommand('export');
        }}
      />
      <IconButton
        icon="settings"
        label={strings.settings.open}
        pressed={surface === 'settings'}
        onPress={() => {
          onCommand('settings');
        }}
      />
    </>
  );
}

interface PopupsProps {
  readonly shown: Shown;
  readonly language: string;
  readonly annotations: readonly Annotation[];
  readonly study: Study;
  readonly actions: Actions;
  readonly page: ReaderPage;
  readonly quoteOf: (annotation: Annotation) => string;
}

/** What stands near the words it belongs to: the toolbar of a selection, the card of a mark. */
function Popups({ shown, language, annotations, study, actions, page, quoteOf }: PopupsProps): ReactNode {
  const { card, selected } = study;
  const annotation = annotations.find(({ id }) => id === card?.id);
  const toolbarCause = useMemo(() => ({ shown, selected }), [shown, selected]);
  const { reader } = useStrings();
  if (!selected && !(card && annotation)) return null;
  return (
    <section aria-label={reader.beside}>
      {selected && (
        <SelectionToolbar
          words={() => page.view.rectsOf(selected)}
          cause={toolbarCause}
          onColour={actions.colour}
          onNote={actions.note}
          onCopy={actions.copy}
        />
      )}
      {card && annotation && (
        <AnnotationCard
          key={annotation.id}
          annotation={annotation}
          quote={quoteOf(annotation)}
          language={language}
          takesFocus={card.takesFocus}
          here={card.here}
          words={() => page.view.rectsOf(annotation.target)}
          cause={shown}
          onOther={(id) => {
            study.open({ ...card, id });
          }}
          onRecolour={(colour) => void study.edit(annotation.id, { kind: 'recolour', colour })}
          onDelete={() => {
            actions.remove(annotation.id);
          }}
          onClose={actions.closeCard}
        />
      )}
    </section>
  );
}
