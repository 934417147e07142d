import type { Alignment } from './alignment';
import type { IsForm } from './forms';
import type { CodePoints, CodePointSpan, UnitSpan } from '../support/offset';

/** One block of text shown in a script, with an exact map between the words shown and their source. */
export interface Projection {
  /** The block before conversion. */
  readonly source: string;
  /** The block as shown. */
  readonly display: string;
  /** How the two lie side by side, by the conversion alone; where it has no block they run unit for unit. */
  readonly alignment: Alignment;
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

/** A stretch of a block that is shown as a reader wants it, whatever the dictionaries say. */
export interface FixedStretch {
  /** Code points from the start of the block; not empty. */
  readonly span: CodePointSpan;
  /** What is shown there; not empty. */
  readonly reading: string;
}

/** Shows blocks of texts of one source script in one mode. */
export interface Projector {
  /**
   * Projects one block. Blocks may be projected alone: conversion never looks across a newline, but for an ideographic
   * description that breaks off there. `fixed` is sorted and does not overlap; no phrase of a dictionary is matched
   * across or into such a stretch.
   */
  project(block: string, fixed?: readonly FixedStretch[]): Projection;
  /** Tells forms of one character, such as 發 and 发, from those that stand for each other in words alone. */
  readonly isForm: IsForm;
}
