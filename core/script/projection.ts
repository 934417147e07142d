import type { CodePoints, CodePointSpan, UnitSpan } from '../support/offset';

/** One block of text shown in a script, with an exact map between the words shown and their source. */
export interface Projection {
  /** The block before conversion. */
  readonly source: string;
  /** The block as shown. */
  readonly display: string;
  /**
   * Where a stretch of the source (code points, from the start of the block) is shown (UTF-16 units of
   * `display`), snapped outward to whole units of the conversion. A collapsed span stays collapsed and floors.
   */
  toDisplay(span: CodePointSpan): UnitSpan;
  /** The way back, likewise snapped outward; never splits a surrogate pair or a variation sequence. */
  toCanonical(span: UnitSpan): CodePointSpan;
  /** True if the source code point at this offset is shown as exactly one code point of its own. */
  isUnitForUnit(at: CodePoints): boolean;
}

/** Shows blocks of texts of one source script in one mode. */
export interface Projector {
  /** Projects one block. Blocks may be projected alone: conversion never looks across a newline. */
  project(block: string): Projection;
}
