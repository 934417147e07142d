import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useMemo, useState } from 'react';
import { offsetIn, type Bookmark } from '#core/bookmark/bookmark';
import type { Step } from '#core/history/step';
import type { Text } from '#core/text/text';
import { useServices } from '../../services';
import type { BookmarkFailure } from '../../storage/bookmark-store';

/** What a person hears of a change: what was kept, or why it was not. */
export interface BookmarkNews {
  readonly onDone: (what: 'added' | 'removed', bookmark: Bookmark, step: Step) => void;
  readonly onFailure: (reason: BookmarkFailure) => void;
}

/** The bookmarks in a text, and what can be done with them. */
export interface Bookmarks {
  /** In the order of their places. */
  readonly all: readonly Bookmark[];
  /** The bookmark whose name is being typed. */
  readonly naming: string | undefined;
  readonly setNaming: (id: string | undefined) => void;
  /** Keeps a place (a canonical offset), and lets its name be typed. */
  readonly add: (offset: number) => void;
  readonly rename: (bookmark: Bookmark, name: string) => void;
  readonly remove: (bookmark: Bookmark) => void;
}

const NONE: readonly Bookmark[] = [];

/** The bookmarks in a text, as they are now. */
export function useBookmarks(text: Text, { onDone, onFailure }: BookmarkNews): Bookmarks {
  const { bookmarks: store } = useServices();
  const all = useLiveQuery(() => store.ofText(text.id), [store, text.id]) ?? NONE;
  const [naming, setNaming] = useState<string>();
  const add = useCallback(
    (offset: number) => {
      const there = all.find((bookmark) => offsetIn(text, bookmark) === offset);
      if (there !== undefined) {
        setNaming(there.id);
        return;
      }
      const { made, kept } = store.add(text, offset);
      void kept.then((outcome) => {
        if (!outcome.ok) onFailure(outcome.reason);
        else if (outcome.value !== undefined) {
          setNaming(made.id);
          onDone('added', made, outcome.value);
        }
      });
    },
    [all, text, store, onDone, onFailure],
  );
  return useMemo(
    () => ({
      all,
      naming,
      setNaming,
      add,
      rename: (bookmark, name) => {
        if (name === bookmark.name) return;
        void store.edit(bookmark.id, { kind: 'rename-bookmark', name }).then((outcome) => {
          if (!outcome.ok) onFailure(outcome.reason);
        });
      },
      remove: (bookmark) => {
        void store.edit(bookmark.id, { kind: 'delete-bookmark' }).then((outcome) => {
          if (!outcome.ok) onFailure(outcome.reason);
          else if (outcome.value !== undefined) onDone('removed', bookmark, outcome.value);
        });
      },
    }),
    [all, naming, add, store, onDone, onFailure],
  );
}
