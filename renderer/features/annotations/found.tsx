import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { foundStretches } from '#core/search/found-stretches';
import type { Fold } from '#core/search/fold';
import styles from './note.module.css';

/** What a person searches the notes for. */
export interface Searched {
  readonly fold: Fold;
  /** Folded. */
  readonly words: readonly string[];
}

/** What is searched for, for the words shown below; undefined while nothing is. */
export const SearchedContext = createContext<Searched | undefined>(undefined);

/** Words, with those that were searched for marked in them. */
export function Found({ words }: { readonly words: string }): ReactNode {
  const searched = useContext(SearchedContext);
  const stretches = useMemo(
    () => (searched === undefined ? [] : foundStretches(words, searched.words, searched.fold)),
    [words, searched],
  );
  if (stretches.length === 0) return words;
  return (
    <>
      {stretches.map(({ start, end }, index) => (
        <span key={start}>
          {words.slice(stretches[index - 1]?.end ?? 0, start)}
          <mark className={styles['found']}>{words.slice(start, end)}</mark>
        </span>
      ))}
      {words.slice(stretches.at(-1)?.end)}
    </>
  );
}
