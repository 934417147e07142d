import type { Annotation, Colour, OwnColour, Quote, Style } from '../annotation/annotation';
import type { Result } from '../support/result';

/** Where an incoming note stands, as its file says. */
export interface IncomingPlace {
  readonly start: number;
  readonly end: number;
  /** What offsets count: W3C's model asks for code points; Hypothesis counts what a page's JavaScript does. */
  readonly unit: 'code points' | 'UTF-16 units';
}

/** Which text an incoming note is on, as far as its file says. */
export interface IncomingSource {
  /** SHA-256 of the text's source, in lower-case hexadecimal. */
  readonly hash?: string;
  readonly textId?: string;
  readonly title?: string;
  readonly address?: string;
}

/** A note of another program's file, or of our own, before anything is known of where it belongs here. */
export interface IncomingNote {
  /** Its number in the file, from 1, for people to find it by. */
  readonly number: number;
  /** The whole record, where the file holds it; it is taken exactly as it is. */
  readonly record?: Annotation;
  /** The id of one of our marks, where the file names it: a UUID in lower case. */
  readonly markId?: string;
  /** What the file calls the note, where it names it. */
  readonly foreignId?: string;
  readonly source: IncomingSource;
  readonly place?: IncomingPlace;
  /** What the note stands on; prefix and suffix are empty where the file has none. */
  readonly quote: Quote;
  /** Markdown, or plain words. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour?: Colour;
  readonly style?: Style;
  /** Milliseconds since 1970 UTC. */
  readonly created?: number;
  readonly modified?: number;
}

/**
 * Why an entry of a file cannot become a note. `unreadable`: it is not of the form that its format prescribes.
 * `no-quote`: it says of no words that it stands on them, as bookmarks and notes on a whole page do. `newer`: it is of a
 * later version. `repeated`: all that it says stands in another entry.
 */
export type RefusedWhy = 'unreadable' | 'no-quote' | 'newer' | 'repeated';

/** An entry of a file that cannot become a note. */
export interface Refused {
  readonly number: number;
  readonly why: RefusedWhy;
  /** What can be made out of it, to know it by; may be empty. */
  readonly words: string;
}

/**
 * What a file holds: every entry of it is in one of the two lists. Where a highlight and what was written on it are two
 * entries, as in clippings, they are one note.
 */
export interface Incoming {
  readonly notes: readonly IncomingNote[];
  readonly refused: readonly Refused[];
  /** The person's own colours that the file tells of. */
  readonly ownColours?: readonly { readonly id: OwnColour; readonly label: string; readonly hex: string }[];
}

/**
 * Why a file cannot be read at all. `unknown`: of no format that is known. `newer`: of a version that only a newer
 * program knows. `damaged`: of a known format, and cut off or changed. `too-large`: it unpacks to more than is taken, or
 * has more entries.
 */
export type ReadFailure = 'unknown' | 'newer' | 'damaged' | 'too-large';

/** Reading, entry by entry: it yields now and then, for a page to draw, and then comes to what was read. */
export type Reading<Value> = Generator<undefined, Result<Value, ReadFailure>, undefined>;

/** Most entries of a file that are read: more than anybody wrote notes in a life. */
export const MOST_ENTRIES = 200_000;

/** Reads one format of files. `text` is a file's text, of an archive that of its `annotations.json`. */
export interface NoteReader {
  /** The id of the format, as in FORMATS. */
  readonly format: string;
  /** How names of such files end, without the point. */
  readonly extensions: readonly string[];
  /** True for a text that is of this format as far as can be told without reading all of it; no two readers claim one. */
  readonly claims: (text: string, parsed: unknown) => boolean;
  /** `parsed`: the text as JSON; undefined where it is none. */
  readonly read: (text: string, parsed: unknown) => Reading<Incoming>;
}
