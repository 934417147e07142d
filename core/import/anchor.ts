import type { Alignments } from '../anchor/carry-to-edition';
import { pointsOf } from '../anchor/folded-edition';
import type { Followed } from '../anchor/follow-span';
import type { IncomingNote } from '../exchange/incoming';
import type { Fold } from '../search/fold';
import { codePointSpan, type CodePointSpan } from '../support/offset';
import type { ShownText } from '../text/shown-text';
import { canonicalOf, indexOf } from '../text/text-index';
import type { Text } from '../text/text';
import { areAlike, canonicalHaystack, displayedHaystack, type Haystack } from './haystack';
import { seek, type Sought } from './seek';

/**
 * How a place was found. `position`: where the file says, and the words there are the note's. `edition`: there in an
 * edition before, and its words were followed. `quote`: the very words stand once. `context`: they stand more often, and
 * what is beside them decides. `folded`: once, but for script, width or white space. `displayed`: as some script shows
 * them.
 */
export type FoundBy = 'position' | 'edition' | 'quote' | 'context' | 'folded' | 'displayed';

/**
 * Why a place is not sure. `several`: the words stand more than once. `changed`: of the words that it was made on too
 * few are left. `differs`: other words stand where the file says.
 */
export type UnsureWhy = 'several' | 'changed' | 'differs';

/** Where a note stands in a text: surely, perhaps, or nowhere. `isMoved`: its words changed since, or moved. */
export type Place =
  | { readonly kind: 'placed'; readonly span: CodePointSpan; readonly by: FoundBy; readonly isMoved?: true }
  | { readonly kind: 'unsure'; readonly proposal: CodePointSpan; readonly why: UnsureWhy }
  | { readonly kind: 'missing' };

/** A text that notes are brought to. */
export interface AnchoredOn {
  /** Its edition that is read, with those before it. */
  readonly alignments: Alignments;
  /** An edition of it that was left, by the hash of its source. */
  readonly edition: (hash: string) => Text | undefined;
  readonly fold: Fold;
}

/** The canonical span that a file names, if it lies in this edition. */
function spanIn(text: Text, { place }: IncomingNote): CodePointSpan | undefined {
  if (place === undefined) return undefined;
  const index = indexOf(text);
  const point = (offset: number): number => (place.unit === 'code points' ? offset : index.toCodePoints(offset));
  // Code points of an offset in units are clamped, so what lies outside is seen before it is converted.
  const most = place.unit === 'code points' ? index.length : text.canonical.length;
  if (!Number.isInteger(place.start) || !Number.isInteger(place.end) || place.start < 0 || place.end > most) {
    return undefined;
  }
  const span = codePointSpan(point(place.start), point(place.end));
  return span.start < span.end ? span : undefined;
}

/** The span that a note stands on in an edition by its position, if that can be trusted. */
function spanByPosition(text: Text, note: IncomingNote, fold: Fold): CodePointSpan | undefined {
  const span = spanIn(text, note);
  if (span === undefined) return undefined;
  const { exact } = note.quote;
  const isSaid = note.source.hash === text.sourceHash;
  if (exact === '') return isSaid ? span : undefined;
  return areAlike(canonicalOf(text, span), exact, fold) ? span : undefined;
}

function placeOf(outcome: Followed | undefined): Place {
  switch (outcome?.health) {
    case 'exact':
      return { kind: 'placed', span: outcome.span, by: 'edition' };
    case 'moved':
      return { kind: 'placed', span: outcome.span, by: 'edition', isMoved: true };
    case 'review':
      return { kind: 'unsure', proposal: outcome.proposal, why: 'changed' };
    case 'orphan':
    case undefined:
      return { kind: 'missing' };
  }
}

/** Places by position, in the edition that is read or in one before it; undefined for those that have none. */
function* byPosition(
  notes: readonly IncomingNote[],
  { alignments, edition, fold }: AnchoredOn,
): Generator<undefined, (Place | undefined)[], undefined> {
  const { now } = alignments;
  const places: (Place | undefined)[] = notes.map(() => undefined);
  const left = new Map<string, { index: number; span: CodePointSpan; exact: string }[]>();
  for (const [index, note] of notes.entries()) {
    const { hash } = note.source;
    const before = hash === undefined || hash === now.sourceHash ? undefined : edition(hash);
    // A file that does not say which edition it counts may still be right: the words tell.
    const isHere = hash === undefined || hash === now.sourceHash;
    const span = isHere ? spanByPosition(now, note, fold) : before && spanByPosition(before, note, fold);
    if (span !== undefined && isHere) places[index] = { kind: 'placed', span, by: 'position' };
    if (span !== undefined && before !== undefined) {
      const group = left.get(before.sourceHash) ?? [];
      group.push({ index, span, exact: canonicalOf(before, span) });
      left.set(before.sourceHash, group);
    }
    if (index % 256 === 255) yield undefined;
  }
  for (const [hash, group] of left) {
    const outcomes = alignments.spans(hash, group);
    group.forEach(({ index }, at) => {
      places[index] = placeOf(outcomes[at]);
    });
    yield undefined;
  }
  return places;
}

function placeOfSought(sought: Sought | undefined, hay: Haystack, by?: 'displayed'): Place {
  if (sought === undefined || sought.kind === 'none') return { kind: 'missing' };
  const { from, to } = sought;
  const span = sought.kind === 'one' ? hay.spanAt(from, to) : undefined;
  if (span !== undefined && sought.kind === 'one') return { kind: 'placed', span, by: by ?? sought.by };
  const proposal = hay.spanAround(from, to);
  return proposal === undefined ? { kind: 'missing' } : { kind: 'unsure', proposal, why: 'several' };
}

/** What a file says of the place, where the words there are others: a proposal, and no more. */
function asProposed(place: Place, note: IncomingNote, now: Text): Place {
  if (place.kind !== 'missing' || note.source.hash !== now.sourceHash) return place;
  const span = spanIn(now, note);
  return span === undefined ? place : { kind: 'unsure', proposal: span, why: 'differs' };
}

/**
 * Where notes stand in a text, in the order given: where the file says if the words agree, else where their words stand,
 * exactly or but for script, width and white space; never by likeness. It yields now and then.
 */
export function* anchor(notes: readonly IncomingNote[], on: AnchoredOn): Generator<undefined, Place[], undefined> {
  const { now } = on.alignments;
  const positions = yield* byPosition(notes, on);
  // Whose words are gone from where they stood may stand elsewhere; the alignment has looked for them there.
  const left = notes.flatMap((note, index) => (positions[index] === undefined ? [{ note, index }] : []));
  const places: Place[] = positions.map((place) => place ?? { kind: 'missing' });
  if (left.length === 0) return places;
  const hay = canonicalHaystack(now, on.fold);
  yield undefined;
  const sought = yield* seek(
    hay,
    left.map(({ note }) => note.quote),
    on.fold,
  );
  left.forEach(({ note, index }, at) => {
    places[index] = asProposed(placeOfSought(sought[at], hay), note, now);
  });
  return places;
}

/** True for a place that may yet be found among displayed words: what was found canonically is not looked for there. */
export const isUnfound = (place: Place): boolean =>
  place.kind === 'missing' || (place.kind === 'unsure' && place.why === 'differs');

/**
 * The places of notes again, with those that were not found looked for in the text as it is shown in one script, where
 * words may be of other lengths; what is found is taken back to the canonical span that shows exactly these words.
 */
export function* anchorDisplayed(
  notes: readonly IncomingNote[],
  places: readonly Place[],
  shown: ShownText,
  fold: Fold,
): Generator<undefined, Place[], undefined> {
  const result = [...places];
  const left: { note: IncomingNote; index: number }[] = [];
  for (const [index, note] of notes.entries()) {
    const place = places[index];
    if (place === undefined || !isUnfound(place) || note.quote.exact === '') continue;
    const span = place.kind === 'unsure' ? place.proposal : undefined;
    if (span !== undefined && areAlike(shown.displayOf(span), note.quote.exact, fold)) {
      result[index] = { kind: 'placed', span, by: 'position' };
    } else left.push({ note, index });
  }
  if (left.length === 0) return result;
  // Blocks are projected a few at a time, which is what takes long.
  for (let block = 0; block < shown.text.blocks.length; block++) {
    shown.block(block);
    if (block % 64 === 63) yield undefined;
  }
  const hay = displayedHaystack(shown, fold);
  yield undefined;
  const sought = yield* seek(
    hay,
    left.map(({ note }) => note.quote),
    fold,
  );
  left.forEach(({ index }, at) => {
    const place = placeOfSought(sought[at], hay, 'displayed');
    if (place.kind !== 'missing') result[index] = place;
  });
  return result;
}

/** Code points of a quote, for a mark that has no place. */
export const lengthOf = (words: string): number => pointsOf(words).length;
