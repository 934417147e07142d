import { countBelow } from './count-below';
import { isHighSurrogate, isLowSurrogate } from './surrogate';
import { codePoints, utf16Units, type CodePoints, type Utf16Units } from './offset';

/** Converts between offsets in UTF-16 units and in code points of one string. */
export interface CodePointIndex {
  /** Length of the string in code points. */
  readonly length: CodePoints;
  /** The UTF-16 offset at which the code point with this number begins; clamped to the string. */
  toUnits(offset: number): Utf16Units;
  /** The number of the code point that this UTF-16 offset lies at or in (inside a surrogate pair: that pair). */
  toCodePoints(offset: number): CodePoints;
}

/** True if the UTF-16 offset lies between the two halves of a surrogate pair. */
export const splitsPair = (text: string, offset: number): boolean =>
  offset > 0 &&
  offset < text.length &&
  isHighSurrogate(text.charCodeAt(offset - 1)) &&
  isLowSurrogate(text.charCodeAt(offset));

/**
 * Builds the index of a string. Costs one scan; a string without surrogate pairs, as nearly all are,
 * needs no table. A lone surrogate counts as one code point.
 */
export function indexCodePoints(text: string): CodePointIndex {
  const pairUnits: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (splitsPair(text, at + 1)) pairUnits.push(at++);
  }
  const pairPoints = pairUnits.map((unit, index) => unit - index);
  const clamp = (offset: number, length: number): number => Math.max(0, Math.min(offset, length));
  return {
    length: codePoints(text.length - pairUnits.length),
    toUnits: (offset) => {
      const at = clamp(offset, text.length - pairUnits.length);
      return utf16Units(at + countBelow(pairPoints, at));
    },
    toCodePoints: (offset) => {
      const at = clamp(offset, text.length);
      const whole = splitsPair(text, at) ? at - 1 : at;
      return codePoints(whole - countBelow(pairUnits, whole));
    },
  };
}
