import { isLive, retargeted, withoutHealth, type AnchorHealth, type Annotation } from '../annotation/annotation';
import { bookmarkCarried, madeAt, type Bookmark } from '../bookmark/bookmark';
import type { Correction, CorrectionReach } from '../correction/correction';
import type { Draft } from '../history/step';
import type { Fold } from '../search/fold';
import { codePointSpan, isSameSpan, type CodePointSpan } from '../support/offset';
import { canonicalOf } from '../text/text-index';
import type { Text } from '../text/text';
import { alignEditions, type EditionAlignment } from './align-editions';
import { targetAt } from './describe';
import { followAll } from './follow-all';
import { followOffset, type Followed } from './follow-span';
import { foldEdition, pointsOf } from './folded-edition';
import { anchorStateOf, isPlaced, type AnchorState } from './health';
import { uniqueQuotes } from './unique-quotes';

/** What stands on a text, in the bin or not. */
export interface OnText {
  readonly annotations: readonly Annotation[];
  readonly bookmarks: readonly Bookmark[];
  readonly corrections: readonly Correction[];
}

/** How many live marks came out how. */
export type HealthCounts = Readonly<Record<AnchorState, number>>;

/** What becomes of all that stands on a text when another edition takes its place. */
export interface Carried {
  /** The records that change, as they are to be. */
  readonly drafts: readonly Draft[];
  readonly counts: HealthCounts;
}

/** Alignments of editions with the new one, each made when first asked for; undefined for an edition not at hand. */
export class Alignments {
  readonly #made = new Map<string, EditionAlignment | undefined>();
  readonly #editions: ReadonlyMap<string, Text>;
  readonly #fold: Fold;
  readonly now: Text;

  /** `editions` are those at hand, by the hashes of their sources. */
  constructor(now: Text, editions: ReadonlyMap<string, Text>, fold: Fold) {
    this.now = now;
    this.#editions = editions;
    this.#fold = fold;
  }

  /** The alignment of the edition with this hash. */
  from(hash: string): EditionAlignment | undefined {
    const edition = this.#editions.get(hash);
    if (!this.#made.has(hash)) {
      this.#made.set(hash, edition && alignEditions(edition, this.now, this.#fold));
    }
    return this.#made.get(hash);
  }

  /** Where an offset of an edition (code points) lies in the new one; undefined for an edition not at hand. */
  offset(hash: string, offset: number): number | undefined {
    const alignment = this.from(hash);
    return alignment && followOffset(alignment, offset);
  }

  /** What became of spans of one edition with the words they were made on, in the order given. */
  spans(hash: string, spans: readonly { readonly span: CodePointSpan; readonly exact: string }[]): Followed[] {
    const alignment = this.from(hash);
    if (alignment !== undefined) return followAll(alignment, spans, this.#fold);
    const quotes = spans.map(({ exact }) => this.#fold.fold(exact));
    const found = uniqueQuotes(foldEdition(this.now, this.#fold).points, quotes);
    return quotes.map((quote) => {
      const at = found.get(quote);
      if (at === undefined) return { health: 'orphan' };
      return { health: 'review', proposal: codePointSpan(at, at + pointsOf(quote).length) };
    });
  }
}

/** True if the mark stood at this very place when its text was this edition. */
const stoodAt = ({ history }: Annotation, hash: string, span: CodePointSpan): boolean =>
  history.some(({ textHash, target }) => textHash === hash && isSameSpan(target, span));

function healthAfter({ health }: Annotation, outcome: Followed, textHash: string): AnchorHealth {
  if (outcome.health === 'review') return { state: 'review', textHash, proposal: outcome.proposal };
  const isLeft = health?.state === 'orphan' && health.isLeft === true;
  return { state: 'orphan', textHash, ...(isLeft && { isLeft }) };
}

/** The mark in the new edition. What nobody has looked at yet stays to be looked at. */
function carriedMark(mark: Annotation, outcome: Followed, now: Text, at: number): Annotation {
  const rev = mark.rev + 1;
  if (outcome.health === 'review' || outcome.health === 'orphan') {
    return { ...mark, health: healthAfter(mark, outcome, now.sourceHash), rev };
  }
  const { span } = outcome;
  const isBack = stoodAt(mark, now.sourceHash, span);
  const isMoved = !isBack && (outcome.health === 'moved' || mark.health?.state === 'moved');
  return { ...retargeted(mark, targetAt(now, span), at), ...(isMoved && { health: { state: 'moved' as const } }), rev };
}

/** Records by the edition that they stand on. */
function byEdition<Item extends { readonly textHash: string }>(records: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const record of records) {
    const group = groups.get(record.textHash);
    if (group === undefined) groups.set(record.textHash, [record]);
    else group.push(record);
  }
  return groups;
}

/** The marks that change, in the new edition; one that stood on it before it was exchanged is simply there again. */
function carriedMarks(annotations: readonly Annotation[], alignments: Alignments, at: number): Annotation[] {
  const { now } = alignments;
  const kept = annotations.filter(({ purged }) => purged === undefined);
  return [...byEdition(kept)].flatMap(([hash, marks]) => {
    if (hash === now.sourceHash) {
      const doubtful = marks.filter(({ health }) => health !== undefined && health.state !== 'moved');
      return doubtful.map((mark) => ({ ...withoutHealth(mark), rev: mark.rev + 1 }));
    }
    const outcomes = alignments.spans(
      hash,
      marks.map(({ target, quote }) => ({ span: target, exact: quote.exact })),
    );
    return marks.map((mark, index) => carriedMark(mark, outcomes[index] ?? { health: 'orphan' }, now, at));
  });
}

/**
 * Bookmarks where their words went, looked for from where they were made. One whose words are gone waits for them as it
 * is.
 */
function carriedBookmarks(bookmarks: readonly Bookmark[], alignments: Alignments): Bookmark[] {
  const { now } = alignments;
  const strangers = bookmarks
    .filter(({ textHash }) => textHash !== now.sourceHash)
    .map((bookmark) => ({ bookmark, place: madeAt(bookmark), textHash: madeAt(bookmark).textHash }));
  return [...byEdition(strangers)].flatMap(([hash, group]) => {
    if (hash === now.sourceHash)
      return group.map(({ bookmark, place }) => bookmarkCarried(bookmark, now, place.offset));
    if (alignments.from(hash) === undefined) return [];
    const outcomes = alignments.spans(
      hash,
      group.map(({ place: { offset, quote } }) => ({
        span: codePointSpan(offset, offset + pointsOf(quote.exact).length),
        exact: quote.exact,
      })),
    );
    return group.flatMap(({ bookmark }, index) => {
      const offset = startOf(outcomes[index]);
      return offset === undefined ? [] : [bookmarkCarried(bookmark, now, offset)];
    });
  });
}

/** Where words went, or may have gone; undefined if they are gone. */
function startOf(outcome: Followed | undefined): number | undefined {
  if (outcome === undefined || outcome.health === 'orphan') return undefined;
  return outcome.health === 'review' ? outcome.proposal.start : outcome.span.start;
}

/** Corrections of one place, where the very words stand at it still; others wait for their edition. */
function carriedCorrections(corrections: readonly Correction[], alignments: Alignments): Correction[] {
  const { now } = alignments;
  const places = corrections.flatMap((correction) => {
    const { reach } = correction;
    const isElsewhere = reach.scope === 'occurrence' && reach.textId === now.id && reach.textHash !== now.sourceHash;
    return isElsewhere ? [{ correction, reach, textHash: reach.textHash }] : [];
  });
  return [...byEdition(places)].flatMap(([hash, group]) => {
    if (alignments.from(hash) === undefined) return [];
    const outcomes = alignments.spans(
      hash,
      group.map(({ reach }) => ({ span: reach.target, exact: reach.quote.exact })),
    );
    return group.flatMap(({ correction, reach }, index) => {
      const outcome = outcomes[index];
      if (outcome?.health !== 'exact' || canonicalOf(now, outcome.span) !== reach.quote.exact) return [];
      const there: CorrectionReach = { ...reach, ...targetAt(now, outcome.span) };
      return [{ ...correction, reach: there, rev: correction.rev + 1 }];
    });
  });
}

/**
 * What becomes of all that stands on a text when another edition takes its place: marks, bookmarks and corrections of
 * one place go where their words went. Nothing is taken away: a mark without a place keeps its target, its quote and
 * the hash of the edition that it was made on. `at` is in milliseconds since 1970 UTC.
 */
export function carryToEdition(on: OnText, alignments: Alignments, at: number): Carried {
  const { sourceHash } = alignments.now;
  const marks = carriedMarks(on.annotations, alignments, at);
  const drafts: Draft[] = [
    ...marks.map((record) => ({ table: 'annotations' as const, record })),
    ...carriedBookmarks(on.bookmarks, alignments).map((record) => ({ table: 'bookmarks' as const, record })),
    ...carriedCorrections(on.corrections, alignments).map((record) => ({ table: 'corrections' as const, record })),
  ];
  const counts = { exact: 0, moved: 0, review: 0, orphan: 0 };
  const changed = new Set(marks.map(({ id }) => id));
  const untouched = on.annotations.filter((mark) => !changed.has(mark.id) && isPlaced(mark, sourceHash));
  for (const mark of [...marks, ...untouched]) if (isLive(mark)) counts[anchorStateOf(mark, sourceHash)]++;
  return { drafts, counts };
}
