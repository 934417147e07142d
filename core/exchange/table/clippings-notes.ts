import type { Clipping, ClippingPlace } from './clippings-record';

/** A highlight, and the notes that were found to be on it, in the order of the file. */
export interface Highlight {
  readonly clipping: Clipping;
  readonly notes: Clipping[];
}

/** Locations that a record may reach over: a page of a book has some twenty. Of one that is longer only its ends count. */
const LONGEST_RANGE = 500;

/** Places before a note at which highlights begin that are looked at: above any that a person marks within a page or two. */
const MOST_PLACES = 100;

/** The highlights of one place. */
interface Placed {
  readonly place: ClippingPlace;
  readonly all: readonly Highlight[];
  /** Those with no date, in the order of the file. */
  readonly undated: readonly Highlight[];
  /** The others, by their times and then by their numbers. */
  readonly dated: readonly Highlight[];
}

const timeOf = ({ clipping: { at } }: Highlight): number => at ?? 0;

/** How many of a list come before what is looked for: those for which `isBefore` is true, which stand at its beginning. */
function countBefore<Item>(list: readonly Item[], isBefore: (item: Item) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = list[middle];
    if (item !== undefined && isBefore(item)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The last that comes before what is looked for, and the first that does not. */
const beside = (list: readonly Highlight[], isBefore: (highlight: Highlight) => boolean): readonly Highlight[] => {
  const at = countBefore(list, isBefore);
  return list.slice(Math.max(0, at - 1), at + 1);
};

/** The highlights of one place of which one is nearest to a note: by time, then by number. */
function nearestOf({ all, undated, dated }: Placed, { at, number }: Clipping): readonly Highlight[] {
  const isEarlier = ({ clipping }: Highlight): boolean => clipping.number < number;
  if (at === undefined) return beside(all, isEarlier);
  const atTime = (time: number): readonly Highlight[] =>
    beside(dated, (each) => timeOf(each) < time || (timeOf(each) === time && isEarlier(each)));
  return [...beside(undated, isEarlier), ...atTime(at).flatMap((each) => atTime(timeOf(each)))];
}

function placed(place: ClippingPlace, all: readonly Highlight[]): Placed {
  const isDated = ({ clipping }: Highlight): boolean => clipping.at !== undefined;
  return {
    ...{ place, all },
    undated: all.filter((each) => !isDated(each)),
    // The sort keeps the order of the file among those of one time.
    dated: all.filter(isDated).sort((one, other) => timeOf(one) - timeOf(other)),
  };
}

/** True if a place takes in some of what lies between two others. */
const takesIn = ({ start, end }: ClippingPlace, from: number, to: number): boolean =>
  end - start < LONGEST_RANGE
    ? start <= to && end >= from
    : (start >= from && start <= to) || (end >= from && end <= to);

const bookOf = (title: string, { unit }: ClippingPlace): string => `${unit} ${title}`;

/** Finds the highlights that notes are on, each in time that hardly grows with their number. */
export class HighlightFinder {
  /** By book; the places of each by where they begin. */
  readonly #books: ReadonlyMap<string, readonly Placed[]>;

  /** `highlights` stand in the order of the file. */
  constructor(highlights: readonly Highlight[]) {
    const books = new Map<string, Map<string, { readonly place: ClippingPlace; readonly all: Highlight[] }>>();
    for (const highlight of highlights) {
      const { title, place } = highlight.clipping;
      if (place === undefined) continue;
      const book = books.get(bookOf(title, place)) ?? new Map<string, { place: ClippingPlace; all: Highlight[] }>();
      books.set(bookOf(title, place), book);
      const key = `${place.start}-${place.end}`;
      const here = book.get(key) ?? { place, all: [] };
      book.set(key, here);
      here.all.push(highlight);
    }
    const sorted = [...books].map(([name, places]): [string, Placed[]] => [
      name,
      [...places.values()]
        .map(({ place, all }) => placed(place, all))
        .sort((one, other) => one.place.start - other.place.start),
    ]);
    this.#books = new Map(sorted);
  }

  /**
   * Which highlight a note is on: one of the same book whose place takes in that of the note; of several the one made at
   * the nearest time, then the one nearest in the file, then the one before it.
   */
  of(note: Clipping): Highlight | undefined {
    let nearest: Highlight | undefined;
    let least: readonly [number, number] = [Infinity, Infinity];
    for (const highlight of this.#around(note)) {
      const { at, number } = highlight.clipping;
      const apart = note.at === undefined || at === undefined ? 0 : Math.abs(note.at - at);
      const steps = Math.abs(note.number - number);
      const isNearer = apart < least[0] || (apart === least[0] && steps < least[1]);
      const isBefore = apart === least[0] && steps === least[1] && number < note.number;
      if (isNearer || isBefore) [nearest, least] = [highlight, [apart, steps]];
    }
    return nearest;
  }

  *#around(note: Clipping): Generator<Highlight, void, undefined> {
    const { title, place } = note;
    if (place === undefined) return;
    const places = this.#books.get(bookOf(title, place)) ?? [];
    const to = place.end - place.start < LONGEST_RANGE ? place.end : place.start;
    const count = countBefore(places, (each) => each.place.start <= to);
    for (let at = count - 1; at >= Math.max(0, count - MOST_PLACES); at--) {
      const each = places[at];
      if (each !== undefined && takesIn(each.place, place.start, to)) yield* nearestOf(each, note);
    }
  }
}

/** Which of the notes on one highlight are to be kept, and which others say in full. */
export interface SaidOnce {
  readonly kept: readonly Clipping[];
  readonly repeated: readonly Clipping[];
}

/**
 * A Kindle adds a note anew when it is changed. What a later one says word for word need not be said twice, nor what the
 * next one begins with; a note that only stands within another is one of its own.
 */
export function saidOnce(notes: readonly Clipping[]): SaidOnce {
  const said = new Set(['']);
  const kept: Clipping[] = [];
  const repeated: Clipping[] = [];
  for (const [index, note] of [...notes.entries()].reverse()) {
    const isRepeated = said.has(note.words) || notes[index + 1]?.words.startsWith(note.words) === true;
    said.add(note.words);
    (isRepeated ? repeated : kept).push(note);
  }
  return { kept: kept.reverse(), repeated };
}
