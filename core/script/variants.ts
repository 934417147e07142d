import { once } from '../support/once';
import { isSurrogate } from '../support/surrogate';
import type { Group } from './conversion';
import { conversionSteps, type Conversion } from './conversion-table';
import { forEachEntry } from './dictionary';
import type { ScriptMode, SourceScript } from './mode';
import { loadScriptPasses } from './script-passes';

/** The characters that a conversion can show in more than one way, as 后 can be 後 or 后. */
export interface Variants {
  /**
   * What a character of the source (one code point) can be shown as, the likeliest first; empty where that is one
   * thing only.
   */
  of(character: string): readonly string[];
}

/** No character has more than one counterpart: nothing is converted, or nobody asked. */
export const NO_VARIANTS: Variants = { of: () => [] };

/**
 * A counterpart counts if it is what a character becomes by itself, or if one phrase in twenty-five at the least shows
 * it: not by the bare share, but by the lower bound of Wilson's interval (95 % one-sided; Wilson 1927), so that few
 * phrases prove less than many. That keeps 檯 beside 臺 (65 phrases of 945) and leaves 傢 beside 家 (14 of 269) and 瞭
 * beside 了 (20 of 982), which would mark every third line for nothing. Characters that only a table of single
 * characters knows, such as 厤 beside 歷, are too rare to offer.
 */
const LEAST_SHARE = 0.04;
const FEWEST_PHRASES = 2;
const Z = 1.645;

function lowerBound(times: number, total: number): number {
  if (total === 0) return 0;
  const share = times / total;
  const spread = Z * Math.sqrt((share * (1 - share)) / total + (Z * Z) / (4 * total * total));
  return (share + (Z * Z) / (2 * total) - spread) / (1 + (Z * Z) / total);
}

/** A counterpart, and how common it is: a share of one. */
type Shares = ReadonlyMap<string, number>;

/** What one pass of a conversion makes of a character. */
type Pass = (character: string) => Shares;

/** Counts, over the phrases of a pass, what stands where for what. Phrases that change their length say nothing. */
class PhraseCounts {
  readonly singles = new Map<string, string>();
  /** By UTF-16 unit, in how many phrases it stands. */
  readonly #totals = new Uint32Array(0x10000);
  /** Only where something else stands for it: in most phrases most characters stay. */
  readonly #changed = new Map<number, Map<number, number>>();

  add(key: string, value: string): void {
    if (key.length === 1 || (key.length === 2 && isSurrogate(key.charCodeAt(0)))) {
      this.singles.set(key, value);
      return;
    }
    if (key.length !== value.length) return;
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at);
      const other = value.charCodeAt(at);
      if (isSurrogate(unit) || isSurrogate(other)) continue;
      this.#totals[unit] = (this.#totals[unit] ?? 0) + 1;
      if (unit !== other) this.#count(unit, other);
    }
  }

  #count(unit: number, other: number): void {
    const known = this.#changed.get(unit) ?? new Map<number, number>();
    known.set(other, (known.get(other) ?? 0) + 1);
    this.#changed.set(unit, known);
  }

  /** The counterparts of a character that count, with their shares. */
  sharesOf(character: string): Shares {
    const alone = this.singles.get(character) ?? character;
    const isPair = character.length > 1;
    const total = isPair ? 0 : (this.#totals[character.charCodeAt(0)] ?? 0);
    const changed = isPair ? [] : [...(this.#changed.get(character.charCodeAt(0)) ?? [])];
    const times = new Map(changed.map(([unit, count]) => [String.fromCharCode(unit), count]));
    times.set(character, total - changed.reduce((sum, [, count]) => sum + count, 0));
    const shares = new Map([[alone, ((times.get(alone) ?? 0) + 1) / (total + 1)]]);
    for (const [counterpart, count] of times) {
      const counts = count >= FEWEST_PHRASES && lowerBound(count, total) >= LEAST_SHARE;
      if (counts && counterpart !== alone) shares.set(counterpart, count / (total + 1));
    }
    return shares;
  }
}

const passes = new Map<string, Pass>();

/** The pass of a group of dictionaries, built once; conversions share their passes. */
function passOf(group: Group): Pass {
  const key = group.join('|');
  const known = passes.get(key);
  if (known !== undefined) return known;
  const counts = new PhraseCounts();
  for (const dictionary of group) {
    forEachEntry(dictionary, (from, to) => {
      counts.add(from, to);
    });
  }
  const pass: Pass = (character) => counts.sharesOf(character);
  passes.set(key, pass);
  return pass;
}

/** The passes of a conversion over single characters and their phrases, in order. */
const loadPassesOf = async (conversion: Conversion): Promise<Pass[]> =>
  (await loadScriptPasses(conversion)).map(passOf);

/** Follows a character through all passes; shares along one way multiply, those that meet add up. */
function follow(character: string, through: readonly Pass[]): readonly string[] {
  let shares: Shares = new Map([[character, 1]]);
  for (const pass of through) {
    const next = new Map<string, number>();
    for (const [form, share] of shares) {
      for (const [counterpart, part] of pass(form)) next.set(counterpart, (next.get(counterpart) ?? 0) + share * part);
    }
    shares = next;
  }
  if (shares.size < 2) return [];
  return [...shares].sort((one, other) => other[1] - one[1]).map(([form]) => form);
}

async function buildVariants(source: SourceScript, mode: ScriptMode): Promise<Variants> {
  const through = (await Promise.all(conversionSteps(source, mode).map(loadPassesOf))).flat();
  if (through.length === 0) return NO_VARIANTS;
  const known = new Map<string, readonly string[]>();
  return {
    of: (character) => {
      const forms = known.get(character) ?? follow(character, through);
      known.set(character, forms);
      return forms;
    },
  };
}

const loaded = new Map<string, Promise<Variants>>();

/**
 * Loads what is ambiguous when texts of this source script are shown in this mode, once; the dictionaries are those
 * that the conversion itself needs. Where nothing is converted nothing is loaded.
 */
export function loadVariants(source: SourceScript, mode: ScriptMode): Promise<Variants> {
  const key = `${source} as ${mode}`;
  return once(loaded, key, () => buildVariants(source, mode));
}
