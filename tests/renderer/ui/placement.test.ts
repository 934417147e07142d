import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNear } from '../../../renderer/ui/placement';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const view = box(200, 50, 800, 600);

describe('a pop-up', () => {
  it('stands below the last line of its words', () => {
    expect(placeNear([box(900, 100, 80, 20), box(300, 140, 100, 20)], { width: 60, height: 40 }, view)).toEqual({
      left: 320,
      top: 168,
    });
  });

  it('stands above the first line where there is no room below', () => {
    expect(placeNear([box(300, 600, 100, 20)], { width: 60, height: 40 }, view)).toEqual({ left: 320, top: 552 });
  });

  it('is always inside the view', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 2000 }), fc.integer({ min: -500, max: 2000 }), (x, y) => {
        const { left, top } = placeNear([box(x, y, 50, 20)], { width: 360, height: 300 }, view);
        expect(left >= view.left && left + 360 <= view.right).toBe(true);
        expect(top >= view.top && top + 300 <= view.bottom).toBe(true);
      }),
    );
  });
});
