import { isSameSpan, type CodePointSpan } from '#core/support/offset';
import type { Direction } from '#core/text/caret-steps';
import type { InSight } from '#core/text/share-read';
import type { ShownText } from '#core/text/shown-text';
import { Caret } from '../../page/caret';
import type { BlockRange } from '../../page/fill-order';
import type { FlowBox } from '../../page/flow';
import { HighlightPainter } from '../../page/highlight-painter';
import { HitPainter } from '../../page/hit-painter';
import { browserIdleTime, IdleFiller } from '../../page/idle-filler';
import type { PaintedMark } from '../../page/mark-index';
import { KeptPlace } from '../../page/kept-place';
import type { BlockAttribute } from '../../page/page-blocks';
import { PageView, type PageOptions } from '../../page/page-view';
import { endInSight, makeRoom, scrollToOffset, turnPage } from '../../page/scroll-anchor';
import { selectedSpan, selectSpan } from '../../page/selection';
import { besideWords, wordBeside, wordUnder } from '../../page/words-at';

/** Milliseconds for which a mark that was jumped to stands out. */
const FLASH_MS = 1_200;

/** Code points up to which all marks are painted, wherever they are. */
const PAINTED_WHOLE = 100_000;

/** Sizes of the window, before and after it, in which marks are painted before they are seen. */
const PAINTED_BEYOND = 2;

/** CSS pixels that a line brought to the beginning keeps from the edge, so that its readings are seen too. */
const AFTER_EDGE = 24;

/** The page as the reader feature uses it: the parts of the DOM adapter, joined. */
export class ReaderPage {
  readonly view: PageView;
  readonly painter: HighlightPainter;
  /** What a search has found. */
  readonly found: HitPainter;
  readonly caret: Caret;
  readonly scroller: HTMLElement;
  /** True while this column goes where another one is. */
  isLed = false;
  readonly #place: KeptPlace;
  readonly #filler = new IdleFiller(browserIdleTime());
  readonly #caretElement: HTMLElement;
  #current: readonly CodePointSpan[] = [];
  #selected: CodePointSpan | undefined;
  #flashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(main: HTMLElement, scroller: HTMLElement, caret: HTMLElement, attribute?: BlockAttribute) {
    this.view = new PageView(main, attribute);
    this.painter = new HighlightPainter(this.view);
    this.found = new HitPainter(this.view);
    this.view.onFill((block) => {
      this.painter.forget(block);
      this.found.forget(block);
    });
    this.caret = new Caret(this.view, caret);
    this.#caretElement = caret;
    this.scroller = scroller;
    this.#place = new KeptPlace(this.view, scroller);
  }

  /**
   * Shows a text, or the same text in another script or layout: what is in sight at once, the rest of a long text in idle time.
   * The words at the beginning stay where they are, and what was selected stays selected. `start` is where a text that was
   * not shown before opens (canonical code points). `paint` has to follow.
   */
  show(shown: ShownText, options: PageOptions, selected: CodePointSpan | undefined, start: number): void {
    const sameText = this.view.shown?.text === shown.text;
    const anchor = sameText ? this.#place.read() : undefined;
    const inSight = this.#inSight();
    const isTurned = options.layout !== this.view.flow.layout;
    // From here on the style of the page turns its lines, and all places are told along the other axis.
    this.scroller.dataset['layout'] = options.layout;
    this.view.show(shown, options);
    if (anchor === undefined) this.#openAt(start);
    else if (isTurned) {
      this.#place.turn(anchor);
      this.#settle();
      this.#place.turn(anchor);
    } else {
      // All that will be seen is filled before any of it is measured, so that it is laid out once.
      this.view.fillAll(inSight);
      this.#place.restore(anchor);
    }
    this.#settle();
    const selection = getSelection();
    if (selected !== undefined && selection !== null) selectSpan(this.view, selection, selected);
    this.#selected = selected;
    this.caret.draw();
    this.#fillTheRest();
  }

  /** Selects whole units at once, so that what is seen is what will be kept. Returns the span. */
  snapSelection(): CodePointSpan | undefined {
    const selection = getSelection();
    const raw = selectedSpan(this.view, selection);
    if (raw === undefined || selection === null) return undefined;
    // What was selected in horizontal text stays as it is, also half a number.
    const isSame = this.#selected !== undefined && isSameSpan(raw, this.#selected);
    const span = isSame ? raw : this.view.outward(raw);
    this.#selected = span;
    selectSpan(this.view, selection, span);
    this.caret.follow(span);
    return span;
  }

  /** Brings a span into sight and lets it stand out for a moment. */
  jumpTo(span: CodePointSpan): void {
    this.scrollTo(span.start);
    this.flash(span);
  }

  /** Lets a span stand out for a moment. */
  flash(span: CodePointSpan): void {
    this.painter.sign('flash', [span]);
    clearTimeout(this.#flashTimer);
    this.#flashTimer = setTimeout(() => {
      this.painter.sign('flash', []);
    }, FLASH_MS);
  }

  /** Brings the line of a canonical offset to the beginning of the page, as far as the text goes. */
  turnTo(offset: number): void {
    if (offset <= 0) this.#toBeginning();
    else this.#place.restore({ offset, after: AFTER_EDGE });
    this.keepUp();
  }

  /** Scrolls to a canonical offset. */
  scrollTo(offset: number): void {
    scrollToOffset(this.view, this.scroller, offset);
    this.keepUp();
  }

  /** The canonical offset of the caret, if it is drawn where it can be seen. */
  caretInSight(): number | undefined {
    return this.sees(this.#caretElement.getBoundingClientRect()) ? this.caret.drawnAt : undefined;
  }

  /** True if a rectangle of the window (CSS pixels) lies wholly within what the page shows of its flow. */
  sees(rect: DOMRect): boolean {
    const { start, end } = this.view.flow.boxOf(rect);
    const sight = this.#sight();
    return start >= sight.start && end <= sight.end;
  }

  /** Goes on, or back, by as much as is in sight less a line. */
  turnPage(direction: Direction): void {
    turnPage(this.view, this.scroller, direction);
    this.keepUp();
  }

  /** The canonical offset of the first words in sight. */
  topOffset(): number | undefined {
    return this.#place.read()?.offset;
  }

  /** What of the text is in sight, as canonical offsets; undefined where no text is shown. */
  inSight(): InSight | undefined {
    const from = this.topOffset();
    const length = this.view.shown?.text.blocks.at(-1)?.span.end ?? 0;
    return from === undefined ? undefined : { from, to: endInSight(this.view, this.scroller), length };
  }

  /** Holds the words at the beginning where they stood, after a change of the page's size or of its fonts. */
  holdPlace(cause: 'size' | 'fonts'): void {
    if (this.isLed || this.view.shown === undefined) return;
    if (cause === 'size') this.#place.holdInResize();
    else this.#place.hold();
  }

  /** Paints the marks, and the sign of the current one. */
  paint(marks: readonly PaintedMark[], current: string | undefined): void {
    this.painter.paint(marks);
    this.#current = marks.filter(({ id }) => id === current).map(({ span }) => span);
    this.painter.sign('current', this.#current);
    this.found.refresh();
  }

  /** Fills and paints what has come into sight, as after scrolling or a change of size. */
  keepUp(): void {
    if (this.view.shown === undefined) return;
    this.#settle();
    this.painter.refresh();
    this.found.refresh();
  }

  /** Gives up filling and painting, as when another text takes the page's place. */
  close(): void {
    this.#filler.stop();
    this.painter.clear();
    this.found.clear();
    clearTimeout(this.#flashTimer);
  }

  /** Selects what a span shows. */
  select(span: CodePointSpan): void {
    const selection = getSelection();
    if (selection !== null) selectSpan(this.view, selection, span);
    this.caret.follow(span);
  }

  /** Paints a mark as if it stood on another span, while a person moves one of its ends; undefined ends that. */
  preview(moved: PaintedMark | undefined): void {
    this.painter.preview(moved);
    this.painter.sign('current', moved === undefined ? this.#current : [moved.span]);
  }

  /** Scrolls the words of a span to the beginning where a pop-up of this size fits neither after nor before them. */
  makeRoom(span: CodePointSpan, size: { readonly width: number; readonly height: number }): void {
    makeRoom(this.view, this.scroller, span, size);
  }

  /** The word displayed at a point of the window (CSS pixels); undefined where there is none. */
  wordAt(x: number, y: number): CodePointSpan | undefined {
    return wordUnder(this.view, x, y);
  }

  /** The word at the caret as it is drawn now; undefined where none is drawn. */
  wordAtCaret(): CodePointSpan | undefined {
    return this.#caretElement.hidden ? undefined : wordBeside(this.view, this.#caretElement.getBoundingClientRect());
  }

  /** Where something about the caret may stand, in CSS pixels of the window. Undefined where none is drawn. */
  caretPoint(): { readonly x: number; readonly y: number } | undefined {
    return this.#caretElement.hidden ? undefined : this.besideWords(this.#caretElement.getBoundingClientRect());
  }

  /** Where a menu about words (their last rectangle) covers none of them, in CSS pixels of the window. */
  besideWords(last: DOMRect): { readonly x: number; readonly y: number } {
    return besideWords(this.view, last);
  }

  /** What of the flow the page shows. */
  #sight(): FlowBox {
    return this.view.flow.boxOf(this.scroller.getBoundingClientRect());
  }

  #toBeginning(): void {
    const { flow } = this.view;
    flow.scrollBy(this.scroller, -flow.scrolled(this.scroller));
  }

  #openAt(start: number): void {
    this.#toBeginning();
    if (start > 0) this.#place.restore({ offset: start, after: 0 });
  }

  /** The blocks that can be seen now. */
  #inSight(): BlockRange {
    const { start, end } = this.#sight();
    return { from: this.view.blockAfter(start), to: this.view.blockAfter(end) + 1 };
  }

  #settle(): void {
    const { view } = this;
    let inSight = this.#inSight();
    // Blocks that become shorter when they are filled let others come into sight.
    for (let pass = 0; pass < 3 && view.isLong; pass++) {
      const missing = this.#missing(inSight);
      if (!missing) break;
      view.fillAll(inSight);
      inSight = this.#inSight();
    }
    view.near(inSight);
    const near = this.#near();
    const marked = this.#toPaint(near);
    this.painter.see(marked);
    this.found.see({ marked, near });
  }

  #missing({ from, to }: BlockRange): boolean {
    for (let block = from; block < to; block++) if (!this.view.isFilled(block)) return true;
    return false;
  }

  /** The blocks in which marks are painted: all, or in a very long text those near the window. */
  #toPaint(near: BlockRange): BlockRange {
    const blocks = this.view.shown?.text.blocks ?? [];
    return (blocks.at(-1)?.span.end ?? 0) < PAINTED_WHOLE ? { from: 0, to: blocks.length } : near;
  }

  #near(): BlockRange {
    const { start, end } = this.#sight();
    const beyond = PAINTED_BEYOND * (end - start);
    return this.view.sectionsBetween(start - beyond, end + beyond);
  }

  #fillTheRest(): void {
    this.#filler.stop();
    if (!this.view.isLong) return;
    this.#filler.start(
      () => this.view.fillNext(),
      () => {
        this.painter.refresh();
        this.found.refresh();
      },
    );
  }
}
