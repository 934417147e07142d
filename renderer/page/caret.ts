import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import { stepParagraph, stepToEdge, stepUnit, stepWord, type Direction } from '#core/text/caret-steps';
import { caretUnder } from './caret-under';
import type { FlowBox } from './flow';
import type { PageTurns } from './page-turns';
import type { PageView } from './page-view';
import { selectSpan } from './selection';

/** How far a caret goes at one press of a key. */
export type CaretStep = 'unit' | 'word' | 'line' | 'edge' | 'paragraph';

/** CSS pixels that the caret is wide. */
const WIDTH = 2;

/** CSS pixels from the edge within which it is not well seen. */
const SEEN_WITHIN = 48;

/** Lines to look further when the line next to the caret's is a gap between paragraphs. */
const LINES_TO_TRY = 4;

/**
 * A caret of our own: Chromium shows none in text that cannot be edited. It stands at canonical offsets, so it
 * keeps its place through a change of script; selecting with it sets the document's selection like the mouse does.
 */
export class Caret {
  readonly #page: PageView;
  readonly #element: HTMLElement;
  /** The pages in which the text is turned over; undefined where it scrolls. */
  pages: PageTurns | undefined;
  #anchor = 0;
  #focus: number | undefined;

  constructor(page: PageView, element: HTMLElement) {
    this.#page = page;
    this.#element = element;
    this.hide();
  }

  /** True once the caret stands somewhere. */
  get isPlaced(): boolean {
    return this.#focus !== undefined;
  }

  /** The canonical offset at which the caret stands; undefined until it stands somewhere. */
  get offset(): number | undefined {
    return this.#focus;
  }

  /** The canonical offset at which the caret is drawn; undefined where none is. */
  get drawnAt(): number | undefined {
    return this.#element.hidden ? undefined : this.#focus;
  }

  /** Puts the caret at a canonical offset, unless the keyboard has put it somewhere already. */
  placeFirst(offset: number): void {
    if (this.#focus === undefined) this.place(offset);
  }

  /** Puts the caret at a canonical offset. */
  place(offset: number): void {
    this.#anchor = offset;
    this.#focus = offset;
    this.draw();
  }

  /** Lets the keyboard go on from what was selected otherwise. */
  follow(span: CodePointSpan): void {
    const own = this.#focus !== undefined && Math.min(this.#anchor, this.#focus) === span.start;
    if (own && Math.max(this.#anchor, this.#focus ?? 0) === span.end) return;
    this.#anchor = span.start;
    this.#focus = span.end;
  }

  /** Moves the caret; with `extend`, selects from where it stood. */
  move(step: CaretStep, direction: Direction, extend: boolean): void {
    const { shown } = this.#page;
    if (shown === undefined || this.#focus === undefined) return;
    const steps = { unit: stepUnit, word: stepWord, edge: stepToEdge, paragraph: stepParagraph };
    this.#go(
      step === 'line' ? this.#lineStep(direction) : steps[step](shown, this.#focus, direction),
      direction,
      extend,
    );
    this.#reveal(SEEN_WITHIN, direction);
  }

  /**
   * Moves the caret with a page that `turn` turns: to the words that then stand where it stood, or to the end of the
   * text where no page follows. With `extend`, selects from where it stood.
   */
  moveByPage(turn: () => void, direction: Direction, extend: boolean): void {
    if (extend) this.#reveal(0, direction);
    const box = this.#box();
    const end = this.#page.shown?.text.blocks.at(-1)?.span.end;
    turn();
    if (box === undefined || end === undefined) return;
    const sign = direction === 'forward' ? 1 : -1;
    // Rather a line before than one after, which the edge of a page may cover.
    const lines = Array.from({ length: LINES_TO_TRY }, (_, line) => [-line, line]).flat();
    const isTurned = Math.abs((this.#box()?.start ?? Infinity) - box.start) >= 1;
    const there = isTurned ? this.#nearLine(this.#inSight(box), lines, sign) : undefined;
    this.#go(there ?? (sign > 0 ? end : 0), direction, extend);
  }

  /** The box, or one that stands as near to it on what can be seen of the page. */
  #inSight(box: FlowBox): FlowBox {
    const sight = this.pages?.seen ?? this.#sight;
    if (sight === undefined) return box;
    const by = Math.max(0, sight.start - box.start) || Math.min(0, sight.end - box.end);
    return { ...box, start: box.start + by, end: box.end + by };
  }

  get #scroller(): HTMLElement | null {
    return this.#element.closest<HTMLElement>('[data-scroller]');
  }

  get #sight(): FlowBox | undefined {
    return this.#scroller === null ? undefined : this.#page.flow.boxOf(this.#scroller.getBoundingClientRect());
  }

  #go(next: number, direction: Direction, extend: boolean): void {
    const over = this.#page.outward(codePointSpan(next, next));
    const to = direction === 'forward' ? over.end : over.start;
    this.#focus = to;
    if (!extend) this.#anchor = to;
    this.#select();
    this.draw();
  }

  /** Draws the caret where it stands now, as after a change of script or of size. */
  draw(): void {
    const isShown = this.#anchor === this.#focus && document.activeElement === this.#page.root;
    // Measured only where it is shown: far from the window, to measure is to lay out what is skipped.
    const box = isShown ? this.#box() : undefined;
    this.#element.hidden = box === undefined;
    const parent = this.#element.offsetParent;
    if (box === undefined || parent === null) return;
    const origin = parent.getBoundingClientRect();
    const { flow } = this.#page;
    const [from, to] = [flow.pointAt(box.lineStart, box.start), flow.pointAt(box.lineStart, box.end)];
    const { style } = this.#element;
    style.left = `${Math.min(from.x, to.x) - origin.x}px`;
    style.top = `${Math.min(from.y, to.y) - origin.y}px`;
    style.width = `${Math.abs(to.x - from.x) || WIDTH}px`;
    style.height = `${Math.abs(to.y - from.y) || WIDTH}px`;
  }

  /** Takes the caret off the page; its place is kept. */
  hide(): void {
    this.#element.hidden = true;
  }

  #select(): void {
    const selection = getSelection();
    if (selection === null || this.#focus === undefined) return;
    const span = codePointSpan(Math.min(this.#anchor, this.#focus), Math.max(this.#anchor, this.#focus));
    if (span.start === span.end) selection.removeAllRanges();
    else selectSpan(this.#page, selection, span);
  }

  /** Where the caret stands in the flow: at one place of a line, across it. */
  #box(): FlowBox | undefined {
    const { shown } = this.#page;
    if (shown === undefined || this.#focus === undefined) return undefined;
    const { block, offset } = shown.pointOf(this.#focus);
    const length = shown.block(block).display.length;
    const atEnd = offset >= length && offset > 0;
    const from = atEnd ? stepUnit(shown, this.#focus, 'backward') : this.#focus;
    const to = atEnd ? this.#focus : stepUnit(shown, this.#focus, 'forward');
    const rects = this.#page.rectsOf(this.#page.outward(codePointSpan(from, to)));
    const rect = atEnd ? rects.at(-1) : rects[0];
    if (rect === undefined) return undefined;
    const { start, end, lineStart, lineEnd } = this.#page.flow.boxOf(rect);
    const at = atEnd ? lineEnd : lineStart;
    return { start, end, lineStart: at, lineEnd: at };
  }

  #lineStep(direction: Direction): number {
    const from = this.#focus ?? 0;
    const box = this.#box();
    const shown = this.#page.shown;
    if (box === undefined || shown === undefined) return from;
    const sign = direction === 'forward' ? 1 : -1;
    const lines = Array.from({ length: LINES_TO_TRY }, (_, line) => (line + 1) * sign);
    return this.#amidSight(box, (there) => this.#nearLine(there, lines, sign)) ?? stepToEdge(shown, from, direction);
  }

  /** Looks for words near a box where all around it is in sight: at the edge of the window there would be none. */
  #amidSight<Found>(box: FlowBox, look: (box: FlowBox) => Found): Found {
    const [scroller, sight] = [this.#scroller, this.#sight];
    if (scroller === null || sight === undefined) return look(box);
    const around = LINES_TO_TRY * this.#lineHeight(box);
    if (box.start - around > sight.start && box.end + around < sight.end) return look(box);
    const { flow } = this.#page;
    const before = flow.scrolled(scroller);
    flow.scrollBy(scroller, (box.start + box.end - sight.start - sight.end) / 2);
    const by = flow.scrolled(scroller) - before;
    const found = look({ ...box, start: box.start - by, end: box.end - by });
    flow.scrollBy(scroller, before - flow.scrolled(scroller));
    return found;
  }

  #lineHeight({ start, end }: FlowBox): number {
    return parseFloat(getComputedStyle(this.#page.root).lineHeight) || (end - start) * 1.8;
  }

  /** The offset beyond the caret's, as `sign` says, at its place in the first of some lines, told from that of a box. */
  #nearLine(box: FlowBox, lines: readonly number[], sign: 1 | -1): number | undefined {
    const from = this.#focus ?? 0;
    const middle = (box.start + box.end) / 2;
    const lineHeight = this.#lineHeight(box);
    for (const line of lines) {
      const { x, y } = this.#page.flow.pointAt(box.lineStart + 1, middle + line * lineHeight);
      const at = caretUnder(this.#page.root, x, y);
      const point = at && this.#page.pointOf(at.offsetNode, at.offset);
      const offset = point ? this.#page.shown?.offsetOf(point) : undefined;
      if (offset !== undefined && Math.sign(offset - from) === sign) return offset;
    }
    return undefined;
  }

  /** Scrolls so that the caret stands at least so many CSS pixels from the edge, or turns to the page that it is on. */
  #reveal(within: number, direction: Direction): void {
    const box = this.#box();
    const [scroller, view] = [this.#scroller, this.#sight];
    if (box === undefined || scroller === null || view === undefined || this.#focus === undefined) return;
    if (this.pages !== undefined) {
      this.pages.reveal(this.#focus, box, direction);
      this.draw();
      return;
    }
    const { flow } = this.#page;
    const before = view.start + within - box.start;
    const after = box.end - (view.end - within);
    if (before > 0) flow.scrollBy(scroller, -before);
    else if (after > 0) flow.scrollBy(scroller, after);
    this.draw();
  }
}
