import { codePoints, codePointSpan, type CodePoints, type CodePointSpan } from '../support/offset';
import type { Block } from '../text/text';

/** A stretch of one block: its number, and offsets in code points from the start of that block. */
export interface BlockSpan {
  readonly block: number;
  readonly span: CodePointSpan;
}

/** The number of the block that holds this canonical offset; an offset at the newline after a block belongs to it. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.span.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The stretches of single blocks that a canonical span covers, in order; blocks it does not touch are left out. */
export function spreadOverBlocks(blocks: readonly Block[], span: CodePointSpan): BlockSpan[] {
  const stretches: BlockSpan[] = [];
  for (let index = blockAt(blocks, span.start); index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.span.start >= span.end) break;
    const start = Math.max(span.start, block.span.start) - block.span.start;
    const end = Math.min(span.end, block.span.end) - block.span.start;
    if (end > start) stretches.push({ block: index, span: codePointSpan(start, end) });
  }
  return stretches;
}

/** The canonical offset of an offset counted from the start of a block. */
export const offsetInText = (blocks: readonly Block[], block: number, at: CodePoints): CodePoints =>
  codePoints((blocks[block]?.span.start ?? 0) + at);
