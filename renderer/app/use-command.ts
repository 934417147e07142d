import type { Command } from '#core/ipc/contract';
import { SCRIPT_MODES } from '#core/script/mode';
import { assertNever } from '#core/support/assert-never';
import { useServices } from '../services';
import { selectedNow, type ActionParts, type Actions } from './actions';
import { FIELD } from './use-keys';

/** What each command of copying copies. */
const COPIES = { 'copy-citation': 'citation', 'copy-source': 'source', 'copy-link': 'link' } as const;

/** What each command of folding and unfolding changes. */
const TOGGLES = {
  'toggle-contents': 'contentsPane',
  'toggle-notes': 'notesPane',
  'toggle-parallel': 'parallel',
} as const;

/** Carries out the commands of the menu. */
export function useCommand(parts: ActionParts, copyAs: Actions['copyAs']): (command: Command) => void {
  const { filter, setSurface, undo, way, finder } = parts;
  const { settings } = useServices();
  const change = settings.change;
  return (command) => {
    const now = settings.current();
    switch (command) {
      case 'export':
      case 'settings':
      case 'keyboard':
      case 'go-to-link':
        setSurface((open) => (open === command ? undefined : command));
        return;
      case 'next-script': {
        const next = (SCRIPT_MODES.indexOf(now.script) + 1) % SCRIPT_MODES.length;
        change({ script: SCRIPT_MODES[next] ?? 'original' });
        return;
      }
      case 'toggle-contents':
      case 'toggle-notes':
      case 'toggle-parallel':
        change({ [TOGGLES[command]]: !now[TOGGLES[command]] });
        return;
      case 'copy-citation':
      case 'copy-source':
      case 'copy-link':
        copyAs(COPIES[command]);
        return;
      case 'add-bookmark':
        way.addBookmark();
        return;
      case 'where':
        way.where();
        return;
      case 'filter-notes':
        change({ notesPane: true });
        setTimeout(() => filter.current?.focus(), 0);
        return;
      case 'find':
        finder.open(selectedNow(parts));
        return;
      case 'find-next':
      case 'find-previous':
        finder.step(command === 'find-next' ? 1 : -1, selectedNow(parts));
        return;
      case 'back-up':
        parts.backups.backUp();
        return;
      case 'restore-backup':
        parts.backups.choose();
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
