import { success } from '../support/result';
import { CLIPPING_END } from './clippings';
import { clippingOf, type Clipping } from './clippings-record';
import type { Incoming, IncomingNote, NoteReader, Refused } from './incoming';

/** A highlight, and the notes that were found to be on it, in the order of the file. */
interface Highlight {
  readonly clipping: Clipping;
  readonly notes: string[];
}

const isOn = (note: Clipping, { clipping }: Highlight): boolean =>
  note.place !== undefined &&
  clipping.place?.unit === note.place.unit &&
  clipping.place.start <= note.place.end &&
  note.place.start <= clipping.place.end;

/**
 * Which highlight a note is on: one of the same book whose place takes in that of the note; of several the one made at
 * the nearest time, then the one nearest in the file, then the one before it.
 */
function highlightOf(note: Clipping, highlights: readonly Highlight[]): Highlight | undefined {
  const farFrom = ({ clipping }: Highlight): readonly [number, number] => {
    const apart = note.at === undefined || clipping.at === undefined ? 0 : Math.abs(note.at - clipping.at);
    return [apart, Math.abs(note.number - clipping.number)];
  };
  let nearest: Highlight | undefined;
  let least: readonly [number, number] = [Infinity, Infinity];
  for (const highlight of highlights) {
    if (!isOn(note, highlight)) continue;
    const far = farFrom(highlight);
    if (far[0] < least[0] || (far[0] === least[0] && far[1] < least[1])) [nearest, least] = [highlight, far];
  }
  return nearest;
}

/** A Kindle adds a note anew when it is changed; what a later one says in full need not be said twice. */
function joined(notes: readonly string[]): string {
  const kept = notes.filter((note, index) => !notes.slice(index + 1).some((later) => later.includes(note)));
  return kept.join('\n\n');
}

const incomingOf = ({ clipping, notes }: Highlight): IncomingNote => ({
  number: clipping.number,
  source: clipping.title === '' ? {} : { title: clipping.title },
  quote: { exact: clipping.words, prefix: '', suffix: '' },
  note: joined(notes),
  tags: [],
  ...(clipping.at !== undefined && { created: clipping.at }),
});

/** The records of a file, as lines; the last is undefined if the file ends before its end. */
function recordsOf(text: string): {
  readonly records: readonly (readonly string[])[];
  readonly rest: readonly string[];
} {
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

const wordsIn = (lines: readonly string[]): string => lines.slice(3).join(' ').trim() || (lines[0] ?? '').trim();

function read(text: string): Incoming {
  const { records, rest } = recordsOf(text);
  const refused: Refused[] = [];
  const notes: Clipping[] = [];
  const books = new Map<string, Highlight[]>();
  for (const [index, lines] of records.entries()) {
    const number = index + 1;
    const clipping = clippingOf(number, lines);
    if (clipping === undefined) refused.push({ number, why: 'unreadable', words: wordsIn(lines) });
    else if (clipping.kind === 'note') notes.push(clipping);
    else if (clipping.kind !== 'highlight' || clipping.words === '') {
      refused.push({ number, why: 'no-quote', words: clipping.words || clipping.title });
    } else {
      const book = books.get(clipping.title) ?? [];
      book.push({ clipping, notes: [] });
      books.set(clipping.title, book);
    }
  }
  if (rest.length > 0) refused.push({ number: records.length + 1, why: 'unreadable', words: wordsIn(rest) });
  for (const note of notes) {
    const highlight = highlightOf(note, books.get(note.title) ?? []);
    if (highlight === undefined)
      refused.push({ number: note.number, why: 'no-quote', words: note.words || note.title });
    else if (note.words !== '') highlight.notes.push(note.words);
  }
  const taken = [...books.values()].flat().sort((one, other) => one.clipping.number - other.clipping.number);
  return { notes: taken.map(incomingOf), refused: refused.sort((one, other) => one.number - other.number) };
}

/**
 * Reads a Kindle's “My Clippings.txt” in English and Chinese, also with pages for locations and as older devices write
 * it. A note goes to its highlight. What a record says twice comes twice: whoever takes it in finds that it is the same.
 */
export const clippingsReader: NoteReader = {
  format: 'clippings',
  extensions: ['txt'],
  claims: (text, parsed) =>
    parsed === undefined &&
    /^[^\r\n]*(?:\r\n|\n|\r)\s?- [^\r\n]*(?:\r\n|\n|\r)/.test(text) &&
    text.includes(CLIPPING_END),
  read: (text) => success(read(text)),
};
