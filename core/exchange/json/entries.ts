import { wordsIn } from '../entry-words';
import type { Incoming, IncomingNote, Refused, RefusedWhy } from '../incoming';

/** What became of one entry: the notes that it holds, or why it holds none. */
export type EntryRead = readonly [IncomingNote, ...IncomingNote[]] | RefusedWhy;

/** Reads entries one by one, numbered from 1: each becomes a note, or several, or is listed with why it cannot. */
export function readEntries(
  entries: Iterable<unknown>,
  read: (entry: unknown, number: number) => EntryRead,
): Pick<Incoming, 'notes' | 'refused'> {
  const notes: IncomingNote[] = [];
  const refused: Refused[] = [];
  let number = 0;
  for (const entry of entries) {
    number++;
    const outcome = read(entry, number);
    if (typeof outcome === 'string') refused.push({ number, why: outcome, words: wordsIn(entry) });
    else notes.push(...outcome);
  }
  return { notes, refused };
}
