import { diffArrays } from 'diff';
import type { Fold } from '../search/fold';

/** A stretch of a quote; `isChanged` where the other quote has something else. */
export interface QuotePiece {
  readonly words: string;
  readonly isChanged: boolean;
}

/** Two quotes cut where they differ, in order: the pieces joined are the quotes. */
export interface QuoteChanges {
  readonly before: readonly QuotePiece[];
  readonly after: readonly QuotePiece[];
}

/** Edits from which on quotes have nothing in common worth showing. */
const MOST_EDITS = 400;

const whole = (words: string): QuotePiece[] => (words === '' ? [] : [{ words, isChanged: true }]);

/**
 * Where two quotes differ, by code points; what differs only in script is no difference where a fold is given.
 */
export function quoteChanges(before: string, after: string, fold?: Fold): QuoteChanges {
  const folded = (quote: string): string[] => Array.from(fold?.fold(quote) ?? quote);
  const changes = diffArrays(folded(before), folded(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return { before: whole(before), after: whole(after) };
  const [old, now] = [Array.from(before), Array.from(after)];
  const pieces: { before: QuotePiece[]; after: QuotePiece[] } = { before: [], after: [] };
  let [from, to] = [0, 0];
  for (const { added, removed, count } of changes) {
    const isChanged = added || removed;
    if (!added) pieces.before.push({ words: old.slice(from, (from += count)).join(''), isChanged });
    if (!removed) pieces.after.push({ words: now.slice(to, (to += count)).join(''), isChanged });
  }
  return pieces;
}
