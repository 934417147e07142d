import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeSpan } from '#core/anchor/describe';
import { blockAt, offsetInText, spreadOverBlocks } from '#core/anchor/spread';
import { indexCodePoints } from '#core/support/code-point-index';
import { codePoints, codePointSpan } from '#core/support/offset';

const CANONICAL = '甲乙丙\n𠮷𠮷\n丁';
const blocks = [
  { kind: 'paragraph' as const, span: codePointSpan(0, 3) },
  { kind: 'paragraph' as const, span: codePointSpan(4, 6) },
  { kind: 'paragraph' as const, span: codePointSpan(7, 8) },
];

describe('a span over blocks', () => {
  it.each([
    [0, 3, [[0, 0, 3]]],
    [
      1,
      5,
      [
        [0, 1, 3],
        [1, 0, 1],
      ],
    ],
    [3, 4, []],
    [
      0,
      8,
      [
        [0, 0, 3],
        [1, 0, 2],
        [2, 0, 1],
      ],
    ],
    [2, 2, []],
  ])('from %d to %d is spread to %j', (start, end, expected) => {
    const stretches = spreadOverBlocks(blocks, codePointSpan(start, end));
    expect(stretches.map(({ block, span }) => [block, span.start, span.end])).toEqual(expected);
  });

  it('comes together again', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), (a, b) => {
        const span = codePointSpan(Math.min(a, b), Math.max(a, b) + 1);
        const covered = spreadOverBlocks(blocks, span).flatMap(({ block, span: part }) =>
          Array.from({ length: part.end - part.start }, (_, i) =>
            offsetInText(blocks, block, codePoints(part.start + i)),
          ),
        );
        const wanted = Array.from({ length: span.end - span.start }, (_, i) => span.start + i);
        expect(covered).toEqual(wanted.filter((at) => at !== 3 && at !== 6));
      }),
    );
  });

  it('finds the block of every offset, the newline belonging to the block before it', () => {
    expect([0, 2, 3, 4, 6, 7, 8].map((at) => blockAt(blocks, at))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });
});

describe('describing a span', () => {
  it('gives its words and what stands around them, in whole characters', () => {
    const index = indexCodePoints(CANONICAL);
    expect(describeSpan(CANONICAL, index, codePointSpan(4, 5))).toEqual({
      exact: '𠮷',
      prefix: '甲乙丙\n',
      suffix: '𠮷\n丁',
    });
  });

  it('takes 32 code points of context and no more', () => {
    const text = '字'.repeat(100);
    const quote = describeSpan(text, indexCodePoints(text), codePointSpan(50, 51));
    expect([quote.prefix.length, quote.suffix.length]).toEqual([32, 32]);
  });
});
