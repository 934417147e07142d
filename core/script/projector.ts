import { indexCodePoints, splitsPair, type CodePointIndex } from '../support/code-point-index';
import { once } from '../support/once';
import { codePointSpan, unitSpan } from '../support/offset';
import { blockBefore, ceilOffset, compose, floorOffset, IDENTITY, invert, type Alignment } from './alignment';
import { vetoesOf } from './careful';
import { compileAhead, loadConversion, type TextConversion } from './conversion';
import { convertAround } from './convert-around';
import type { Converted } from './converted-pieces';
import { conversionSteps } from './conversion-table';
import { loadForms } from './forms';
import { indivisible } from './indivisible';
import type { ScriptMode, SourceScript } from './mode';
import type { Projection, Projector } from './projection';

/**
 * Loads what shows texts of this source script in this mode. The dictionaries are imported when first needed, and
 * compiled once; where nothing is to be converted none is, and the projection is the identity. `careful`: no phrase
 * may end inside a word.
 */
export function loadProjector(source: SourceScript, mode: ScriptMode, careful = false): Promise<Projector> {
  const key = `${source} as ${mode}${careful ? ', careful' : ''}`;
  return once(projectors, key, () => buildProjector(source, mode, careful));
}

/** What of a projector takes long, in steps of which none is felt: after them it is there as soon as it is loaded. */
export const projectorSteps = (
  source: SourceScript,
  mode: ScriptMode,
): Promise<Generator<undefined, void, undefined>> => compileAhead(conversionSteps(source, mode));

const projectors = new Map<string, Promise<Projector>>();

async function buildProjector(source: SourceScript, mode: ScriptMode, careful: boolean): Promise<Projector> {
  const conversions = await Promise.all(conversionSteps(source, mode).map(loadConversion));
  const isForm = await loadForms(source, mode);
  return {
    isForm,
    project: (block, fixed = []) => {
      const convert = (text: string): Converted => convertInSteps(conversions, text, careful);
      const { display, alignment } = fixed.length === 0 ? convert(block) : convertAround(fixed, block, convert);
      return projectionOf(block, display, alignment);
    },
  };
}

/** Converts a text in several steps, and aligns it with the outcome of the last. */
function convertInSteps(conversions: readonly TextConversion[], text: string, careful: boolean): Converted {
  let converted: Converted = { display: text, alignment: IDENTITY };
  for (const conversion of conversions) {
    const before = converted;
    const { display, alignment } = conversion.convert(before.display, careful ? vetoesOf(before.display) : undefined);
    converted = { display, alignment: compose(before.alignment, alignment) };
  }
  return converted;
}

/** What a projection needs to answer questions about offsets. Most blocks on a page are never asked. */
interface OffsetMaps {
  readonly points: CodePointIndex;
  /** From source to display, with all that must not be split on either side. */
  readonly forth: Alignment;
  readonly back: Alignment;
}

function offsetMaps(source: string, display: string, alignment: Alignment): OffsetMaps {
  // Pairs and variation sequences take part as blocks, so that blocks and they grow together where they overlap, and
  // a snapped extent is whole on both sides at once: snapping it again changes nothing.
  const forth = compose(compose(indivisible(source), alignment), indivisible(display));
  return { points: indexCodePoints(source), forth, back: invert(forth) };
}

/** The projection of one block, given its converted text and how the two are aligned. */
export function projectionOf(source: string, display: string, alignment: Alignment): Projection {
  let maps: OffsetMaps | undefined;
  const offsets = (): OffsetMaps => (maps ??= offsetMaps(source, display, alignment));
  return {
    source,
    display,
    alignment,
    toDisplay: (span) => {
      const { points, forth } = offsets();
      const start = points.toUnits(span.start);
      return unitSpan(...snapOutward(forth, start, span.end > span.start ? points.toUnits(span.end) : start));
    },
    toCanonical: (span) => {
      const { points, back } = offsets();
      const start = within(display, span.start);
      const [from, to] = snapOutward(back, start, Math.max(start, within(display, span.end)));
      return codePointSpan(points.toCodePoints(from), points.toCodePoints(to));
    },
    isUnitForUnit: (at) => {
      const { points } = offsets();
      if (at < 0 || at >= points.length) return false;
      return standsAlone(display, alignment, points.toUnits(at), points.toUnits(at + 1));
    },
  };
}

const within = (text: string, offset: number): number => Math.max(0, Math.min(offset, text.length));

function snapOutward(alignment: Alignment, start: number, end: number): [number, number] {
  const floor = floorOffset(alignment, start);
  return [floor, start === end ? floor : ceilOffset(alignment, end)];
}

/** True if one code point of the source, given in UTF-16 units, is paired with one code point of the display. */
function standsAlone(display: string, alignment: Alignment, start: number, end: number): boolean {
  const block = blockBefore(alignment, start);
  const src = alignment.src[block] ?? 0;
  const srcLength = alignment.srcLength[block] ?? 0;
  if (block < 0 || src + srcLength <= start) return true;
  const dst = alignment.dst[block] ?? 0;
  const dstLength = alignment.dstLength[block] ?? 0;
  const isOnePoint = dstLength === 1 || (dstLength === 2 && splitsPair(display, dst + 1));
  return src === start && srcLength === end - start && isOnePoint;
}
