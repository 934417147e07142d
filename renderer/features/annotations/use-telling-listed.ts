import { useEffect } from 'react';

/** What the list of notes shows now, by ids; undefined where it does not stand there. */
export interface NotesListed {
  /** Those that it lets through, in its order. */
  readonly ids: readonly string[];
  /** True if something narrows or widens it: else it lists all notes on the text. */
  readonly isFiltered: boolean;
  /** Those of them that are selected. */
  readonly picked: readonly string[];
}

/** Hears what the list shows, whenever that changes; undefined when it goes away. */
export type TellListed = (listed: NotesListed | undefined) => void;

/** Tells what the list shows to whoever acts on it from outside the pane. */
export function useTellingListed({ ids, isFiltered, picked }: NotesListed, tell: TellListed): void {
  useEffect(() => {
    tell({ ids, isFiltered, picked });
  }, [ids, isFiltered, picked, tell]);
  useEffect(
    () => () => {
      tell(undefined);
    },
    [tell],
  );
}
