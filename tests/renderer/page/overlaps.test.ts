import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePointSpan } from '#core/support/offset';
import { overlaps } from '../../../renderer/page/mark-index';

it('what lies under two marks or more is found, and nothing else', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 8 })).map(([start, length]) => codePointSpan(start, start + length)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(spans, (all) => {
      const marks = all.map((span, index) => ({
        id: String(index),
        span,
        colour: 'red' as const,
        style: 'highlight' as const,
      }));
      const found = overlaps(marks);
      for (let at = 0; at < 30; at++) {
        const depth = all.filter(({ start, end }) => start <= at && at < end).length;
        expect(found.some(({ start, end }) => start <= at && at < end)).toBe(depth >= 2);
      }
    }),
  );
});
