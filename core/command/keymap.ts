import { COMMANDS, entryOf, firstKeysOf, type Command } from './commands';
import type { Platform } from './platform';
import { parseStroke, type Stroke } from './stroke';

/** The keys that a person has given to commands; what is not here has those that it has at first. */
export type ChangedKeys = Readonly<Partial<Record<Command, readonly Stroke[]>>>;

/** Which key stands for which command. No two commands have a key in common. */
export interface Keymap {
  readonly platform: Platform;
  /** The keys of a command, the one that is shown first. */
  readonly keysOf: (command: Command) => readonly Stroke[];
  readonly commandOf: (stroke: Stroke) => Command | undefined;
}

/** The keys that a command has before a person changes them. */
export const firstStrokesOf = (command: Command, platform: Platform): readonly Stroke[] =>
  firstKeysOf(command, platform)
    .map(parseStroke)
    .filter((key) => key !== undefined);

/**
 * The keys as they hold. A key has one command: that which always has it, else one that a person gave it to, else the
 * one that has it at first; of several of a kind the first of the list.
 */
export function keymapOf(changed: ChangedKeys, platform: Platform): Keymap {
  const commands = new Map<Stroke, Command>();
  const keys = new Map<Command, Stroke[]>();
  const give = (command: Command, strokes: readonly Stroke[]): void => {
    const free = strokes.filter((key) => !commands.has(key));
    for (const key of free) commands.set(key, command);
    keys.set(command, free);
  };
  const isFixed = (command: Command): boolean => entryOf(command).isFixed === true;
  const isChanged = (command: Command): boolean => !isFixed(command) && changed[command] !== undefined;
  const first = (command: Command): void => {
    give(command, firstStrokesOf(command, platform));
  };
  COMMANDS.filter(isFixed).forEach(first);
  for (const command of COMMANDS.filter(isChanged)) give(command, changed[command] ?? []);
  COMMANDS.filter((command) => !isFixed(command) && !isChanged(command)).forEach(first);
  return {
    platform,
    keysOf: (command) => keys.get(command) ?? [],
    commandOf: (key) => commands.get(key),
  };
}
