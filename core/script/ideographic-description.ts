const FIRST_OPERATOR = 0x2ff0;
const LAST_OPERATOR = 0x2fff;

const OPERATOR = /[\u2ff0-\u2fff]/;

// As opencc-js counts them: U+2FF2 and U+2FF3 take three parts, all others two (it takes the unary ones for binary).
const partsOf = (unit: number): number => (unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2);

const isOperator = (unit: number): boolean => unit >= FIRST_OPERATOR && unit <= LAST_OPERATOR;

/**
 * Where the ideographic description sequence that starts at each UTF-16 unit of a text ends, or 0 where none does;
 * undefined for a text without operators. OpenCC leaves the parts of such a sequence as they are.
 *
 * A sequence must be complete before the end of its segment; `cuts` are the segments' ends. An operator that is not
 * completed counts as a plain character. Every end follows from ends further right, so that one scan from the right
 * is enough, whatever the nesting.
 */
export function descriptionEnds(text: string, cuts: readonly number[]): Int32Array | undefined {
  if (!OPERATOR.test(text)) return undefined;
  const ends = new Int32Array(text.length);
  let segment = cuts.length - 1;
  let limit = text.length;
  for (let at = text.length - 1; at >= 0; at--) {
    while (segment >= 0 && (cuts[segment] ?? 0) > at) limit = cuts[segment--] ?? limit;
    const unit = text.charCodeAt(at);
    if (isOperator(unit)) ends[at] = sequenceEnd(text, ends, at, limit, partsOf(unit));
  }
  return ends;
}

function sequenceEnd(text: string, ends: Int32Array, at: number, limit: number, parts: number): number {
  let end = at + 1;
  for (let part = 0; part < parts; part++) {
    if (end >= limit) return 0;
    const nested = ends[end] ?? 0;
    end = nested > 0 ? nested : end + codePointLength(text, end);
  }
  return end;
}

/** The length in UTF-16 units of the code point at an offset; a lone surrogate is one. */
export const codePointLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
