import type { PastTarget } from '../annotation/annotation';

/** What a mark says after a note came in, and whether both notes are in it, each as a paragraph of its own. */
export interface JoinedNote {
  readonly note: string;
  readonly areBoth: boolean;
}

/**
 * The note that holds what is here and what a file has: one of them where it holds the other, else both, yours first. So
 * nothing that was written here goes, and the same file brings nothing more when it comes again.
 */
export function joinedNote(here: string, file: string): JoinedNote {
  const [yours, theirs] = [here.trim(), file.trim()];
  if (theirs === '' || yours.includes(theirs)) return { note: here, areBoth: false };
  if (theirs.includes(yours)) return { note: file, areBoth: false };
  return { note: `${here.trimEnd()}\n\n${theirs}`, areBoth: true };
}

/** Tags of two lists, each once. */
export const joinedTags = (here: readonly string[], file: readonly string[]): readonly string[] => [
  ...new Set([...here, ...file]),
];

const keyOf = ({ target, textHash, quote }: PastTarget): string =>
  JSON.stringify([target.start, target.end, textHash, quote.exact]);

/** Where a mark stood, as either of two histories tells; what both tell once. */
export function joinedHistory(here: readonly PastTarget[], file: readonly PastTarget[]): readonly PastTarget[] {
  const known = new Set(here.map(keyOf));
  const added = file.filter((past) => !known.has(keyOf(past)) && known.add(keyOf(past)));
  return added.length === 0 ? here : [...here, ...added].sort((one, other) => one.until - other.until);
}
