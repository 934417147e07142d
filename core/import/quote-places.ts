import { passesFor, stands, type Sought } from '../anchor/quote-scan';

/** Where a quote stands, in order; `isMany` says that it stands in more places than are told. */
export interface QuotePlaces {
  readonly places: readonly number[];
  readonly isMany: boolean;
}

/** Places of one quote that are told. */
const MOST_PLACES = 256;

/** Steps that may be spent on comparing quotes with a text, for texts and quotes that are made to take for ever. */
const MOST_STEPS = 200_000_000;

interface Wanted extends Sought {
  readonly places: number[];
  isMany: boolean;
}

/** Equal for two quotes exactly if they are of the same code points. */
export const quoteKey = (points: Int32Array): string => points.join(' ');

/**
 * Where quotes stand in a text, both as code points: the places of each, by its key. One pass for each power of two
 * among the lengths, however many quotes; it yields after each. An empty quote stands nowhere.
 */
export function* quotePlaces(
  text: Int32Array,
  quotes: Iterable<Int32Array>,
): Generator<undefined, ReadonlyMap<string, QuotePlaces>, undefined> {
  const all = new Map<string, Wanted>();
  for (const points of quotes) {
    const key = quoteKey(points);
    if (points.length > 0 && !all.has(key)) all.set(key, { points, places: [], isMany: false });
  }
  let left = MOST_STEPS;
  const meet = (wanted: Wanted, at: number): void => {
    if (wanted.isMany) return;
    left -= wanted.points.length;
    if (left < 0) wanted.isMany = true;
    else if (stands(text, at, wanted)) {
      if (wanted.places.length < MOST_PLACES) wanted.places.push(at);
      else wanted.isMany = true;
    }
  };
  yield* passesFor(text, all.values(), meet);
  return all;
}
