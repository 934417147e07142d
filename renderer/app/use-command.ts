import type { RefObject } from 'react';
import { offeredColours } from '#core/annotation/palette';
import { isOnlyOnPage, type Command } from '#core/command/commands';
import { isZoom, ZOOMS } from '#core/command/zoom';
import { SCRIPT_MODES, type ScriptMode } from '#core/script/mode';
import { assertNever } from '#core/support/assert-never';
import { otherLayout } from '#core/text/layout';
import type { Bridge } from '../platform/bridge';
import { useServices } from '../services';
import type { Settings } from '../storage/live-settings';
import { stepped } from '../storage/type-settings';
import { selectedNow, type ActionParts } from './actions';
import { press, type PageActions } from './press';
import { turnField } from './use-keys';

/** What each command of copying copies. */
const COPIES = { 'copy-citation': 'citation', 'copy-source': 'source', 'copy-link': 'link' } as const;

/** Commands that open what has their name, or close it. */
const SURFACES = {
  export: true,
  settings: true,
  keyboard: true,
  palette: true,
  'go-to-link': true,
  'check-notes': true,
  print: true,
} as const;

const isOf = <Name extends Command>(table: Readonly<Record<Name, unknown>>, command: Command): command is Name =>
  command in table;

/** What each command about files of everything, or of notes that come in, does. */
const actsOnFiles = ({ backups, imports }: ActionParts) => ({
  'back-up': backups.backUp,
  'restore-backup': backups.choose,
  'import-notes': imports.choose,
});

const scriptAfter = (mode: ScriptMode): ScriptMode =>
  SCRIPT_MODES[(SCRIPT_MODES.indexOf(mode) + 1) % SCRIPT_MODES.length] ?? 'original';

/** What each command of the settings changes: what is on or off, the next of a few, and sizes. */
const CHANGES = {
  'toggle-contents': ({ contentsPane }) => ({ contentsPane: !contentsPane }),
  'toggle-notes': ({ notesPane }) => ({ notesPane: !notesPane }),
  'toggle-parallel': ({ parallel }) => ({ parallel: !parallel }),
  'toggle-focus': ({ focus }) => ({ focus: !focus }),
  'next-script': ({ script }) => ({ script: scriptAfter(script) }),
  'toggle-layout': ({ layout }) => ({ layout: otherLayout(layout) }),
  'toggle-pages': ({ turning }) => ({ turning: turning === 'pages' ? 'scroll' : 'pages' }),
  'larger-type': ({ typeSize }) => ({ typeSize: stepped('typeSize', typeSize, 1) }),
  'smaller-type': ({ typeSize }) => ({ typeSize: stepped('typeSize', typeSize, -1) }),
} as const satisfies Partial<Record<Command, (now: Settings) => Partial<Settings>>>;

type OfWindows = 'new-window' | keyof typeof ZOOMS;

const isOfWindows = (command: Command): command is OfWindows => command === 'new-window' || isZoom(command);

/** Asks main for what only it can do with windows; false for all other commands. */
function askedOfWindow(bridge: Bridge, command: Command): command is OfWindows {
  if (!isOfWindows(command)) return false;
  if (command === 'new-window') void bridge.request('window.open', {});
  else void bridge.request('window.zoom', { by: ZOOMS[command] });
  return true;
}

/** Gives a field the focus: at once, since what is typed next is meant for it; where it cannot have it yet, when it can. */
function focusSoon(field: RefObject<HTMLElement | null>): void {
  field.current?.focus();
  if (field.current === null || document.activeElement !== field.current) {
    setTimeout(() => field.current?.focus(), 0);
  }
}

/** Carries out commands, wherever they come from: a key, the menu, a button, the palette. */
export function useCommand(parts: ActionParts, actions: PageActions): (command: Command) => void {
  const { filter, setSurface, undo, way, finder, study } = parts;
  const { settings, palette, bridge } = useServices();
  return (command) => {
    if (askedOfWindow(bridge, command)) return;
    if (isOnlyOnPage(command)) {
      press(command, actions, { current: study.current, colours: offeredColours(palette.current()) });
      return;
    }
    if (isOf(CHANGES, command)) {
      settings.change(CHANGES[command](settings.current()));
      return;
    }
    if (isOf(SURFACES, command)) {
      setSurface((open) => (open === command ? undefined : command));
      return;
    }
    if (isOf(COPIES, command)) {
      actions.copyAs(COPIES[command]);
      return;
    }
    switch (command) {
      case 'add-bookmark':
      case 'where':
        way[command === 'where' ? 'where' : 'addBookmark']();
        return;
      case 'filter-notes':
        settings.change({ notesPane: true });
        focusSoon(filter);
        return;
      case 'find':
        finder.open(selectedNow(parts));
        return;
      case 'find-next':
      case 'find-previous':
        finder.step(command === 'find-next' ? 1 : -1, selectedNow(parts));
        return;
      case 'back-up':
      case 'import-notes':
      case 'restore-backup':
        actsOnFiles(parts)[command]();
        return;
      case 'undo':
      case 'redo':
        if (!turnField(command)) undo[command]();
        return;
      default:
        assertNever(command);
    }
  };
}
