import { COLOURS } from '#core/annotation/annotation';
import { assertNever } from '#core/support/assert-never';
import type { Actions } from './actions';
import type { KeyAction } from './use-keys';

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
