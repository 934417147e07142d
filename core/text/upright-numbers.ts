import { unitSpan, type UnitSpan } from '../support/offset';

/** What makes a number a part of something longer: more digits, letters, signs of amounts, ranges and dates. */
const PART = "[\\p{Nd}\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}/%‰°+\\-−–_#$€£¥~@&='’]";

/** Signs that join only where something follows them: “12.” may end a sentence. */
const POINT = '[.,:]';

const NUMBER = new RegExp(`(?<!${PART}|${PART}${POINT})[0-9]{1,2}(?!${PART}|${POINT}${PART})`, 'gu');

/**
 * The numbers of a displayed block that stand upright in a vertical column, in UTF-16 units and in order: one or two
 * ASCII digits that are no part of something longer, as CLREQ and JLREQ set them (tate-chu-yoko; `digits 2` of CSS
 * Writing Modes, which Chromium lacks). Longer numbers lie on their side, as Latin words do.
 */
export function uprightNumbers(display: string): UnitSpan[] {
  return Array.from(display.matchAll(NUMBER), ({ index, 0: { length } }) => unitSpan(index, index + length));
}
