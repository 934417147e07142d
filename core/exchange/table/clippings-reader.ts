import { failure, success } from '../../support/result';
import { wordsIn } from '../entry-words';
import {
  MOST_ENTRIES,
  type Incoming,
  type IncomingNote,
  type NoteReader,
  type Reading,
  type Refused,
  type RefusedWhy,
} from '../incoming';
import { CLIPPING_END } from './clippings';
import { HighlightFinder, saidOnce, type Highlight } from './clippings-notes';
import { clippingOf, type Clipping } from './clippings-record';

const incomingOf = ({ number, title, words, at }: Clipping, notes: readonly Clipping[]): IncomingNote => ({
  number,
  source: title === '' ? {} : { title },
  quote: { exact: words, prefix: '', suffix: '' },
  note: notes.map((note) => note.words).join('\n\n'),
  tags: [],
  ...(at !== undefined && { created: at }),
});

/** The records of a file, as lines, and what comes after the end of the last. */
interface Records {
  readonly records: readonly (readonly string[])[];
  readonly rest: readonly string[];
}

function recordsOf(text: string): Records {
  const records: string[][] = [];
  let lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === CLIPPING_END) {
      records.push(lines);
      lines = [];
      // A line that is empty before a record is none of it.
    } else if (lines.length > 0 || line.trim() !== '') lines.push(line);
  }
  return { records, rest: lines };
}

const telling = (lines: readonly string[]): string => lines.slice(3).join(' ').trim() || (lines[0] ?? '').trim();

const refusedAs = (why: RefusedWhy, { number, words, title }: Clipping): Refused => ({
  ...{ number, why },
  words: wordsIn(words || title),
});

interface Sorted {
  readonly highlights: readonly Highlight[];
  readonly notes: readonly Clipping[];
  readonly refused: Refused[];
}

/** The records of a file by what they are; those that are neither a highlight nor a note are refused. */
function* sorted({ records, rest }: Records): Generator<undefined, Sorted, undefined> {
  const refused: Refused[] = [];
  const notes: Clipping[] = [];
  const highlights: Highlight[] = [];
  const refuse = (number: number, lines: readonly string[]): void => {
    refused.push({ number, why: 'unreadable', words: wordsIn(telling(lines)) });
  };
  for (const [index, lines] of records.entries()) {
    if (index % 32 === 31) yield undefined;
    const clipping = clippingOf(index + 1, lines);
    if (clipping === undefined) refuse(index + 1, lines);
    else if (clipping.kind === 'note') notes.push(clipping);
    else if (clipping.kind !== 'highlight' || clipping.words === '') refused.push(refusedAs('no-quote', clipping));
    else highlights.push({ clipping, notes: [] });
  }
  if (rest.length > 0) refuse(records.length + 1, rest);
  return { highlights, notes, refused };
}

function* read(text: string): Reading<Incoming> {
  const records = recordsOf(text);
  if (records.records.length > MOST_ENTRIES) return failure('too-large');
  const { highlights, notes, refused } = yield* sorted(records);
  const finder = new HighlightFinder(highlights);
  for (const [index, note] of notes.entries()) {
    if (index % 32 === 31) yield undefined;
    const highlight = finder.of(note);
    if (highlight === undefined) refused.push(refusedAs('no-quote', note));
    else highlight.notes.push(note);
  }
  const taken = highlights.map((highlight): IncomingNote => {
    const { kept, repeated } = saidOnce(highlight.notes);
    for (const note of repeated) refused.push(refusedAs('repeated', note));
    return incomingOf(highlight.clipping, kept);
  });
  return success({ notes: taken, refused: refused.sort((one, other) => one.number - other.number) });
}

/** A title, which may be empty, and what the record is. */
const BEGINNING = /^[^\r\n]*(?:\r\n|\n|\r)\s?- [^\r\n]*(?:\r\n|\n|\r)/;

/**
 * Reads a Kindle's “My Clippings.txt” in English and Chinese, also with pages for locations and as older devices write
 * it. A note goes to its highlight. What a highlight says twice comes twice: whoever takes it in finds that it is the same.
 */
export const clippingsReader: NoteReader = {
  format: 'clippings',
  extensions: ['txt'],
  claims: (text, parsed) =>
    parsed === undefined &&
    [text, text.trimStart()].some((each) => BEGINNING.test(each)) &&
    text.includes(CLIPPING_END),
  read,
};
