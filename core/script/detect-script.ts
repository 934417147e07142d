import { once } from '../support/once';
import { loadConversion } from './conversion';
import { readLeftBehind } from './left-behind';
import type { SourceScript } from './mode';
import { loadPreset } from './preset';
import { readForms, readOrthography, readWords, sampleOf, withoutReadings } from './script-evidence';
import { drawSigns, type ScriptSigns } from './script-signs';

/** What the words of a text say about its script. */
export interface Detection {
  readonly script: SourceScript;
  /** How sure that is, from 0 (nothing speaks for it, or as much against it) to 1. */
  readonly confidence: number;
  /** What it rests on: the words themselves, the text that a paragraph belongs to, or nothing at all. */
  readonly basis: 'words' | 'text' | 'nothing';
}

/** Tells the scripts of texts and of their paragraphs. */
export interface ScriptDetector {
  /**
   * The script of a whole text, its paragraphs divided by newlines. Every character is looked up once; what costs
   * more looks at a sample spread evenly over the text.
   */
  ofText(words: string): Detection;
  /**
   * The script of each paragraph of a text. A paragraph that says little takes the script of the text, which is told
   * from all paragraphs together where it is not given.
   */
  ofParagraphs(words: readonly string[], text?: Detection): Detection[];
}

/** The scripts that are Traditional. */
const KINDS = ['hant', 'hant-tw', 'hant-hk', 'hant-from-hans'] as const;

/** A number for each of them. */
type Kinds = Readonly<Record<(typeof KINDS)[number], number>>;

/** What is expected before a word is read. */
interface Expectation {
  /** How much speaks for Traditional, as a log likelihood ratio; negative for Simplified. */
  readonly traditional: number;
  /** Shares of the kinds of Traditional, summing to one. */
  readonly kinds: Kinds;
}

// Plain Traditional leads, so that it is what a text without any sign is taken for: it is offered conversion to every
// standard, which changes nothing where there is nothing to change.
const AT_FIRST: Expectation = {
  traditional: 0,
  kinds: { hant: 0.42, 'hant-tw': 0.3, 'hant-hk': 0.16, 'hant-from-hans': 0.12 },
};

const NOTHING: Detection = { script: 'hant', confidence: 0, basis: 'nothing' };

/** How much a text of which one is sure weighs in its paragraphs: a little more than a character of one script. */
const WEIGHT_OF_TEXT = 4;
/** The share of the kinds that a text is not that is expected in its paragraphs, however sure one is of the text. */
const OTHER_KIND = 0.1;

/** Three tenths of kana, of which Japanese has more, and nothing is sure. */
const KANA_WEIGHT = 10 / 3;

function expectedIn({ script, confidence, basis }: Detection): Expectation {
  if (basis === 'nothing') return AT_FIRST;
  const weight = WEIGHT_OF_TEXT * confidence;
  if (script === 'hans') return { traditional: -weight, kinds: AT_FIRST.kinds };
  const other = Math.max(OTHER_KIND, 1 - confidence) / KINDS.length;
  const others = { hant: other, 'hant-tw': other, 'hant-hk': other, 'hant-from-hans': other };
  return { traditional: weight, kinds: { ...others, [script]: 1 - other * (KINDS.length - 1) } };
}

/** Tells how likely each kind of Traditional makes the words: logarithms that mean something only beside each other. */
type KindReader = (words: string) => Kinds;

async function loadKindReader(signs: ScriptSigns): Promise<KindReader> {
  const [toSimplified, toTaiwan] = await Promise.all([loadConversion('tw2s'), loadConversion('s2tw')]);
  const formsIn = readForms(signs.forms);
  const leftBehind = readLeftBehind(signs);
  const wordsIn = readWords(signs.words);
  return (words) => {
    const forms = formsIn(words);
    const simplified = toSimplified.convert(words).display;
    const back = toTaiwan.convert(simplified).display;
    // A converter writes by one of the standards, and which is not known.
    const converted = Object.values(forms).reduce((sum, log) => sum + Math.exp(log), 0) / 3;
    return {
      hant: forms.hant,
      'hant-tw': forms['hant-tw'] + wordsIn(words),
      'hant-hk': forms['hant-hk'],
      'hant-from-hans': Math.log(converted) + leftBehind(words, simplified, back),
    };
  };
}

/** The likeliest kind, and its share of what all kinds together make likely. */
function likeliest(logs: Kinds, expected: Kinds): { script: keyof Kinds; share: number } {
  const weighed = KINDS.map((kind) => ({ script: kind, log: logs[kind] + Math.log(expected[kind]) }));
  const best = weighed.reduce((one, other) => (other.log > one.log ? other : one));
  const sum = weighed.reduce((total, { log }) => total + Math.exp(log - best.log), 0);
  return { script: best.script, share: 1 / sum };
}

/** Loads the dictionaries from which the signs of scripts are drawn, once; both of opencc-js's presets. */
export function loadScriptDetector(): Promise<ScriptDetector> {
  return once(loaded, 'detector', buildDetector);
}

const loaded = new Map<'detector', Promise<ScriptDetector>>();

async function buildDetector(): Promise<ScriptDetector> {
  const signs = drawSigns(await loadPreset('cn2t'), await loadPreset('t2cn'));
  const readKinds = await loadKindReader(signs);
  const detect = (words: string, expected: Expectation): Detection | undefined => {
    const { traditional, simplified, agreement, kana } = readOrthography(words, signs);
    if (traditional + simplified === 0) return undefined;
    const balance = traditional - simplified + expected.traditional;
    // However much speaks for either: of a text that is half of each nothing is sure.
    const sure = Math.tanh(Math.abs(balance) / 2) * agreement * Math.max(0, 1 - KANA_WEIGHT * kana);
    if (balance < 0) return { script: 'hans', confidence: sure, basis: 'words' };
    const { script, share } = likeliest(readKinds(withoutReadings(sampleOf(words))), expected.kinds);
    return { script, confidence: sure * share, basis: 'words' };
  };
  const ofText = (words: string): Detection => detect(words, AT_FIRST) ?? NOTHING;
  return {
    ofText,
    ofParagraphs: (words, text = ofText(words.join('\n'))) => {
      const expected = expectedIn(text);
      const asText: Detection = { ...text, basis: text.basis === 'nothing' ? 'nothing' : 'text' };
      return words.map((paragraph) => detect(paragraph, expected) ?? asText);
    },
  };
}
