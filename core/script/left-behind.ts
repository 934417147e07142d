import type { ScriptSigns } from './script-signs';

// A text that was converted character by character writes every Simplified character in one way throughout: 于 stands
// for 於 as well, or 髮 never comes. A text written in Traditional writes each as the word asks. Which way a converter
// chose for a character is not known, so that all ways are weighed (a mixture), as is a writer's own habit.

/** Share of places where a converter with its mind made up still writes another form. */
const CONVERTER_STRAYS = 0.02;
/** Share of places where a writer of Traditional leaves a form that dictionaries would change: names, taste. */
const WRITER_LEAVES = 0.04;
/** Share of places where dictionaries ask for another form in vain: they err, as when they make 並為 併為. */
const DICTIONARY_ERRS = 0.3;
/** Share of characters that a writer of Traditional writes in one way throughout: names such as 于, habits such as 占. */
const WRITER_HAS_HABIT = 0.1;
/** How many of the characters that may stay as they are a converter leaves; which it is, is not known. */
const STAYING = [0.1, 0.5, 0.9] as const;
/** Share of characters for which a converter has a form that is neither the usual one nor the one that stays. */
const ODD_FORM = 0.03;

const logSum = (terms: readonly number[]): number => {
  const highest = Math.max(...terms);
  return highest === -Infinity ? highest : highest + Math.log(terms.reduce((sum, x) => sum + Math.exp(x - highest), 0));
};

/** How one ambiguous Simplified character is written in a text. */
interface Usage {
  /** Places by the form found there. */
  readonly found: Map<string, number>;
  right: number;
  /** Places with the Simplified form where words ask for another. */
  left: number;
  /** Places with any other form that words do not ask for. */
  wrong: number;
}

/** What is known of an ambiguous Simplified character. */
interface Ambiguity {
  readonly simplified: string;
  /** The form that a converter writes who knows only one. */
  readonly usual: string;
  /** All forms that it has in Traditional, and itself. */
  readonly forms: readonly string[];
  /** True if Traditional has it too, so that a converter may have let it stay. */
  readonly canStay: boolean;
}

/** How likely it is that each place has this form, if a converter has chosen it throughout; a logarithm. */
function throughout({ found, right, left, wrong }: Usage, form: string): number {
  const here = found.get(form) ?? 0;
  const elsewhere = right + left + wrong - here;
  return here * Math.log(1 - CONVERTER_STRAYS) + elsewhere * Math.log(CONVERTER_STRAYS);
}

/** How likely a converter makes what was seen, that lets this share of characters stay; a logarithm. */
function asConverted({ simplified, usual, forms, canStay }: Ambiguity, usage: Usage, staying: number): number {
  const share = (form: string): number => {
    if (form === usual) return canStay ? 1 - staying : 1;
    return form === simplified && canStay ? staying : ODD_FORM;
  };
  return logSum(forms.map((form) => Math.log(share(form)) + throughout(usage, form)));
}

/** How likely a writer of Traditional makes what was seen; a logarithm. */
function asWritten({ usual, forms }: Ambiguity, usage: Usage): number {
  // What is right counts the same as in a converted text, or a word that comes a thousand times would decide alone.
  const asWordsAsk =
    usage.right * Math.log(1 - CONVERTER_STRAYS) +
    usage.left * Math.log(WRITER_LEAVES) +
    usage.wrong * Math.log(DICTIONARY_ERRS);
  const others = Math.max(1, forms.length - 1);
  const byHabit = logSum(forms.map((form) => throughout(usage, form) + Math.log(form === usual ? 0.5 : 0.5 / others)));
  return logSum([Math.log(1 - WRITER_HAS_HABIT) + asWordsAsk, Math.log(WRITER_HAS_HABIT) + byHabit]);
}

/**
 * Tells how much likelier words are in a text converted character by character than in one written in Traditional,
 * from the words as they are written, in Simplified, and as conversion back writes them: a log likelihood ratio, 0 if
 * nothing speaks. Lines whose lengths differ are passed over, since what belongs to what is not certain.
 */
export type LeftBehindReader = (written: string, simplified: string, back: string) => number;

/** Prepares ambiguous characters to be looked for. Those beyond the basic plane are left out. */
export function readLeftBehind({ choices, foldForm }: Pick<ScriptSigns, 'choices' | 'foldForm'>): LeftBehindReader {
  const byUnit = new Map<number, Ambiguity>();
  const isAmbiguous = new Uint8Array(0x10000);
  for (const [simplified, counterparts] of choices) {
    if (simplified.length > 1) continue;
    const [usual = simplified] = counterparts;
    const stays = counterparts.includes(simplified);
    const forms = stays ? counterparts : [...counterparts, simplified];
    byUnit.set(simplified.charCodeAt(0), { simplified, usual, forms, canStay: stays && usual !== simplified });
    isAmbiguous[simplified.charCodeAt(0)] = 1;
  }
  const see = (usages: Map<Ambiguity, Usage>, written: string, simplified: string, back: string): void => {
    if (written.length !== simplified.length || written.length !== back.length) return;
    for (let at = 0; at < simplified.length; at++) {
      const unit = simplified.charCodeAt(at);
      const ambiguity = isAmbiguous[unit] === 1 ? byUnit.get(unit) : undefined;
      const found = ambiguity && foldForm(written.charAt(at));
      if (ambiguity === undefined || found === undefined || !ambiguity.forms.includes(found)) continue;
      const usage = usages.get(ambiguity) ?? { found: new Map<string, number>(), right: 0, left: 0, wrong: 0 };
      usages.set(ambiguity, usage);
      usage.found.set(found, (usage.found.get(found) ?? 0) + 1);
      if (found === foldForm(back.charAt(at))) usage.right++;
      else if (found === ambiguity.simplified) usage.left++;
      else usage.wrong++;
    }
  };
  return (written, simplified, back) => {
    const usages = new Map<Ambiguity, Usage>();
    const simplifiedLines = simplified.split('\n');
    const backLines = back.split('\n');
    written.split('\n').forEach((line, index) => {
      see(usages, line, simplifiedLines[index] ?? '', backLines[index] ?? '');
    });
    const seen = [...usages].map(([ambiguity, usage]) => ({ ambiguity, usage, written: asWritten(ambiguity, usage) }));
    const ratios = STAYING.map((staying) =>
      seen.reduce((sum, one) => sum + asConverted(one.ambiguity, one.usage, staying) - one.written, 0),
    );
    return logSum(ratios) - Math.log(STAYING.length);
  };
}
