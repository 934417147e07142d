import { indexCodePoints } from '../support/code-point-index';
import type { IncomingNote } from '../exchange/incoming';
import type { Place } from './anchor';

/** A note whose text the file does not say, with the place that was found for it in the text chosen. */
export interface Guessed {
  readonly note: IncomingNote;
  readonly place: Place;
}

/** Code points that the words of a title have to have together, to show that its text is the one chosen. */
const ENOUGH = 20;

/** What the file calls the text of a note; undefined where it names none. */
function nameOf({ source: { title, hash } }: IncomingNote): string | undefined {
  const named = title?.trim() ?? '';
  return named === '' ? hash : named;
}

/** True if words stand in the text as they are, once or more often; how a script shows them proves less. */
const stands = (place: Place): boolean =>
  place.kind === 'placed' ? place.isMoved !== true : place.kind === 'unsure' && place.why === 'several';

/** True if most of a title's words stand in the text chosen, and these are more than could stand there by chance. */
function isShown(notes: readonly Guessed[]): boolean {
  const quotes = new Map(notes.map(({ note, place }) => [note.quote.exact.trim(), stands(place)]));
  const standing = [...quotes].filter(([, stand]) => stand).map(([words]) => words);
  const points = standing.reduce((sum, words) => sum + indexCodePoints(words).length, 0);
  return standing.length * 2 > quotes.size && points >= ENOUGH;
}

/**
 * Those of the notes, in the order given, that are on a text which is not here: their file names one, and does not show
 * by its quotes that it is the text chosen. A name alone would put the notes of other books on words of this one.
 */
export function strangersAmong(notes: readonly Guessed[]): boolean[] {
  const groups = new Map<string, Guessed[]>();
  for (const each of notes) {
    const name = nameOf(each.note);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  const strange = new Set([...groups].filter(([, group]) => !isShown(group)).map(([name]) => name));
  return notes.map(({ note }) => strange.has(nameOf(note) ?? ''));
}
