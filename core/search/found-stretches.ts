import type { UnitSpan } from '../support/offset';
import { unitSpan } from '../support/offset';
import type { Fold } from './fold';

/**
 * Where words that are folded already stand in a text, in either script: stretches in UTF-16 units, ascending, those
 * that touch joined.
 */
export function foundStretches(text: string, words: readonly string[], fold: Fold): UnitSpan[] {
  const folded = fold.fold(text);
  const found: UnitSpan[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push(unitSpan(at, at + word.length));
    }
  }
  found.sort((a, b) => a.start - b.start);
  const joined: UnitSpan[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else if (span.end > last.end) joined[joined.length - 1] = unitSpan(last.start, span.end);
  }
  return joined;
}
