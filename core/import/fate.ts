import type { Annotation } from '../annotation/annotation';
import type { Refused, RefusedWhy } from '../exchange/incoming';
import type { CodePointSpan } from '../support/offset';
import type { FoundBy, UnsureWhy } from './anchor';

/**
 * What becomes of an entry of a file. `add`: it is new. `merge`: its mark is here, and takes what the file has newer.
 * `same`: there is nothing to do. `review`: it is new, and its place is not sure. `restore`: it comes back from the bin.
 * `refused`: it cannot become a note.
 */
export const FATES = ['add', 'merge', 'restore', 'review', 'same', 'refused'] as const;

/** One of FATES. */
export type Fate = (typeof FATES)[number];

/** What each fate can be for. */
export interface WhysOf {
  /**
   * How its place was found. `record`: it goes in as it is. `carried`: it was made on an edition before, and followed to
   * the one that is read. `elsewhere`: its text is not here; it waits for it. `bin`: it is deleted in the file too.
   */
  readonly add: FoundBy | 'record' | 'carried' | 'elsewhere' | 'bin';
  /**
   * `newer`: the file's is. `both`: it is, and yours says something else, which stays. `words`: yours says nothing.
   * `place`: yours has no place. `deleted`: it was deleted in the file.
   */
  readonly merge: 'newer' | 'both' | 'words' | 'place' | 'deleted';
  /** `bin`: it is in yours. `purged`: it was taken out of your bin for good. */
  readonly restore: 'bin' | 'purged';
  /** `moved`: its words changed since, or moved. `missing`: its words are not there. `stranger`: its text is not here. */
  readonly review: UnsureWhy | 'moved' | 'missing' | 'stranger';
  /**
   * `identical`: what it says is here. `yours`: yours is newer. `twice`: the file has it besides. `older`: the file has a
   * later one of it. `binned`: deleted in both.
   */
  readonly same: 'identical' | 'yours' | 'twice' | 'older' | 'binned';
  readonly refused: RefusedWhy;
}

/** A fate with what it is for. */
export type Judged = {
  readonly [Of in Fate]: { readonly fate: Of; readonly why: WhysOf[Of] };
}[Fate];

/** What is to be done with a note: its fate, and the record to be kept; undefined where there is nothing to keep. */
export type Outcome = Judged & { readonly record?: Annotation };

/** An entry of a file as it is shown before it is imported. */
export type PlannedItem = Outcome & {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** True for one that is imported unless the person says otherwise. */
  readonly isChosen: boolean;
  /** The text that it comes to; undefined where it comes to none. */
  readonly textId?: string;
  /** What its file calls the text that it is on, where that is not here. */
  readonly strangeTitle?: string;
  /** Where it stands in the edition that is read, or may stand. */
  readonly span?: CodePointSpan;
  /** The words that it stands on, as the file has them. */
  readonly words: string;
  /** As the file has it, as its tags. */
  readonly note: string;
  readonly tags: readonly string[];
  /** What the mark that is here says, where both notes are kept. */
  readonly yours?: string;
};

/** How many entries have which fate. */
export type FateCounts = Readonly<Record<Fate, number>>;

/** How many entries have which fate; they add up to the entries of the file. */
export function countFates(items: readonly Judged[]): FateCounts {
  const counts = { add: 0, merge: 0, restore: 0, review: 0, same: 0, refused: 0 };
  for (const { fate } of items) counts[fate]++;
  return counts;
}

/** An entry that its reader could not make a note of. */
export const refusedItem = ({ number, why, words }: Refused): PlannedItem => ({
  fate: 'refused',
  why,
  number,
  isChosen: false,
  words,
  note: '',
  tags: [],
});
