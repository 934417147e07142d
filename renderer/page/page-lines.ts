import type { FlowBox } from './flow';
import type { PageView } from './page-view';
import { boxOf, lineAfter, lineStart, sightOf } from './scroll-anchor';

/** CSS pixels of paper before the first line of a page, at least, and at least so many behind its last. */
export const PAGE_MARGIN = 24;
const PAGE_FOOT = 16;

/** What the lowest line of a mark, a wave, takes behind the letters of its line, in characters. */
const UNDERLINE = 0.35;

/** Less than this is no difference that could be seen, in CSS pixels. */
export const EPSILON = 1;

/** The line at which a page ends. */
export interface PageEnd {
  /** Where in the flow the last whole line ends. */
  readonly edge: number;
  /** The canonical offset at which the next page begins; undefined where the text ends on this one. */
  readonly next: number | undefined;
}

/** The lines of a text as far as a page shows them. It measures, and moves nothing. */
export class PageLines {
  readonly #page: PageView;
  readonly #scroller: HTMLElement;
  readonly #margin: () => number;

  /** `margin`: CSS pixels of paper before the first line. */
  constructor(page: PageView, scroller: HTMLElement, margin: () => number) {
    this.#page = page;
    this.#scroller = scroller;
    this.#margin = margin;
  }

  /** What of the flow the page shows, covered or not. */
  get sight(): FlowBox {
    return sightOf(this.#page, this.#scroller);
  }

  /** True before anything was scrolled. */
  get isAtBeginning(): boolean {
    return this.#page.flow.scrolled(this.#scroller) < EPSILON;
  }

  /** The offset of the first line that is not before the margin; undefined where none is. */
  firstWhole(): number | undefined {
    return lineAfter(this.#page, this.sight.start + this.#margin() - EPSILON);
  }

  /** Where the sign at an offset stands in the flow; undefined where none does. */
  boxOf(offset: number): FlowBox | undefined {
    return boxOf(this.#page, offset);
  }

  /** The first offset of the line on which another stands. */
  lineOf(offset: number): number {
    const block = this.#page.shown?.text.blocks.find(({ span }) => span.end > offset);
    return lineStart(this.#page, offset, block?.span.start ?? 0);
  }

  /** The first offset of the line after that of another; undefined for the last. */
  lineBehind(offset: number): number | undefined {
    const line = this.boxOf(offset);
    const next = line && lineAfter(this.#page, (line.start + line.end) / 2);
    return next !== undefined && next > offset ? next : undefined;
  }

  /** The last offset before another at which something stands: what is between two blocks has no place. */
  before(offset: number): number | undefined {
    for (let before = offset - 1; before >= 0; before--) if (this.boxOf(before) !== undefined) return before;
    return undefined;
  }

  /** Where what stands before an offset stands in the flow. */
  boxBefore(offset: number): FlowBox | undefined {
    const before = this.before(offset);
    return before === undefined ? undefined : this.boxOf(before);
  }

  /** The last offset of all at which something stands. */
  get last(): number | undefined {
    return this.before(this.#page.shown?.text.blocks.at(-1)?.span.end ?? 0);
  }

  /** How far to scroll so that the line of an offset, with its readings, begins the page; 0 where nothing stands there. */
  toBegin(offset: number): number {
    const line = this.boxOf(offset);
    if (line === undefined) return 0;
    return line.start - this.#ownBefore(line, this.boxBefore(offset)) - (this.sight.start + this.#margin());
  }

  /** How far to scroll so that the line of an offset ends the page; 0 where nothing stands there. */
  toEnd(offset: number): number {
    const line = this.boxOf(offset);
    return line === undefined ? 0 : line.end - (this.sight.end - PAGE_FOOT);
  }

  /** The last whole line of the page; undefined where there is no text. */
  end(): PageEnd | undefined {
    const limit = this.sight.end - PAGE_FOOT;
    const beyond = lineAfter(this.#page, limit);
    // Where no line begins behind the limit the last of all is the last here, whole or not.
    const last = beyond === undefined ? this.last : this.before(beyond);
    // Before the first line there may be so much said of the text that it fills the page.
    if (last === undefined) return beyond === undefined ? undefined : { edge: this.sight.end, next: beyond };
    const lastBox = this.boxOf(last);
    if (lastBox === undefined) return undefined;
    if (lastBox.end <= limit) return { edge: lastBox.end, next: beyond };
    const next = this.lineOf(last);
    const before = this.boxBefore(next);
    // A line that is longer than the page is shown as far as it goes.
    return before === undefined || before.end <= this.sight.start + this.#margin()
      ? { edge: this.sight.end, next: beyond }
      : { edge: before.end, next };
  }

  /** CSS pixels behind a line that the lines of marks under it take. */
  get underline(): number {
    const { fontSize, lineHeight } = getComputedStyle(this.#page.root);
    const size = parseFloat(fontSize) || 0;
    const lead = (parseFloat(lineHeight) || 0) - size;
    return Math.max(0, Math.min(UNDERLINE * size, lead / 2, PAGE_FOOT));
  }

  /** How much at the beginning shows parts of lines only: all before the first whole line and its readings. */
  partAtStart(): number {
    const first = this.firstWhole();
    const line = first === undefined ? undefined : this.boxOf(first);
    if (first === undefined || line === undefined) return 0;
    const { start } = this.sight;
    const before = this.boxBefore(first);
    if (before !== undefined) return Math.max(0, line.start - this.#ownBefore(line, before) - start);
    // Only what stands above the text can be cut.
    const heads = [...this.#scroller.querySelectorAll('[data-head] > *')];
    const cut = heads
      .map((head) => this.#page.flow.boxOf(head.getBoundingClientRect()))
      .filter((box) => box.start < start);
    return Math.max(0, ...cut.map((box) => box.end - start));
  }

  /** What before a line belongs to it alone. */
  #ownBefore(line: FlowBox, before: FlowBox | undefined): number {
    return Math.max(0, Math.min(line.start - (before?.end ?? line.start), this.#lead(line)));
  }

  /** What of the distance between lines is not taken up by the letters of one. */
  #lead({ start, end }: FlowBox): number {
    return Math.max(0, (parseFloat(getComputedStyle(this.#page.root).lineHeight) || 0) - (end - start));
  }
}
