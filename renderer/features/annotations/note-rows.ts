import type { Annotation } from '#core/annotation/annotation';

/** Pixels between two notes of the list. */
export const ITEM_GAP = 8;

/** Pixels and characters of a note's parts as item.module.css draws them. */
const QUOTE = { line: 25, length: 17, most: 4 };
const NOTE = { line: 22, length: 20, most: 6 };
const REST = 50;
const HEADING = 30;

const linesOf = (length: number, part: typeof QUOTE): number =>
  Math.min(part.most, Math.max(1, Math.ceil(length / part.length))) * part.line;

/** How high a note probably is, in pixels, until it has been drawn. */
export function guessedHeight(annotation: Annotation | undefined, hasHeading: boolean): number {
  if (annotation === undefined) return REST + QUOTE.line;
  const { target, note } = annotation;
  const noteHeight = note === '' ? 0 : linesOf(note.length, NOTE) + 6;
  return REST + linesOf(target.end - target.start, QUOTE) + noteHeight + (hasHeading ? HEADING : 0);
}

/** What of a long list is seen, in numbers of rows; `endIndex` is the last. */
export interface SeenRows {
  readonly startIndex: number;
  readonly endIndex: number;
  /** Rows to render beyond either end. */
  readonly overscan: number;
  readonly count: number;
}

/** The rows to render, ascending: those that are seen, some more, and those next to the row in focus. */
export function rowsToRender({ startIndex, endIndex, overscan, count }: SeenRows, focused?: number): number[] {
  const rows = new Set<number>();
  const add = (from: number, to: number): void => {
    for (let row = Math.max(0, from); row <= Math.min(to, count - 1); row++) rows.add(row);
  };
  add(startIndex - overscan, endIndex + overscan);
  if (focused !== undefined) add(focused - 1, focused + 1);
  return [...rows].sort((a, b) => a - b);
}
