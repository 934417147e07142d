import { splitsPair } from '../support/code-point-index';
import type { CodePointSpan } from '../support/offset';
import type { ShownText } from '../text/shown-text';

/** A hit with the words around it, as displayed. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** What is shown for a canonical span and up to `around` UTF-16 units on either side of it, within its paragraph. */
export function excerptOf(shown: ShownText, span: CodePointSpan, around: number): Excerpt {
  const [first] = shown.stretchesOf(span);
  if (first === undefined) return { before: '', words: '', after: '' };
  const { display } = shown.block(first.block);
  const { start, end } = first.span;
  const from = Math.max(0, start - around);
  const to = Math.min(display.length, end + around);
  return {
    before: display.slice(splitsPair(display, from) ? from + 1 : from, start),
    words: display.slice(start, end),
    after: display.slice(end, splitsPair(display, to) ? to - 1 : to),
  };
}
