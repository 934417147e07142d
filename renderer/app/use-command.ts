import type { Command } from '#core/ipc/contract';
import { SCRIPT_MODES } from '#core/script/mode';
import { assertNever } from '#core/support/assert-never';
import { useServices } from '../services';
import type { ActionParts } from './actions';
import { FIELD } from './use-keys';

/** Carries out the commands of the menu. */
export function useCommand({ filter, setSurface, undo }: ActionParts): (command: Command) => void {
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
