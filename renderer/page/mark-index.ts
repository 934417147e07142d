import { spreadOverBlocks, type BlockSpan } from '#core/anchor/spread';
import type { Colour, Style } from '#core/annotation/annotation';
import type { CodePointSpan } from '#core/support/offset';
import type { Block } from '#core/text/text';

/** A mark as it is to be painted. */
export interface PaintedMark {
  readonly id: string;
  readonly span: CodePointSpan;
  readonly colour: Colour;
  readonly style: Style;
}

/** A stretch of one block, and the mark that it belongs to. */
export interface MarkedStretch extends BlockSpan {
  readonly mark: PaintedMark;
}

const NONE: readonly never[] = [];

function byBlock<Stretch extends BlockSpan>(stretches: Iterable<Stretch>): Map<number, Stretch[]> {
  const found = new Map<number, Stretch[]>();
  for (const stretch of stretches) {
    const there = found.get(stretch.block);
    if (there === undefined) found.set(stretch.block, [stretch]);
    else there.push(stretch);
  }
  return found;
}

/** The stretches of blocks that some spans cover, found by the number of the block. */
export function spansByBlock(blocks: readonly Block[], spans: readonly CodePointSpan[]): Map<number, BlockSpan[]> {
  return byBlock(spans.flatMap((span) => spreadOverBlocks(blocks, span)));
}

/** The marks on a text by block, found once for all the times that a block is painted. */
export class MarkIndex {
  readonly #marks: ReadonlyMap<number, readonly MarkedStretch[]>;
  readonly #overlaps: ReadonlyMap<number, readonly BlockSpan[]>;

  constructor(blocks: readonly Block[], marks: readonly PaintedMark[]) {
    this.#marks = byBlock(
      marks.flatMap((mark) => spreadOverBlocks(blocks, mark.span).map((stretch) => ({ ...stretch, mark }))),
    );
    this.#overlaps = spansByBlock(blocks, overlaps(marks));
  }

  /** The stretches of a block that are marked, in the order of the marks. */
  marksIn(block: number): readonly MarkedStretch[] {
    return this.#marks.get(block) ?? NONE;
  }

  /** The stretches of a block that lie under two marks or more. */
  overlapsIn(block: number): readonly BlockSpan[] {
    return this.#overlaps.get(block) ?? NONE;
  }
}

/** The stretches that lie under two marks or more, sorted. */
export function overlaps(marks: readonly PaintedMark[]): CodePointSpan[] {
  const sorted = marks.map((mark) => mark.span).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const found: CodePointSpan[] = [];
  let reach: CodePointSpan | undefined;
  for (const span of sorted) {
    if (reach !== undefined && span.start < reach.end) {
      found.push({ start: span.start, end: span.end < reach.end ? span.end : reach.end });
    }
    if (reach === undefined || span.end > reach.end) reach = span;
  }
  return found;
}
