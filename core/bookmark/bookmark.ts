import type { Quote } from '../annotation/annotation';
import { describe } from '../anchor/describe';
import { blockAt } from '../anchor/spread';
import { codePointSpan, type CodePointSpan } from '../support/offset';
import { indexOf } from '../text/text-index';
import type { Text } from '../text/text';

/** A place in an edition of a text, by which it can be found in another. */
export interface BookmarkPlace {
  /** SHA-256 of the source that the offset was taken on. */
  readonly textHash: string;
  /** Code points of the canonical text. */
  readonly offset: number;
  /** The words at the place. */
  readonly quote: Quote;
}

/**
 * A place in a text that a person named. Deleting sets `deleted`; a record is never taken away. `rev` grows by one with
 * every change.
 */
export interface Bookmark extends BookmarkPlace {
  /** UUID version 7 (RFC 9562). */
  readonly id: string;
  readonly textId: string;
  /** Where it was made, if it was carried to another edition since: with that edition it comes back to this place. */
  readonly made?: BookmarkPlace;
  /** As typed; empty for one that is called by its words. */
  readonly name: string;
  /** Milliseconds since 1970 UTC, as `modified` and `deleted`. */
  readonly created: number;
  readonly modified: number;
  readonly deleted?: number;
  readonly rev: number;
}

/** Code points that a bookmark's words are at most: enough to know a place by, short enough for a list. */
const LONGEST_WORDS = 16;

/** Where a sentence that is long enough to know a place by ends. */
const CLAUSE_END = /[。；！？;!?，,：:]/;

/** Fewest code points of a bookmark's words that a stop or comma may close. */
const SHORTEST_WORDS = 6;

/** A change that a person makes to a bookmark. */
export type BookmarkEdit =
  { readonly kind: 'rename-bookmark'; readonly name: string } | { readonly kind: 'delete-bookmark' };

/** The first words at a canonical offset, by which a bookmark there is called: no further than its paragraph. */
export function wordsAt(text: Text, offset: number): CodePointSpan {
  const block = text.blocks[blockAt(text.blocks, offset)]?.span;
  // At the end of a paragraph there are only words before it.
  const start = Math.max(block?.start ?? 0, Math.min(offset, (block?.end ?? 0) - 1));
  const end = Math.min(start + LONGEST_WORDS, block?.end ?? start);
  const words = Array.from(text.canonical.slice(indexOf(text).toUnits(start), indexOf(text).toUnits(end)));
  const stop = words.findIndex((sign, at) => at >= SHORTEST_WORDS && CLAUSE_END.test(sign));
  return codePointSpan(start, stop < 0 ? end : start + stop);
}

/** Makes a bookmark at a canonical offset, called by its words. `created` is in milliseconds since 1970 UTC. */
export function newBookmark(text: Text, offset: number, id: string, created: number): Bookmark {
  return {
    id,
    textId: text.id,
    textHash: text.sourceHash,
    offset,
    quote: describe(text.canonical, indexOf(text), wordsAt(text, offset)),
    name: '',
    created,
    modified: created,
    rev: 1,
  };
}

/** The bookmark after an edit made at this time (milliseconds since 1970 UTC); the one given stays as it is. */
export const bookmarkEdited = (bookmark: Bookmark, edit: BookmarkEdit, at: number): Bookmark => ({
  ...bookmark,
  ...(edit.kind === 'rename-bookmark' ? { name: edit.name } : { deleted: at }),
  modified: at,
  rev: bookmark.rev + 1,
});

/** True for a bookmark that was not deleted. */
export const isLiveBookmark = (bookmark: Bookmark): boolean => bookmark.deleted === undefined;

/** Sorts bookmarks by place, then by age. */
export const inPlaceOrder = (bookmarks: readonly Bookmark[]): Bookmark[] =>
  bookmarks.toSorted((a, b) => a.offset - b.offset || a.created - b.created || (a.id < b.id ? -1 : 1));

/** The bookmark in another edition of its text: at this canonical offset, or back at the very place where it was made. */
export function bookmarkCarried(bookmark: Bookmark, text: Text, offset: number): Bookmark {
  const { made, ...rest } = bookmark;
  const home = madeAt(bookmark);
  const rev = bookmark.rev + 1;
  if (home.textHash === text.sourceHash) return { ...rest, ...home, rev };
  const quote = describe(text.canonical, indexOf(text), wordsAt(text, offset));
  return { ...rest, textHash: text.sourceHash, offset, quote, made: home, rev };
}

/** Where a bookmark was made, however often it was carried to another edition since. */
export const madeAt = ({ made, textHash, offset, quote }: Bookmark): BookmarkPlace =>
  made ?? { textHash, offset, quote };

/** Fewest UTF-16 code units of the words beside a place by which it is known where its own words are gone. */
const SHORTEST_CONTEXT = 8;

/** The words by which a place is known, the surest first, and how far behind their start it is, in code units. */
const cluesOf = ({ prefix, exact, suffix }: Quote): { readonly words: string; readonly before: number }[] => [
  { words: prefix + exact + suffix, before: prefix.length },
  { words: prefix + exact, before: prefix.length },
  { words: exact, before: 0 },
  { words: prefix.length < SHORTEST_CONTEXT ? '' : prefix, before: prefix.length },
  { words: suffix.length < SHORTEST_CONTEXT ? '' : suffix, before: 0 },
];

/**
 * Where a bookmark is in a text, a canonical offset: where it was made; in another edition, which it was not carried
 * to, where its words stand if they stand there once, else beside the words that stood before or after them.
 */
export function offsetIn(text: Text, { textHash, offset, quote }: Bookmark): number {
  const length = text.blocks.at(-1)?.span.end ?? 0;
  if (textHash !== text.sourceHash) {
    for (const { words, before } of cluesOf(quote)) {
      const at = words === '' ? -1 : text.canonical.indexOf(words);
      if (at < 0 || text.canonical.includes(words, at + 1)) continue;
      return indexOf(text).toCodePoints(at + before);
    }
  }
  return Math.min(offset, length);
}
