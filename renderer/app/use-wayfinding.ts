import { useMemo } from 'react';
import { blockAt } from '#core/anchor/spread';
import type { Bookmark } from '#core/bookmark/bookmark';
import type { Step } from '#core/history/step';
import { contentsOf, entryAt } from '#core/text/contents';
import { percentRead } from '#core/text/share-read';
import type { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import type { BookmarkFailure } from '../storage/bookmark-store';
import { bookmarkName, useBookmarks, type Bookmarks } from '../features/contents';
import type { ReaderPage } from '../features/reader';
import { useServices } from '../services';
import type { Notice } from './notice';
import { useNewest } from './use-newest';
import type { Place } from './use-place';
import type { Undo } from './use-undo';

interface WayfindingParts {
  readonly text: Text;
  /** The page, on which reading stands. */
  readonly page: ReaderPage | undefined;
  readonly shown: ShownText | undefined;
  /** The column that a person is at: what is selected there, or its caret, is what a bookmark is set to. */
  readonly at: ReaderPage | undefined;
  readonly place: Place;
  readonly undo: Undo;
  readonly say: (notice: Notice | undefined) => void;
}

/** Finding one's way in a text. */
export interface Wayfinding {
  readonly bookmarks: Bookmarks;
  /** Keeps the place that is selected, or of the caret, or at the top of the page. */
  readonly addBookmark: () => void;
  /** Says how far one has read, and in which section. */
  readonly where: () => void;
  /** Brings a canonical offset to the top of the page. */
  readonly go: (offset: number) => void;
  /** Gives the keyboard back to the text. */
  readonly back: () => void;
}

/** Bookmarks that say what was done with them, each of which can be undone. */
function useSaidBookmarks({ text, shown, undo, say }: WayfindingParts): Bookmarks {
  const onDone = useNewest((what: 'added' | 'removed', bookmark: Bookmark, step: Step) => {
    const name = bookmarkName(shown, bookmark);
    undo.offer(({ reading: { bookmarks } }) => bookmarks.done[what](name), step);
  });
  const onFailure = useNewest((reason: BookmarkFailure) => {
    say({ words: ({ reading: { bookmarks } }) => bookmarks.failed[reason], isFailure: true });
  });
  return useBookmarks(
    text,
    useMemo(() => ({ onDone, onFailure }), [onDone, onFailure]),
  );
}

/** What stands around the section of a place, from the outermost inward, in words as displayed. */
function sectionPath(shown: ShownText, offset: number): string {
  const entries = contentsOf(shown.text);
  let entry = entryAt(entries, offset);
  const path: string[] = [];
  while (entry !== undefined) {
    const { span, number, level } = entry;
    path.unshift(`${number === undefined ? '' : `${shown.displayOf(number)} `}${shown.displayOf(span)}`);
    entry = entries.slice(0, entries.indexOf(entry)).findLast((before) => before.level < level);
  }
  return path.join(' › ');
}

/** Contents, bookmarks and the place, as far as they belong together. */
export function useWayfinding(parts: WayfindingParts): Wayfinding {
  const { text, page, shown, at, place, say } = parts;
  const { settings } = useServices();
  const bookmarks = useSaidBookmarks(parts);
  return {
    bookmarks,
    addBookmark: () => {
      const offset = at?.snapSelection()?.start ?? at?.caretInSight() ?? page?.topOffset();
      if (offset === undefined) return;
      settings.change({ contentsPane: true });
      bookmarks.add(offset);
    },
    where: () => {
      if (shown === undefined) return;
      // Asked of the page itself, which may have been scrolled a moment ago.
      const seen = page?.inSight();
      if (seen === undefined) return;
      const paragraph = blockAt(text.blocks, seen.from) + 1;
      const path = sectionPath(shown, seen.from);
      say({
        words: ({ reading: { contents } }) => contents.where(percentRead(seen), paragraph, text.blocks.length, path),
      });
    },
    go: useNewest((offset: number) => {
      page?.turnTo(offset);
      place.onScroll();
    }),
    back: useNewest(() => {
      page?.view.root.focus({ preventScroll: true });
    }),
  };
}
