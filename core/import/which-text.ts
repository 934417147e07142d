import type { IncomingNote } from '../exchange/incoming';
import type { Fold } from '../search/fold';
import { areAlike } from './haystack';

/** What tells a text that is here from others. */
export interface TextHere {
  readonly id: string;
  /** As in the source and as the scripts show it, since a file may have either. */
  readonly titles: readonly string[];
  /** The hashes of its source, as it is read and as it was. */
  readonly hashes: readonly string[];
}

/** Finds the text that a note is on, as far as its file says. */
export interface WhichText {
  /** The id of the text; undefined where the file says none that is here. */
  of: (note: IncomingNote) => string | undefined;
}

/**
 * Finds texts by id, by the hash of their source, by the mark that a note is, or by title, whatever the script;
 * `textOfMark` tells the text of a mark that is here. Titles that several texts have tell nothing.
 */
export function whichText(
  texts: readonly TextHere[],
  textOfMark: (markId: string) => string | undefined,
  fold: Fold,
): WhichText {
  const ids = new Set(texts.map(({ id }) => id));
  const byHash = new Map(texts.flatMap(({ id, hashes }) => hashes.map((hash) => [hash, id] as const)));
  const titles = new Map<string, string | undefined>();
  const byTitle = (title: string): string | undefined => {
    if (!titles.has(title)) {
      const found = texts.filter((text) => text.titles.some((each) => areAlike(each, title, fold)));
      titles.set(title, found.length === 1 ? found[0]?.id : undefined);
    }
    return titles.get(title);
  };
  return {
    of: ({ source: { textId, hash, title }, markId }) => {
      // A file's name is soon that of another text; its hash is not.
      const named = texts.find((text) => text.id === textId && hash !== undefined && text.hashes.includes(hash));
      if (named !== undefined) return named.id;
      const marked = markId === undefined ? undefined : textOfMark(markId);
      return (
        (hash === undefined ? undefined : byHash.get(hash)) ??
        (textId !== undefined && ids.has(textId) ? textId : undefined) ??
        (marked !== undefined && ids.has(marked) ? marked : undefined) ??
        (title === undefined || title.trim() === '' ? undefined : byTitle(title))
      );
    },
  };
}
