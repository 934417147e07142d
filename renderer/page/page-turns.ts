import type { Direction } from '#core/text/caret-steps';
import type { Layout } from '#core/text/layout';
import type { FlowBox } from './flow';
import type { PageView } from './page-view';
import { boxOf, lineAfter, lineStart, sightOf } from './scroll-anchor';

/** CSS pixels of paper before the first line of a page, and at least so many behind its last. */
const PAGE_MARGIN = 24;
const PAGE_FOOT = 16;

/** Less than this is no difference that could be seen, in CSS pixels. */
const EPSILON = 1;

/** CSS pixels at the beginning in which no line begins that is seen: there a text opens behind it. */
export const marginOf = (layout: Layout, isInPages: boolean): number =>
  isInPages || layout === 'vertical' ? PAGE_MARGIN - EPSILON : 0;

/** The line at which a page ends. */
interface PageEnd {
  /** Where in the flow the last whole line ends. */
  readonly edge: number;
  /** The canonical offset at which the next page begins; undefined where the text ends on this one. */
  readonly next: number | undefined;
}

/**
 * The whole lines at the edges of a page. A text that is turned over in pages begins each with a whole line and ends it
 * with one, and the next begins where this one ends. The text itself stays one that scrolls, so all that is on it stays
 * where it is; what is not whole at either edge is covered with paper (`--cover` of the two covers, in CSS pixels).
 */
export class PageTurns {
  readonly #page: PageView;
  readonly #scroller: HTMLElement;
  /** CSS pixels that are covered at either edge. */
  readonly #covers = { start: 0, end: 0 };

  constructor(page: PageView, scroller: HTMLElement) {
    this.#page = page;
    this.#scroller = scroller;
  }

  /** Lets the page begin with a whole line, and covers what is not whole. Does nothing where it does so already. */
  align(): void {
    if (this.#page.shown === undefined) return;
    const first = this.#firstWhole();
    if (this.#isAtBeginning() || first === undefined) this.#cover('start', 0);
    else {
      this.#begin(first);
      this.#cover('start', this.#isAtBeginning() ? 0 : PAGE_MARGIN);
    }
    this.#coverEnd();
  }

  /** Goes to the next page, or the one before, where there is one. */
  turn(direction: Direction): void {
    if (direction === 'forward') {
      const next = this.#end()?.next;
      if (next !== undefined) this.#begin(next);
    } else if (!this.#isAtBeginning()) {
      const first = this.#firstWhole();
      const before = first === undefined ? undefined : this.#before(first);
      // The line before the first one becomes the last of the page before.
      if (before !== undefined) this.#endWith(before);
      // Before the first line of all there is what is said of the text.
      else if (first === 0) this.#scrollBy(-this.#page.flow.scrolled(this.#scroller));
    }
    this.align();
  }

  /** Lets no line stand at an edge that is not whole: in pages, and in columns, of which a part cannot be read. */
  settle(isInPages: boolean): void {
    if (isInPages) this.align();
    else if (this.#page.flow.layout === 'vertical') this.#coverEdges();
    else for (const edge of ['start', 'end'] as const) this.#cover(edge, 0);
  }

  /** Covers what is not whole of a text that is scrolled, and moves nothing. */
  #coverEdges(): void {
    if (this.#page.shown === undefined) return;
    this.#cover('start', this.#isAtBeginning() ? 0 : this.#partAtStart());
    this.#coverEnd();
  }

  /**
   * Turns to the words at a canonical offset, which stand in this box, where they are not on the page: going forward they
   * begin it, going back they end it.
   */
  reveal(offset: number, box: FlowBox, direction: Direction): void {
    if (this.sees(box)) return;
    const block = this.#page.shown?.text.blocks.find(({ span }) => span.end > offset);
    if (direction === 'forward') this.#begin(lineStart(this.#page, offset, block?.span.start ?? 0));
    else this.#endWith(offset);
    this.align();
  }

  /** True for what no paper covers and no edge cuts off. */
  sees({ start, end }: FlowBox): boolean {
    const page = this.seen;
    return start >= page.start - EPSILON && end <= page.end + EPSILON;
  }

  /** What of the flow can be seen between what is covered. */
  get seen(): FlowBox {
    const sight = this.#sight;
    return { ...sight, start: sight.start + this.#covers.start, end: sight.end - this.#covers.end };
  }

  get #sight(): FlowBox {
    return sightOf(this.#page, this.#scroller);
  }

  #isAtBeginning(): boolean {
    return this.#page.flow.scrolled(this.#scroller) < EPSILON;
  }

  /** The offset of the first line that is not before the margin. */
  #firstWhole(): number | undefined {
    return lineAfter(this.#page, this.#sight.start + PAGE_MARGIN - EPSILON);
  }

  /** Brings the line of an offset to the margin, with as much before it as belongs to it alone: its readings. */
  #begin(offset: number): void {
    for (let pass = 0; pass < 2; pass++) {
      const line = boxOf(this.#page, offset);
      if (line === undefined) return;
      const before = this.#boxBefore(offset);
      this.#scrollBy(line.start - this.#ownBefore(line, before) - (this.#sight.start + PAGE_MARGIN));
    }
  }

  /** What before a line belongs to it alone. */
  #ownBefore(line: FlowBox, before: FlowBox | undefined): number {
    return Math.max(0, Math.min(line.start - (before?.end ?? line.start), this.#lead(line)));
  }

  /** Brings the line of an offset to the end of the page. */
  #endWith(offset: number): void {
    const line = boxOf(this.#page, offset);
    if (line === undefined) return;
    this.#scrollBy(line.end - (this.#sight.end - PAGE_FOOT));
    this.align();
    const now = boxOf(this.#page, offset);
    if (now === undefined || this.sees(now) || this.#isAtBeginning()) return;
    // The readings of the first line took so much room that the last was pushed out: the page begins a line later.
    const first = this.#firstWhole();
    const end = first === undefined ? undefined : boxOf(this.#page, first)?.end;
    const next = end === undefined ? undefined : lineAfter(this.#page, end);
    if (next !== undefined) this.#begin(next);
  }

  /** What of the distance between lines is not taken up by the letters of one. */
  #lead({ start, end }: FlowBox): number {
    return Math.max(0, (parseFloat(getComputedStyle(this.#page.root).lineHeight) || 0) - (end - start));
  }

  /** How much at the beginning shows parts of lines only: all before the first whole line and its readings. */
  #partAtStart(): number {
    const first = this.#firstWhole();
    const line = first === undefined ? undefined : boxOf(this.#page, first);
    if (first === undefined || line === undefined) return 0;
    const { start } = this.#sight;
    const before = this.#boxBefore(first);
    if (before !== undefined) return Math.max(0, line.start - this.#ownBefore(line, before) - start);
    // Only what stands above the text can be cut.
    const heads = [...this.#scroller.querySelectorAll('[data-head] > *')];
    const cut = heads
      .map((head) => this.#page.flow.boxOf(head.getBoundingClientRect()))
      .filter((box) => box.start < start);
    return Math.max(0, ...cut.map((box) => box.end - start));
  }

  #coverEnd(): void {
    const end = this.#end();
    this.#cover('end', end?.next === undefined ? 0 : Math.max(0, this.#sight.end - end.edge));
  }

  #end(): PageEnd | undefined {
    const page = this.#page;
    const limit = this.#sight.end - PAGE_FOOT;
    const beyond = lineAfter(page, limit);
    const length = page.shown?.text.blocks.at(-1)?.span.end ?? 0;
    // Where no line begins behind the limit the last of all is the last here, whole or not.
    const last = this.#before(beyond ?? length);
    const lastBox = last === undefined ? undefined : boxOf(page, last);
    if (last === undefined || lastBox === undefined) return undefined;
    if (lastBox.end <= limit) return { edge: lastBox.end, next: beyond };
    const block = page.shown?.text.blocks.find(({ span }) => span.end > last);
    const next = lineStart(page, last, block?.span.start ?? 0);
    const before = this.#boxBefore(next);
    // A line that is longer than the page is shown as far as it goes.
    return before === undefined || before.end <= this.#sight.start + PAGE_MARGIN
      ? { edge: this.#sight.end, next: beyond }
      : { edge: before.end, next };
  }

  /** The last offset before another at which something stands: what is between two blocks has no place. */
  #before(offset: number): number | undefined {
    for (let before = offset - 1; before >= 0; before--) if (boxOf(this.#page, before) !== undefined) return before;
    return undefined;
  }

  #boxBefore(offset: number): FlowBox | undefined {
    const before = this.#before(offset);
    return before === undefined ? undefined : boxOf(this.#page, before);
  }

  #scrollBy(by: number): void {
    if (Math.abs(by) >= EPSILON) this.#page.flow.scrollBy(this.#scroller, by);
  }

  #cover(edge: 'start' | 'end', size: number): void {
    this.#covers[edge] = size;
    // On the cover alone: of the scroller, every character of the text would inherit it.
    this.#scroller.querySelector<HTMLElement>(`[data-edge='${edge}']`)?.style.setProperty('--cover', `${size}px`);
  }
}
