import { useCallback, useEffect, useState } from 'react';
import type { OpenFailure } from '../storage/database';
import type { Services } from '../services';
import type { FirstText, Started } from './open-listed';

/** How far the start has come. */
export type Start =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly reason: OpenFailure }
  | { readonly phase: 'ready'; readonly services: Services; readonly first: FirstText | undefined };

/** Opens what the application stands on; `open` is tried again when `again` is called. */
export function useStart(open: () => Promise<Started | OpenFailure>): { start: Start; again: () => void } {
  const [start, setStart] = useState<Start>({ phase: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const run = async (): Promise<Start> => {
      const started = await open();
      return typeof started === 'string' ? { phase: 'failed', reason: started } : { phase: 'ready', ...started };
    };
    void run()
      .catch((): Start => ({ phase: 'failed', reason: 'unavailable' }))
      .then((next) => {
        if (wanted) setStart(next);
      });
    return () => {
      wanted = false;
    };
  }, [open, attempt]);
  const again = useCallback(() => {
    setStart({ phase: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { start, again };
}
