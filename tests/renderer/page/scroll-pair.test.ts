import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUTS, type Layout } from '#core/text/layout';
import { FLOWS } from '../../../renderer/page/flow';
import { ScrollPair, type PairedColumn } from '../../../renderer/page/scroll-pair';

/** Size of a column's window along its flow, in CSS pixels. */
const VIEW = 400;

/**
 * A column of blocks with these heights, or in vertical text widths; it begins at `edge` of the flow. Events wait until
 * they are told to come.
 */
function column(heights: readonly number[], edge: number, layout: Layout = 'horizontal') {
  const listeners = new Set<() => void>();
  const content = heights.reduce((sum, height) => sum + height, 0) + VIEW;
  let scrollTop = 0;
  let waiting = 0;
  const topOf = (block: number): number =>
    edge - scrollTop + heights.slice(0, block).reduce((sum, height) => sum + height, 0);
  const scroller = {
    style: {},
    get scrollTop() {
      return scrollTop;
    },
    set scrollTop(to: number) {
      // The browser rounds to whole device pixels.
      const next = Math.round(Math.max(0, Math.min(to, content - VIEW)));
      if (next !== scrollTop) waiting++;
      scrollTop = next;
    },
    get scrollLeft() {
      return -scrollTop;
    },
    set scrollLeft(to: number) {
      scroller.scrollTop = -to;
    },
    getBoundingClientRect: () => ({ top: edge, right: -edge }),
    addEventListener: (_name: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_name: string, listener: () => void) => listeners.delete(listener),
  };
  const paired = {
    isLed: false,
    keepUp: () => undefined,
    scroller,
    view: {
      root: {},
      flow: FLOWS[layout],
      boxOf: (block: number) => ({ start: topOf(block), end: topOf(block) + (heights[block] ?? 0) }),
      blockAfter: (place: number) => {
        const found = heights.findIndex((own, block) => topOf(block) + own > place);
        return found < 0 ? heights.length - 1 : found;
      },
    },
  };
  return {
    // Only what the pair asks for is there.
    paired: paired as unknown as PairedColumn,
    scroller,
    /** Whether the column can be scrolled no further, one way or the other. */
    isAtEnd: () => scrollTop === 0 || scrollTop === content - VIEW,
    /** Lets the events of scrolling come; returns whether there were any. */
    settle: () => {
      const came = waiting > 0;
      waiting = 0;
      if (came) for (const listener of listeners) listener();
      return came;
    },
    /** How far the column is into the block at a place of the flow, in blocks. */
    placeAt: (height: number) => {
      const block = paired.view.blockAfter(height);
      return block + (height - topOf(block)) / (heights[block] ?? 1);
    },
  };
}

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const heights = fc.array(fc.integer({ min: 40, max: 2_000 }), { minLength: 3, maxLength: 12 });

describe('two columns that scroll together', () => {
  it('are equally far into the same block, whichever is scrolled, and come to rest', () => {
    fc.assert(
      fc.property(
        heights,
        fc.array(fc.tuple(fc.boolean(), fc.double({ min: 0, max: 0.95, noNaN: true })), { maxLength: 8 }),
        fc.double({ min: 0.6, max: 1.7, noNaN: true }),
        fc.constantFrom(...LAYOUTS),
        (own, scrolls, ratio, layout) => {
          const one = column(own, 48, layout);
          const other = column(
            own.map((height) => Math.round(height * ratio)),
            88,
            layout,
          );
          new ScrollPair(one.paired, other.paired).connect();
          for (const [isFirst, share] of scrolls) {
            const [leader, led] = isFirst ? [one, other] : [other, one];
            const before = leader.scroller.scrollTop;
            leader.scroller.scrollTop = share * own.reduce((sum, height) => sum + height, 0) * (isFirst ? 1 : ratio);
            const there = leader.scroller.scrollTop;
            let rounds = 0;
            while ([one.settle(), other.settle()].includes(true)) expect(++rounds).toBeLessThan(4);
            // What a person scrolled is never taken back.
            expect(leader.scroller.scrollTop).toBe(there);
            // Where its text ends a column can go no further, and a pixel may be the browser's rounding.
            if (there === 0 || led.isAtEnd() || Math.abs(there - before) <= 1) continue;
            const smallest = Math.min(...own) * Math.min(1, ratio);
            expect(Math.abs(one.placeAt(88) - other.placeAt(88))).toBeLessThan(4 / smallest);
          }
        },
      ),
    );
  });

  it('let go of each other', () => {
    const one = column([900, 900], 48);
    const other = column([1_200, 1_200], 48);
    const disconnect = new ScrollPair(one.paired, other.paired).connect();
    expect([one.paired.isLed, other.paired.isLed]).toEqual([false, true]);
    disconnect();
    one.scroller.scrollTop = 700;
    one.settle();
    expect(other.scroller.scrollTop).toBe(0);
    expect([one.paired.isLed, other.paired.isLed]).toEqual([false, false]);
  });
});
