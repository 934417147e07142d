/** A stretch within an entry that is not unit for unit, in UTF-16 units from the starts of key and value. */
export interface Shift {
  readonly src: number;
  readonly dst: number;
  readonly srcLength: number;
  readonly dstLength: number;
}

/** Calls back with each key and value of a dictionary in the form that opencc-js ships: `key value|key value`. */
export function forEachEntry(source: string, visit: (key: string, value: string) => void): void {
  for (const line of source.split('|')) {
    const [key, value] = line.split(' ');
    // An empty value would show nothing for something, and a mark on it could not be painted.
    if (!key || !value) throw new Error(`not a dictionary entry: ${JSON.stringify(line)}`);
    visit(key, value);
  }
}

/** True if a key of the dictionary is more than one code point. */
export function holdsPhrases(source: string): boolean {
  let found = false;
  forEachEntry(source, (key) => {
    found ||= key.length > codePointLength(key, 0);
  });
  return found;
}

/** The length in UTF-16 units of the code point at an offset; a lone surrogate is one. */
const codePointLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

const SURROGATE = /[\ud800-\udfff]/;
const NO_SHIFTS: readonly Shift[] = [];

/**
 * Aligns a key with its value. As many code points as before pair one by one; otherwise the whole pairs as one, since
 * to trim common ends would leave half-words.
 */
export function shiftsBetween(key: string, value: string): readonly Shift[] {
  if (!SURROGATE.test(key) && !SURROGATE.test(value)) {
    return key.length === value.length ? NO_SHIFTS : [wholeShift(key, value)];
  }
  const shifts: Shift[] = [];
  let src = 0;
  let dst = 0;
  while (src < key.length && dst < value.length) {
    const srcLength = codePointLength(key, src);
    const dstLength = codePointLength(value, dst);
    if (srcLength !== dstLength) shifts.push({ src, dst, srcLength, dstLength });
    src += srcLength;
    dst += dstLength;
  }
  return src === key.length && dst === value.length ? shifts : [wholeShift(key, value)];
}

const wholeShift = (key: string, value: string): Shift => ({
  src: 0,
  dst: 0,
  srcLength: key.length,
  dstLength: value.length,
});
