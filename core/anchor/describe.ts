import type { Quote, Target } from '../annotation/annotation';
import type { CodePointIndex } from '../support/code-point-index';
import type { CodePointSpan } from '../support/offset';
import { indexOf } from '../text/text-index';
import type { Text } from '../text/text';

/** Code points of context on either side of a quote. */
const CONTEXT = 32;

/** Describes a span of a canonical text in words, as a W3C TextQuoteSelector. `index` is the index of that text. */
export function describe(canonical: string, index: CodePointIndex, span: CodePointSpan): Quote {
  const slice = (from: number, to: number): string => canonical.slice(index.toUnits(from), index.toUnits(to));
  return {
    exact: slice(span.start, span.end),
    prefix: slice(span.start - CONTEXT, span.start),
    suffix: slice(span.end, span.end + CONTEXT),
  };
}

/** What stands at a span of a text: where, in which edition, and in words. */
export const targetAt = (text: Text, span: CodePointSpan): Target => ({
  target: span,
  textHash: text.sourceHash,
  quote: describe(text.canonical, indexOf(text), span),
});
