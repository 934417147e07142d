import type { Annotation } from '../annotation/annotation';
import { escapeMarkdown } from '../exchange/markdown/markdown-escape';

/** Code points of a quote that are enough to know a mark by within a note. */
const LONGEST_LABEL = 24;

/** The words that a link to a mark bears until somebody writes others: the beginning of what it stands on, in one line. */
export function labelOf(quote: string): string {
  const words = Array.from(quote.replace(/\s+/g, ' ').trim());
  return words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL).join('')}…` : words.join('');
}

/** A link to a mark as it is written into a note: Markdown that `parseMarkLink` understands, as short as can be. */
export const describeReference = ({ id, quote }: Pick<Annotation, 'id' | 'quote'>): string =>
  `[${escapeMarkdown(labelOf(quote.exact))}](zhupi://mark/${id})`;

/** The words after `[[` that is being typed. Offsets are UTF-16 units. */
export interface TypedReference {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What is being typed after `[[` at the caret (in UTF-16 units); undefined where nothing is. */
export function referenceAt(note: string, caret: number): TypedReference | undefined {
  const line = note.lastIndexOf('\n', caret - 1) + 1;
  const start = note.lastIndexOf('[[', caret - 2);
  if (start < line || start + 2 > caret) return undefined;
  const words = note.slice(start + 2, caret);
  return /[[\]]/.test(words) ? undefined : { start, end: caret, words };
}
