import { useMemo, useState } from 'react';
import { FATES, type Fate } from '#core/import/fate';
import type { ListedItem } from '../../storage/kept-plan';

/** What of a file is shown and ticked. */
export interface ChosenItems {
  /** The entries that are shown, by fate, then in the order of the file. */
  readonly shown: readonly ListedItem[];
  readonly filter: Fate | 'all';
  readonly show: (filter: Fate | 'all') => void;
  /** The keys of those that are ticked. */
  readonly chosen: ReadonlySet<number>;
  readonly tick: (items: readonly ListedItem[], isTicked: boolean) => void;
}

/** True for an entry that can be imported at all. */
export const canBeChosen = ({ record }: ListedItem): boolean => record !== undefined;

const byFate = (items: readonly ListedItem[]): ListedItem[] =>
  items.toSorted((one, other) => FATES.indexOf(one.fate) - FATES.indexOf(other.fate) || one.key - other.key);

/** Which entries are shown and which are ticked: at first all, and those that are imported if nothing else is said. */
export function useChosenItems(items: readonly ListedItem[]): ChosenItems {
  const [filter, show] = useState<Fate | 'all'>('all');
  const [chosen, setChosen] = useState(() => new Set(items.filter(({ isChosen }) => isChosen).map(({ key }) => key)));
  const sorted = useMemo(() => byFate(items), [items]);
  const shown = useMemo(
    () => (filter === 'all' ? sorted : sorted.filter(({ fate }) => fate === filter)),
    [sorted, filter],
  );
  return {
    ...{ shown, filter, show, chosen },
    tick: (ticked, isTicked) => {
      const next = new Set(chosen);
      for (const item of ticked) {
        if (!canBeChosen(item)) continue;
        if (isTicked) next.add(item.key);
        else next.delete(item.key);
      }
      setChosen(next);
    },
  };
}
