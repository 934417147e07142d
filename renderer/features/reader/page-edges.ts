import type { Direction } from '#core/text/caret-steps';
import { EdgeDwell } from '../../page/edge-dwell';
import type { WindowBox } from '../../page/flow';
import type { ReaderPage } from './reader-page';

/** A place in the window, in CSS pixels. */
export interface Hand {
  readonly x: number;
  readonly y: number;
}

/** CSS pixels that a hand may tremble where it has turned a page. */
const AT_REST = 24;

/** What of the window shows words of a page: less than its scroller where paper covers lines that are not whole. */
export function viewOf({ view: { flow }, seen }: ReaderPage): WindowBox {
  const [from, to] = [flow.pointAt(seen.lineStart, seen.start), flow.pointAt(seen.lineEnd, seen.end)];
  return {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
}

/** The place of the window nearest to a hand at which words of the page are seen. */
export function nearestSeen(page: ReaderPage, { x, y }: Hand): Hand {
  const [text, view] = [page.view.root.getBoundingClientRect(), viewOf(page)];
  const within = (at: number, low: number, high: number): number => Math.max(low + 1, Math.min(at, high - 1));
  return {
    x: within(x, Math.max(view.left, text.left), Math.min(view.right, text.right)),
    y: within(y, Math.max(view.top, text.top), Math.min(view.bottom, text.bottom)),
  };
}

/** On which side of a page's words a hand is, before its first line or behind its last; undefined at any of its lines. */
export function sideOf({ view: { flow }, seen }: ReaderPage, { x, y }: Hand): Direction | undefined {
  const at = flow.boxOf({ left: x, right: x, top: y, bottom: y }).start;
  return at > seen.end ? 'forward' : at < seen.start ? 'backward' : undefined;
}

/** Pages that are turned under a hand that drags something, and shows at which edge that is waited for. */
export class TurnedByHand {
  readonly #page: ReaderPage;
  readonly #dwell: EdgeDwell;
  #hand: Hand | undefined;
  /** Where the hand was when it turned a page. */
  #turnedAt: Hand | undefined;

  /** `onTurn` follows each page that was turned. */
  constructor(page: ReaderPage, onTurn: () => void) {
    this.#page = page;
    this.#dwell = new EdgeDwell((direction) => {
      const { pages } = page.caret;
      if (pages?.canTurn(direction) !== true) return false;
      page.turnPage(direction);
      this.#turnedAt = this.#hand;
      onTurn();
      this.#show(direction);
      return true;
    });
  }

  /** Tells where the hand is. */
  at(hand: Hand): void {
    if (!this.#page.isInPages || this.#isAtRest(hand)) return;
    this.#hand = hand;
    this.#turnedAt = undefined;
    const side = sideOf(this.#page, hand);
    this.#dwell.at(side);
    this.#show(side);
  }

  /**
   * The canonical offset at which what is dragged ends while the hand rests where it has turned the page: no word of the
   * new page is taken before the hand comes to one. Undefined where it turned none.
   */
  get offset(): number | undefined {
    const { turned } = this.#dwell;
    const { pages } = this.#page.caret;
    if (turned === undefined || pages === undefined) return undefined;
    const { first, next } = pages.words;
    const blocks = this.#page.view.shown?.text.blocks ?? [];
    if (turned === 'backward') return next;
    // What ends before the first word of a paragraph ends with the last of the one before.
    return blocks.some(({ span }) => span.start === first) ? Math.max(0, first - 1) : first;
  }

  /** The hand has let go. */
  stop(): void {
    this.#dwell.stop();
    this.#show(undefined);
  }

  /** The edge of the new page may be elsewhere: a hand that has not moved is at it all the same. */
  #isAtRest({ x, y }: Hand): boolean {
    const there = this.#turnedAt;
    return there !== undefined && Math.hypot(x - there.x, y - there.y) < AT_REST;
  }

  #show(side: Direction | undefined): void {
    const { scroller, caret } = this.#page;
    if (side !== undefined && caret.pages?.canTurn(side) === true) scroller.dataset['held'] = side;
    else delete scroller.dataset['held'];
  }
}
