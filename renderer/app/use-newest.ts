import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same while what it does is the newest: for what should not be drawn anew for its sake. */
export function useNewest<Args extends readonly unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  return useCallback((...args) => {
    newest.current(...args);
  }, []);
}
