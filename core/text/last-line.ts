const HAN = /\p{Script=Han}/u;

/** Characters of the script that the last line of a paragraph has at least. */
const LEAST = 2;

/**
 * Where the words begin, in UTF-16 units of a displayed block, that are not to be parted at its end: the last two Chinese
 * characters with what follows them, so that no line is one character and a stop (CLREQ, 4.2.2: no widow). Undefined where
 * the block is nothing but these, or they are not near its end.
 */
export function lastTogether(display: string): number | undefined {
  let found = 0;
  const from = Math.max(0, display.length - 8);
  for (let at = display.length - 1; at > from; at--) {
    if (!HAN.test(display.charAt(at))) continue;
    if (++found === LEAST) return at;
  }
  return undefined;
}
