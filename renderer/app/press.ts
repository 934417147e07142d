import type { Colour } from '#core/annotation/annotation';
import type { PageCommand } from '#core/command/commands';
import { assertNever } from '#core/support/assert-never';
import type { Actions } from './actions';

/** What commands of the page act on. */
export interface PressedOn {
  /** The current mark. */
  readonly current: string | undefined;
  /** The colours that are offered, in the order of their keys. */
  readonly colours: readonly Colour[];
}

type ColourCommand = Extract<PageCommand, `colour-${string}`>;

const isColour = (command: PageCommand): command is ColourCommand => command.startsWith('colour-');

/** The place among the colours that are offered of the one that a command marks in. */
export const placeOfColour = (command: ColourCommand): number => Number(command.slice('colour-'.length)) - 1;

/** What commands of the page do with. */
export type PageActions = Omit<Actions, 'command'>;

/** Carries out a command of the page. */
export function press(command: PageCommand, actions: PageActions, { current, colours }: PressedOn): void {
  if (isColour(command)) {
    const colour = colours[placeOfColour(command)];
    if (colour !== undefined) actions.colour(colour);
    return;
  }
  switch (command) {
    case 'note':
    case 'style':
    case 'resize':
    case 'copy':
    case 'correct':
    case 'escape':
      actions[command]();
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
    default:
      assertNever(command);
  }
}
