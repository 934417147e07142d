import type { Annotation } from '../annotation/annotation';
import { codePointSpan, type CodePointSpan } from '../support/offset';
import { indexOf } from '../text/text-index';
import type { Text } from '../text/text';
import type { MarkLink } from './mark-link';

/** Where a link to a mark leads in a text: to the mark; or, where that is no more, to the words it stood on. */
export type LinkTarget =
  | { readonly kind: 'mark'; readonly annotation: Annotation }
  | { readonly kind: 'words'; readonly span: CodePointSpan; readonly reason: 'deleted' | 'missing' };

/** The only place of some words in a text; undefined where they are not in it, or more than once. */
function onlyPlaceOf(text: Text, words: string): CodePointSpan | undefined {
  const at = words === '' ? -1 : text.canonical.indexOf(words);
  if (at < 0 || text.canonical.includes(words, at + 1)) return undefined;
  const index = indexOf(text);
  return codePointSpan(index.toCodePoints(at), index.toCodePoints(at + words.length));
}

/**
 * Where a link leads in the text that it names. `annotation` is the mark with its id, live or not; undefined where
 * there is none. Undefined if it leads nowhere: words are found exactly or not at all.
 */
export function followLink(link: MarkLink, annotation: Annotation | undefined, text: Text): LinkTarget | undefined {
  if (annotation !== undefined && annotation.deleted === undefined) return { kind: 'mark', annotation };
  const reason = annotation === undefined ? 'missing' : 'deleted';
  if (annotation?.textHash === text.sourceHash) return { kind: 'words', span: annotation.target, reason };
  const span = onlyPlaceOf(text, annotation?.quote.exact ?? '') ?? onlyPlaceOf(text, link.quote);
  return span && { kind: 'words', span, reason };
}
