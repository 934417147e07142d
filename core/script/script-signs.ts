import { forEachEntry } from './dictionary';
import type { Preset } from './preset';

/** The standards of Traditional that a form can speak for: OpenCC's own, Taiwan's and Hong Kong's. */
export const STANDARDS = ['hant', 'hant-tw', 'hant-hk'] as const;

/** One of STANDARDS. */
export type Standard = (typeof STANDARDS)[number];

/** What a character or a word says about the script of the text that it stands in, drawn from dictionaries. */
export interface ScriptSigns {
  /**
   * By UTF-16 unit, how much likelier the character is in Traditional than in Simplified: a log likelihood ratio,
   * negative for Simplified, 0 for what says nothing.
   */
  readonly orthography: Float32Array;
  /**
   * By UTF-16 unit: 1 for what only Traditional has, -1 for what only Simplified has, else 0. Ambiguous Simplified
   * characters such as 并 are left out, since Traditional that was converted may keep them.
   */
  readonly exclusive: Int8Array;
  /** Characters whose form differs between the standards: how likely each makes them, as logarithms. */
  readonly forms: ReadonlyMap<string, Readonly<Record<Standard, number>>>;
  /** Brings a character to the one form that stands for all its regional ones. */
  readonly foldForm: (character: string) => string;
  /** Words only Taiwan says (`true`), and what others say for them (`false`), in the forms of all standards. */
  readonly words: ReadonlyMap<string, boolean>;
  /** What each ambiguous Simplified character can stand for, in folded forms; the first is the usual one. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

/** A character that only one script has weighs no more than this, however often dictionaries hold it. */
const HEAVIEST = 3.5;
/** Nor does one that both have, such as 后, more than this: words of one kind come in flocks. */
const HEAVIEST_OF_BOTH = 1.5;
/** Added to every count, so that what was never seen is unlikely and not impossible. */
const SMOOTHING = 0.5;
/** A pair that fewer phrases show than this is taken for a name or a slip. */
const FEWEST_PHRASES = 2;

type Group = readonly string[];

const singlesOf = (group: Group | undefined): Map<string, string> => {
  const singles = new Map<string, string>();
  for (const dictionary of group ?? []) {
    forEachEntry(dictionary, (key, value) => {
      if (Array.from(key).length === 1 && Array.from(value).length === 1) singles.set(key, value);
    });
  }
  return singles;
};

const add = <Key>(counts: Map<Key, number>, key: Key, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

const SURROGATE = /[\ud800-\udfff]/;

/** The code points of a word. Splitting is three times as fast as iterating, and there are fifty thousand phrases. */
const charactersOf = (word: string): string[] => (SURROGATE.test(word) ? Array.from(word) : word.split(''));

/** How often characters stand in words of either script, and which stand for which. */
interface Counts {
  readonly simplified: Map<string, number>;
  readonly traditional: Map<string, number>;
  /** By Simplified character, how many phrases show each counterpart. */
  readonly pairs: Map<string, Map<string, number>>;
}

/** Counts the characters of phrases that are written in both scripts; a single character counts like one phrase. */
function countPhrases(toTraditional: Group, toSimplified: Group): Counts {
  const counts: Counts = { simplified: new Map(), traditional: new Map(), pairs: new Map() };
  const count = (hans: string, hant: string): void => {
    const from = charactersOf(hans);
    const to = charactersOf(hant);
    if (from.length !== to.length) return;
    from.forEach((character, index) => {
      const other = to[index] ?? character;
      add(counts.simplified, character);
      add(counts.traditional, other);
      const known = counts.pairs.get(character) ?? new Map<string, number>();
      add(known, other);
      counts.pairs.set(character, known);
    });
  };
  for (const dictionary of toTraditional) forEachEntry(dictionary, count);
  for (const dictionary of toSimplified) {
    forEachEntry(dictionary, (key, value) => {
      count(value, key);
    });
  }
  return counts;
}

/** The regional forms of characters, by the form of OpenCC's own standard. */
interface Variants {
  readonly taiwan: ReadonlyMap<string, string>;
  readonly hongKong: ReadonlyMap<string, string>;
}

/** Share of places where a writer uses a form that the own standard does not ask for. */
const STRAYS = 0.12;

// What is written in Taiwan and in Hong Kong beside the form that the standard asks for, by OpenCC's own form: 台灣 is
// as common as 臺灣, and the keyboards of Hong Kong offer 說 before 説.
const EVERYDAY_IN_TAIWAN = '臺';
const EVERYDAY_IN_HONG_KONG = '說稅脫悅閱銳溫戶衛鉤蔥臥敘';

// Cantonese as it is written; no dictionary of OpenCC holds these.
const CANTONESE = '嘅咗喺佢哋冇嚟啲嗰嘢咁攞睇瞓嘥乜啱揸';

/**
 * How likely each standard makes each form of a character, as logarithms. The characters of phrases in OpenCC's own
 * standard are counted as each standard writes them: so 台 says little, since 台州 is written so everywhere.
 */
function formsOf(own: ReadonlyMap<string, number>, { taiwan, hongKong }: Variants): ScriptSigns['forms'] {
  const logs = new Map<string, Record<Standard, number>>();
  const say = (form: string, likely: Record<Standard, number>): void => {
    const before = logs.get(form) ?? { hant: 0, 'hant-tw': 0, 'hant-hk': 0 };
    for (const standard of STANDARDS) before[standard] += Math.log(likely[standard]);
    logs.set(form, before);
  };
  for (const character of new Set([...taiwan.keys(), ...hongKong.keys()])) {
    const inTaiwan = taiwan.get(character) ?? character;
    const inHongKong = hongKong.get(character) ?? character;
    const group = [...new Set([character, inTaiwan, inHongKong])];
    const shares = (writes: (form: string) => string): ((form: string) => number) => {
      const counts = new Map<string, number>();
      for (const form of group) add(counts, writes(form), (own.get(form) ?? 0) + SMOOTHING);
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      return (form) => ((1 - STRAYS) * (counts.get(form) ?? 0)) / total + STRAYS / group.length;
    };
    const hant = shares((form) => form);
    const hantTw = shares((form) => (form === character ? inTaiwan : form));
    const hantHk = shares((form) => (form === character ? inHongKong : form));
    const eitherInTaiwan = EVERYDAY_IN_TAIWAN.includes(character);
    const eitherInHongKong = EVERYDAY_IN_HONG_KONG.includes(character);
    for (const form of group) {
      say(form, {
        hant: hant(form),
        'hant-tw': eitherInTaiwan ? 0.5 : hantTw(form),
        'hant-hk': eitherInHongKong ? 0.5 : hantHk(form),
      });
    }
  }
  for (const character of CANTONESE) say(character, { hant: STRAYS, 'hant-tw': STRAYS, 'hant-hk': 1 - STRAYS });
  return logs;
}

function foldOf({ taiwan, hongKong }: Variants): (character: string) => string {
  const folds = new Map<string, string>();
  for (const variants of [taiwan, hongKong]) {
    for (const [own, form] of variants) folds.set(form, own);
  }
  return (character) => folds.get(character) ?? character;
}

function weigh({ simplified, traditional }: Counts, { taiwan, hongKong }: Variants): Float32Array {
  const written = new Map(traditional);
  for (const variants of [taiwan, hongKong]) {
    for (const [own, form] of variants) add(written, form, traditional.get(own) ?? 0);
  }
  const weights = new Float32Array(0x10000);
  for (const character of new Set([...simplified.keys(), ...written.keys()])) {
    if (character.length !== 1) continue;
    const inTraditional = written.get(character) ?? 0;
    const inSimplified = simplified.get(character) ?? 0;
    const most = inTraditional > 0 && inSimplified > 0 ? HEAVIEST_OF_BOTH : HEAVIEST;
    const ratio = Math.log((inTraditional + SMOOTHING) / (inSimplified + SMOOTHING));
    weights[character.charCodeAt(0)] = Math.max(-most, Math.min(most, ratio));
  }
  return weights;
}

/** The words of Taiwan and those of others, in every form that the standards give their characters. */
function regionalWords(phrases: Group, { taiwan, hongKong }: Variants): Map<string, boolean> {
  const words = new Map<string, boolean>();
  const both = new Set<string>();
  const remember = (word: string, isTaiwans: boolean): void => {
    if (words.get(word) === !isTaiwans) both.add(word);
    words.set(word, isTaiwans);
  };
  const written = (word: string, variants: ReadonlyMap<string, string>): string =>
    Array.from(word, (character) => variants.get(character) ?? character).join('');
  for (const dictionary of phrases) {
    forEachEntry(dictionary, (key, value) => {
      if (Array.from(key).length < 2 || Array.from(value).length < 2 || key === value) return;
      for (const word of [key, written(key, taiwan), written(key, hongKong)]) remember(word, false);
      remember(written(value, taiwan), true);
    });
  }
  for (const word of both) words.delete(word);
  return words;
}

function choicesOf(
  { pairs }: Counts,
  usual: ReadonlyMap<string, string>,
  fold: (character: string) => string,
): Map<string, string[]> {
  const choices = new Map<string, string[]>();
  for (const [character, counterparts] of pairs) {
    const folded = new Map<string, number>();
    for (const [counterpart, phrases] of counterparts) add(folded, fold(counterpart), phrases);
    const first = fold(usual.get(character) ?? character);
    const others = [...folded]
      .filter(([form, phrases]) => form !== first && phrases >= FEWEST_PHRASES)
      .map(([form]) => form);
    if (others.length > 0) choices.set(character, [first, ...others]);
  }
  return choices;
}

/** Draws the signs of scripts from opencc-js's two presets. */
export function drawSigns(cn2t: Preset, t2cn: Preset): ScriptSigns {
  const toTraditional = cn2t.configs['s2t']?.conversionChain[0] ?? [];
  const toSimplified = t2cn.configs['t2s']?.conversionChain[0] ?? [];
  const variants = { taiwan: singlesOf(cn2t.to['tw']?.[0]), hongKong: singlesOf(cn2t.to['hk']?.[0]) };
  const counts = countPhrases(toTraditional, toSimplified);
  const foldForm = foldOf(variants);
  const orthography = weigh(counts, variants);
  const choices = choicesOf(counts, singlesOf(toTraditional), foldForm);
  return {
    orthography,
    exclusive: Int8Array.from(orthography, (weight, unit) => {
      if (Math.abs(weight) <= HEAVIEST_OF_BOTH || choices.has(String.fromCharCode(unit))) return 0;
      return Math.sign(weight);
    }),
    forms: formsOf(counts.traditional, variants),
    foldForm,
    words: regionalWords(cn2t.to['twp']?.[0] ?? [], variants),
    choices,
  };
}
