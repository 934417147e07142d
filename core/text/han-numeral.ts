const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const MYRIADS = { traditional: ['', '萬', '億', '兆'], simplified: ['', '万', '亿', '兆'] } as const;

/** Up to four digits: 三百零六. Nothing for 0. */
function group(value: number): string {
  let said = '';
  for (let place = 3, left = value; place >= 0; place--) {
    const size = 10 ** place;
    const digit = Math.floor(left / size);
    left %= size;
    if (digit > 0) said += `${DIGITS.charAt(digit)}${PLACES[place] ?? ''}`;
    // One sign for all places that are empty between two that are not.
    else if (said !== '' && left > 0 && !said.endsWith('零')) said += '零';
  }
  return said;
}

/**
 * A count as it is written out in a column, in Chinese numerals with their places: 316 is 三百一十六, 12 is 十二. `value` is
 * a whole number, not negative and below 10^16; any other is given in figures.
 */
export function hanNumeral(value: number, form: keyof typeof MYRIADS): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e16) return String(value);
  let said = '';
  for (let rank = 3, left = value; rank >= 0; rank--) {
    const size = 10_000 ** rank;
    const part = Math.floor(left / size);
    left %= size;
    if (part === 0) continue;
    if (said !== '' && part < 1_000) said += '零';
    said += `${group(part)}${MYRIADS[form][rank] ?? ''}`;
  }
  return said === '' ? DIGITS.charAt(0) : said.replace(/^一十/u, '十');
}
