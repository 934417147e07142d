import { codePointLength } from './ideographic-description';

/** A stretch within an entry that is not unit for unit, in UTF-16 units from the starts of key and value. */
export interface Shift {
  readonly src: number;
  readonly dst: number;
  readonly srcLength: number;
  readonly dstLength: number;
}

/** What a dictionary says about one key. */
export interface Entry {
  /** Length of the key in UTF-16 units. */
  readonly length: number;
  readonly value: string;
  /** How key and value are aligned; empty where they run unit for unit. */
  readonly shifts: readonly Shift[];
}

/** One of OpenCC's dictionaries, ready to be looked up in. */
export interface Dictionary {
  /** The entry with the longest key that stands at `at` in the text and ends by `limit`; undefined if none does. */
  longestAt(text: string, at: number, limit: number): Entry | undefined;
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

// Bits by first unit: most units start no key, and most keys that start with a unit are that unit alone.
const SINGLE = 1;
const LONGER = 2;

/** Compiles a dictionary from the form that opencc-js ships. Where a key is repeated, the last one counts. */
export function compileDictionary(source: string): Dictionary {
  const starts = new Uint8Array(0x10000);
  const singles = new Map<number, Entry>();
  const longer = new Map<string, Entry>();
  const lengths: LengthsByUnits = new Map();
  forEachEntry(source, (key, value) => {
    const entry: Entry = { length: key.length, value, shifts: shiftsBetween(key, value) };
    const first = key.charCodeAt(0);
    starts[first] = (starts[first] ?? 0) | (key.length === 1 ? SINGLE : LONGER);
    if (key.length === 1) {
      singles.set(first, entry);
    } else {
      longer.set(key, entry);
      addLength(lengths, key);
    }
  });
  const longerAt = (text: string, at: number, limit: number): Entry | undefined => {
    const candidates = lengths.get(text.charCodeAt(at))?.get(text.charCodeAt(at + 1)) ?? NO_LENGTHS;
    for (const length of candidates) {
      const entry = at + length > limit ? undefined : longer.get(text.slice(at, at + length));
      if (entry !== undefined) return entry;
    }
    return undefined;
  };
  return {
    longestAt: (text, at, limit) => {
      const unit = text.charCodeAt(at);
      const start = starts[unit] ?? 0;
      if (start === 0) return undefined;
      const found = (start & LONGER) > 0 ? longerAt(text, at, limit) : undefined;
      return found ?? ((start & SINGLE) > 0 ? singles.get(unit) : undefined);
    },
  };
}

/** Lengths of the keys, longest first, by their first two units. */
type LengthsByUnits = Map<number, Map<number, number[]>>;

const NO_LENGTHS: readonly number[] = [];

function addLength(lengths: LengthsByUnits, key: string): void {
  const byFirst = lengths.get(key.charCodeAt(0)) ?? new Map<number, number[]>();
  const known = byFirst.get(key.charCodeAt(1)) ?? [];
  if (!known.includes(key.length)) known.push(key.length);
  known.sort((one, other) => other - one);
  lengths.set(key.charCodeAt(0), byFirst.set(key.charCodeAt(1), known));
}

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
