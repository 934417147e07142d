import type { Command, CommandGroup, CommandSubject } from '#core/command/commands';
import type { KeyRefusal } from '#core/command/refused-keys';

/** Names of all commands, in English: a command without one does not compile. */
export const commandNames: Readonly<Record<Command, string>> = {
  'colour-1': 'Mark: colour 1',
  'colour-2': 'Mark: colour 2',
  'colour-3': 'Mark: colour 3',
  'colour-4': 'Mark: colour 4',
  'colour-5': 'Mark: colour 5',
  'colour-6': 'Mark: colour 6',
  'colour-7': 'Mark: colour 7',
  'colour-8': 'Mark: colour 8',
  'colour-9': 'Mark: colour 9',
  note: 'Add note',
  style: 'Next style',
  resize: 'Resize mark',
  'delete-mark': 'Delete mark',
  correct: 'Fix conversion…',
  'next-mark': 'Next mark',
  'previous-mark': 'Previous mark',
  'open-mark': 'Open mark',
  'add-bookmark': 'Add bookmark',
  where: 'Where am I',
  'go-to-link': 'Go to link…',
  'next-script': 'Next script',
  'toggle-layout': 'Horizontal or vertical text',
  'toggle-pages': 'Turn pages or scroll',
  'toggle-parallel': 'Parallel text',
  'toggle-focus': 'Focus mode',
  'larger-type': 'Larger type',
  'smaller-type': 'Smaller type',
  'toggle-contents': 'Contents pane',
  'toggle-notes': 'Notes pane',
  'zoom-in': 'Zoom in',
  'zoom-out': 'Zoom out',
  'actual-size': 'Actual size',
  find: 'Find in text',
  'find-next': 'Find next',
  'find-previous': 'Find previous',
  'filter-notes': 'Filter notes',
  copy: 'Copy',
  'copy-citation': 'Copy with citation',
  'copy-source': 'Copy source',
  'copy-link': 'Copy link to mark',
  export: 'Export notes…',
  print: 'Print…',
  'import-notes': 'Import notes…',
  'back-up': 'Back up now…',
  'restore-backup': 'Restore from backup…',
  'check-notes': 'Check my notes…',
  'new-window': 'New window',
  undo: 'Undo',
  redo: 'Redo',
  palette: 'Command palette…',
  settings: 'Settings',
  keyboard: 'Keyboard',
  'next-region': 'Next region',
  'previous-region': 'Previous region',
  escape: 'Close what is open',
};

/** What is said of commands and their keys. */
export interface CommandStrings {
  readonly names: Readonly<Record<Command, string>>;
  readonly groups: Readonly<Record<CommandGroup, string>>;
  /** A colour that is marked with. */
  readonly mark: (colour: string) => string;
  readonly palette: PaletteStrings;
  readonly sheet: SheetStrings;
}

/** What the palette says. */
interface PaletteStrings {
  readonly name: string;
  readonly field: string;
  readonly placeholder: string;
  readonly list: string;
  readonly count: (count: number) => string;
  readonly noneFound: (typed: string) => string;
  readonly of: (group: string, name: string) => string;
  readonly goTo: (place: string) => string;
  readonly open: (title: string) => string;
  /** Why a command cannot act now. */
  readonly reasons: Readonly<Record<CommandSubject, string>>;
}

/** What the sheet of keys says. */
interface SheetStrings {
  readonly search: string;
  readonly none: string;
  readonly noKey: string;
  readonly change: (command: string, keys: string) => string;
  readonly add: (command: string) => string;
  readonly reset: (command: string) => string;
  readonly resetAll: string;
  readonly resetAllDone: string;
  readonly hint: string;
  readonly press: string;
  readonly used: (key: string, command: string) => string;
  readonly take: string;
  readonly keep: string;
  readonly isNow: (command: string, keys: string) => string;
  readonly refused: Readonly<Record<KeyRefusal | 'fixed', (key: string) => string>>;
  readonly always: string;
}

/** What is said of commands and their keys, in English. */
export const commands: CommandStrings = {
  names: commandNames,
  groups: {
    marking: 'Marking',
    going: 'Going to',
    reading: 'Reading',
    finding: 'Finding',
    copying: 'Copying',
    files: 'Notes and files',
    program: 'Zhupi',
  },
  mark: (colour) => `Mark: ${colour}`,
  palette: {
    name: 'Command palette',
    field: 'Command',
    placeholder: 'Type a command: by name, in any language, or pinyin',
    list: 'Commands',
    count: (count) => (count === 1 ? '1 command' : `${count} commands`),
    noneFound: (typed) => `No command is called “${typed}”.`,
    of: (group, name) => `${group}: ${name}`,
    goTo: (place) => `Go to: ${place}`,
    open: (title) => `Open: ${title}`,
    reasons: {
      words: 'Select words first',
      mark: 'Go to a mark first',
      either: 'Select words, or go to a mark',
      place: 'Select words, or put the caret there',
    },
  },
  sheet: {
    search: 'Find a command or a key',
    none: 'No such command.',
    noKey: 'No key',
    change: (command, keys) => `${command}: ${keys}. Change`,
    add: (command) => `Add a key to ${command}`,
    reset: (command) => `Reset ${command}`,
    resetAll: 'Reset all',
    resetAllDone: 'All keys are reset.',
    hint: 'Choose a command, press Enter, then the new key. Delete removes a key.',
    press: 'Press the new key. Esc cancels, Backspace removes it.',
    used: (key, command) => `${key} is used by “${command}”.`,
    take: 'Use it here',
    keep: 'Leave it',
    isNow: (command, keys) => `${command}: ${keys}.`,
    refused: {
      moves: (key) => `${key} moves, selects, opens or closes everywhere. Choose another key.`,
      edits: (key) => `${key} copies, pastes or selects everywhere. Choose another key.`,
      system: (key) => `${key} belongs to the system or the window. Choose another key.`,
      types: (key) => `${key} types a sign on some keyboards. Choose another key.`,
      fixed: (key) => `${key} is the same everywhere. Choose another key.`,
    },
    always: 'Fixed',
  },
};
