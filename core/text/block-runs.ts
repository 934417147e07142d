import type { UnitSpan } from '../support/offset';
import type { Notice, Ruby } from './overlays';

/** Displayed text, with the reading to be set over it if it has one. */
export interface Piece {
  readonly text: string;
  readonly reading?: string;
  /** True for a number that stands upright in a vertical column. */
  readonly upright?: true;
}

/** A stretch of a displayed block, with what there is to say about it if there is anything. */
export interface Run {
  readonly pieces: readonly Piece[];
  readonly notice?: Notice;
}

/** Cuts [from, to) of the display at its rubies. `rubies` is sorted and may reach beyond the stretch. */
function piecesOf(display: string, from: number, to: number, rubies: readonly Ruby[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const { span, reading } of rubies) {
    if (span.start < at || span.end > to) continue;
    if (span.start > at) pieces.push({ text: display.slice(at, span.start) });
    pieces.push({ text: display.slice(span.start, span.end), reading });
    at = span.end;
  }
  if (to > at) pieces.push({ text: display.slice(at, to) });
  return pieces;
}

/** Pieces with the one cut that reaches over a place (UTF-16 units from the first); one with a reading or upright stays. */
export function cutPieces(pieces: readonly Piece[], place: number): readonly Piece[] {
  let start = 0;
  return pieces.flatMap((piece): readonly Piece[] => {
    const at = place - start;
    start += piece.text.length;
    if (at <= 0 || at >= piece.text.length || piece.reading !== undefined || piece.upright === true) return [piece];
    return [{ text: piece.text.slice(0, at) }, { text: piece.text.slice(at) }];
  });
}

/** Cuts a piece without a reading, which begins at `start`, at the numbers that lie in it. */
function withNumbers({ text }: Piece, start: number, numbers: readonly UnitSpan[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const span of numbers) {
    if (span.start - start > at) cut.push({ text: text.slice(at, span.start - start) });
    at = span.end - start;
    cut.push({ text: text.slice(span.start - start, at), upright: true });
  }
  if (at < text.length) cut.push({ text: text.slice(at) });
  return cut;
}

/** What cuts the pieces of a block, which come in order, at its numbers. */
function numberCutter(numbers: readonly UnitSpan[]): (pieces: Piece[], from: number) => Piece[] {
  let next = 0;
  return (pieces, from) => {
    if (next >= numbers.length) return pieces;
    let start = from;
    return pieces.flatMap((piece) => {
      const end = start + piece.text.length;
      const own: UnitSpan[] = [];
      for (let span = numbers[next]; span !== undefined && span.start < end; span = numbers[++next]) {
        if (span.start >= start && span.end <= end) own.push(span);
      }
      const cut = own.length === 0 || piece.reading !== undefined ? [piece] : withNumbers(piece, start, own);
      start = end;
      return cut;
    });
  };
}

/**
 * Cuts a displayed block into runs, in order and without gaps: the texts of all pieces joined are the display.
 * All lists are sorted; of notices that overlap, as snapping outward can make them, the first is kept. `numbers` are to
 * stand upright; one that a reading or a notice cuts is left as it is.
 */
export function blockRuns(
  display: string,
  rubies: readonly Ruby[],
  notices: readonly Notice[],
  numbers: readonly UnitSpan[] = [],
): Run[] {
  const runs: Run[] = [];
  let at = 0;
  let ruby = 0;
  const rubiesUpTo = (end: number): Ruby[] => {
    const taken: Ruby[] = [];
    for (let next = rubies[ruby]; next !== undefined && next.span.start < end; next = rubies[++ruby]) taken.push(next);
    return taken;
  };
  const cutNumbers = numberCutter(numbers);
  const cut = (end: number): Piece[] => cutNumbers(piecesOf(display, at, end, rubiesUpTo(end)), at);
  const plain = (end: number): void => {
    if (end > at) runs.push({ pieces: cut(end) });
    at = Math.max(at, end);
  };
  for (const notice of notices) {
    const { start, end } = notice.span;
    if (start < at || end <= start) continue;
    plain(start);
    runs.push({ pieces: cut(end), notice });
    at = end;
  }
  plain(display.length);
  return runs;
}
