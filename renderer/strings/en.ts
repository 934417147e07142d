import { anchors } from './en-anchors';
import { backups } from './en-backups';
import { check } from './en-check';
import { commands } from './en-commands';
import { corrections } from './en-corrections';
import { exporting } from './en-export';
import { markKeys, marks } from './en-marks';
import { noteStrings } from './en-notes';
import { reading } from './en-reading';
import { find } from './en-find';
import { about } from './en-head';
import { importing } from './en-import';
import { safety } from './en-safety';
import { steps } from './en-steps';
import { type } from './en-type';
import { voice } from './en-voice';
import { windows } from './en-windows';
import { numberIn } from './numbers';

const number = numberIn('en');

/** All that the page says, in English. The other catalogues have this one's type: a missing key does not compile. */
export const en = {
  app: {
    loading: 'Opening…',
    showContents: 'Contents pane',
    showNotes: 'Notes pane',
    couldNotOpen: 'This text cannot be opened',
    tryAgain: 'Try again',
    closed: 'Zhupi has met a fault and stopped, to keep your notes safe. What was saved is safe.',
    reload: 'Start the page again',
    databaseTitle: 'Your notes cannot be opened',
    databaseAdvice:
      'The database of this profile does not answer. Close other copies of Zhupi and free some disk space, then try again. Nothing has been erased.',
    newerAdvice:
      'This profile was written by a newer version of Zhupi. Open it with that version. Nothing has been changed.',
    noTexts: 'There is no text to read yet.',
    couldNotKeepSettings: 'The change could not be saved. It holds until you close Zhupi.',
    undo: 'Undo',
    undone: (what: string) => `Undone: ${what}.`,
    redone: (what: string) => `Done again: ${what}.`,
    notUndone: (what: string) => `This could not be undone: ${what}. Try again.`,
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to do again.',
  },
  files: {
    missing: (file: string) => `The file “${file}” is missing. Install Zhupi again to restore it.`,
    truncated: (file: string) =>
      `The file “${file}” is cut off: a part of it is missing. Replace it with a complete copy.`,
    'not-utf8': (file: string) => `The file “${file}” is not UTF-8 text. Save it as UTF-8 and open it again.`,
    changed: (file: string) =>
      `The file “${file}” is not the one that belongs here. Install Zhupi again to restore it.`,
    unreadable: (file: string) => `The file “${file}” cannot be read. Check that you may open it.`,
  },
  reader: {
    text: 'Text',
    script: 'Script',
    modes: {
      original: 'Original',
      simplified: 'Simplified',
      traditional: 'Traditional',
      taiwan: 'Taiwan',
      'taiwan-phrases': 'Taiwan phrases',
      'hong-kong': 'Hong Kong',
    },
    scriptFailed: 'The conversion for this script could not be loaded. The script stays as it is.',
    beside: 'Beside the text',
    said: 'About this stretch',
    aids: 'Reading aids',
    glosses: 'Glosses',
    repairs: 'Repairs',
    variants: 'Variants',
    sourceScripts: {
      hans: 'Simplified',
      hant: 'Traditional',
      'hant-tw': 'Traditional (Taiwan)',
      'hant-hk': 'Traditional (Hong Kong)',
      'hant-from-hans': 'Traditional (converted character by character)',
    },
    about,
    repair: {
      mojibake: 'Decoded one byte out of step',
      'folded-punctuation': 'Full-width sign folded to ASCII',
      says: (found: string) => `The file has “${found}”`,
      suspect: (perhaps: string) => `Perhaps “${perhaps}”; left as it stands`,
      suspectWhy: 'Converted character by character',
    },
    variant: {
      name: 'Other forms of this character',
      says: (source: string, shown: string) => `${source} → ${shown}`,
      instead: 'Show instead',
      others: (forms: string) => `Could also be ${forms}`,
      show: (form: string) => `Show ${form} here`,
    },
  },
  selection: {
    name: 'Selection',
    note: 'Add note',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Copying did not work.',
    menu: 'Words',
  },
  colours: { yellow: 'Yellow', red: 'Red', green: 'Green', blue: 'Blue', purple: 'Purple' },
  annotations: {
    card: 'Annotation',
    note: 'Note',
    notePlaceholder: 'Write a note…',
    tags: 'Tags',
    tagsPlaceholder: 'Tags, separated by commas',
    colour: 'Colour',
    delete: 'Delete',
    close: 'Close',
    deleted: 'Mark deleted.',
    undo: 'Bring it back',
    saving: 'Saving…',
    saved: (time: string) => `Saved ${time}`,
    here: (index: number, count: number) => `${number(index)} of ${number(count)} marks here`,
    next: 'Next mark here',
    failed: {
      full: 'Not saved: the disk is full. Your words stay here; free some space and try again.',
      forbidden:
        'Not saved: the folder of your notes may not be written to. Your words stay here; allow it and try again.',
      closed: 'Not saved: the database was closed. Your words stay here; try again.',
      gone: 'Not saved: this mark no longer exists. Copy your words before you close.',
      other: 'Not saved. Your words stay here; try again.',
    },
    pane: 'Notes',
    filter: 'Filter notes',
    filterPlaceholder: 'Words or tags, in either script',
    list: 'Annotations',
    none: 'No notes yet. Select words in the text to mark them.',
    noneFound: (words: string) => `No note holds “${words}”.`,
    found: (count: number, all: number) => `${number(count)} of ${number(all)} notes`,
    today: (time: string) => `Today ${time}`,
    inColour: (colour: string) => `${colour} mark`,
  },
  anchors,
  backups,
  check,
  commands,
  corrections,
  marks,
  notes: noteStrings,
  reading,
  find,
  importing,
  safety,
  steps,
  type,
  voice,
  windows,
  library: {
    name: 'Library',
    contents: 'Contents',
  },
  export: exporting,
  settings: {
    open: 'Settings',
    title: 'Settings',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark', contrast: 'High contrast' },
    /** As it stands below its sample, where there is little room. */
    contrastShort: 'Contrast',
    language: 'Language',
    languages: { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' },
    careful: 'Careful conversion',
    carefulHint: 'Converts no phrase that ends inside a word: 一个中国 becomes 一個中國, not 一箇中國.',
    close: 'Close',
    credits: 'Fonts: Noto Serif (SIL Open Font License). Conversion: OpenCC dictionaries (Apache License 2.0).',
  },
  keyboard: {
    title: 'Keyboard',
    close: 'Close',
    rows: {
      arrows: 'Move the caret; with Shift select, with Ctrl or Alt by word or paragraph',
      menu: 'Menu for the words at the caret, like a right-click',
      ...markKeys,
    },
  },
};

/** A catalogue of all that the page says in one language. */
export type Strings = typeof en;
