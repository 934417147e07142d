import type { Command, CommandGroup } from '#core/command/commands';

/** Names of all commands, in English: a command without one does not compile. */
export const commandNames: Readonly<Record<Command, string>> = {
  'colour-1': 'Mark in colour 1',
  'colour-2': 'Mark in colour 2',
  'colour-3': 'Mark in colour 3',
  'colour-4': 'Mark in colour 4',
  'colour-5': 'Mark in colour 5',
  'colour-6': 'Mark in colour 6',
  'colour-7': 'Mark in colour 7',
  'colour-8': 'Mark in colour 8',
  'colour-9': 'Mark in colour 9',
  note: 'Add note',
  style: 'Next style',
  resize: 'Resize mark',
  'delete-mark': 'Delete mark',
  correct: 'Correct conversion…',
  'next-mark': 'Next mark',
  'previous-mark': 'Previous mark',
  'open-mark': 'Open mark',
  'add-bookmark': 'Add bookmark',
  where: 'Where am I',
  'go-to-link': 'Go to link…',
  'next-script': 'Next script',
  'toggle-parallel': 'Parallel text',
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
  settings: 'Settings',
  keyboard: 'Keyboard',
  escape: 'Close what is open',
};

/** What is said of commands and their keys. */
export interface CommandStrings {
  readonly names: Readonly<Record<Command, string>>;
  readonly groups: Readonly<Record<CommandGroup, string>>;
  /** A colour that is marked with. */
  readonly mark: (colour: string) => string;
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
};
