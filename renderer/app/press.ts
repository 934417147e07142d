import type { Colour } from '#core/annotation/annotation';
import { assertNever } from '#core/support/assert-never';
import type { Actions } from './actions';
import type { KeyAction } from './use-keys';

/** What keys act on. */
export interface PressedOn {
  /** The current mark. */
  readonly current: string | undefined;
  /** The colours that are offered, in the order of their keys. */
  readonly colours: readonly Colour[];
}

const pressColour = (colour: Colour | undefined, actions: Actions): void => {
  if (colour !== undefined) actions.colour(colour);
};

/** Carries out what a key stands for. */
export function press(action: KeyAction, actions: Actions, { current, colours }: PressedOn): void {
  switch (action.kind) {
    case 'command':
      actions.command(action.command);
      return;
    case 'colour':
      pressColour(colours[action.index], actions);
      return;
    case 'note':
      actions.note();
      return;
    case 'style':
      actions.style();
      return;
    case 'resize':
      actions.resize();
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
      actions.openHere();
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
