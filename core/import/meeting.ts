import { isLive, retargeted, type Annotation, type Target } from '../annotation/annotation';
import { isPlaced, proposalOf } from '../anchor/health';
import type { Fold } from '../search/fold';
import { canonicalOf } from '../text/text-index';
import type { Text } from '../text/text';
import type { Outcome } from './fate';
import { joinedTags } from './joined';
import { comparable } from './same-mark';

/** An entry that is new by its id, as it is compared with marks that are here and have no place. */
export interface Newcomer {
  /** The id that it would have. */
  readonly id: string;
  readonly text: Text;
  /** The words that it stands on, as its file and as the text has them. */
  readonly words: readonly string[];
  readonly note: string;
  readonly tags: readonly string[];
  readonly created: number | undefined;
  /** Where it stands; undefined where that is not sure. */
  readonly target: Target | undefined;
}

/** Milliseconds within which two times are one, since some formats write no seconds. */
const MINUTE_MS = 60_000;

/** True if two times are one, or one of them is not known. */
export const isOfTime = (created: number | undefined, mark: Annotation): boolean =>
  created === undefined || Math.abs(mark.created - created) < MINUTE_MS;

/** What a mark that has no place is found by: its words, as they are said and as they may stand, each with its note. */
export function keysOf(mark: Annotation, text: Text, fold: Fold): string[] {
  if (!isLive(mark) || mark.textId !== text.id || isPlaced(mark, text.sourceHash)) return [];
  const proposal = proposalOf(mark, text.sourceHash);
  const words = [mark.quote.exact, ...(proposal === undefined ? [] : [canonicalOf(text, proposal)])];
  return keysOfWords(words, mark.note, fold);
}

/** The keys of words with a note, by which they are found. */
export const keysOfWords = (words: readonly string[], note: string, fold: Fold): string[] => [
  ...new Set(words.filter((each) => each !== '').map((each) => `${comparable(each, fold)}\n${note.trim()}`)),
];

/** What becomes of an entry that says the same as a mark without a place, which takes its place from it. */
export function meetingFate(here: Annotation, { id, tags, target }: Newcomer, at: number): Outcome {
  const isMore = tags.some((tag) => !here.tags.includes(tag));
  if (target === undefined && !isMore) return { fate: 'same', why: 'identical' };
  const placed = target === undefined ? here : retargeted(here, target, at);
  const record = {
    ...placed,
    tags: joinedTags(here.tags, tags),
    met: [...(here.met ?? []), id],
    ...{ modified: at, rev: here.rev + 1 },
  };
  return { fate: 'merge', why: target === undefined ? 'words' : 'place', record };
}
