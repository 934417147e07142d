import { loadFold, type Fold } from './fold';

/** Characters by their readings: toneless pinyin, with ü. */
export interface Readings {
  /** The characters, as UTF-16 units, that may be read so, as far as they have been looked up. */
  unitsOf(syllable: string): readonly number[];
  /** Looks some more characters up; false once all are. */
  step(): boolean;
}

/** The characters that are looked up: CJK Unified Ideographs. */
const FIRST = 0x4e00;
const LAST = 0x9fff;
/** Characters to a step: a fraction of a millisecond. */
const STEP = 32;

const NONE: readonly number[] = [];
const SYLLABLE = /^[a-zêü]+$/;

/**
 * Readings from a function that gives those of one character, in any form. A character may be read in any of its ways,
 * and in those of the Simplified character that it is folded to: 著 is zhu and zhe.
 */
export function readingsFrom(lookUp: (character: string) => readonly string[], fold: Fold): Readings {
  const bySyllable = new Map<string, number[]>();
  let next = FIRST;
  const learn = (unit: number): void => {
    const character = String.fromCharCode(unit);
    const folded = fold.fold(character);
    for (const syllable of new Set([...lookUp(character), ...(folded === character ? [] : lookUp(folded))])) {
      // A library answers with the character itself where it knows no reading.
      if (!SYLLABLE.test(syllable)) continue;
      const units = bySyllable.get(syllable);
      if (units === undefined) bySyllable.set(syllable, [unit]);
      else units.push(unit);
    }
  };
  return {
    unitsOf: (syllable) => bySyllable.get(syllable) ?? NONE,
    step: () => {
      for (const end = next + STEP; next < end && next <= LAST; next++) learn(next);
      return next <= LAST;
    },
  };
}

let loaded: Promise<Readings> | undefined;

/** The readings of pinyin-pro, imported when first asked for. Nothing is looked up yet. */
export const loadReadings = (): Promise<Readings> =>
  (loaded ??= Promise.all([import('pinyin-pro'), loadFold()]).then(
    ([{ pinyin }, fold]) =>
      readingsFrom((character) => pinyin(character, { multiple: true, toneType: 'none', type: 'array' }), fold),
    (error: unknown) => {
      loaded = undefined;
      throw error;
    },
  ));
