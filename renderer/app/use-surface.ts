import { useCallback, useEffect, useState } from 'react';

/** What is open beside the page. */
export type Surface =
  | 'export'
  | 'export-selected'
  | 'import-notes'
  | 'settings'
  | 'keyboard'
  | 'palette'
  | 'go-to-link'
  | 'restore-backup'
  | 'check-notes'
  | 'print';

/** What is work in hand: it gives way to nothing but its own end. */
type Holding = Extract<Surface, 'restore-backup' | 'import-notes'>;

const isHolding = (surface: Surface | undefined): surface is Holding =>
  surface === 'restore-backup' || surface === 'import-notes';

/** What is open over the page, and the ways in which that changes. */
export interface Surfacing {
  readonly surface: Surface | undefined;
  /** Opens something, or closes what is open; work in hand stays. */
  readonly set: (next: (now: Surface | undefined) => Surface | undefined) => void;
  /** Opens work once nothing else is in hand, or closes it where it is what is open. */
  readonly hold: (work: Holding, isOpen: boolean) => void;
  readonly close: () => void;
}

/** What is open over the page; one thing at a time. */
export function useSurface(): Surfacing {
  const [surface, setSurface] = useState<Surface>();
  const set = useCallback((next: (now: Surface | undefined) => Surface | undefined) => {
    setSurface((now) => (isHolding(now) ? now : next(now)));
  }, []);
  const hold = useCallback((work: Holding, isOpen: boolean) => {
    setSurface((now) => {
      if (isOpen) return isHolding(now) ? now : work;
      return now === work ? undefined : now;
    });
  }, []);
  const close = useCallback(() => {
    setSurface(undefined);
  }, []);
  return { surface, set, hold, close };
}

/** Opens work that has to wait as soon as nothing is open. */
export function useWaiting({ surface, hold }: Surfacing, work: Holding, isWaiting: boolean): void {
  useEffect(() => {
    if (isWaiting && surface === undefined) hold(work, true);
  }, [isWaiting, surface, hold, work]);
}
