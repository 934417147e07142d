import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '#core/text/layout';
import { FLOWS } from '../../../renderer/page/flow';

const rect = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the way a page flows', () => {
  it('goes down from line to line in horizontal text, and to the left from column to column in vertical text', () => {
    const [first, second] = [rect(100, 50, 200, 20), rect(100, 90, 200, 20)];
    expect(FLOWS.horizontal.boxOf(second).start - FLOWS.horizontal.boxOf(first).start).toBe(40);
    const [right, left] = [rect(500, 50, 20, 300), rect(460, 50, 20, 300)];
    expect(FLOWS.vertical.boxOf(left).start - FLOWS.vertical.boxOf(right).start).toBe(40);
    expect(FLOWS.vertical.boxOf(right)).toEqual({ start: -520, end: -500, lineStart: 50, lineEnd: 350 });
  });

  it('finds the point of a place again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LAYOUTS), fc.integer(), fc.integer(), (layout, x, y) => {
        const flow = FLOWS[layout];
        const { start, lineStart } = flow.boxOf(rect(x, y, 0, 0));
        const point = flow.pointAt(lineStart, start);
        // Minus nought is nought.
        expect([point.x + 0, point.y + 0]).toEqual([x, y]);
      }),
    );
  });

  it('is scrolled from nought onward', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LAYOUTS), fc.nat(1_000), fc.nat(1_000), (layout, from, by) => {
        const scroller = { scrollTop: 0, scrollLeft: 0 } as unknown as Element;
        const flow = FLOWS[layout];
        flow.scrollBy(scroller, from);
        flow.scrollBy(scroller, by);
        expect(flow.scrolled(scroller)).toBeCloseTo(from + by);
        expect(layout === 'vertical' ? scroller.scrollTop : scroller.scrollLeft).toBe(0);
        expect(scroller.scrollLeft).toBeLessThanOrEqual(0);
      }),
    );
  });
});
