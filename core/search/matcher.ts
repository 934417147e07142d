/** A text that is looked through, in two forms with the same offsets. */
export interface SearchedText {
  /** Folded: both scripts, width and case. */
  readonly folded: string;
  /** As it stands. */
  readonly plain: string;
}

/** A way to look through a text. */
export interface Matcher {
  /** UTF-16 units of each match. */
  readonly length: number;
  /**
   * Calls back with the start of each match, in UTF-16 units, from left to right. Matches do not overlap, and none
   * crosses a newline.
   */
  forEach(text: SearchedText, visit: (from: number) => void): void;
}

/** Matches words that were folded like the text. */
export function wordMatcher(words: string): Matcher {
  const { length } = words;
  const isPossible = length > 0 && !words.includes('\n');
  return {
    length,
    forEach: ({ folded }, visit) => {
      if (!isPossible) return;
      for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + length)) visit(at);
    },
  };
}
