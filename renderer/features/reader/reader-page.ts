import type { CodePointSpan } from '#core/support/offset';
import type { ShownText } from '#core/text/shown-text';
import { Caret } from '../../page/caret';
import { HighlightPainter, type PaintedMark } from '../../page/highlight-painter';
import { PageView } from '../../page/page-view';
import { readAnchor, restoreAnchor, scrollToOffset } from '../../page/scroll-anchor';
import { selectedSpan, selectSpan } from '../../page/selection';

/** Milliseconds for which a mark that was jumped to stands out. */
const FLASH_MS = 1_200;

/** The page as the reader feature uses it: the parts of the DOM adapter, joined. */
export class ReaderPage {
  readonly view: PageView;
  readonly painter: HighlightPainter;
  readonly caret: Caret;
  readonly scroller: HTMLElement;
  #flashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(main: HTMLElement, scroller: HTMLElement, caret: HTMLElement) {
    this.view = new PageView(main);
    this.painter = new HighlightPainter(this.view);
    this.caret = new Caret(this.view, caret);
    this.scroller = scroller;
  }

  /**
   * Shows a text, or the same text in another script. The words at the top stay where they are, and what was
   * selected stays selected. `start` is where a text that was not shown before opens (canonical code points).
   */
  show(shown: ShownText, glosses: boolean, selected: CodePointSpan | undefined, start: number): void {
    const sameText = this.view.shown?.text === shown.text;
    const anchor = sameText ? readAnchor(this.view, this.scroller) : undefined;
    this.view.show(shown, { glosses });
    if (anchor !== undefined) restoreAnchor(this.view, this.scroller, anchor);
    else this.#openAt(start);
    const selection = getSelection();
    if (selected !== undefined && selection !== null) selectSpan(this.view, selection, selected);
    this.caret.draw();
  }

  /** Selects whole units at once, so that what is seen is what will be kept. Returns the span. */
  snapSelection(): CodePointSpan | undefined {
    const selection = getSelection();
    const span = selectedSpan(this.view, selection);
    if (span === undefined || selection === null) return undefined;
    selectSpan(this.view, selection, span);
    this.caret.follow(span);
    return span;
  }

  /** Brings a span into sight and lets it stand out for a moment. */
  jumpTo(span: CodePointSpan): void {
    scrollToOffset(this.view, this.scroller, span.start);
    this.painter.sign('flash', [span]);
    clearTimeout(this.#flashTimer);
    this.#flashTimer = setTimeout(() => {
      this.painter.sign('flash', []);
    }, FLASH_MS);
  }

  /** Scrolls to a canonical offset. */
  scrollTo(offset: number): void {
    scrollToOffset(this.view, this.scroller, offset);
  }

  /** The canonical offset of the first words in sight. */
  topOffset(): number | undefined {
    return readAnchor(this.view, this.scroller)?.offset;
  }

  /** Paints the marks, and the sign of the current one. */
  paint(marks: readonly PaintedMark[], current: string | undefined): void {
    this.painter.paint(marks);
    this.painter.sign(
      'current',
      marks.filter(({ id }) => id === current).map(({ span }) => span),
    );
  }

  #openAt(start: number): void {
    this.scroller.scrollTop = 0;
    if (start > 0) restoreAnchor(this.view, this.scroller, { offset: start, below: 0 });
  }
}
