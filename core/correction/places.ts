import { blockAt, offsetInText, spreadOverBlocks } from '../anchor/spread';
import { codePointSpan, type CodePoints, type CodePointSpan } from '../support/offset';
import { indexCodePoints } from '../support/code-point-index';
import { readingOfBlock } from '../text/layers';
import type { DisplayPoint, ShownText } from '../text/shown-text';
import { LONGEST_FORM, type Correction } from './correction';
import type { Resolver } from './resolver';

/** Words that can be corrected: where they stand, what they are before conversion, and how they are shown now. */
export interface Correctable {
  /** Code points of the canonical text, whole units of the projection, within one block. */
  readonly span: CodePointSpan;
  readonly source: string;
  readonly shown: string;
}

/**
 * The words to be corrected for a span, snapped outward to whole units; undefined where they lie in several
 * blocks, or are none or too many to be one correction.
 */
export function correctableAt(shown: ShownText, span: CodePointSpan): Correctable | undefined {
  const stretches = shown.stretchesOf(span);
  const [only] = stretches;
  if (only === undefined || stretches.length > 1) return undefined;
  const projection = shown.block(only.block);
  const whole = projection.toCanonical(only.span);
  if (whole.end <= whole.start || whole.end - whole.start > LONGEST_FORM) return undefined;
  const points = indexCodePoints(projection.source);
  const { start, end } = projection.toDisplay(whole);
  return {
    span: codePointSpan(
      offsetInText(shown.text.blocks, only.block, whole.start),
      offsetInText(shown.text.blocks, only.block, whole.end),
    ),
    source: projection.source.slice(points.toUnits(whole.start), points.toUnits(whole.end)),
    shown: projection.display.slice(start, end),
  };
}

/** How a span is shown by itself; undefined where it is shown only together with words around it. */
export function formOf(shown: ShownText, span: CodePointSpan): string | undefined {
  const found = correctableAt(shown, span);
  return found?.span.start === span.start && found.span.end === span.end ? found.shown : undefined;
}

/** The canonical span of the word displayed at a point, as Intl.Segmenter cuts words, in whole units. */
export function wordAt(shown: ShownText, point: DisplayPoint): CodePointSpan | undefined {
  const { display } = shown.block(point.block);
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  // A point behind the last character of a block means that character.
  const at = Math.min(point.offset, display.length - 1);
  if (at < 0) return undefined;
  const segment = segmenter.segment(display).containing(at);
  if (segment === undefined || segment.segment.trim() === '') return undefined;
  const end = segment.index + segment.segment.length;
  return shown.spanBetween({ block: point.block, offset: segment.index }, { block: point.block, offset: end });
}

/** Where in a text a correction wins: code points of the canonical text, in order. */
export function placesOf(
  shown: ShownText,
  resolver: Resolver,
  { id, source, reach }: Pick<Correction, 'id' | 'source' | 'reach'>,
): CodePointSpan[] {
  const { text } = shown;
  const inBlock = (block: number): CodePointSpan[] => {
    const span = text.blocks[block]?.span;
    const words = readingOfBlock(text, block, shown.repairs);
    if (span === undefined || !words.includes(source)) return [];
    const inText = (at: CodePoints): CodePoints => offsetInText(text.blocks, block, at);
    return resolver
      .placedIn(span, words)
      .filter(({ correction }) => correction.id === id)
      .map((placed) => ({ start: inText(placed.span.start), end: inText(placed.span.end) }));
  };
  if (reach.scope === 'occurrence') return inBlock(blockAt(text.blocks, reach.target.start));
  return text.blocks.flatMap((_block, block) => inBlock(block));
}

/** The words shown around a span of one block, up to `context` UTF-16 units on either side, on whole characters. */
export function shownAround(
  shown: ShownText,
  span: CodePointSpan,
  context: number,
): { readonly before: string; readonly words: string; readonly after: string } {
  const [stretch] = spreadOverBlocks(shown.text.blocks, span);
  if (stretch === undefined) return { before: '', words: '', after: '' };
  const projection = shown.block(stretch.block);
  const { display } = projection;
  const { start, end } = projection.toDisplay(stretch.span);
  const points = indexCodePoints(display);
  const from = points.toUnits(points.toCodePoints(Math.max(0, start - context)));
  const to = points.toUnits(points.toCodePoints(Math.min(display.length, end + context)));
  return { before: display.slice(from, start), words: display.slice(start, end), after: display.slice(end, to) };
}
