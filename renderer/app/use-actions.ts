import type { RefObject } from 'react';
import { assertNever } from '#core/support/assert-never';
import { COLOURS, type Annotation, type Colour } from '#core/annotation/annotation';
import type { Command } from '#core/ipc/contract';
import { SCRIPT_MODES } from '#core/script/mode';
import type { CodePointSpan } from '#core/support/offset';
import type { ShownText } from '#core/text/shown-text';
import type { ReaderPage } from '../features/reader';
import { useServices } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Notice } from './notice';
import type { Correcting } from './use-correcting';
import { FIELD, type KeyAction } from './use-keys';
import type { Study } from './use-study';
import type { Undo } from './use-undo';

/** What is open beside the page. */
export type Surface = 'export' | 'settings' | 'keyboard';

/** What the actions act on. */
export interface ActionParts {
  readonly shown: ShownText | undefined;
  readonly study: Study;
  readonly correcting: Correcting;
  readonly undo: Undo;
  readonly page: ReaderPage | undefined;
  readonly filter: RefObject<HTMLInputElement | null>;
  readonly setSurface: (next: (now: Surface | undefined) => Surface | undefined) => void;
  readonly say: (notice: Notice | undefined) => void;
}

/** What a person can do with the text and its marks, by whatever means. */
export interface Actions {
  readonly colour: (colour: Colour) => void;
  readonly note: () => void;
  readonly copy: () => void;
  /** Copies what is shown for a span. */
  readonly copySpan: (span: CodePointSpan) => void;
  /** Begins to correct the conversion of what is selected, or of the word at the caret. */
  readonly correct: () => void;
  readonly remove: (id: string) => void;
  /** Goes to a mark and opens its card. */
  readonly jump: (id: string) => void;
  /** Goes to the next mark, or the one before. */
  readonly walk: (by: 1 | -1) => void;
  readonly closeCard: () => void;
  readonly command: (command: Command) => void;
  readonly escape: () => void;
}

/** The mark before or after the current one in reading order, or the first in sight where none is current. */
function neighbour({ study, page }: ActionParts, by: 1 | -1): Annotation | undefined {
  const { annotations } = study;
  const at = annotations.findIndex(({ id }) => id === study.current);
  if (at >= 0) return annotations[at + by];
  const top = page?.topOffset() ?? 0;
  return by === 1
    ? annotations.find(({ target }) => target.start >= top)
    : annotations.findLast(({ target }) => target.start < top);
}

/** What is selected at this very moment: a quick hand acts before the selection's event has come. */
const selectedNow = ({ page, study }: ActionParts): CodePointSpan | undefined =>
  page?.snapSelection() ?? study.selected;

function marking(parts: ActionParts): Pick<Actions, 'colour' | 'note'> {
  const { study } = parts;
  const clear = (): void => {
    getSelection()?.removeAllRanges();
    study.select(undefined);
  };
  return {
    colour: (colour) => {
      const selected = selectedNow(parts);
      if (selected !== undefined) {
        study.mark(selected, colour);
        clear();
      } else if (study.current !== undefined) void study.edit(study.current, { kind: 'recolour', colour });
    },
    note: () => {
      const openNote = (id: string | undefined): void => {
        if (id !== undefined) study.open({ id, takesFocus: true, here: [id] });
      };
      const selected = selectedNow(parts);
      if (selected === undefined) openNote(study.current);
      else {
        openNote(study.mark(selected, undefined));
        clear();
      }
    },
  };
}

function useCopy(parts: ActionParts): Pick<Actions, 'copy' | 'copySpan'> {
  const { shown, say } = parts;
  const { selection } = useStrings();
  const copySpan = (span: CodePointSpan): void => {
    if (shown === undefined) return;
    navigator.clipboard.writeText(shown.displayOf(span)).then(
      () => {
        say({ words: selection.copied });
      },
      () => {
        say({ words: selection.copyFailed });
      },
    );
  };
  return {
    copySpan,
    copy: () => {
      const selected = selectedNow(parts);
      if (selected !== undefined) copySpan(selected);
    },
  };
}

function useCommand({ filter, setSurface, undo }: ActionParts): (command: Command) => void {
  const { settings } = useServices();
  const change = settings.change;
  return (command) => {
    const now = settings.current();
    switch (command) {
      case 'export':
      case 'settings':
      case 'keyboard':
        setSurface((open) => (open === command ? undefined : command));
        return;
      case 'next-script': {
        const next = (SCRIPT_MODES.indexOf(now.script) + 1) % SCRIPT_MODES.length;
        change({ script: SCRIPT_MODES[next] ?? 'original' });
        return;
      }
      case 'toggle-contents':
        change({ contentsPane: !now.contentsPane });
        return;
      case 'toggle-notes':
        change({ notesPane: !now.notesPane });
        return;
      case 'filter-notes':
        change({ notesPane: true });
        setTimeout(() => filter.current?.focus(), 0);
        return;
      case 'undo':
      case 'redo':
        // A field has undone its own typing already.
        if (document.activeElement?.matches(FIELD) !== true) undo[command]();
        return;
      default:
        assertNever(command);
    }
  };
}

function useMarkActions(parts: ActionParts): Pick<Actions, 'remove' | 'jump' | 'walk' | 'closeCard'> {
  const { study, page, say } = parts;
  const strings = useStrings().annotations;
  const closeCard = (): void => {
    study.open(undefined);
    page?.view.root.focus({ preventScroll: true });
  };
  return {
    closeCard,
    remove: (id) => {
      void study.edit(id, { kind: 'delete' }).then((kept) => {
        if (!kept) return;
        const restore = (): void => {
          void study.edit(id, { kind: 'restore' });
          say(undefined);
        };
        say({ words: strings.deleted, action: { name: strings.undo, run: restore } });
      });
      if (study.card?.id === id) closeCard();
      study.setCurrent(undefined);
    },
    jump: (id) => {
      const found = study.annotations.find((annotation) => annotation.id === id);
      if (found === undefined) return;
      page?.jumpTo(found.target);
      study.open({ id, takesFocus: true, here: [id] });
    },
    walk: (by) => {
      const next = neighbour(parts, by);
      if (next === undefined) return;
      study.setCurrent(next.id);
      page?.jumpTo(next.target);
    },
  };
}

/** Builds the actions. They act on what is given here, so they are made anew at each render. */
export function useActions(parts: ActionParts): Actions {
  const { study, correcting, setSurface, page } = parts;
  const command = useCommand(parts);
  const copying = useCopy(parts);
  const marks = useMarkActions(parts);
  return {
    ...marking(parts),
    ...marks,
    ...copying,
    command,
    correct: () => {
      const selected = selectedNow(parts);
      const span = selected ?? page?.wordAtCaret();
      if (span !== undefined) correcting.open(span, selected !== undefined);
    },
    escape: () => {
      if (correcting.target !== undefined) {
        correcting.close();
        return;
      }
      if (study.card !== undefined) marks.closeCard();
      else study.setCurrent(undefined);
      getSelection()?.removeAllRanges();
      setSurface((open) => (open === 'settings' ? undefined : open));
    },
  };
}

/** Carries out what a key stands for. */
export function press(action: KeyAction, actions: Actions, current: string | undefined): void {
  switch (action.kind) {
    case 'command':
      actions.command(action.command);
      return;
    case 'colour':
      actions.colour(COLOURS[action.index] ?? 'yellow');
      return;
    case 'note':
      actions.note();
      return;
    case 'copy':
      actions.copy();
      return;
    case 'correct':
      actions.correct();
      return;
    case 'next-mark':
      actions.walk(1);
      return;
    case 'previous-mark':
      actions.walk(-1);
      return;
    case 'open-mark':
      if (current !== undefined) actions.jump(current);
      return;
    case 'delete-mark':
      if (current !== undefined) actions.remove(current);
      return;
    case 'escape':
      actions.escape();
      return;
    default:
      assertNever(action);
  }
}
