import type { KeptTable } from '#core/kept/change';
import { numberIn } from './numbers';

const number = numberIn('en');

const plural = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;

/** How all notes are called in a sentence about all of them. */
const all = (notes: number): string =>
  notes === 0
    ? 'There are no notes yet; all else is'
    : notes === 1
      ? 'Your one note is'
      : `All ${number(notes)} notes are`;

const tables: Readonly<Record<KeptTable, string>> = {
  annotations: 'notes',
  bookmarks: 'bookmarks',
  corrections: 'corrections',
  editions: 'editions',
  texts: 'texts',
  positions: 'reading positions',
  settings: 'settings',
};

const kinds: Readonly<Record<KeptTable, string>> = {
  annotations: 'A note',
  bookmarks: 'A bookmark',
  corrections: 'A correction',
  editions: 'An edition of a text',
  texts: 'A text',
  positions: 'A reading position',
  settings: 'A setting',
};

/** What is said when everything that is kept is checked, in English. */
export const check = {
  title: 'Check my notes',
  checking: 'Every note is being read from both copies…',
  failed: 'The database cannot be read. Close other copies of Zhupi, and start it again. Nothing has been erased.',
  details: 'What was found',
  said: 'What was done',
  verdicts: {
    well: (notes: number) => `${all(notes)} intact and stored twice.`,
    differing: (notes: number) =>
      `${all(notes)} intact in the database, but the journal does not match. Start Zhupi again: it brings the two together.`,
    'no-journal': (notes: number) =>
      `${all(notes)} intact in the database, but the journal cannot be read: they are stored only once.`,
    'journal-damaged': (notes: number) =>
      `${all(notes)} intact in the database. The second copy is damaged, so export your notes or make a backup soon.`,
  },
  damagedVerdict: (bad: number, notes: number) =>
    `${plural(bad, 'record needs', 'records need')} attention${notes === 0 ? '' : `; ${plural(notes, 'note is', 'notes are')} intact`}. Start Zhupi again: what the journal still has comes back.`,
  tables,
  kinds,
  damaged: (kind: string, name: string) => `${kind} is damaged: ${name}.`,
  withoutText: (name: string) => `The text of ${name} is missing.`,
  astray: (name: string) => `The place of ${name} holds other words.`,
  inexact: {
    moved: (name: string) => `${name} has moved with its text. Look whether it stands right.`,
    review: (name: string) => `${name} waits for you to say where it stands.`,
    orphan: (name: string) => `${name} has no place in the text as it is now. It stays in the list.`,
  },
  more: (count: number) => `And ${number(count)} more of these.`,
  database: (what: string) => `In the database: ${what}.`,
  journal: (records: number, files: number) =>
    `In the journal: ${plural(records, 'record', 'records')} in ${plural(files, 'file', 'files')}.`,
  noJournal: 'The journal does not answer.',
  snapshots: (count: number) => `${plural(count, 'snapshot is', 'snapshots are')} whole.`,
  differing: (what: string) => `Database and journal differ in: ${what}.`,
  damagedLine: (file: string, line: number) => `The file “${file}” of the journal is damaged in line ${number(line)}.`,
  missing: (count: number) => `${plural(count, 'entry', 'entries')} of the journal could not be found.`,
  damagedSnapshot: (file: string) => `The snapshot “${file}” is damaged.`,
  showLog: 'Show the log folder',
  logNotShown: 'The log folder could not be shown.',
  copyReport: 'Copy the report',
  copied: 'Copied, without the words of any note.',
  notCopied: 'The report could not be copied.',
  close: 'Close',
};
