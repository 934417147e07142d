import { useMemo, useState } from 'react';
import { FATES, type Fate, type PlannedItem } from '#core/import/fate';

/** What of a file is shown and ticked. */
export interface ChosenItems {
  /** The entries that are shown, by fate, then by their numbers. */
  readonly shown: readonly PlannedItem[];
  readonly filter: Fate | 'all';
  readonly show: (filter: Fate | 'all') => void;
  /** The numbers of those that are ticked. */
  readonly chosen: ReadonlySet<number>;
  readonly tick: (items: readonly PlannedItem[], isTicked: boolean) => void;
}

/** True for an entry that can be imported at all. */
export const canBeChosen = ({ record }: PlannedItem): boolean => record !== undefined;

const byFate = (items: readonly PlannedItem[]): PlannedItem[] =>
  items.toSorted((one, other) => FATES.indexOf(one.fate) - FATES.indexOf(other.fate) || one.number - other.number);

/** Which entries are shown and which are ticked: at first all, and those that are imported if nothing else is said. */
export function useChosenItems(items: readonly PlannedItem[]): ChosenItems {
  const [filter, show] = useState<Fate | 'all'>('all');
  const [chosen, setChosen] = useState(
    () => new Set(items.filter(({ isChosen }) => isChosen).map(({ number }) => number)),
  );
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
        if (isTicked) next.add(item.number);
        else next.delete(item.number);
      }
      setChosen(next);
    },
  };
}
