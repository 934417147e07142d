import { printable, withUnseen } from './printable';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words as they may stand between tags and in quoted attributes: sign for sign, and nothing else is done to them. */
export const escapedHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Words within an attribute in double quotes, or within <title>: plain, whatever they look like. */
export const attributeWords = (words: string): string => escapedHtml(withUnseen(printable(words), () => ''));

/**
 * Words as the text of an element. What turns a line around stays in the text, in an element of its own that it does
 * not reach out of and that shows its name.
 */
export const htmlWords = (words: string): string =>
  withUnseen(escapedHtml(printable(words)), (sign, name) => `<bdi class="unseen" title="${name}">${sign}</bdi>`);
