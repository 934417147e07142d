import { isHighSurrogate, isLowSurrogate } from '../support/surrogate';

/**
 * The first of the ideographic description characters (The Unicode Standard, 18.2). U+31EF, which came later and lies
 * elsewhere, is none to OpenCC.
 */
export const FIRST_OPERATOR = 0x2ff0;

/** The last of them. */
export const LAST_OPERATOR = 0x2fff;

const OPERATOR = /[\u2ff0-\u2fff]/;

/** True if a text holds an ideographic description character. */
export const holdsOperator = (text: string): boolean => OPERATOR.test(text);

// As opencc-js counts them: U+2FF2 and U+2FF3 take three parts, all others two (it takes the unary ones for binary).
const partsOf = (unit: number): number => (unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2);

/** True for the UTF-16 unit of an ideographic description character. */
export const isOperator = (unit: number): boolean => unit >= FIRST_OPERATOR && unit <= LAST_OPERATOR;

/**
 * Writes into `ends` where the ideographic description sequence that starts at each UTF-16 unit of a text ends, or 0
 * where none does. OpenCC leaves the parts of such a sequence as they are.
 *
 * A sequence must be complete before the end of its segment; `cuts` is not 0 where a segment begins. An operator that
 * is not completed counts as a plain character. Every end follows from ends further right, so that one scan from the
 * right is enough, whatever the nesting.
 */
export function descriptionEnds(
  ends: Int32Array,
  text: Uint16Array,
  length: number,
  cuts: Uint8Array | undefined,
): void {
  let limit = length;
  for (let at = length - 1; at >= 0; at--) {
    const unit = text[at] ?? 0;
    ends[at] = isOperator(unit) ? sequenceEnd(text, ends, at, limit, partsOf(unit)) : 0;
    if (cuts !== undefined && cuts[at] !== 0) limit = at;
  }
}

function sequenceEnd(text: Uint16Array, ends: Int32Array, at: number, limit: number, parts: number): number {
  let end = at + 1;
  for (let part = 0; part < parts; part++) {
    if (end >= limit) return 0;
    const nested = ends[end] ?? 0;
    end = nested > 0 ? nested : end + pointLength(text, end, limit);
  }
  return end;
}

const pointLength = (text: Uint16Array, at: number, limit: number): number =>
  isHighSurrogate(text[at] ?? 0) && at + 1 < limit && isLowSurrogate(text[at + 1] ?? 0) ? 2 : 1;
