import type { Quote } from '../annotation/annotation';
import type { Fold } from '../search/fold';
import { condensed, type Haystack } from './haystack';
import { quoteKey, quotePlaces, type QuotePlaces } from './quote-places';

/**
 * Where a quote stands, `from` and `to` as places of a haystack. `one`: there and nowhere else, by its very words, by
 * what stands before and after, or only once script and width are left out. `several`: there first, and elsewhere too.
 */
export type Sought =
  | { readonly kind: 'one'; readonly by: 'quote' | 'context' | 'folded'; readonly from: number; readonly to: number }
  | { readonly kind: 'several'; readonly from: number; readonly to: number }
  | { readonly kind: 'none' };

/** A quote and its context as they are compared. */
interface Needle {
  readonly quote: Quote;
  readonly exact: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix: Int32Array;
}

/** Code points beside a quote that have to agree to decide, where there are as many; fewer agree by chance. */
const AGREEING = 4;

/** Code points on either side with which a quote that stands nearly everywhere is looked for. */
const BESIDE = [32, 8] as const;

const needleOf = (quote: Quote, fold: Fold): Needle => ({
  quote,
  exact: condensed(quote.exact, fold),
  prefix: condensed(quote.prefix, fold),
  suffix: condensed(quote.suffix, fold),
});

/** Code points of the context that agree with what stands beside a place. */
function agreement(text: Int32Array, { exact, prefix, suffix }: Needle, place: number): number {
  let before = 0;
  while (before < prefix.length && before < place && prefix.at(-1 - before) === text[place - 1 - before]) before++;
  let after = 0;
  const end = place + exact.length;
  while (after < suffix.length && end + after < text.length && suffix[after] === text[end + after]) after++;
  return before + after;
}

/** The one place beside which more of the context stands than beside any other. */
function placeByContext(text: Int32Array, needle: Needle, places: readonly number[]): number | undefined {
  const enough = Math.min(AGREEING, needle.prefix.length + needle.suffix.length);
  let best: { place: number; score: number; isOnly: boolean } | undefined;
  for (const place of places) {
    const score = agreement(text, needle, place);
    if (best === undefined || score > best.score) best = { place, score, isOnly: true };
    else if (score === best.score) best.isOnly = false;
  }
  return enough > 0 && best?.isOnly === true && best.score >= enough ? best.place : undefined;
}

/** What is known of a quote from the places of its words alone; undefined where there are too many to look at. */
function decided(hay: Haystack, needle: Needle, { places, isMany }: QuotePlaces): Sought | undefined {
  const [first] = places;
  const { length } = needle.exact;
  if (first === undefined && !isMany) return { kind: 'none' };
  if (isMany) return undefined;
  const at = (place: number, by: 'quote' | 'context' | 'folded'): Sought => {
    return { kind: 'one', by, from: place, to: place + length };
  };
  const literal = places.filter((place) => hay.wordsAt(place, place + length) === needle.quote.exact);
  const [very] = literal;
  if (very !== undefined && literal.length === 1) return at(very, 'quote');
  const left = literal.length > 1 ? literal : places;
  const [only] = left;
  if (only !== undefined && left.length === 1) return at(only, 'folded');
  const found = placeByContext(hay.points, needle, left);
  return found === undefined ? { kind: 'several', from: only ?? 0, to: (only ?? 0) + length } : at(found, 'context');
}

/** A quote with as much of its context, and where in it the quote begins; undefined for one without any. */
function withContext(
  { exact, prefix, suffix }: Needle,
  beside: number,
): { words: Int32Array; skip: number } | undefined {
  const before = prefix.subarray(Math.max(0, prefix.length - beside));
  const after = suffix.subarray(0, beside);
  if (before.length + after.length === 0) return undefined;
  const words = new Int32Array(before.length + exact.length + after.length);
  words.set(before);
  words.set(exact, before.length);
  words.set(after, before.length + exact.length);
  return { words, skip: before.length };
}

/** Looks for quotes that stand in too many places with their context. */
function* soughtAmongMany(
  hay: Haystack,
  needles: readonly { readonly needle: Needle; readonly first: number }[],
): Generator<undefined, Sought[], undefined> {
  const longer = needles.map(({ needle }) => BESIDE.map((beside) => withContext(needle, beside)));
  const words = longer.flat().flatMap((each) => each?.words ?? []);
  const found = yield* quotePlaces(hay.points, words);
  return needles.map(({ needle, first }, index) => {
    const { length } = needle.exact;
    for (const each of longer[index] ?? []) {
      const known = each && found.get(quoteKey(each.words));
      const [place] = known?.places ?? [];
      if (each === undefined || place === undefined || known?.isMany === true || known?.places.length !== 1) continue;
      return { kind: 'one', by: 'context', from: place + each.skip, to: place + each.skip + length };
    }
    return { kind: 'several', from: first, to: first + length };
  });
}

/**
 * Where quotes stand, in the order given: exactly, or but for script, width, case and white space; never by likeness.
 * It yields now and then, so that whoever asks can pause or stop.
 */
export function* seek(hay: Haystack, quotes: readonly Quote[], fold: Fold): Generator<undefined, Sought[], undefined> {
  const needles: Needle[] = [];
  for (const quote of quotes) if (needles.push(needleOf(quote, fold)) % 256 === 0) yield undefined;
  const found = yield* quotePlaces(
    hay.points,
    needles.map(({ exact }) => exact),
  );
  const sought: Sought[] = [];
  const many: { needle: Needle; first: number; index: number }[] = [];
  for (const [index, needle] of needles.entries()) {
    const known = found.get(quoteKey(needle.exact)) ?? { places: [], isMany: false };
    const outcome = decided(hay, needle, known);
    if (outcome === undefined) many.push({ needle, first: known.places[0] ?? 0, index });
    sought.push(outcome ?? { kind: 'none' });
    if (index % 64 === 63) yield undefined;
  }
  if (many.length === 0) return sought;
  const others = yield* soughtAmongMany(hay, many);
  many.forEach(({ index }, at) => {
    sought[index] = others[at] ?? { kind: 'none' };
  });
  return sought;
}
