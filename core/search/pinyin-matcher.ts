import type { Matcher } from './matcher';
import { parsePinyin } from './pinyin-query';
import type { Readings } from './pinyin-readings';

/** Syllables that fit the bits of a number; what is longer is not looked for. */
const MOST_SYLLABLES = 30;

/** Matches characters by any of their readings: a matcher for each way to split what was typed into syllables. */
export function pinyinMatchers(words: string, readings: Readings): Matcher[] {
  return parsePinyin(words)
    .filter((way) => way.length <= MOST_SYLLABLES && way.every((syllable) => readings.unitsOf(syllable).length > 0))
    .map((way) => syllableMatcher(way, readings));
}

function syllableMatcher(syllables: readonly string[], readings: Readings): Matcher {
  // For each UTF-16 unit the syllables that it may be, a bit each.
  const bits = new Int32Array(0x10000);
  syllables.forEach((syllable, at) => {
    for (const unit of readings.unitsOf(syllable)) bits[unit] = (bits[unit] ?? 0) | (1 << at);
  });
  const { length } = syllables;
  const matches = (plain: string, from: number): boolean => {
    for (let at = 1; at < length; at++) {
      if (((bits[plain.charCodeAt(from + at)] ?? 0) & (1 << at)) === 0) return false;
    }
    return true;
  };
  return {
    length,
    forEach: ({ plain }, visit) => {
      const last = plain.length - length;
      for (let at = 0; at <= last; at++) {
        // Nearly every place is passed over here.
        if (((bits[plain.charCodeAt(at)] ?? 0) & 1) === 0 || !matches(plain, at)) continue;
        visit(at);
        at += length - 1;
      }
    },
  };
}
