import type { PageView } from './page-view';

/** One of two columns of the same text. */
export interface PairedColumn {
  readonly view: Pick<PageView, 'root' | 'flow' | 'blockAfter' | 'boxOf'>;
  readonly scroller: HTMLElement;
  /** True while the column goes where the other one is. It does not hold its own place then. */
  isLed: boolean;
  /** Fills what has come into sight. */
  keepUp(): void;
}

/** CSS pixels within which two places are the same: scrolling is rounded. */
const SAME = 1;

/** What comes into sight is filled and may change its size: so many times the place is looked for anew. */
const PASSES = 3;

/**
 * Two columns that scroll together, paragraph by paragraph: at one place of the flow (a height of the window, or in
 * vertical text a distance from its right) both are equally far into the same block. The one that was scrolled last leads. What moves the other is its own doing only where it stands
 * elsewhere than it was put, so neither pulls the other back.
 */
export class ScrollPair {
  #leader: PairedColumn;
  #led: PairedColumn;
  /** Where the one that is led was put. */
  #put: number | undefined;

  constructor(leader: PairedColumn, led: PairedColumn) {
    this.#leader = leader;
    this.#led = led;
  }

  /** Keeps the columns together until the returned function is called. */
  connect(): () => void {
    const columns = [this.#leader, this.#led];
    this.lead(this.#leader);
    const align = (): void => {
      this.align();
    };
    const resized = new ResizeObserver(align);
    const listeners = columns.map((column) => () => {
      this.#scrolled(column);
    });
    columns.forEach((column, at) => {
      resized.observe(column.view.root);
      resized.observe(column.scroller);
      column.scroller.addEventListener('scroll', listeners[at] ?? align, { passive: true });
    });
    return () => {
      resized.disconnect();
      columns.forEach((column, at) => {
        column.scroller.removeEventListener('scroll', listeners[at] ?? align);
        setLed(column, false);
      });
    };
  }

  /** Lets the other column go where this one is. */
  lead(column: PairedColumn): void {
    if (column !== this.#leader) [this.#leader, this.#led] = [this.#led, this.#leader];
    setLed(this.#leader, false);
    setLed(this.#led, true);
    this.align();
  }

  /** Puts the column that is led where the other one is. */
  align(): void {
    const {
      scroller,
      view: { flow },
    } = this.#led;
    for (let pass = 0; pass < PASSES; pass++) {
      const by = this.#distance();
      if (by === undefined || Math.abs(by) < SAME) break;
      const before = flow.scrolled(scroller);
      flow.scrollBy(scroller, by);
      this.#led.keepUp();
      // At either end of the text it can go no further.
      if (flow.scrolled(scroller) === before) break;
    }
    this.#put = flow.scrolled(scroller);
  }

  #scrolled(column: PairedColumn): void {
    if (column === this.#leader) this.align();
    else if (Math.abs(column.view.flow.scrolled(column.scroller) - (this.#put ?? -Infinity)) > SAME) this.lead(column);
  }

  /** CSS pixels by which the column that is led has to be scrolled. */
  #distance(): number | undefined {
    const [leader, led] = [this.#leader, this.#led];
    const place = Math.max(edgeOf(leader), edgeOf(led));
    const block = leader.view.blockAfter(place);
    const there = leader.view.boxOf(block);
    const here = led.view.boxOf(block);
    if (there === undefined || here === undefined || there.end === there.start) return undefined;
    const into = place - there.start;
    // Before the first line, and between two blocks, distances are the same; within a block, shares.
    const share = into / (there.end - there.start);
    return here.start - place + (into < 0 ? into : share * (here.end - here.start));
  }
}

/** Where the window of a column begins. */
const edgeOf = ({ view, scroller }: PairedColumn): number => view.flow.boxOf(scroller.getBoundingClientRect()).start;

/** One that is led is not moved by the browser as well, which holds the words at the top when blocks change. */
export function setLed(column: Pick<PairedColumn, 'isLed' | 'scroller'>, isLed: boolean): void {
  column.isLed = isLed;
  column.scroller.style.overflowAnchor = isLed ? 'none' : '';
}
