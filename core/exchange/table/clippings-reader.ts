import { success } from '../../support/result';
import { CLIPPING_END } from './clippings';
import { clippingOf, type Clipping } from './clippings-record';
import type { Incoming, IncomingNote, NoteReader, Refused } from '../incoming';

/** A highlight, and the notes that were found to be on it, in the order of the file. */
interface Highlight {
  readonly clipping: Clipping;
  readonly notes: string[];
}

/** Locations that a highlight may reach over: a page of a book has some twenty. */
const LONGEST_RANGE = 500;

/** The places that a record takes in, each as a key; a range that is far too long by its ends alone. */
function keysOf({ title, place }: Clipping): string[] {
  if (place === undefined) return [];
  const { unit, start, end } = place;
  const all =
    end - start < LONGEST_RANGE ? Array.from({ length: end - start + 1 }, (_each, at) => start + at) : [start, end];
  return [...new Set(all)].map((at) => `${unit} ${at} ${title}`);
}

/** Highlights by the places that they take in. */
type Places = ReadonlyMap<string, readonly Highlight[]>;

function byPlace(highlights: readonly Highlight[]): Places {
  const places = new Map<string, Highlight[]>();
  for (const highlight of highlights) {
    for (const key of keysOf(highlight.clipping)) {
      const here = places.get(key);
      if (here === undefined) places.set(key, [highlight]);
      else here.push(highlight);
    }
  }
  return places;
}

/**
 * Which highlight a note is on: one of the same book whose place takes in that of the note; of several the one made at
 * the nearest time, then the one nearest in the file, then the one before it.
 */
function highlightOf(note: Clipping, places: Places): Highlight | undefined {
  let nearest: Highlight | undefined;
  let least: readonly [number, number] = [Infinity, Infinity];
  for (const highlight of keysOf(note).flatMap((key) => places.get(key) ?? [])) {
    const { at, number } = highlight.clipping;
    const apart = note.at === undefined || at === undefined ? 0 : Math.abs(note.at - at);
    const steps = Math.abs(note.number - number);
    if (apart < least[0] || (apart === least[0] && steps < least[1])) [nearest, least] = [highlight, [apart, steps]];
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

/** The records of a file, as lines, and what comes after the end of the last. */
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
  const highlights: Highlight[] = [];
  for (const [index, lines] of records.entries()) {
    const number = index + 1;
    const clipping = clippingOf(number, lines);
    if (clipping === undefined) refused.push({ number, why: 'unreadable', words: wordsIn(lines) });
    else if (clipping.kind === 'note') notes.push(clipping);
    else if (clipping.kind !== 'highlight' || clipping.words === '') {
      refused.push({ number, why: 'no-quote', words: clipping.words || clipping.title });
    } else highlights.push({ clipping, notes: [] });
  }
  if (rest.length > 0) refused.push({ number: records.length + 1, why: 'unreadable', words: wordsIn(rest) });
  const places = byPlace(highlights);
  for (const note of notes) {
    const highlight = highlightOf(note, places);
    if (highlight === undefined)
      refused.push({ number: note.number, why: 'no-quote', words: note.words || note.title });
    else if (note.words !== '') highlight.notes.push(note.words);
  }
  return { notes: highlights.map(incomingOf), refused: refused.sort((one, other) => one.number - other.number) };
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
