import { STANDARDS, type ScriptSigns, type Standard } from './script-signs';

/** What the characters of a text say about its script. */
export interface Orthography {
  /** Sum of what speaks for Traditional, as a log likelihood ratio; not negative. */
  readonly traditional: number;
  /** Sum of what speaks for Simplified; not negative. */
  readonly simplified: number;
  /** How far the characters that only one of the scripts has are all of one script: 0 half of each, 1 all. */
  readonly agreement: number;
  /** Share of kana among kana and Chinese characters. */
  readonly kana: number;
}

const isKana = (unit: number): boolean =>
  (unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb && unit !== 0x30fc) || (unit >= 0xff66 && unit <= 0xff9d);

const isHan = (unit: number): boolean => (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);

const NO_CLAUSE = { traditional: 0, simplified: 0, onlyTraditional: 0, onlySimplified: 0, kana: 0 };

const CLAUSE_ENDS: ReadonlySet<number> = new Set(
  Array.from('\n\r。，！？；：、,.!?;:「」『』“”‘’《》〈〉（）()…—', (sign) => sign.charCodeAt(0)),
);

/**
 * Sums what each character says. A clause that holds kana is Japanese, whose 国 and 学 are not Simplified: it says
 * nothing. One look-up for each UTF-16 unit; characters beyond the basic plane say nothing.
 */
export function readOrthography(
  words: string,
  { orthography, exclusive }: Pick<ScriptSigns, 'orthography' | 'exclusive'>,
): Orthography {
  const sums = { traditional: 0, simplified: 0, onlyTraditional: 0, onlySimplified: 0, kana: 0, han: 0 };
  const clause = { ...NO_CLAUSE };
  const end = (): void => {
    if (clause.kana === 0) {
      sums.traditional += clause.traditional;
      sums.simplified += clause.simplified;
      sums.onlyTraditional += clause.onlyTraditional;
      sums.onlySimplified += clause.onlySimplified;
    }
    sums.kana += clause.kana;
    Object.assign(clause, NO_CLAUSE);
  };
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    const weight = orthography[unit] ?? 0;
    if (weight > 0) clause.traditional += weight;
    else if (weight < 0) clause.simplified -= weight;
    const only = exclusive[unit] ?? 0;
    if (only > 0) clause.onlyTraditional++;
    else if (only < 0) clause.onlySimplified++;
    if (isHan(unit)) sums.han++;
    else if (isKana(unit)) clause.kana++;
    else if (CLAUSE_ENDS.has(unit)) end();
  }
  end();
  const { traditional, simplified, onlyTraditional, onlySimplified, kana, han } = sums;
  const only = onlyTraditional + onlySimplified;
  const agreement = only === 0 ? 1 : Math.abs(onlyTraditional - onlySimplified) / only;
  return { traditional, simplified, agreement, kana: kana === 0 ? 0 : kana / (kana + han) };
}

/** Characters of a text that are looked at closely. */
const SAMPLE = 40_000;
const WINDOWS = 40;
const LINE_OR_SENTENCE = /[\n。！？]/g;

/**
 * The text, or of a long one some forty pieces from its beginning to its end, as lines. A piece begins after the end
 * of a sentence if one is near, so that no word is cut.
 */
export function sampleOf(words: string): string {
  if (words.length <= SAMPLE) return words;
  const length = SAMPLE / WINDOWS;
  const step = (words.length - length) / (WINDOWS - 1);
  return Array.from({ length: WINDOWS }, (_window, index) => {
    const piece = words.slice(Math.floor(index * step), Math.floor(index * step) + length);
    LINE_OR_SENTENCE.lastIndex = 0;
    const first = LINE_OR_SENTENCE.exec(piece.slice(0, length / 2));
    return first === null ? piece : piece.slice(first.index + 1);
  }).join('\n');
}

const READING = /(?<=\p{Script=Han})[(（][\p{Script=Latin}\p{M}'’]{1,10}[)）]/gu;

/** The words without readings in parentheses such as 會(huì), which would part the characters of a word. */
export const withoutReadings = (words: string): string => (/[(（]/.test(words) ? words.replace(READING, '') : words);

/** What counts for a form that comes so often: each further time says less, since habits repeat themselves. */
const damped = (times: number): number => 1 + Math.log(times);

/** Tells how likely the regional forms in some words are in each standard, as logarithms; 0 if there are none. */
export type FormReader = (words: string) => Readonly<Record<Standard, number>>;

/** Prepares regional forms to be looked for. */
export function readForms(forms: ScriptSigns['forms']): FormReader {
  const isForm = new Uint8Array(0x10000);
  for (const form of forms.keys()) isForm[form.charCodeAt(0)] = 1;
  return (words) => {
    const found = new Map<string, number>();
    for (let at = 0; at < words.length; at++) {
      if (isForm[words.charCodeAt(at)] !== 1) continue;
      const form = words.charAt(at);
      found.set(form, (found.get(form) ?? 0) + 1);
    }
    const logs = { hant: 0, 'hant-tw': 0, 'hant-hk': 0 };
    for (const [form, times] of found) {
      for (const standard of STANDARDS) logs[standard] += damped(times) * (forms.get(form)?.[standard] ?? 0);
    }
    return logs;
  };
}

/** How much the share of Taiwan's words weighs, and at most. */
const WEIGHT_OF_WORDS = 1.2;
const MOST_OF_WORDS = 4;

/** Tells how much likelier the regional words in a text are in Taiwan than elsewhere: a log ratio, 0 if none are. */
export type WordReader = (text: string) => number;

/** Prepares the words of regions to be looked for, the longest at each place. */
export function readWords(words: ScriptSigns['words']): WordReader {
  const byStart = new Map<string, string[]>();
  const isStart = new Uint8Array(0x10000);
  for (const word of words.keys()) {
    const start = word.slice(0, 2);
    const known = byStart.get(start) ?? [];
    known.push(word);
    byStart.set(start, known);
    isStart[word.charCodeAt(0)] = 1;
  }
  for (const known of byStart.values()) known.sort((one, other) => other.length - one.length);
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      if (isStart[text.charCodeAt(at)] !== 1) continue;
      const word = byStart.get(text.slice(at, at + 2))?.find((candidate) => text.startsWith(candidate, at));
      if (word === undefined) continue;
      found.add(word);
      at += word.length - 1;
    }
    const taiwans = [...found].filter((word) => words.get(word)).length;
    const ratio = WEIGHT_OF_WORDS * Math.log((taiwans + 1) / (found.size - taiwans + 1));
    return Math.max(-MOST_OF_WORDS, Math.min(MOST_OF_WORDS, ratio));
  };
}
