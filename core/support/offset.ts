/** A count of Unicode code points, or an offset counted in them. Everything that is kept is in this unit. */
export type CodePoints = number & { readonly unit: 'code points' };

/** A count of UTF-16 code units, or an offset counted in them. Used only at the DOM and inside the script engine. */
export type Utf16Units = number & { readonly unit: 'UTF-16 units' };

/** A half-open stretch of a canonical text, in code points. `start <= end`. */
export interface CodePointSpan {
  readonly start: CodePoints;
  readonly end: CodePoints;
}

/** A half-open stretch of a displayed text, in UTF-16 units. `start <= end`. */
export interface UnitSpan {
  readonly start: Utf16Units;
  readonly end: Utf16Units;
}

/** Says that a plain number counts code points. */
export const codePoints = (count: number): CodePoints => count as CodePoints;

/** Says that a plain number counts UTF-16 units. */
export const utf16Units = (count: number): Utf16Units => count as Utf16Units;

/** Builds a span counted in code points. */
export const codePointSpan = (start: number, end: number): CodePointSpan => ({
  start: codePoints(start),
  end: codePoints(end),
});

/** Builds a span counted in UTF-16 units. */
export const unitSpan = (start: number, end: number): UnitSpan => ({
  start: utf16Units(start),
  end: utf16Units(end),
});

/** True if two canonical spans are the same. */
export const isSameSpan = (one: CodePointSpan, other: CodePointSpan): boolean =>
  one.start === other.start && one.end === other.end;
