import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alignmentBuilder,
  ceilOffset,
  compose,
  floorOffset,
  IDENTITY,
  invert,
  type Alignment,
} from '#core/script/alignment';

/** Stretches of two texts side by side: a gap of equal length, then a block of these two lengths. */
const stretches = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
  maxLength: 8,
});

function alignmentOf(
  parts: readonly (readonly [number, number, number])[],
  length: number,
): { map: Alignment; end: number } {
  const builder = alignmentBuilder();
  let src = 0;
  let dst = 0;
  for (const [gap, srcLength, dstLength] of parts) {
    if (src + gap + srcLength > length) break;
    builder.add(src + gap, dst + gap, srcLength, dstLength);
    src += gap + srcLength;
    dst += gap + dstLength;
  }
  return { map: builder.build(), end: dst + (length - src) };
}

const LENGTH = 24;

describe('an alignment', () => {
  it('leads back to where it came from when it is inverted twice', () => {
    fc.assert(
      fc.property(stretches, (parts) => {
        const { map } = alignmentOf(parts, LENGTH);
        expect(invert(invert(map))).toEqual(map);
      }),
    );
  });

  it('is kept in order by floor and ceiling, which differ only inside a block', () => {
    fc.assert(
      fc.property(stretches, fc.nat(LENGTH - 1), (parts, at) => {
        const { map } = alignmentOf(parts, LENGTH);
        expect(floorOffset(map, at)).toBeLessThanOrEqual(ceilOffset(map, at));
        expect(floorOffset(map, at)).toBeLessThanOrEqual(floorOffset(map, at + 1));
        expect(ceilOffset(map, at)).toBeLessThanOrEqual(ceilOffset(map, at + 1));
      }),
    );
  });

  it('composes associatively, and with the identity to itself', () => {
    fc.assert(
      fc.property(stretches, stretches, stretches, (a, b, c) => {
        const first = alignmentOf(a, LENGTH);
        const second = alignmentOf(b, first.end);
        const third = alignmentOf(c, second.end);
        expect(compose(compose(first.map, second.map), third.map)).toEqual(
          compose(first.map, compose(second.map, third.map)),
        );
        expect(compose(first.map, IDENTITY)).toEqual(first.map);
        expect(compose(IDENTITY, first.map)).toEqual(first.map);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a chain covers what its parts cover one after the other', () => {
    fc.assert(
      fc.property(stretches, stretches, fc.nat(LENGTH), (a, b, at) => {
        const first = alignmentOf(a, LENGTH);
        const second = alignmentOf(b, first.end);
        const both = compose(first.map, second.map);
        expect(floorOffset(both, at)).toBeLessThanOrEqual(floorOffset(second.map, floorOffset(first.map, at)));
        expect(ceilOffset(both, at)).toBeGreaterThanOrEqual(ceilOffset(second.map, ceilOffset(first.map, at)));
      }),
      { numRuns: 1000 },
    );
  });
});
