import type { IncomingNote } from '../exchange/incoming';
import type { Fold } from '../search/fold';
import { condensed } from './haystack';

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
  const byId = new Map(texts.map((text) => [text.id, text]));
  const byHash = new Map(texts.flatMap(({ id, hashes }) => hashes.map((hash) => [hash, id] as const)));
  const keyOf = (title: string): string => condensed(title, fold).join(' ');
  const byKey = new Map<string, Set<string>>();
  for (const { id, titles } of texts) {
    for (const key of titles.map(keyOf)) byKey.set(key, (byKey.get(key) ?? new Set()).add(id));
  }
  const known = new Map<string, string | undefined>();
  const byTitle = (title: string): string | undefined => {
    if (!known.has(title)) {
      const found = [...(byKey.get(keyOf(title)) ?? [])];
      known.set(title, found.length === 1 ? found[0] : undefined);
    }
    return known.get(title);
  };
  return {
    of: ({ source: { textId, hash, title }, markId }) => {
      const named = textId === undefined ? undefined : byId.get(textId);
      // A file's name is soon that of another text; its hash is not.
      if (named !== undefined && hash !== undefined && named.hashes.includes(hash)) return named.id;
      const marked = markId === undefined ? undefined : textOfMark(markId);
      return (
        (hash === undefined ? undefined : byHash.get(hash)) ??
        named?.id ??
        (marked !== undefined && byId.has(marked) ? marked : undefined) ??
        (title === undefined || title.trim() === '' ? undefined : byTitle(title))
      );
    },
  };
}
