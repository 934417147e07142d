import { useEffect, useState } from 'react';
import { loadFold, type Fold } from '#core/search/fold';

/** The fold of both scripts, once it is wanted and loaded. */
export function useFold(wanted: boolean): Fold | undefined {
  const [fold, setFold] = useState<Fold>();
  useEffect(() => {
    if (wanted) void loadFold().then(setFold);
  }, [wanted]);
  return fold;
}
