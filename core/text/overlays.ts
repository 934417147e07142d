import { codePoints, codePointSpan, type UnitSpan } from '../support/offset';
import { layersOfBlock } from './layers';
import type { ShownText } from './shown-text';
import type { RepairReason } from './text';

/** Something to be said about a stretch of a displayed block. */
export type Notice =
  | {
      readonly kind: 'repair';
      readonly span: UnitSpan;
      readonly found: string;
      readonly reading: string;
      readonly reason: RepairReason;
    }
  | { readonly kind: 'suspect'; readonly span: UnitSpan; readonly found: string; readonly perhaps: string };

/** A reading to be set beside one displayed character. */
export interface Ruby {
  readonly span: UnitSpan;
  readonly reading: string;
}

/**
 * What lies over a displayed block. A gloss shows only over a character that is shown unit for unit; a repair is
 * said while repairs are on; a suspect where its block is shown as it is written: conversion settles it.
 */
export function overlaysOf(shown: ShownText, block: number): { rubies: Ruby[]; notices: Notice[] } {
  const projection = shown.block(block);
  const origin = shown.text.blocks[block]?.span.start ?? 0;
  const layers = layersOfBlock(shown.text, block);
  const place = (start: number, length: number): UnitSpan =>
    projection.toDisplay(codePointSpan(start - origin, start - origin + length));
  const rubies = layers.glosses
    .filter((gloss) => projection.isUnitForUnit(codePoints(gloss.at - origin)))
    .map((gloss) => ({ span: place(gloss.at, 1), reading: gloss.reading }));
  if (!shown.repairs) return { rubies, notices: [] };
  const repairs = layers.repairs.map(({ span, found, reading, reason }): Notice => ({
    kind: 'repair',
    span: place(span.start, span.end - span.start),
    found,
    reading,
    reason,
  }));
  const isUnconverted = projection.display === projection.source;
  const suspects = layers.suspects.flatMap(({ at, found, perhaps }): Notice[] => {
    const span = place(at, 1);
    return isUnconverted ? [{ kind: 'suspect', span, found, perhaps }] : [];
  });
  return { rubies, notices: [...repairs, ...suspects].sort((a, b) => a.span.start - b.span.start) };
}
