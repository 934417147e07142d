import type { Colour } from '#core/annotation/annotation';
import type { CodePointSpan } from '#core/support/offset';
import type { PageView } from './page-view';

/** A mark as it is to be painted. */
export interface PaintedMark {
  readonly id: string;
  readonly span: CodePointSpan;
  readonly colour: Colour;
}

/** Names of highlights that are not marks. */
export type SignName = 'overlap' | 'current' | 'flash';

/** Paints marks with the CSS Custom Highlight API: no element is ever wrapped around text. */
export class HighlightPainter {
  readonly #page: PageView;
  readonly #owners = new WeakMap<AbstractRange, string>();
  #names = new Set<string>();

  constructor(page: PageView) {
    this.#page = page;
  }

  /** Paints these marks and no others: one StaticRange for each block that a mark touches. */
  paint(marks: readonly PaintedMark[]): void {
    const ranges = new Map<string, StaticRange[]>();
    for (const mark of marks) {
      const name = `mark-${mark.colour}`;
      const painted = this.#rangesOf(mark.span);
      for (const range of painted) this.#owners.set(range, mark.id);
      ranges.set(name, [...(ranges.get(name) ?? []), ...painted]);
    }
    for (const name of this.#names) if (!ranges.has(name)) CSS.highlights.delete(name);
    for (const [name, painted] of ranges) CSS.highlights.set(name, new Highlight(...painted));
    this.#names = new Set(ranges.keys());
    this.sign('overlap', overlaps(marks));
  }

  /** Draws a sign under these spans and nowhere else. */
  sign(name: SignName, spans: readonly CodePointSpan[]): void {
    const highlight = new Highlight(...spans.flatMap((span) => this.#rangesOf(span)));
    highlight.priority = name === 'flash' ? 2 : 1;
    if (highlight.size === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, highlight);
  }

  /** The marks painted at this point of the window (CSS pixels), each once. */
  marksAt(x: number, y: number): string[] {
    const owners = CSS.highlights
      .highlightsFromPoint(x, y)
      .flatMap(({ ranges }) => ranges.map((range) => this.#owners.get(range)));
    return [...new Set(owners.filter((id) => id !== undefined))];
  }

  #rangesOf(span: CodePointSpan): StaticRange[] {
    const stretches = this.#page.shown?.stretchesOf(span) ?? [];
    return stretches.map((stretch) => this.#page.staticRange(stretch)).filter((range) => range !== undefined);
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
