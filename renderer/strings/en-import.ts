import type { Fate, WhysOf } from '#core/import/fate';
import { numberIn } from './numbers';

const number = numberIn('en');

/** Why an entry of a file has its fate, in a sentence. */
type Whys = { readonly [Of in Fate]: Readonly<Record<WhysOf[Of], string>> };

const whys: Whys = {
  add: {
    position: 'The file says where it stands, and the words there are the same.',
    edition: 'It was made on an earlier edition; its words were followed to this one.',
    quote: 'Found once in the text.',
    context: 'Found more than once; the words around it decide.',
    folded: 'Found once, in the other script or width, or with other spaces.',
    displayed: 'Found once, as a script displays it.',
    record: 'It is taken exactly as it is in the file.',
    carried: 'It was made on an earlier edition; its words were followed to this one.',
    elsewhere: 'Its text is not here. The note is kept and waits for it.',
    bin: 'It is deleted in the file, and goes to the bin.',
  },
  merge: {
    newer: 'The mark is here; what the file says is newer.',
    both: 'The mark is here and says something else; yours stays, and the newer words of the file follow it.',
    words: 'The mark is here and says nothing yet; it takes the words of the file.',
    place: 'The mark is here without a place, and takes that of the file.',
    deleted: 'It was deleted in the file after you changed it. Tick it if it is to go to the bin.',
  },
  restore: {
    bin: 'It is in the bin here. Tick it if it is to come back.',
    purged: 'You removed it from the bin. Tick it if it is to come back.',
  },
  review: {
    several: 'Found more than once, and nothing says which.',
    changed: 'Too little of its words is left in this edition.',
    differs: 'Other words stand where the file says.',
    moved: 'Its words changed, or stand elsewhere in this edition.',
    missing: 'Its words are not in the text. The note is kept with its quote.',
    stranger: 'It is on a text that is not here. Tick it to keep it with this one.',
  },
  same: {
    identical: 'What it says is here already.',
    yours: 'It is here, and yours is as new or newer.',
    twice: 'The file holds it twice.',
    older: 'The file holds a later one of it, which is taken.',
    binned: 'It is deleted both here and in the file.',
  },
  refused: {
    unreadable: 'This entry cannot be read.',
    'no-quote': 'No passage given.',
    newer: 'A newer version of Zhupi wrote it.',
    repeated: 'Another entry says all that it says.',
  },
};

/** What is said of notes that come in, in English. */
export const importing = {
  title: 'Import notes',
  from: (file: string, format: string) => `${file}, ${format}`,
  file: (file: string) => file,
  reading: 'Reading the file…',
  finding: (done: number, all: number) => `Looking for the words in the text: ${number(done)} of ${number(all)} notes.`,
  failed: {
    missing: (file: string) => `The file “${file}” is no longer there.`,
    forbidden: (file: string) => `The file “${file}” cannot be read: you may not open it.`,
    'too-large': (file: string) =>
      `The file “${file}” is too large, or has more notes or unpacks to more than Zhupi takes.`,
    'not-text': (file: string) => `“${file}” is not a file of notes: it holds no text in UTF-8 or UTF-16.`,
    'no-notes': (file: string) => `The archive “${file}” holds no annotations.json, so there are no notes in it.`,
    unknown: (file: string) => `“${file}” is of no format of notes that Zhupi knows.`,
    text: (file: string) => `“${file}” is a text, not a file of notes.`,
    newer: (file: string) => `“${file}” was made by a newer version of Zhupi. Import it with that version.`,
    damaged: (file: string) => `“${file}” is damaged: it was cut off or changed.`,
    other: (file: string) => `The file “${file}” cannot be read.`,
  },
  known: (formats: string) => `Zhupi imports ${formats}.`,
  between: ', ',
  unchanged: 'Nothing here was changed.',
  into: 'Text for notes whose file names none that is here',
  show: 'Show',
  all: 'All',
  fates: {
    add: 'New',
    merge: 'Merge',
    restore: 'From the bin',
    review: 'To check',
    same: 'Here already',
    refused: 'Not imported',
  } satisfies Record<Fate, string>,
  whys,
  list: 'Notes in the file',
  group: (fate: string, count: number) => `${fate}: all ${number(count)}`,
  entry: (number: number) => `Entry ${number}`,
  item: (number: number, words: string) => `${number}: ${words}`,
  noWords: '(no words)',
  yours: (note: string) => `Yours: ${note}`,
  onText: (title: string) => `In “${title}”.`,
  empty: 'The file holds no notes.',
  effect: (chosen: number, all: number) => `${number(chosen)} of ${number(all)} will be imported.`,
  nothing: 'There is nothing to import: everything is here already.',
  noneChosen: 'Nothing is ticked.',
  run: 'Import',
  running: 'Importing…',
  cancel: 'Cancel',
  close: 'Close',
  done: (count: number, file: string) =>
    count === 1 ? `1 note was imported from “${file}”.` : `${number(count)} notes were imported from “${file}”.`,
  toCheck: (count: number) =>
    count === 1 ? '1 of them is to be checked.' : `${number(count)} of them are to be checked.`,
  left: (count: number) =>
    `${count === 1 ? 'One note was' : `${number(count)} notes were`} left out: what is here was changed in the meantime. Import the file again to see.`,
  idle: (file: string) => `Nothing was imported from “${file}”: everything is here already.`,
  notKept: {
    full: 'Nothing was imported: the disk is full. Free some space and try again.',
    forbidden: 'Nothing was imported: the folder of your notes may not be written to.',
    closed: 'Nothing was imported: the database was closed. Try again.',
    gone: 'Nothing was imported: the text was changed meanwhile. Close this and import the file again.',
    other: 'Nothing was imported. Try again.',
  },
  drop: 'Drop files here to import notes',
};
