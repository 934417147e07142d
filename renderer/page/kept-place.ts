import type { PageView } from './page-view';
import { boxOf, readAnchor, restoreAnchor, sightOf, toBeginning, type ScrollAnchor } from './scroll-anchor';

/** CSS pixels from the edge at which a line is surely read as the first behind a margin: how far a page scrolls is rounded. */
export const firstBehind = (margin: number): number => (margin > 0 ? margin + 1 : 0);

/**
 * The words at the beginning of what a page shows. They are read anew only once the page was scrolled, so that they do not drift when
 * the page becomes narrower and wider, or changes its script or its layout there and back.
 */
export class KeptPlace {
  readonly #page: PageView;
  readonly #scroller: HTMLElement;
  #anchor: ScrollAnchor | undefined;
  #text: unknown;
  #scrolled = 0;
  #lineSize = 0;
  /** Words that are selected, a canonical offset, and where they stand while they are in sight. */
  #inHand: number | undefined;
  #hand: ScrollAnchor | undefined;
  /** CSS pixels at the beginning in which no words are read, as where paper lies over them. */
  margin = 0;

  constructor(page: PageView, scroller: HTMLElement) {
    this.#page = page;
    this.#scroller = scroller;
  }

  /** CSS pixels from the edge at which a line is surely read as the first. */
  get first(): number {
    return firstBehind(this.margin);
  }

  /** The words at the beginning; undefined where no text is shown. */
  read(): ScrollAnchor | undefined {
    const isText = this.#text === this.#page.shown?.text;
    // A page whose lines became longer may have been cut short at its end before its words are held: nobody has scrolled it.
    const isResized = this.#lineSize !== 0 && this.#lineSize !== this.#lineSizeNow;
    const isSame = isText && (isResized || this.#scrolled === this.#scrolledNow);
    if (this.#anchor === undefined || !isSame) this.#note(readAnchor(this.#page, this.#scroller, this.margin));
    return this.#anchor;
  }

  /** Brings these words to where they stood. */
  restore(anchor: ScrollAnchor): void {
    restoreAnchor(this.#page, this.#scroller, anchor);
    this.#note(anchor);
  }

  /** Takes note of the words that are selected: they stay in sight where lines are broken anew. */
  take(offset: number | undefined): void {
    this.#inHand = offset;
    this.#hand = this.#handNow();
  }

  /** Holds the words where they stood when lines were broken anew: of another size only where it made lines shorter or longer. */
  hold(cause: 'size' | 'fonts'): void {
    if (cause === 'fonts') {
      this.#hold();
      return;
    }
    const size = this.#lineSizeNow;
    const isOther = this.#lineSize !== 0 && size !== this.#lineSize;
    this.#lineSize = size;
    if (isOther) this.#hold();
  }

  /**
   * Brings these words to the beginning after the page has turned its lines; a page at the very beginning stays there.
   */
  turn(anchor: ScrollAnchor): void {
    const after = Math.max(anchor.after, this.first);
    if (this.#scrolled > 0) restoreAnchor(this.#page, this.#scroller, { ...anchor, after });
    else toBeginning(this.#page, this.#scroller);
    this.#lineSize = this.#lineSizeNow;
    this.#note(anchor);
  }

  /**
   * Holds the words where they stood. At the very beginning nothing moves. Selected words that were in sight and would be
   * no more are held in place of the first ones, which come back when there is room again.
   */
  #hold(): void {
    const hand = this.#hand;
    if (this.#anchor === undefined || (hand === undefined && this.#scrolled === 0)) return;
    restoreAnchor(this.#page, this.#scroller, this.#anchor);
    if (hand !== undefined && this.#handNow() === undefined) restoreAnchor(this.#page, this.#scroller, hand);
    // Neither is noted anew: what comes back is what was there before.
    this.#scrolled = this.#scrolledNow;
  }

  /** Where the selected words stand; undefined where none are in sight. */
  #handNow(): ScrollAnchor | undefined {
    const box = this.#inHand === undefined ? undefined : boxOf(this.#page, this.#inHand);
    if (this.#inHand === undefined || box === undefined) return undefined;
    const { start, end } = sightOf(this.#page, this.#scroller);
    return box.start >= start && box.end <= end ? { offset: this.#inHand, after: box.start - start } : undefined;
  }

  get #scrolledNow(): number {
    return this.#page.flow.scrolled(this.#scroller);
  }

  get #lineSizeNow(): number {
    return this.#page.flow.lineSizeOf(this.#page.root);
  }

  #note(anchor: ScrollAnchor | undefined): void {
    this.#anchor = anchor;
    this.#text = this.#page.shown?.text;
    this.#scrolled = this.#scrolledNow;
    this.#hand = this.#handNow();
  }
}
