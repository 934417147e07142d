import type { ExportOptions, Format } from '../format';
import { oneLine, withoutControls } from '../markdown/markdown-escape';
import { titleOf } from '../given-words';
import type { ExportedNote, ExportedText, NotesModel } from '../notes-model';
import { quotesOf } from '../export-words';

/** Ends a record. Programs look for it anywhere, not only on a line of its own. */
export const CLIPPING_END = '==========';

/** What stands for an author where there is none. */
export const NO_AUTHOR = '(Unknown)';

/** Words that end no record: ten signs of equality and more become full-width ones. */
const harmless = (words: string): string => words.replace(/={10,}/g, (signs) => '＝'.repeat(signs.length));

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;

const two = (count: number): string => `${count}`.padStart(2, '0');

/** A moment as a Kindle shows it: by the clock of the place, which here is this computer's. */
function momentOf(at: number): string {
  const date = new Date(at);
  const day = `${DAYS[date.getDay()] ?? ''}, ${date.getDate()} ${MONTHS[date.getMonth()] ?? ''} ${date.getFullYear()}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/**
 * The first line of a record. After the title stands who wrote the book, here a Kindle's sign of nobody known: without it
 * some programs take brackets of the title for an author, or a location for a page.
 */
function bookOf(text: ExportedText, options: ExportOptions): string {
  const title = harmless(titleOf(text, options));
  return `${title} ${NO_AUTHOR}`.trimStart();
}

/** What books are told apart by: half a character is any other in a file, and some programs set spaces of their own. */
const nameOf = (book: string): string => book.replace(/\p{Cs}/gu, '\ufffd').replace(/\s/g, '');

interface Record {
  readonly kind: 'Highlight' | 'Note';
  readonly location: number;
  readonly words: string;
}

const record = (book: string, { kind, location, words }: Record, at: number): string =>
  [
    book,
    `- Your ${kind} on Location ${kind === 'Highlight' ? `${location}-${location}` : location} | Added on ${momentOf(at)}`,
    '',
    ...words.split('\n'),
    CLIPPING_END,
    '',
  ].join('\r\n');

/** A note with the first line of its records and its own location. */
interface Located {
  readonly text: ExportedText;
  readonly note: ExportedNote;
  readonly book: string;
  readonly location: number;
}

function recordsOf(model: NotesModel, { text, note, book, location }: Located, options: ExportOptions): string {
  const { annotation } = note;
  const words = quotesOf(model, text, note, options.quotes).map((quote) => oneLine(quote.words));
  const quote = { kind: 'Highlight', location, words: harmless(words.join(' ')) } as const;
  const own = withoutControls(annotation.note)
    .replace(/[\u0085\u2028\u2029]/g, '\n')
    .trim();
  const written = record(book, quote, annotation.created);
  if (own === '') return written;
  return written + record(book, { kind: 'Note', location, words: harmless(own) }, annotation.created);
}

function* parts(model: NotesModel, options: ExportOptions): Generator<string> {
  yield '\ufeff';
  // Programs put a note on the first highlight of its book whose locations take in its own: none may share one.
  const lastOf = new Map<string, number>();
  for (const text of model.texts) {
    const book = bookOf(text, options);
    const name = nameOf(book);
    for (const note of text.notes) {
      const start = note.paragraphs === undefined ? 0 : note.annotation.target.start;
      const location = Math.max(start, lastOf.get(name) ?? 0) + 1;
      lastOf.set(name, location);
      yield recordsOf(model, { text, note, book, location }, options);
    }
  }
}

/**
 * Notes as a Kindle's “My Clippings.txt”: a byte order mark, CRLF, records of five lines, the note a record after that
 * of its highlight. The location is that of the mark's first code point in the text, from 1, or the next that is free in
 * its book. What it cannot carry: line breaks and doubled spaces in a highlight, spaces around a note, tags, colours, control characters, ten signs of
 * equality in a row.
 */
export const clippings: Format = {
  id: 'clippings',
  extension: 'txt',
  words: {
    en: { name: 'Kindle clippings', description: 'A “My Clippings.txt”, which many programs read.' },
    'zh-Hant': { name: 'Kindle 剪貼', description: '「My Clippings.txt」，許多程式都能讀取。' },
    'zh-Hans': { name: 'Kindle 剪贴', description: '“My Clippings.txt”，许多程序都能读取。' },
  },
  options: ['quotes'],
  write: (model, options) => ({ kind: 'text', parts: parts(model, options) }),
};
