import { codePointSpan, isSameSpan, type CodePointSpan } from '#core/support/offset';
import { NO_HITS, type Hits } from '#core/search/hits';
import type { BlockRange } from './fill-order';
import type { PageView } from './page-view';
import { putHighlight } from './shared-highlights';

/** Hits up to which all are painted in a text whose marks all are; of more, only those near the window. */
const MOST_PAINTED = 2_000;

/** The names of the highlights: no mark, so that they come and go without them. */
const FOUND = 'found';
const CURRENT = 'found-current';

/** Where hits are to be painted: in all blocks whose marks are, and in those near the window. */
export interface HitRanges {
  readonly marked: BlockRange;
  readonly near: BlockRange;
}

const NOWHERE: BlockRange = { from: 0, to: 0 };

/** Paints the hits of a search, which belong to the source as marks do, with highlights of their own. */
export class HitPainter {
  readonly #page: PageView;
  #hits: Hits = NO_HITS;
  #current: CodePointSpan | undefined;
  #seen: HitRanges = { marked: NOWHERE, near: NOWHERE };
  #isStale = false;

  constructor(page: PageView) {
    this.#page = page;
  }

  /** Paints these hits and no others, the current one so that it stands out. */
  paint(hits: Hits, current: CodePointSpan | undefined): void {
    this.#hits = hits;
    this.#current = current;
    this.#publish();
  }

  /** Tells which blocks are seen or nearly so. `refresh` brings their hits onto the page. */
  see(seen: HitRanges): void {
    const before = this.#range;
    this.#seen = seen;
    if (before.from !== this.#range.from || before.to !== this.#range.to) this.#isStale = true;
  }

  /** Notes that a block was filled anew. `refresh` makes new ranges. */
  forget(block: number): void {
    const { from, to } = this.#range;
    if (block >= from && block < to) this.#isStale = true;
  }

  /** Paints again what `see` and `forget` have changed. */
  refresh(): void {
    if (this.#isStale) this.#publish();
  }

  /** Takes all hits off the page. */
  clear(): void {
    this.paint(NO_HITS, undefined);
    this.#seen = { marked: NOWHERE, near: NOWHERE };
  }

  get #range(): BlockRange {
    return this.#hits.count > MOST_PAINTED ? this.#seen.near : this.#seen.marked;
  }

  #publish(): void {
    this.#isStale = false;
    const found: StaticRange[] = [];
    const current: StaticRange[] = [];
    const { from, to } = this.#range;
    for (let block = from; block < to && this.#hits.count > 0; block++) {
      for (const hit of this.#hitsIn(block)) {
        const range = this.#rangeOf(block, hit);
        if (range === undefined) continue;
        const isCurrent = this.#current !== undefined && isSameSpan(hit, this.#current);
        (isCurrent ? current : found).push(range);
      }
    }
    putHighlight(this, FOUND, found);
    putHighlight(this, CURRENT, current);
  }

  #hitsIn(block: number): readonly CodePointSpan[] {
    const span = this.#page.shown?.text.blocks[block]?.span;
    return span === undefined || !this.#page.isFilled(block) ? [] : this.#hits.within(span);
  }

  #rangeOf(block: number, hit: CodePointSpan): StaticRange | undefined {
    const { shown } = this.#page;
    const own = shown?.text.blocks[block]?.span;
    if (shown === undefined || own === undefined) return undefined;
    const span = codePointSpan(hit.start - own.start, Math.min(hit.end, own.end) - own.start);
    return this.#page.staticRange({ block, span: shown.block(block).toDisplay(span) });
  }
}
