import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadOverBlocks } from '#core/anchor/spread';
import { codePointSpan } from '#core/support/offset';
import type { Block } from '#core/text/text';
import { MarkIndex, overlaps, type PaintedMark } from '../../../renderer/page/mark-index';

/** Blocks of these lengths, one after the other with a newline between. */
function blocksOf(lengths: readonly number[]): Block[] {
  let at = 0;
  return lengths.map((length) => {
    const span = codePointSpan(at, at + length);
    at += length + 1;
    return { kind: 'paragraph', span };
  });
}

it('gives for each block what its marks and their overlaps cover there, in the order of the marks', () => {
  const lengths = fc.array(fc.nat(6), { minLength: 1, maxLength: 8 });
  const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })), { maxLength: 8 });
  fc.assert(
    fc.property(lengths, spans, (all, marked) => {
      const blocks = blocksOf(all);
      const marks = marked.map(([start, length], number): PaintedMark => ({
        id: String(number),
        span: codePointSpan(start, start + length),
        colour: 'blue',
        style: 'highlight',
      }));
      const index = new MarkIndex(blocks, marks);
      blocks.forEach((_block, block) => {
        const expected = marks.flatMap((mark) =>
          spreadOverBlocks(blocks, mark.span).flatMap((stretch) =>
            stretch.block === block ? [{ ...stretch, mark }] : [],
          ),
        );
        expect(index.marksIn(block)).toEqual(expected);
        const under = overlaps(marks).flatMap((span) => spreadOverBlocks(blocks, span));
        expect(index.overlapsIn(block)).toEqual(under.filter((stretch) => stretch.block === block));
      });
    }),
  );
});
