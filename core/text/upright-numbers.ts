import { unitSpan, type UnitSpan } from '../support/offset';

/** What makes a number a part of something longer: more digits, letters, signs of amounts, ranges and dates. */
const PART = "[\\p{Nd}\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}/%‰°+\\-−–_#$€£¥~@&='’]";

/** Signs that join only where something follows them: “12.” may end a sentence. */
const POINT = '[.,:]';

const numberOf = (most: number): RegExp =>
  new RegExp(`(?<!${PART}|${PART}${POINT})[0-9]{1,${most}}(?!${PART}|${POINT}${PART})`, 'gu');

const SHORT = numberOf(2);
const YEARS = numberOf(4);

const found = (display: string, numbers: RegExp): UnitSpan[] =>
  Array.from(display.matchAll(numbers), ({ index, 0: { length } }) => unitSpan(index, index + length));

/**
 * The numbers of a displayed block that stand upright in a vertical column, in UTF-16 units and in order: one or two
 * ASCII digits that are no part of something longer, as CLREQ and JLREQ set them (tate-chu-yoko; `digits 2` of CSS
 * Writing Modes, which Chromium lacks). Longer numbers lie on their side, as Latin words do.
 */
export const uprightNumbers = (display: string): UnitSpan[] => found(display, SHORT);

/**
 * The numbers of a title that stand upright in a column, as those of `uprightNumbers`: years too, digit by digit. So
 * titles are set on covers and spines; in the body a year lies on its side.
 */
export const uprightInTitle = (title: string): UnitSpan[] => found(title, YEARS);
