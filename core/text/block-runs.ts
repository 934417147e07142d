import type { Notice, Ruby } from './overlays';

/** Displayed text, with the reading to be set over it if it has one. */
export interface Piece {
  readonly text: string;
  readonly reading?: string;
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

/**
 * Cuts a displayed block into runs, in order and without gaps: the texts of all pieces joined are the display.
 * Both lists are sorted; of notices that overlap, as snapping outward can make them, the first is kept.
 */
export function blockRuns(display: string, rubies: readonly Ruby[], notices: readonly Notice[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  let ruby = 0;
  const rubiesUpTo = (end: number): Ruby[] => {
    const taken: Ruby[] = [];
    for (let next = rubies[ruby]; next !== undefined && next.span.start < end; next = rubies[++ruby]) taken.push(next);
    return taken;
  };
  const plain = (end: number): void => {
    if (end > at) runs.push({ pieces: piecesOf(display, at, end, rubiesUpTo(end)) });
    at = Math.max(at, end);
  };
  for (const notice of notices) {
    const { start, end } = notice.span;
    if (start < at || end <= start) continue;
    plain(start);
    runs.push({ pieces: piecesOf(display, start, end, rubiesUpTo(end)), notice });
    at = end;
  }
  plain(display.length);
  return runs;
}
