import type { Followed } from '#core/anchor/follow-span';
import type { CodePointSpan } from '#core/support/offset';

/** What was made of some spans, where the truth is known. */
export interface Figures {
  readonly exact: number;
  readonly moved: number;
  readonly review: number;
  readonly orphan: number;
  /** Of those accepted (exact or moved), how many stand on words that are not those of the span. */
  readonly wrong: number;
  /** Spans of which nothing is left, and how many of these were accepted all the same. */
  readonly deleted: number;
  readonly revived: number;
  /** Spans most of which still stands together in the new edition, but which were not accepted. */
  readonly missed: number;
}

/** The places in the new edition of each code point of the old. */
function heirsOf(origin: Int32Array): Map<number, number> {
  const heirs = new Map<number, number>();
  origin.forEach((from, at) => {
    if (from >= 0) heirs.set(from, at);
  });
  return heirs;
}

/** True if at least half of the stretch, and at least half of what is left of the span, are one in the other. */
function isRight(found: CodePointSpan, span: CodePointSpan, origin: Int32Array, heirs: Map<number, number>): boolean {
  let own = 0;
  let foreign = 0;
  for (let at = found.start; at < found.end; at++) {
    const from = origin[at] ?? -1;
    if (from >= span.start && from < span.end) own++;
    else if (from >= 0) foreign++;
  }
  let left = 0;
  for (let from = span.start; from < span.end; from++) if (heirs.has(from)) left++;
  return own > foreign && own * 2 >= left;
}

/** Counts the outcomes of following spans into an edition whose every code point's origin is known. */
export function judge(outcomes: readonly Followed[], spans: readonly CodePointSpan[], origin: Int32Array): Figures {
  const heirs = heirsOf(origin);
  const count = { exact: 0, moved: 0, review: 0, orphan: 0, wrong: 0, deleted: 0, revived: 0, missed: 0 };
  outcomes.forEach((outcome, index) => {
    const span = spans[index];
    if (span === undefined) return;
    const length = span.end - span.start;
    const left = Array.from({ length }, (_point, step) => heirs.get(span.start + step)).filter(
      (at) => at !== undefined,
    );
    count[outcome.health]++;
    if (left.length === 0) count.deleted++;
    if (outcome.health === 'exact' || outcome.health === 'moved') {
      if (!isRight(outcome.span, span, origin, heirs)) count.wrong++;
      if (left.length === 0) count.revived++;
      return;
    }
    const extent = Math.max(...left) - Math.min(...left) + 1;
    if (left.length >= 0.8 * length && extent <= 1.5 * length + 2) count.missed++;
  });
  return count;
}

/** Figures of several texts together. */
export const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce((sum, figures) => ({
    exact: sum.exact + figures.exact,
    moved: sum.moved + figures.moved,
    review: sum.review + figures.review,
    orphan: sum.orphan + figures.orphan,
    wrong: sum.wrong + figures.wrong,
    deleted: sum.deleted + figures.deleted,
    revived: sum.revived + figures.revived,
    missed: sum.missed + figures.missed,
  }));
