import type { Direction } from '#core/text/caret-steps';
import type { Layout } from '#core/text/layout';
import type { FlowBox } from './flow';
import { EPSILON, PAGE_MARGIN, PageLines, type PageEnd } from './page-lines';
import type { PageView } from './page-view';
import { toBeginning } from './scroll-anchor';

/** Where a page begins, and where it ends. */
type Edge = 'start' | 'end';

/** CSS pixels at the beginning in which no line begins that is seen: there a text opens behind it. */
export const marginOf = (layout: Layout, isInPages: boolean, margin = PAGE_MARGIN): number =>
  isInPages || layout === 'vertical' ? margin - EPSILON : 0;

/**
 * The whole lines at the edges of a page. A text that is turned over in pages begins each with a whole line and ends it
 * with one, and the next begins where this one ends. The text itself stays one that scrolls, so all that is on it stays
 * where it is; what is not whole at either edge is covered with paper (`--cover` of the two covers, in CSS pixels).
 */
export class PageTurns {
  readonly #page: PageView;
  readonly #scroller: HTMLElement;
  readonly #lines: PageLines;
  /** CSS pixels that are covered at either edge. */
  readonly #covers = { start: 0, end: 0 };
  /** What covers them, looked for once: the second stands behind the whole text. */
  readonly #papers = new Map<Edge, HTMLElement | null>();
  /** From which page each was turned to: the offsets at which both begin. */
  readonly #turned = new Map<number, number>();
  /** A second column, whose pages show the same words as these; and the other way round. */
  #beside: PageTurns | undefined;
  #leader: PageTurns | undefined;
  /** How far the second column was scrolled by the first. */
  #put = 0;

  constructor(page: PageView, scroller: HTMLElement) {
    this.#page = page;
    this.#scroller = scroller;
    this.#lines = new PageLines(page, scroller, () => this.margin);
  }

  /** CSS pixels before the first line of a page: as many as it takes to begin where a second column does. */
  get margin(): number {
    const beside = this.#beside;
    if (beside === undefined) return PAGE_MARGIN;
    return PAGE_MARGIN + Math.max(0, beside.#lines.sight.start - this.#lines.sight.start);
  }

  /** Lets these pages show the same words as those of a first column, until the returned function is called. */
  goWith(leader: PageTurns): () => void {
    this.#leader = leader;
    leader.#beside = this;
    leader.align();
    return () => {
      this.#leader = undefined;
      leader.#beside = undefined;
    };
  }

  /** Lets the page begin with a whole line, and covers what is not whole. Does nothing where it does so already. */
  align(): void {
    if (this.#leader !== undefined) {
      this.#leader.align();
      return;
    }
    if (this.#page.shown === undefined) return;
    this.#comeBack();
    const first = this.#lines.isAtBeginning ? undefined : this.#lines.firstWhole();
    this.#open(first);
    const beside = this.#beside;
    if (beside !== undefined) beside.#openBeside(first);
    const end = this.#end();
    this.#coverEnd(end);
    if (beside !== undefined) beside.#coverEnd(beside.#endAt(end?.next));
  }

  /** Goes to the next page, or the one before, where there is one. */
  turn(direction: Direction): void {
    if (this.#leader !== undefined) this.#leader.turn(direction);
    else if (direction === 'forward') this.#turnOn();
    else if (!this.#lines.isAtBeginning) this.#turnBack();
  }

  /** True where there is a page to turn to. */
  canTurn(direction: Direction): boolean {
    if (this.#leader !== undefined) return this.#leader.canTurn(direction);
    return direction === 'forward' ? this.#end()?.next !== undefined : !this.#lines.isAtBeginning;
  }

  /** The canonical offsets at which this page and the next begin; no next one where the text ends on this. */
  get words(): { readonly first: number; readonly next: number | undefined } {
    if (this.#leader !== undefined) return this.#leader.words;
    const first = this.#lines.isAtBeginning ? 0 : (this.#lines.firstWhole() ?? 0);
    return { first, next: this.#end()?.next };
  }

  /** Whatever has scrolled the text has come to rest: where a second column was scrolled, the first goes with it. */
  rest(): void {
    const leader = this.#leader;
    const isElsewhere = Math.abs(this.#scrolled - this.#put) > EPSILON;
    const first = leader !== undefined && isElsewhere ? this.#lines.firstWhole() : undefined;
    if (leader !== undefined && first !== undefined) leader.#begin(leader.#lines.lineOf(first));
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
    // At each scroll: all is measured before anything is written, so that nothing is laid out for it.
    const start = this.#lines.isAtBeginning ? 0 : this.#lines.partAtStart();
    const end = this.#sizeAtEnd(this.#lines.end());
    this.#cover('start', start);
    this.#cover('end', end);
  }

  /**
   * Turns to the words at a canonical offset, which stand in this box, where they are not on the page: going forward they
   * begin it, going back they end it.
   */
  reveal(offset: number, box: FlowBox, direction: Direction): void {
    if (this.sees(box)) return;
    if (this.#leader !== undefined) {
      const there = this.#leader.#lines.boxOf(offset);
      if (there !== undefined) this.#leader.reveal(offset, there, direction);
      return;
    }
    const line = this.#lines.lineOf(offset);
    if (direction === 'backward') this.#endWith(offset);
    else if (line === this.#end()?.next) this.#turnOn();
    else this.#begin(line);
    this.align();
  }

  /** True for what no paper covers and no edge cuts off. */
  sees({ start, end }: FlowBox): boolean {
    const page = this.seen;
    return start >= page.start - EPSILON && end <= page.end + EPSILON;
  }

  /** True where the sign at a canonical offset is wholly on the page. */
  shows(offset: number): boolean {
    const box = this.#lines.boxOf(offset);
    return box !== undefined && this.sees(box);
  }

  /** What of the flow can be seen between what is covered. */
  get seen(): FlowBox {
    const { sight } = this.#lines;
    return { ...sight, start: sight.start + this.#covers.start, end: sight.end - this.#covers.end };
  }

  #turnOn(): void {
    const { first, next } = this.words;
    if (next !== undefined) {
      this.#begin(next);
      this.#turned.set(next, first);
    }
    this.align();
  }

  #turnBack(): void {
    const first = this.#lines.firstWhole();
    const before = first === undefined ? undefined : this.#lines.before(first);
    // Before the first line of all there is what is said of the text.
    if (first === 0) toBeginning(this.#page, this.#scroller);
    else if (first !== undefined && before !== undefined && !this.#turnBackTo(first)) {
      // The line before the first one becomes the last of the page before.
      this.#endWith(before);
      this.#endBefore(first);
    }
    this.align();
  }

  /** Goes to the page from which this one was turned to; false where another would follow it now. */
  #turnBackTo(first: number): boolean {
    const before = this.#turned.get(first);
    if (before === undefined) return false;
    if (before === 0) toBeginning(this.#page, this.#scroller);
    else this.#begin(before);
    this.align();
    return this.#end()?.next === first;
  }

  /** Where a page would leave out lines before an offset, it begins later. */
  #endBefore(offset: number): void {
    this.align();
    for (let begin: number | undefined = this.words.first; begin !== undefined && begin < offset;) {
      if ((this.#end()?.next ?? offset) >= offset) return;
      begin = this.#lines.lineBehind(begin);
      if (begin !== undefined) this.#begin(begin);
      this.align();
    }
  }

  /** Behind the last line there is room, so that the last page can begin with any: nobody is left there without words. */
  #comeBack(): void {
    const { last, isAtBeginning } = this.#lines;
    if (!isAtBeginning && last !== undefined && this.#lines.firstWhole() === undefined) this.#endWith(last);
  }

  get #scrolled(): number {
    return this.#page.flow.scrolled(this.#scroller);
  }

  /** Brings the line of an offset to the margin, with as much before it as belongs to it alone: its readings. */
  #begin(offset: number): void {
    for (let pass = 0; pass < 2; pass++) this.#scrollBy(this.#lines.toBegin(offset));
  }

  /** Brings the line of an offset to the end of the page. */
  #endWith(offset: number): void {
    this.#scrollBy(this.#lines.toEnd(offset));
    this.align();
    const now = this.#lines.boxOf(offset);
    if (now === undefined || this.sees(now) || this.#lines.isAtBeginning) return;
    // The readings of the first line took so much room that the last was pushed out: the page begins a line later.
    const first = this.#lines.firstWhole();
    const next = first === undefined ? undefined : this.#lines.lineBehind(first);
    if (next !== undefined) this.#begin(next);
  }

  /** Lets the page begin with the line of an offset, or at the very beginning. */
  #open(first: number | undefined): void {
    if (first !== undefined) this.#begin(first);
    this.#cover('start', this.#lines.isAtBeginning || first === undefined ? 0 : this.margin);
  }

  /** Lets the page of the second column begin with the line on which that of the first does. */
  #openBeside(first: number | undefined): void {
    if (this.#page.shown === undefined) return;
    if (first === undefined) toBeginning(this.#page, this.#scroller);
    this.#open(first === undefined ? undefined : this.#lines.lineOf(first));
    this.#put = this.#scrolled;
  }

  /** Where the page ends: where a second column has no room for as many words, before the line of the first that lacks. */
  #end(): PageEnd | undefined {
    const own = this.#lines.end();
    const beside = this.#beside;
    const lacking = beside === undefined ? undefined : beside.#lines.end()?.next;
    if (own === undefined || lacking === undefined || lacking >= (own.next ?? Infinity)) return own;
    const next = this.#lines.lineOf(lacking);
    const before = this.#lines.boxBefore(next);
    const first = this.#lines.isAtBeginning ? 0 : (this.#lines.firstWhole() ?? 0);
    return before === undefined || next <= first ? own : { edge: before.end, next };
  }

  /** Where the page of the second column ends if the next of the first begins at an offset. */
  #endAt(next: number | undefined): PageEnd | undefined {
    const own = this.#lines.end();
    const last = next === undefined ? undefined : this.#lines.boxBefore(next);
    return own === undefined || last === undefined || last.end >= own.edge ? own : { edge: last.end, next };
  }

  #coverEnd(end: PageEnd | undefined): void {
    this.#cover('end', this.#sizeAtEnd(end));
  }

  /** How much is covered behind the end of a page. */
  #sizeAtEnd(end: PageEnd | undefined): number {
    if (end?.next === undefined) return 0;
    const { sight, underline } = this.#lines;
    return Math.max(0, sight.end - end.edge - underline);
  }

  #scrollBy(by: number): void {
    if (Math.abs(by) >= EPSILON) this.#page.flow.scrollBy(this.#scroller, by);
  }

  #cover(edge: Edge, size: number): void {
    if (size === this.#covers[edge]) return;
    this.#covers[edge] = size;
    const paper = this.#papers.get(edge) ?? this.#scroller.querySelector<HTMLElement>(`[data-edge='${edge}']`);
    this.#papers.set(edge, paper);
    // On the cover alone: of the scroller, every character of the text would inherit it.
    paper?.style.setProperty('--cover', `${size}px`);
  }
}
