import { nearestSeen, sideOf, TurnedByHand, viewOf, type Hand } from './page-edges';
import type { ReaderPage } from './reader-page';

/**
 * Where the mouse is beside the column, or on the paper that covers a line, the selection ends at the words nearest to
 * that place.
 */
export function keepWithin(page: ReaderPage, { x, y }: Hand): void {
  const selection = getSelection();
  const { root } = page.view;
  const view = viewOf(page);
  const isSeen = x >= view.left && x <= view.right && y >= view.top && y <= view.bottom;
  if (!selection?.focusNode || selection.isCollapsed || (isSeen && root.contains(selection.focusNode))) return;
  const there = nearestSeen(page, { x, y });
  const nearest = document.caretPositionFromPoint(there.x, there.y);
  if (nearest !== null && root.contains(nearest.offsetNode)) selection.extend(nearest.offsetNode, nearest.offset);
}

/**
 * A selection that is dragged with the mouse over a text in pages. The browser would scroll the text line by line where
 * the mouse leaves it: the page stays where it is, and is turned as a whole where the mouse is held at its edge.
 */
export class PageDrag {
  readonly #page: ReaderPage;
  readonly #turned: TurnedByHand;
  #hand: Hand | undefined;
  #frame = 0;
  #put: number;

  constructor(page: ReaderPage) {
    this.#page = page;
    this.#put = this.#scrolled;
    this.#turned = new TurnedByHand(page, () => {
      this.#put = this.#scrolled;
    });
    page.scroller.addEventListener('scroll', this.#stay);
    // After the browser has taken the words below the mouse, and before the frame is drawn.
    this.#frame = requestAnimationFrame(this.#look);
  }

  /** The mouse has moved. */
  move(hand: Hand): void {
    this.#hand = hand;
  }

  /** The mouse is released: the selection ends where it is seen to. */
  end(): void {
    this.#take();
    if (this.#hand !== undefined && this.#turned.offset === undefined) keepWithin(this.#page, this.#hand);
    cancelAnimationFrame(this.#frame);
    this.#page.scroller.removeEventListener('scroll', this.#stay);
    this.#turned.stop();
  }

  get #scrolled(): number {
    return this.#page.view.flow.scrolled(this.#page.scroller);
  }

  readonly #stay = (): void => {
    const by = this.#put - this.#scrolled;
    if (Math.abs(by) >= 1) this.#page.view.flow.scrollBy(this.#page.scroller, by);
  };

  readonly #look = (): void => {
    this.#take();
    this.#frame = requestAnimationFrame(this.#look);
  };

  #take(): void {
    const selection = getSelection();
    if (this.#hand === undefined || selection?.isCollapsed !== false) return;
    this.#turned.at(this.#hand);
    const { offset } = this.#turned;
    if (offset !== undefined) this.#extendTo(selection, offset);
    else if (sideOf(this.#page, this.#hand) !== undefined) keepWithin(this.#page, this.#hand);
  }

  #extendTo(selection: Selection, offset: number): void {
    const { view } = this.#page;
    const point = view.shown?.pointOf(offset);
    const place = point && view.place(point, 'end');
    if (place === undefined) return;
    if (selection.focusNode === place.node && selection.focusOffset === place.offset) return;
    selection.extend(place.node, place.offset);
  }
}
