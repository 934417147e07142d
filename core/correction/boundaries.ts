import { splitsPair } from '../support/code-point-index';

const SELECTOR = /^\p{Variation_Selector}/u;

/** First UTF-16 units of variation selectors (Unicode 23.4): most characters are told from them by this alone. */
const mayBeSelector = (unit: number): boolean =>
  (unit >= 0xfe00 && unit <= 0xfe0f) || (unit >= 0x180b && unit <= 0x180f) || unit === 0xdb40;

/**
 * True if words may begin or end at this UTF-16 offset: it lies neither inside a surrogate pair nor between a
 * character and its variation selectors. A selector after a line break, or at the start, stands alone.
 */
export function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  if (splitsPair(text, at)) return false;
  if (!mayBeSelector(text.charCodeAt(at)) || !SELECTOR.test(text.slice(at, at + 2))) return true;
  const before = text.charCodeAt(at - 1);
  return before === 0x0a || before === 0x0d;
}
