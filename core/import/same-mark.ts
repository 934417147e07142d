import type { Annotation } from '../annotation/annotation';
import type { IncomingSource } from '../exchange/incoming';
import type { Fold } from '../search/fold';
import { canonicalOf } from '../text/text-index';
import { condensed } from './haystack';
import type { BroughtNote } from './note-fate';

/** True if a file says that its note is on the text of this mark, as it is or was when the mark stood on it. */
export const saysTextOf = ({ textId, textHash, history }: Annotation, source: IncomingSource): boolean =>
  source.textId === textId ||
  (source.hash !== undefined && [textHash, ...history.map((past) => past.textHash)].includes(source.hash));

/** Words as they are compared: folded, without white space. */
export const comparable = (words: string, fold: Fold): string => String.fromCodePoint(...condensed(words, fold));

const hold = (one: string, other: string): boolean =>
  one === other || (one !== '' && other !== '' && (one.includes(other) || other.includes(one)));

/** The words that a note stands on, as its file has them and as the text does where it was found. */
export function wordsOf({ note, text, place }: BroughtNote): string[] {
  const span = place.kind === 'placed' ? place.span : place.kind === 'unsure' ? place.proposal : undefined;
  return [note.quote.exact, ...(span === undefined ? [] : [canonicalOf(text, span)])];
}

/**
 * True if a file says that its note is on the text that it was brought to, and not only what that is called: only then
 * is an id that it gives a mark which is new the mark's own.
 */
export const saysText = ({ note: { source }, text }: BroughtNote): boolean =>
  source.hash === text.sourceHash || source.textId === text.id;

/**
 * True if a note whose file gives it the id of this mark is that mark: its text is the mark's, and its words are alike to
 * those that the mark stands on or stood on. An id alone is believed of nothing but a tombstone, which has no words.
 */
export function isSameMark(mark: Annotation, brought: BroughtNote, fold: Fold): boolean {
  const { note, text } = brought;
  const isOfText = text.id === mark.textId && (saysText(brought) || saysTextOf(mark, note.source));
  if (mark.purged !== undefined || !isOfText) return isOfText;
  const stood = [mark.quote, ...mark.history.map(({ quote }) => quote)].map(({ exact }) => comparable(exact, fold));
  const said = wordsOf(brought).map((words) => comparable(words, fold));
  return said.some((words) => stood.some((other) => hold(words, other)));
}
