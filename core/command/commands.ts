import type { Platform } from './platform';

/** In which group of the sheet of keys a command stands. */
export const COMMAND_GROUPS = ['marking', 'going', 'reading', 'finding', 'copying', 'files', 'program'] as const;

/** A group of commands. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** What must be there for a command to act: selected words, a current mark, either, or those or the caret. */
export type CommandSubject = 'words' | 'mark' | 'either' | 'place';

/** Keys that a command has at first, as `stroke.ts` writes them; by platform where these differ. */
type FirstKeys = readonly string[] | Readonly<Record<Platform, readonly string[]>>;

/** What is to be known of a command beside its name and what it does. */
export interface CommandEntry {
  readonly group: CommandGroup;
  readonly keys: FirstKeys;
  /** Absent where it can always act. */
  readonly about?: CommandSubject;
  /** True for what is no item of the application's menu: keys and the palette reach it. */
  readonly isOnlyOnPage?: true;
  /** True where its keys mean the same everywhere, and stay. */
  readonly isFixed?: true;
}

const FIND_NEXT = { mac: ['Mod+G', 'F3'], windows: ['F3', 'Mod+G'], linux: ['F3', 'Mod+G'] } as const;
const FIND_PREVIOUS = {
  mac: ['Mod+Shift+G', 'Shift+F3'],
  windows: ['Shift+F3', 'Mod+Shift+G'],
  linux: ['Shift+F3', 'Mod+Shift+G'],
} as const;
// Cmd+Y means other things on macOS.
const REDO = { mac: ['Mod+Shift+Z'], windows: ['Mod+Y', 'Mod+Shift+Z'], linux: ['Mod+Shift+Z', 'Mod+Y'] } as const;

/**
 * Everything that a person can command: the one list that keys, the sheet of keys, the palette and the application's
 * menu are made of. A new command is a line here, its name in three languages (`strings/*-commands.ts`) and what it
 * does (`app/use-command.ts`, or `app/press.ts` for what is only on the page).
 */
export const COMMAND_TABLE = {
  'colour-1': { group: 'marking', keys: ['1'], about: 'either', isOnlyOnPage: true },
  'colour-2': { group: 'marking', keys: ['2'], about: 'either', isOnlyOnPage: true },
  'colour-3': { group: 'marking', keys: ['3'], about: 'either', isOnlyOnPage: true },
  'colour-4': { group: 'marking', keys: ['4'], about: 'either', isOnlyOnPage: true },
  'colour-5': { group: 'marking', keys: ['5'], about: 'either', isOnlyOnPage: true },
  'colour-6': { group: 'marking', keys: ['6'], about: 'either', isOnlyOnPage: true },
  'colour-7': { group: 'marking', keys: ['7'], about: 'either', isOnlyOnPage: true },
  'colour-8': { group: 'marking', keys: ['8'], about: 'either', isOnlyOnPage: true },
  'colour-9': { group: 'marking', keys: ['9'], about: 'either', isOnlyOnPage: true },
  note: { group: 'marking', keys: ['N'], about: 'either', isOnlyOnPage: true },
  style: { group: 'marking', keys: ['U'], isOnlyOnPage: true },
  resize: { group: 'marking', keys: ['R'], about: 'mark', isOnlyOnPage: true },
  'delete-mark': { group: 'marking', keys: ['Delete', 'Backspace'], about: 'mark', isOnlyOnPage: true },
  correct: { group: 'marking', keys: ['X'], about: 'place', isOnlyOnPage: true },
  'next-mark': { group: 'going', keys: ['J'], isOnlyOnPage: true },
  'previous-mark': { group: 'going', keys: ['K'], isOnlyOnPage: true },
  'open-mark': { group: 'going', keys: ['Enter'], about: 'place', isOnlyOnPage: true, isFixed: true },
  'add-bookmark': { group: 'going', keys: ['B', 'Mod+D'] },
  where: { group: 'going', keys: ['I'] },
  'go-to-link': { group: 'going', keys: ['Mod+L'] },
  'next-script': { group: 'reading', keys: ['S'] },
  'toggle-layout': { group: 'reading', keys: ['V'] },
  'toggle-pages': { group: 'reading', keys: [] },
  'toggle-parallel': { group: 'reading', keys: ['P'] },
  'toggle-focus': { group: 'reading', keys: ['F'] },
  'larger-type': { group: 'reading', keys: ['Mod+>'] },
  'smaller-type': { group: 'reading', keys: ['Mod+<'] },
  'toggle-contents': { group: 'reading', keys: ['['] },
  'toggle-notes': { group: 'reading', keys: [']'] },
  'zoom-in': { group: 'reading', keys: ['Mod++', 'Mod+='], isFixed: true },
  'zoom-out': { group: 'reading', keys: ['Mod+-', 'Mod+_'], isFixed: true },
  'actual-size': { group: 'reading', keys: ['Mod+0'], isFixed: true },
  find: { group: 'finding', keys: ['Mod+F', '/'] },
  'find-next': { group: 'finding', keys: FIND_NEXT },
  'find-previous': { group: 'finding', keys: FIND_PREVIOUS },
  'filter-notes': { group: 'finding', keys: ['Mod+Shift+F'] },
  copy: { group: 'copying', keys: ['C'], about: 'words', isOnlyOnPage: true },
  'copy-citation': { group: 'copying', keys: ['Shift+C'], about: 'either' },
  'copy-source': { group: 'copying', keys: [], about: 'either' },
  'copy-link': { group: 'copying', keys: ['L'], about: 'either' },
  export: { group: 'files', keys: ['Mod+E'] },
  print: { group: 'files', keys: ['Mod+P'] },
  'import-notes': { group: 'files', keys: [] },
  'back-up': { group: 'files', keys: [] },
  'restore-backup': { group: 'files', keys: [] },
  'check-notes': { group: 'files', keys: [] },
  'new-window': { group: 'program', keys: ['Mod+N'] },
  undo: { group: 'program', keys: ['Mod+Z'] },
  redo: { group: 'program', keys: REDO },
  palette: { group: 'program', keys: ['Mod+K'] },
  settings: { group: 'program', keys: ['Mod+,'] },
  keyboard: { group: 'program', keys: ['?'] },
  'next-region': { group: 'program', keys: ['F6'], isOnlyOnPage: true },
  'previous-region': { group: 'program', keys: ['Shift+F6'], isOnlyOnPage: true },
  escape: { group: 'program', keys: ['Escape'], isOnlyOnPage: true, isFixed: true },
} as const satisfies Readonly<Record<string, CommandEntry>>;

/** Something that a person can command. */
export type Command = keyof typeof COMMAND_TABLE;

/** Commands that are no items of the application's menu. */
export type PageCommand = {
  [Name in Command]: (typeof COMMAND_TABLE)[Name] extends { readonly isOnlyOnPage: true } ? Name : never;
}[Command];

/** All commands, in the order of the sheet. */
export const COMMANDS: readonly Command[] = Object.keys(COMMAND_TABLE) as Command[];

/** What is to be known of a command. */
export const entryOf = (command: Command): CommandEntry => COMMAND_TABLE[command];

/** True for what is no item of the application's menu. */
export const isOnlyOnPage = (command: Command): command is PageCommand => entryOf(command).isOnlyOnPage === true;

/** The keys that a command has before a person changes them. */
export function firstKeysOf(command: Command, platform: Platform): readonly string[] {
  const { keys } = entryOf(command);
  return 'mac' in keys ? keys[platform] : keys;
}
