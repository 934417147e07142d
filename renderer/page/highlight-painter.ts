import { spreadOverBlocks, type BlockSpan } from '#core/anchor/spread';
import type { CodePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';
import type { BlockRange } from './fill-order';
import { MarkIndex, spansByBlock, type MarkedStretch, type PaintedMark } from './mark-index';
import { markName } from './mark-rules';
import { markSheetOf } from './mark-sheet';
import type { PageView } from './page-view';
import { putHighlight } from './shared-highlights';

/** Names of signs that are put on a few spans for a while. */
export type SignName = 'current' | 'flash';

/** The names of a block's highlights, and their ranges. */
type BlockRanges = readonly (readonly [name: string, range: StaticRange])[];

const OVERLAP = 'overlap';

/**
 * Paints marks with the CSS Custom Highlight API: no element is ever wrapped around text. After each change of the
 * page Chromium looks at every range of every highlight, so only those of blocks near the window are given to it.
 */
export class HighlightPainter {
  readonly #page: PageView;
  readonly #owners = new WeakMap<AbstractRange, string>();
  /** The ranges of the marks, by block, as long as what the block shows stays. */
  readonly #ranges = new Map<number, BlockRanges>();
  readonly #signs = new Map<SignName, ReadonlyMap<number, readonly BlockSpan[]>>();
  #text: Text | undefined;
  #marks: readonly PaintedMark[] = [];
  #index = new MarkIndex([], []);
  #seen: BlockRange = { from: 0, to: 0 };
  #names = new Set<string>();
  #isStale = false;
  /** A mark that is painted elsewhere than it is, while a person moves one of its ends. */
  #moved: PaintedMark | undefined;
  #onPaint: () => void = () => undefined;

  constructor(page: PageView) {
    this.#page = page;
  }

  /** Calls back whenever what is painted may be other marks, or of other blocks, than before. */
  onPaint(listener: () => void): void {
    this.#onPaint = listener;
  }

  /** The stretches that are painted as marks, by block, in the order of the text. */
  *painted(): Generator<readonly [block: number, stretches: readonly MarkedStretch[]]> {
    for (let block = this.#seen.from; block < this.#seen.to; block++) {
      const stretches = this.#index.marksIn(block);
      if (stretches.length > 0) yield [block, stretches];
    }
  }

  /** Paints these marks and no others: one StaticRange for each block that a mark touches, where blocks are seen. */
  paint(marks: readonly PaintedMark[]): void {
    const text = this.#page.shown?.text;
    if (text !== this.#text || marks !== this.#marks) {
      this.#text = text;
      this.#marks = marks;
      this.#index = new MarkIndex(text?.blocks ?? [], marks);
      this.#ranges.clear();
      // For all of them, not those in sight: a new rule makes the browser look at every style again.
      markSheetOf(document).use(new Set(marks.map(({ colour, style }) => markName(colour, style))));
    }
    this.#publish();
  }

  /** Paints one mark as if it stood on another span; undefined paints it again where it is. */
  preview(moved: PaintedMark | undefined): void {
    const blocks = this.#page.shown?.text.blocks ?? [];
    for (const mark of [this.#moved, moved, this.#marks.find(({ id }) => id === (moved ?? this.#moved)?.id)]) {
      for (const { block } of mark === undefined ? [] : spreadOverBlocks(blocks, mark.span)) this.#ranges.delete(block);
    }
    this.#moved = moved;
    this.#publish();
  }

  /** Draws a sign under these spans and nowhere else. */
  sign(name: SignName, spans: readonly CodePointSpan[]): void {
    this.#signs.set(name, spansByBlock(this.#page.shown?.text.blocks ?? [], spans));
    this.#publishSign(name);
  }

  /** Tells which blocks are seen or nearly so: marks are painted there. `refresh` brings them onto the page. */
  see(seen: BlockRange): void {
    if (seen.from === this.#seen.from && seen.to === this.#seen.to) return;
    this.#seen = seen;
    this.#isStale = true;
    for (const block of this.#ranges.keys()) if (block < seen.from || block >= seen.to) this.#ranges.delete(block);
  }

  /** Forgets the ranges of a block that was filled anew. `refresh` makes new ones. */
  forget(block: number): void {
    this.#ranges.delete(block);
    if (block >= this.#seen.from && block < this.#seen.to) this.#isStale = true;
  }

  /** Paints again what `see` and `forget` have changed. */
  refresh(): void {
    if (!this.#isStale) return;
    this.#publish();
    for (const name of this.#signs.keys()) this.#publishSign(name);
  }

  /** Takes everything off the page. */
  clear(): void {
    for (const name of [...this.#names, ...this.#signs.keys()]) putHighlight(this, name, []);
    this.#names.clear();
    this.#ranges.clear();
    // A frame that was asked for before may still come, and must find nothing to paint.
    this.#signs.clear();
    this.#text = undefined;
    this.#marks = [];
    this.#index = new MarkIndex([], []);
    this.#seen = { from: 0, to: 0 };
  }

  /** The marks painted at this point of the window (CSS pixels), each once. */
  marksAt(x: number, y: number): string[] {
    const owners = CSS.highlights
      .highlightsFromPoint(x, y)
      .flatMap(({ ranges }) => ranges.map((range) => this.#owners.get(range)));
    return [...new Set(owners.filter((id) => id !== undefined))];
  }

  #publish(): void {
    this.#isStale = false;
    const ranges = new Map<string, StaticRange[]>();
    for (let block = this.#seen.from; block < this.#seen.to; block++) {
      for (const [name, range] of this.#rangesOf(block)) {
        const there = ranges.get(name);
        if (there === undefined) ranges.set(name, [range]);
        else there.push(range);
      }
    }
    for (const name of this.#names) if (!ranges.has(name)) putHighlight(this, name, []);
    for (const [name, painted] of ranges) putHighlight(this, name, painted);
    this.#names = new Set(ranges.keys());
    this.#onPaint();
  }

  #publishSign(name: SignName): void {
    const ranges: StaticRange[] = [];
    for (const [block, spans] of this.#signs.get(name) ?? []) {
      if (block < this.#seen.from || block >= this.#seen.to) continue;
      for (const span of spans) ranges.push(...this.#rangeOf(span));
    }
    putHighlight(this, name, ranges);
  }

  /** The ranges of the marks in a block, made once; none while the block still shows what was shown before. */
  #rangesOf(block: number): BlockRanges {
    const known = this.#ranges.get(block);
    if (known !== undefined) return known;
    const made: [string, StaticRange][] = [];
    for (const stretch of this.#stretchesIn(block)) {
      for (const range of this.#rangeOf(stretch)) {
        this.#owners.set(range, stretch.mark.id);
        made.push([markName(stretch.mark.colour, stretch.mark.style), range]);
      }
    }
    for (const stretch of this.#index.overlapsIn(block)) {
      for (const range of this.#rangeOf(stretch)) made.push([OVERLAP, range]);
    }
    if (this.#page.isFilled(block)) this.#ranges.set(block, made);
    return made;
  }

  #stretchesIn(block: number): readonly MarkedStretch[] {
    const moved = this.#moved;
    const stretches = this.#index.marksIn(block);
    if (moved === undefined) return stretches;
    const here = spreadOverBlocks(this.#page.shown?.text.blocks ?? [], moved.span)
      .filter((stretch) => stretch.block === block)
      .map((stretch) => ({ ...stretch, mark: moved }));
    // In its own turn, so that marks over each other stay so.
    const at = stretches.findIndex(({ mark }) => mark.id === moved.id);
    return at < 0 ? [...stretches, ...here] : stretches.toSpliced(at, 1, ...here);
  }

  #rangeOf({ block, span }: BlockSpan): StaticRange[] {
    const projection = this.#page.isFilled(block) ? this.#page.shown?.block(block) : undefined;
    const range = projection && this.#page.staticRange({ block, span: projection.toDisplay(span) });
    return range === undefined ? [] : [range];
  }
}
