import { indexCodePoints, type CodePointIndex } from '../support/code-point-index';
import type { CodePointSpan } from '../support/offset';
import type { Text } from './text';

const indices = new WeakMap<Text, CodePointIndex>();

/** The code point index of a text's canonical text, made once. */
export function indexOf(text: Text): CodePointIndex {
  const known = indices.get(text) ?? indexCodePoints(text.canonical);
  indices.set(text, known);
  return known;
}

/** The canonical words of a span: as the source has them, without repairs. */
export const canonicalOf = (text: Text, span: CodePointSpan): string =>
  text.canonical.slice(indexOf(text).toUnits(span.start), indexOf(text).toUnits(span.end));
