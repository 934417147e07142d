import { codePointSpan, type CodePointSpan } from '../support/offset';
import type { EditionAlignment } from './align-editions';

/**
 * What became of a span in another edition. `exact`: the same words (in any script) at the aligned place. `moved`: the
 * words there changed, or their passage stands elsewhere now; a person should know. `review`: too little is left to be
 * sure; `proposal` is where it may be. `orphan`: nothing is left of it.
 */
export type Followed =
  | { readonly health: 'exact' | 'moved'; readonly span: CodePointSpan }
  | { readonly health: 'review'; readonly proposal: CodePointSpan }
  | { readonly health: 'orphan' };

/** Shares of the code points of a span that must survive: of four or fewer, of more, and to be worth a look. */
const SHARE_OF_SHORT = 0.5;
const SHARE = 0.6;
const SHARE_TO_REVIEW = 0.3;
const SHORT = 4;

/** Most code points that the new span of an old one of this length may have. */
const longestFor = (length: number): number => Math.floor(1.5 * length + 2);

/** A stretch of the new edition, and how many code points of the old span are in it. */
interface Window {
  readonly start: number;
  readonly end: number;
  readonly survivors: number;
}

/** The stretch no longer than `longest` that holds most of these ascending places; the first of equals. */
function fullest(places: readonly number[], longest: number): Window {
  let best: Window = { start: 0, end: 0, survivors: 0 };
  let first = 0;
  places.forEach((place, last) => {
    while (place - (places[first] ?? 0) >= longest) first++;
    const survivors = last - first + 1;
    if (survivors > best.survivors) best = { start: places[first] ?? 0, end: place + 1, survivors };
  });
  return best;
}

/**
 * The stretch grown by what stands in the place of the lost ends of the span: where the code points beside the span
 * survive beside the stretch, what lies between them replaced what was lost, if there is no more of it.
 */
function withReplacedEnds({ places }: EditionAlignment, span: CodePointSpan, window: Window): Window {
  const longest = longestFor(span.end - span.start);
  let lost = 0;
  while (span.start + lost < span.end && places[span.start + lost] !== window.start) lost++;
  const before = span.start > 0 ? (places[span.start - 1] ?? -1) : -1;
  const grownBefore = window.start - before - 1;
  const isReplaced = before >= 0 && grownBefore > 0 && grownBefore <= lost;
  const start = isReplaced && window.end - before - 1 <= longest ? before + 1 : window.start;
  let lostAfter = 0;
  while (span.end - 1 - lostAfter >= span.start && places[span.end - 1 - lostAfter] !== window.end - 1) lostAfter++;
  const after = places[span.end] ?? -1;
  const grownAfter = after - window.end;
  const end = after >= 0 && grownAfter > 0 && grownAfter <= lostAfter && after - start <= longest ? after : window.end;
  return { ...window, start, end };
}

/** True if the span is one stretch of the same words in the new edition, and its passage stands where it stood. */
function isUnchanged({ places, isMoved, old, now }: EditionAlignment, span: CodePointSpan, to: number): boolean {
  for (let at = span.start; at < span.end; at++) {
    const there = to + at - span.start;
    // A newline has no place of its own.
    const isNewline = old.points[at] === 0x0a && now.points[there] === 0x0a;
    if (isMoved[at] === 1 || (places[at] !== there && !isNewline)) return false;
  }
  return true;
}

/** What the code points of a span became; not whether its words stand somewhere else. Linear in its length. */
export function followSpan(alignment: EditionAlignment, span: CodePointSpan): Followed {
  const length = span.end - span.start;
  const places = Array.from(alignment.places.subarray(span.start, span.end)).filter((place) => place >= 0);
  const window = fullest(
    places.sort((a, b) => a - b),
    longestFor(length),
  );
  if (length === 0 || window.survivors < SHARE_TO_REVIEW * length) return { health: 'orphan' };
  const grown = withReplacedEnds(alignment, span, window);
  const found = codePointSpan(grown.start, grown.end);
  if (window.survivors < (length <= SHORT ? SHARE_OF_SHORT : SHARE) * length)
    return { health: 'review', proposal: found };
  const isSame = found.end - found.start === length && isUnchanged(alignment, span, found.start);
  return { health: isSame ? 'exact' : 'moved', span: found };
}

/**
 * Where a single offset of the old edition lies in the new: that of the nearest code point that survives, and where
 * what stood there was taken away, not before what stood in front of that.
 */
export function followOffset({ places }: EditionAlignment, offset: number): number {
  for (let away = 0; away <= places.length; away++) {
    const after = places[offset + away] ?? -1;
    if (after >= 0) {
      const kept = places.subarray(0, offset).findLast((place) => place >= 0) ?? -1;
      return Math.min(after, Math.max(after - away, kept + 1));
    }
    const before = places[offset - away] ?? -1;
    if (before >= 0) return before + 1;
  }
  return 0;
}
