import { useCallback, useMemo, useState } from 'react';

/** Notes that a person has selected in the list, to act on all of them. */
export interface Picked {
  /** In the order of the list; those that are not listed now are left out. */
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  /** Takes one in or out. */
  readonly toggle: (id: string) => void;
  /** Selects all from the one that was taken last up to this one; the one in focus is where a person begins. */
  readonly extendTo: (id: string, from?: string) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

interface State {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | undefined;
}

const NONE: State = { ids: new Set(), anchor: undefined };

/** The stretch of a list between two of its entries, in either order; empty where one of them is not there. */
export function between(listed: readonly string[], one: string, other: string): readonly string[] {
  const [from, to] = [listed.indexOf(one), listed.indexOf(other)].toSorted((a, b) => a - b);
  return from === undefined || to === undefined || from < 0 ? [] : listed.slice(from, to + 1);
}

/** Which notes are selected. `listed` are the ids of the list as it is now, filtered and sorted. */
export function usePicked(listed: readonly string[]): Picked {
  const [state, setState] = useState<State>(NONE);
  // What a filter hides, or what is gone, is not acted on unseen.
  const ids = useMemo(
    () => (state.ids.size === 0 ? [] : listed.filter((id) => state.ids.has(id))),
    [listed, state.ids],
  );
  const toggle = useCallback((id: string) => {
    setState(({ ids: before }) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return { ids: after, anchor: id };
    });
  }, []);
  const extendTo = useCallback(
    (id: string, from?: string) => {
      setState(({ anchor, ids: before }) => {
        const begins = anchor !== undefined && before.size > 0 ? anchor : (from ?? id);
        return { ids: new Set(between(listed, begins, id)), anchor: begins };
      });
    },
    [listed],
  );
  const all = useCallback(() => {
    setState({ ids: new Set(listed), anchor: listed[0] });
  }, [listed]);
  const clear = useCallback(() => {
    setState(NONE);
  }, []);
  const has = useCallback((id: string) => state.ids.has(id), [state.ids]);
  return useMemo(() => ({ ids, has, toggle, extendTo, all, clear }), [ids, has, toggle, extendTo, all, clear]);
}
