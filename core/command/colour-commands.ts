import type { Command, PageCommand } from './commands';

/** A command that marks in one of the colours that are offered. */
export type ColourCommand = Extract<PageCommand, `colour-${string}`>;

/** True for a command that marks in a colour. */
export const isColourCommand = (command: Command): command is ColourCommand => command.startsWith('colour-');

/** The place among the colours that are offered of the one that a command marks in. */
export const placeOfColour = (command: ColourCommand): number => Number(command.slice('colour-'.length)) - 1;
