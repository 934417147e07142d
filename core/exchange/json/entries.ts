import { failure, success } from '../../support/result';
import { wordsIn } from '../entry-words';
import {
  MOST_ENTRIES,
  type Incoming,
  type IncomingNote,
  type Reading,
  type Refused,
  type RefusedWhy,
} from '../incoming';

/** Entries that are looked at to tell what a list holds. */
export const MOST_LOOKED_AT = 300;

/** What became of one entry: the notes that it holds, or why it holds none. */
export type EntryRead = readonly [IncomingNote, ...IncomingNote[]] | RefusedWhy;

/** Entries that are read before a page may draw. */
const MOST_AT_ONCE = 32;

/**
 * Reads entries one by one, numbered from 1: each becomes a note, or several, or is listed with why it cannot. What is
 * undefined in `entries` is none, and counts along only so that there is an end to it.
 */
export function* readEntries(
  entries: Iterable<unknown>,
  read: (entry: unknown, number: number) => EntryRead,
): Reading<Pick<Incoming, 'notes' | 'refused'>> {
  const notes: IncomingNote[] = [];
  const refused: Refused[] = [];
  let number = 0;
  let count = 0;
  for (const entry of entries) {
    count++;
    if (count % MOST_AT_ONCE === 0) yield undefined;
    if (entry !== undefined) number++;
    if (number > MOST_ENTRIES || count > 2 * MOST_ENTRIES) return failure('too-large');
    if (entry === undefined) continue;
    // Asking zod takes long for what is nothing of the kind.
    const isAny = typeof entry === 'string' || (typeof entry === 'object' && entry !== null);
    const outcome = isAny ? read(entry, number) : 'unreadable';
    if (typeof outcome === 'string') refused.push({ number, why: outcome, words: wordsIn(entry) });
    else notes.push(...outcome);
  }
  return success({ notes, refused });
}
