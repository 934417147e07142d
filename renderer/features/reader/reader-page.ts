import { isSameSpan, type CodePointSpan } from '#core/support/offset';
import type { Direction } from '#core/text/caret-steps';
import type { InSight } from '#core/text/share-read';
import type { ShownText } from '#core/text/shown-text';
import { Caret } from '../../page/caret';
import { Flash } from '../../page/flash';
import { HighlightPainter } from '../../page/highlight-painter';
import { HitPainter } from '../../page/hit-painter';
import type { PaintedMark } from '../../page/mark-index';
import type { FlowBox } from '../../page/flow';
import { KeptPlace } from '../../page/kept-place';
import type { BlockAttribute } from '../../page/page-blocks';
import { marginOf, PageTurns } from '../../page/page-turns';
import { PageView, type PageOptions } from '../../page/page-view';
import { endInSight, scrollToOffset, toBeginning, turnPage } from '../../page/scroll-anchor';
import { setLed } from '../../page/scroll-pair';
import { selectedSpan, selectSpan } from '../../page/selection';
import { SightFiller } from '../../page/sight-filler';
import { besideWords, wordBeside, wordUnder } from '../../page/words-at';

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
  readonly #pages: PageTurns;
  #isInPages = false;
  readonly #filler: SightFiller;
  readonly #flash: Flash;
  readonly #caretElement: HTMLElement;
  #current: readonly CodePointSpan[] = [];
  #selected: CodePointSpan | undefined;
  #quiet: CodePointSpan | undefined;

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
    this.#pages = new PageTurns(this.view, scroller);
    this.#filler = new SightFiller(this.view, scroller, this);
    this.#flash = new Flash(this.painter);
  }

  /**
   * Shows a text, or the same text in another script or layout: what is in sight at once, the rest of a long text in idle time.
   * The words at the beginning stay where they are, and what was selected stays selected. `start` is where a text that was
   * not shown before opens (canonical code points). `paint` has to follow.
   */
  show(shown: ShownText, options: PageOptions, selected: CodePointSpan | undefined, start: number): void {
    const sameText = this.view.shown?.text === shown.text;
    const anchor = sameText ? this.#place.read() : undefined;
    const inSight = this.#filler.blocks;
    const isTurned = options.layout !== this.view.flow.layout;
    // From here on the style of the page turns its lines, and all places are told along the other axis.
    this.scroller.dataset['layout'] = options.layout;
    this.view.show(shown, options);
    this.#takeMargin();
    if (anchor === undefined) this.#openAt(start);
    else if (isTurned) {
      this.#place.turn(anchor);
      this.#filler.settle();
      this.#place.turn(anchor);
    } else {
      // All that will be seen is filled before any of it is measured, so that it is laid out once.
      this.view.fillAll(inSight);
      this.#place.restore(anchor);
    }
    this.#pages.settle(this.#isInPages);
    this.#filler.settle();
    const selection = getSelection();
    if (selected !== undefined && selection !== null) selectSpan(this.view, selection, selected);
    this.#selected = selected;
    this.caret.draw();
    this.#filler.fillTheRest();
  }

  /** Selects whole units at once, so that what is seen is what will be kept. Returns the span. */
  snapSelection(): CodePointSpan | undefined {
    const selection = getSelection();
    const raw = selectedSpan(this.view, selection);
    if (raw === undefined || !this.isQuiet(raw)) this.wake();
    if (raw === undefined) this.#place.take(undefined);
    if (raw === undefined || selection === null) return undefined;
    // What was selected in horizontal text stays as it is, also half a number.
    const isSame = this.#selected !== undefined && isSameSpan(raw, this.#selected);
    const span = isSame ? raw : this.view.outward(raw);
    this.#selected = span;
    selectSpan(this.view, selection, span);
    if (!isSame) this.#place.take(span.start);
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
    this.#flash.show(span);
  }

  /** Brings the line of a canonical offset to the beginning of the page, as far as the text goes. */
  turnTo(offset: number): void {
    if (offset <= 0) toBeginning(this.view, this.scroller);
    else this.#place.restore({ offset, after: AFTER_EDGE });
    this.#arrive();
  }

  /** Scrolls to a canonical offset; a page on which it is stays as it is. */
  scrollTo(offset: number): void {
    if (!this.#isInPages || !this.#pages.shows(offset)) scrollToOffset(this.view, this.scroller, offset);
    this.#arrive();
  }

  /** The canonical offset of the caret, if it is drawn where it can be seen. */
  caretInSight(): number | undefined {
    return this.sees(this.#caretElement.getBoundingClientRect()) ? this.caret.drawnAt : undefined;
  }

  /** True if a rectangle of the window (CSS pixels) lies wholly within what the page shows of its flow. */
  sees(rect: DOMRect): boolean {
    const { start, end } = this.view.flow.boxOf(rect);
    const sight = this.#filler.sight;
    return start >= sight.start && end <= sight.end;
  }

  /** Goes on, or back: to the next page, or by as much as is in sight less a line. */
  turnPage(direction: Direction): void {
    if (this.#isInPages) this.#pages.turn(direction);
    else turnPage(this.view, this.scroller, direction);
    this.#arrive();
  }

  /** True where the text is turned over in pages that begin and end with whole lines. */
  get isInPages(): boolean {
    return this.#isInPages;
  }

  /** Lets the text be turned over in pages, or scrolled. */
  setInPages(isInPages: boolean): void {
    this.#isInPages = isInPages;
    this.#takeMargin();
    this.caret.pages = isInPages ? this.#pages : undefined;
    this.#arrive();
  }

  /** Whatever has scrolled the text has come to rest. */
  rest(): void {
    if (this.#isInPages) this.#arrive();
  }

  /** Lets the pages of this column, a second one, show the same words as another's, until the returned function is called. */
  goWith(leader: ReaderPage): () => void {
    setLed(this, true);
    const part = this.#pages.goWith(leader.#pages);
    leader.#takeMargin();
    return () => {
      part();
      leader.#takeMargin();
      setLed(this, false);
    };
  }

  /** What can be seen of the text, along its flow: less than the window where paper covers lines that are not whole. */
  get seen(): FlowBox {
    return this.#isInPages ? this.#pages.seen : this.#filler.sight;
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
    if (this.view.shown === undefined) return;
    if (!this.isLed) this.#place.hold(cause);
    this.#pages.settle(this.#isInPages);
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
    this.#filler.settle();
    this.#filler.refresh();
    // The words at the beginning are noted before lines become shorter, and before paper is laid over the edges of the
    // page: to write and then to measure would lay it out once more.
    this.#place.read();
    if (!this.#isInPages) this.#pages.settle(false);
  }

  /** Gives up filling and painting, as when another text takes the page's place. */
  close(): void {
    this.#filler.stop();
    this.painter.clear();
    this.found.clear();
    this.#flash.stop();
  }

  /** Selects what a span shows. */
  select(span: CodePointSpan): void {
    const selection = getSelection();
    if (selection !== null) selectSpan(this.view, selection, span);
    this.caret.follow(span);
  }

  /** Selects what a span shows, as what is come to and not as what something is to be done with: nothing opens for it. */
  selectQuietly(span: CodePointSpan): void {
    this.#quiet = span;
    this.select(span);
  }

  /** True if a span was selected quietly, and nobody has selected since. */
  isQuiet(span: CodePointSpan): boolean {
    return this.#quiet !== undefined && isSameSpan(this.#quiet, span);
  }

  /** What is selected from now on is selected by a person, also where it is the same. */
  wake(): void {
    this.#quiet = undefined;
  }

  /** Paints a mark as if it stood on another span, while a person moves one of its ends; undefined ends that. */
  preview(moved: PaintedMark | undefined): void {
    this.painter.preview(moved);
    this.painter.sign('current', moved === undefined ? this.#current : [moved.span]);
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

  /** Fills and paints what has come into sight, as a whole page where the text is turned over. */
  #arrive(): void {
    if (this.#isInPages) this.#pages.rest();
    this.keepUp();
  }

  #takeMargin(): void {
    this.#place.margin = marginOf(this.view.flow.layout, this.#isInPages, this.#pages.margin);
  }

  #openAt(start: number): void {
    toBeginning(this.view, this.scroller);
    // A page begins behind its margin: at the edge the line would be one of the page before.
    if (start > 0) this.#place.restore({ offset: start, after: this.#place.first });
  }
}
