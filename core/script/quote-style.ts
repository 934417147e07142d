import type { Layout } from '../text/layout';
import type { LanguageTag } from './conversion-table';
import type { Projector } from './projection';
import { projectionOf } from './projector';

/** What a reader can choose: quotation marks as in the text, of one kind, or of the kind that the script shown has. */
export const QUOTE_CHOICES = ['as-shown', 'by-script', 'curly', 'corner'] as const;

/** One of QUOTE_CHOICES. */
export type QuoteChoice = (typeof QUOTE_CHOICES)[number];

/** “ and ‘, or 「 and 『. */
export type QuoteStyle = 'curly' | 'corner';

const CORNER: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const CURLY: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

const HAS_CURLY = /[“”‘’]/;
const LATIN = /[\p{Script=Latin}\p{Nd}]/u;
const HAN = /\p{Script=Han}/u;

/** The kind that a choice means where the text is shown in a language; undefined where quotes stay as they are. */
export function quoteStyleOf(choice: QuoteChoice, language: LanguageTag): QuoteStyle | undefined {
  if (choice === 'as-shown') return undefined;
  if (choice === 'by-script') return language === 'zh-Hans' ? 'curly' : 'corner';
  return choice;
}

/**
 * What a choice comes to where lines run this way. In columns quotation marks are corner brackets, in either script
 * (CLREQ, 3.1.4): curly ones would be shown as 〝〞 there, so they stand only where a reader chose them.
 */
export const quotesIn = (choice: QuoteChoice, layout: Layout): QuoteChoice =>
  layout === 'vertical' && choice !== 'curly' ? 'corner' : choice;

/**
 * Where single curly quotes of a text quote, as UTF-16 offsets. A ’ closes the ‘ before it; between two letters, as in
 * don’t, and where nothing is open it is an apostrophe. A ‘ that is never closed quotes unless a letter follows.
 */
function quotingSingles(text: string): ReadonlySet<number> {
  const quoting = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '‘') open.push(at);
    if (sign !== '’') continue;
    if (LATIN.test(text[at - 1] ?? '') && LATIN.test(text[at + 1] ?? '')) continue;
    const opened = open.pop();
    if (opened !== undefined) quoting.add(opened).add(at);
  }
  for (const at of open) if (!LATIN.test(text[at + 1] ?? '')) quoting.add(at);
  return quoting;
}

/** Curly quotes as corner brackets; a block without a Chinese character stays as it is. */
function toCorner(text: string): string {
  if (!HAS_CURLY.test(text) || !HAN.test(text)) return text;
  const singles = quotingSingles(text);
  return text.replace(/[“”‘’]/g, (sign, at: number) =>
    sign === '“' || sign === '”' || singles.has(at) ? (CORNER[sign] ?? sign) : sign,
  );
}

/**
 * A block with its quotation marks of one kind, as long as it was in UTF-16 units: “” and 「」, ‘’ and 『』 stand for each
 * other. Straight quotes and apostrophes stay.
 */
export const withQuotes = (text: string, style: QuoteStyle): string =>
  style === 'corner' ? toCorner(text) : text.replace(/[「」『』]/g, (sign) => CURLY[sign] ?? sign);

/**
 * A projector that shows quotation marks of one kind. It is a last step, unit for unit, so that the map between words
 * and source is that of the conversion.
 */
export function quotedProjector(projector: Projector, style: QuoteStyle | undefined): Projector {
  if (style === undefined) return projector;
  return {
    ...projector,
    project: (block, fixed) => {
      const made = projector.project(block, fixed);
      const display = withQuotes(made.display, style);
      return display === made.display ? made : projectionOf(made.source, display, made.alignment);
    },
  };
}
