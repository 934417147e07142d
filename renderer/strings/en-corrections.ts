import { numberIn } from './numbers';

const number = numberIn('en');

/** What is said of corrections of a conversion, in English. */
export const corrections = {
  command: 'Correct conversion…',
  card: 'Correct conversion',
  source: 'Source',
  shownNow: 'Shown now',
  right: 'Right form',
  appliesTo: 'Applies to',
  scopes: { occurrence: 'This occurrence', text: 'This text', everywhere: 'Everywhere' },
  places: {
    occurrence: () => 'It will show here only.',
    text: (count: number) =>
      count === 1 ? 'It will show in 1 place of this text.' : `It will show in ${number(count)} places of this text.`,
    everywhere: (count: number) =>
      count === 1
        ? 'It will show in 1 place of this text, and in all others.'
        : `It will show in ${number(count)} places of this text, and in all others.`,
  },
  hidden: 'A longer or narrower correction keeps it from showing here.',
  preview: 'Preview',
  save: 'Save',
  close: 'Close',
  remove: 'Remove correction',
  problems: {
    empty: 'Type what is to be shown.',
    'line-break': 'The right form must be on one line.',
    long: 'The right form is too long: at most 200 characters.',
    same: 'It is shown like this already.',
  },
  tooLong: 'Select fewer words, within one paragraph, to correct their conversion.',
  failed: {
    full: 'The correction was not saved: the disk is full. Free some space and try again.',
    forbidden: 'The correction was not saved: the folder of your notes may not be written to.',
    closed: 'The correction was not saved: the database was closed. Try again.',
    gone: 'The correction was not saved: it no longer exists.',
    other: 'The correction was not saved. Try again.',
  },
  done: {
    corrected: (source: string, right: string) => `“${source}” is now shown as “${right}”.`,
    removed: (source: string) => `The correction of “${source}” was removed.`,
    imported: (count: number) =>
      count === 1 ? '1 correction was imported.' : `${number(count)} corrections were imported.`,
  },
  list: {
    title: 'Corrections',
    intro: 'Right-click words in a converted text to correct their conversion.',
    none: 'There are no corrections yet.',
    noneFound: (words: string) => `No correction holds “${words}”.`,
    filter: 'Filter corrections',
    count: (count: number, all: number) => (count === all ? number(all) : `${number(count)} of ${number(all)}`),
    more: (count: number) => `Show ${number(count)} more`,
    shownAs: 'is shown as',
    inText: (title: string) => `in “${title}”`,
    onceIn: (title: string) => `once, in “${title}”`,
    everywhere: 'everywhere',
    edit: (source: string) => `Edit the correction of ${source}`,
    remove: (source: string) => `Remove the correction of ${source}`,
    editShort: 'Edit',
    removeShort: 'Remove',
    save: 'Save',
    cancel: 'Cancel',
  },
  file: {
    export: 'Export…',
    import: 'Import…',
    name: 'Zhupi corrections',
    saved: (file: string) => `Saved as “${file}”.`,
    failed: {
      missing: (file: string) => `The file “${file}” is no longer there.`,
      forbidden: (file: string) => `The file “${file}” cannot be read: you may not open it.`,
      'too-large': (file: string) => `The file “${file}” is larger than 32 MB. Split it and import the parts.`,
      'not-text': (file: string) => `The file “${file}” is not UTF-8 text. Save it as UTF-8 and import it again.`,
      other: (file: string) => `The file “${file}” cannot be read.`,
    },
    title: 'Import corrections',
    from: (file: string) => `From “${file}”`,
    added: (count: number) => `${number(count)} new`,
    replaced: (count: number) => (count === 1 ? '1 replaces another form' : `${number(count)} replace another form`),
    present: (count: number) => `${number(count)} there already`,
    bad: (count: number) => (count === 1 ? '1 line cannot be read:' : `${number(count)} lines cannot be read:`),
    line: (line: number, why: string) => `Line ${number(line)}: ${why}`,
    why: {
      columns: 'it is not two columns parted by one tab',
      empty: 'a column is empty',
      long: 'its words are too long',
      repeated: 'its words were given before',
      comment: 'its note for Zhupi cannot be read',
    },
    more: (count: number) => `… and ${number(count)} more`,
    for: 'These corrections are for',
    allTraditional: 'All Traditional scripts',
    nothing: 'There is nothing new to import.',
    cancel: 'Cancel',
    run: 'Import',
    running: 'Importing…',
  },
};
