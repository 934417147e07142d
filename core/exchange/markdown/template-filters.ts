import type { FilterThis, Liquid } from 'liquidjs/dist/liquid.browser.mjs';
import { stringify } from 'yaml';
import { csvField } from '../table/formula';
import { escapeMarkdown, obsidianTag, oneLine, withoutControls } from './markdown-escape';
import { noteText } from './markdown-note';

/** A value as words; nothing is none of them. */
export function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const eachLine = (words: string, prefix: string): string =>
  words
    .split('\n')
    .map((line) => `${prefix}${line}`.trimEnd())
    .join('\n');

/** Most spaces that a line is moved by. */
const DEEPEST = 64;

/** The filters that make words safe in what they are put into. Each takes words and gives words. */
const FILTERS: Readonly<Record<string, (words: string, argument: unknown) => string>> = {
  markdown: escapeMarkdown,
  note: (words) => noteText(words, 'plain'),
  quote: (words) => eachLine(withoutControls(words), '> '),
  indent: (words, spaces) => {
    const count = typeof spaces === 'number' && spaces > 0 ? Math.min(Math.floor(spaces), DEEPEST) : 2;
    return eachLine(withoutControls(words), ' '.repeat(count));
  },
  one_line: oneLine,
  html: (words) => words.replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign),
  csv: csvField,
  yaml: (words) => stringify(withoutControls(words), { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trimEnd(),
  tag: (words) => obsidianTag(words) ?? '',
};

/** Names of the filters for escaping, beside `json` and those of Liquid itself. */
export const FILTER_NAMES: readonly string[] = Object.keys(FILTERS);

/** Gives a template the filters that make words safe; takes those away that need what is not at hand. */
export function giveFilters(liquid: Liquid): void {
  for (const [name, filter] of Object.entries(FILTERS)) {
    liquid.registerFilter(name, function filtered(this: FilterThis, value: unknown, argument: unknown) {
      const words = wordsOf(value);
      this.context.memoryLimit.use(words.length);
      return filter(words, argument);
    });
  }
  // Both answer later than a template can wait.
  liquid.unregisterFilter('sha256');
  liquid.unregisterFilter('hmac_sha256');
}
