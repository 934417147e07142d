import type { PageView } from './page-view';

/** One of two columns of the same text. */
export interface PairedColumn {
  readonly view: Pick<PageView, 'root' | 'blockBelow' | 'boxOf'>;
  readonly scroller: HTMLElement;
  /** True while the column goes where the other one is. It does not hold its own place then. */
  isLed: boolean;
  /** Fills what has come into sight. */
  keepUp(): void;
}

/** CSS pixels within which two heights are the same: scrolling is rounded. */
const SAME = 1;

/** What comes into sight is filled and may change its height: so many times the place is looked for anew. */
const PASSES = 3;

/**
 * Two columns that scroll together, paragraph by paragraph: at one height of the window both are equally far into the
 * same block. The one that was scrolled last leads. What moves the other is its own doing only where it stands
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
    const { scroller } = this.#led;
    for (let pass = 0; pass < PASSES; pass++) {
      const by = this.#distance();
      if (by === undefined || Math.abs(by) < SAME) break;
      const before = scroller.scrollTop;
      scroller.scrollTop += by;
      this.#led.keepUp();
      // At either end of the text it can go no further.
      if (scroller.scrollTop === before) break;
    }
    this.#put = scroller.scrollTop;
  }

  #scrolled(column: PairedColumn): void {
    if (column === this.#leader) this.align();
    else if (Math.abs(column.scroller.scrollTop - (this.#put ?? -Infinity)) > SAME) this.lead(column);
  }

  /** CSS pixels by which the column that is led has to be scrolled. */
  #distance(): number | undefined {
    const [leader, led] = [this.#leader, this.#led];
    const height = Math.max(top(leader), top(led));
    const block = leader.view.blockBelow(height);
    const there = leader.view.boxOf(block);
    const here = led.view.boxOf(block);
    if (there === undefined || here === undefined || there.height === 0) return undefined;
    const into = height - there.top;
    // Above the first line, and between two blocks, distances are the same; within a block, shares.
    return here.top - height + (into < 0 ? into : (into / there.height) * here.height);
  }
}

const top = ({ scroller }: PairedColumn): number => scroller.getBoundingClientRect().top;

/** One that is led is not moved by the browser as well, which holds the words at the top when blocks change. */
function setLed(column: PairedColumn, isLed: boolean): void {
  column.isLed = isLed;
  column.scroller.style.overflowAnchor = isLed ? 'none' : '';
}
