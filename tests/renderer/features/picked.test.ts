import fc from 'fast-check';
import { expect, it } from 'vitest';
import { between } from '../../../renderer/features/annotations/use-picked';
import { scrollBy } from '../../../renderer/features/reader/use-handle-drag';

it.each([
  ['b', 'd', 'bcd'],
  ['d', 'b', 'bcd'],
  ['c', 'c', 'c'],
  ['x', 'c', ''],
])('from %s to %s the list holds %j', (one, other, found) => {
  expect(between(['a', 'b', 'c', 'd', 'e'], one, other).join('')).toBe(found);
});

it('the page scrolls only near an edge, towards it, and never faster than is readable', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 1_400 }), (at) => {
      const by = scrollBy(at, 0, 1_000);
      expect(Math.abs(by)).toBeLessThanOrEqual(16);
      expect(Math.sign(by)).toBe(at < 48 ? -1 : Number(at > 952));
    }),
  );
});
