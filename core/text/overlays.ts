import type { Projection } from '../script/projection';
import { withQuotes } from '../script/quote-style';
import { NO_VARIANTS, type Variants } from '../script/variants';
import { codePoints, codePointSpan, type CodePointSpan, type UnitSpan } from '../support/offset';
import { layersOfBlock } from './layers';
import type { ShownText } from './shown-text';
import type { Gloss, RepairReason } from './text';

/** A character that the conversion shown could show in another way. */
export interface VariantNotice {
  readonly kind: 'variant';
  readonly span: UnitSpan;
  /** The character in the canonical text. */
  readonly target: CodePointSpan;
  readonly source: string;
  readonly shown: string;
  /** What else it could be shown as, the likeliest first. */
  readonly alternatives: readonly string[];
}

/** Something to be said about a stretch of a displayed block. */
export type Notice =
  | {
      readonly kind: 'repair';
      readonly span: UnitSpan;
      readonly found: string;
      readonly reading: string;
      readonly reason: RepairReason;
    }
  | { readonly kind: 'suspect'; readonly span: UnitSpan; readonly found: string; readonly perhaps: string }
  | VariantNotice;

/** A reading to be set beside one displayed character. */
export interface Ruby {
  readonly span: UnitSpan;
  readonly reading: string;
}

/**
 * The characters of a block with more than one counterpart. Nothing is said where a phrase shows something else for
 * them, as words of Taiwan do.
 */
function variantsOf(variants: Variants, projection: Projection, origin: number): VariantNotice[] {
  return Array.from(projection.source).flatMap((source, at): VariantNotice[] => {
    const forms = variants.of(source);
    if (forms.length < 2 || !projection.isUnitForUnit(codePoints(at))) return [];
    const span = projection.toDisplay(codePointSpan(at, at + 1));
    const shown = projection.display.slice(span.start, span.end);
    if (!forms.includes(shown)) return [];
    const target = codePointSpan(origin + at, origin + at + 1);
    return [{ kind: 'variant', span, target, source, shown, alternatives: forms.filter((form) => form !== shown) }];
  });
}

/** Both kinds of notices in order; what a notice of damage lies over says nothing else. Both lists are sorted. */
function merge(damage: readonly Notice[], variants: readonly VariantNotice[]): Notice[] {
  let next = 0;
  const free = variants.filter(({ span }) => {
    while ((damage[next]?.span.end ?? Infinity) <= span.start) next++;
    return (damage[next]?.span.start ?? Infinity) >= span.end;
  });
  return [...damage, ...free].sort((a, b) => a.span.start - b.span.start);
}

/**
 * The printed readings of a block. A reading is of its character, whatever form that is shown in; where another word
 * stands there, as 釋出 does for 發布, or what a repair restores, it would be a false one, and none is shown.
 */
function rubiesOf(shown: ShownText, block: number, glosses: readonly Gloss[], origin: number): Ruby[] {
  if (glosses.length === 0) return [];
  const projection = shown.block(block);
  return glosses.flatMap((gloss) => {
    const at = gloss.at - origin;
    if (!projection.isUnitForUnit(codePoints(at))) return [];
    const span = projection.toDisplay(codePointSpan(at, at + 1));
    const displayed = String.fromCodePoint(projection.display.codePointAt(span.start) ?? 0);
    return shown.isForm(gloss.base, displayed) ? [{ span, reading: gloss.reading }] : [];
  });
}

/**
 * What lies over a displayed block. A gloss shows only over its own character; a repair is
 * said while repairs are on; a suspect where its block is shown as it is written: conversion settles it. What it could
 * have settled otherwise is said where the text is shown with its variants.
 */
export function overlaysOf(shown: ShownText, block: number): { rubies: Ruby[]; notices: Notice[] } {
  const projection = shown.block(block);
  const origin = shown.text.blocks[block]?.span.start ?? 0;
  const layers = layersOfBlock(shown.text, block);
  const place = (start: number, length: number): UnitSpan =>
    projection.toDisplay(codePointSpan(start - origin, start - origin + length));
  const rubies = rubiesOf(shown, block, layers.glosses, origin);
  const variants = shown.variants === NO_VARIANTS ? [] : variantsOf(shown.variants, projection, origin);
  if (!shown.repairs) return { rubies, notices: variants };
  const repairs = layers.repairs.map(({ span, found, reading, reason }): Notice => ({
    kind: 'repair',
    span: place(span.start, span.end - span.start),
    found,
    reading,
    reason,
  }));
  // Quotation marks of another kind are no conversion.
  const isUnconverted =
    layers.suspects.length > 0 && withQuotes(projection.display, 'curly') === withQuotes(projection.source, 'curly');
  const suspects = layers.suspects.flatMap(({ at, found, perhaps }): Notice[] => {
    const span = place(at, 1);
    return isUnconverted ? [{ kind: 'suspect', span, found, perhaps }] : [];
  });
  const damage = [...repairs, ...suspects].sort((a, b) => a.span.start - b.span.start);
  return { rubies, notices: merge(damage, variants) };
}
