import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside, placeNear } from '../../../renderer/ui/placement';

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

describe('a pop-up beside a column', () => {
  const size = { width: 236, height: 90 };

  it.each([
    ['stands to its left, where one reads on', [box(700, 100, 24, 200)], { left: 456, top: 100 }],
    [
      'is level with the column in which the words end',
      [box(740, 400, 24, 200), box(700, 100, 24, 80)],
      { left: 456, top: 100 },
    ],
    ['stands to its right where there is no room at the left', [box(300, 100, 24, 200)], { left: 332, top: 100 }],
    ['does not reach below what is seen', [box(700, 600, 24, 40)], { left: 456, top: 552 }],
  ])('%s', (_what, words, place) => {
    expect(placeBeside(words, size, view)).toEqual(place);
  });

  it('stands below or above where the words take all of the width', () => {
    const wide = [box(900, 100, 90, 200), box(210, 100, 90, 200)];
    expect(placeBeside(wide, size, view)).toEqual({ left: 482, top: 308 });
    const low = [box(900, 400, 90, 240), box(210, 400, 90, 240)];
    expect(placeBeside(low, size, view)).toEqual({ left: 482, top: 302 });
    expect(placeBeside([box(210, 60, 780, 580)], size, view)).toBeUndefined();
  });

  it('covers none of its words, and is inside the view', () => {
    const columns = fc.array(
      fc.record({ left: fc.integer({ min: 100, max: 1_100 }), top: fc.integer({ min: 0, max: 600 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(columns, (places) => {
        const words = places.map(({ left, top }) => box(left, top, 24, 80));
        const place = placeBeside(words, size, view);
        if (place === undefined) return;
        const own = box(place.left, place.top, size.width, size.height);
        for (const word of words) {
          const isApart =
            own.right <= word.left || own.left >= word.right || own.bottom <= word.top || own.top >= word.bottom;
          expect(isApart).toBe(true);
        }
        expect(own.left >= view.left && own.right <= view.right).toBe(true);
        expect(own.top >= view.top && own.bottom <= view.bottom).toBe(true);
      }),
    );
  });
});
