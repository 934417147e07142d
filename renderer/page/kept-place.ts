import type { PageView } from './page-view';
import { readAnchor, restoreAnchor, type ScrollAnchor } from './scroll-anchor';

/**
 * The words at the top of a page. They are read anew only once the page was scrolled, so that they do not drift when
 * the page becomes narrower and wider, or changes its script there and back.
 */
export class KeptPlace {
  readonly #page: PageView;
  readonly #scroller: HTMLElement;
  #anchor: ScrollAnchor | undefined;
  #text: unknown;
  #scrollTop = 0;
  #width = 0;

  constructor(page: PageView, scroller: HTMLElement) {
    this.#page = page;
    this.#scroller = scroller;
  }

  /** The words at the top; undefined where no text is shown. */
  read(): ScrollAnchor | undefined {
    const isText = this.#text === this.#page.shown?.text;
    // A page that became wider may have been cut short at its end before its words are held: nobody has scrolled it.
    const isResized = this.#width !== 0 && this.#width !== this.#page.root.clientWidth;
    const isSame = isText && (isResized || this.#scrollTop === this.#scroller.scrollTop);
    if (this.#anchor === undefined || !isSame) this.#note(readAnchor(this.#page, this.#scroller));
    return this.#anchor;
  }

  /** Brings these words to where they stood. */
  restore(anchor: ScrollAnchor): void {
    restoreAnchor(this.#page, this.#scroller, anchor);
    this.#note(anchor);
  }

  /** Holds the words where they stood when the page has become narrower or wider. */
  holdInWidth(): void {
    const width = this.#page.root.clientWidth;
    const isOther = this.#width !== 0 && width !== this.#width;
    this.#width = width;
    if (isOther) this.hold();
  }

  /** Holds the words where they stood when lines were broken anew. At the very top nothing moves. */
  hold(): void {
    if (this.#anchor !== undefined && this.#scrollTop > 0) this.restore(this.#anchor);
  }

  #note(anchor: ScrollAnchor | undefined): void {
    this.#anchor = anchor;
    this.#text = this.#page.shown?.text;
    this.#scrollTop = this.#scroller.scrollTop;
  }
}
