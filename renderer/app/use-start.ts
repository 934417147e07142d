import { useCallback, useEffect, useState } from 'react';
import type { ListedText } from '#core/ipc/contract';
import type { OpenFailure } from '../storage/database';
import type { Services } from '../services';

/** How far the start has come. */
export type Start =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly reason: OpenFailure }
  | { readonly phase: 'ready'; readonly services: Services; readonly texts: readonly ListedText[] };

/** Opens what the application stands on; `open` is tried again when `again` is called. */
export function useStart(open: () => Promise<Services | OpenFailure>): { start: Start; again: () => void } {
  const [start, setStart] = useState<Start>({ phase: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const run = async (): Promise<Start> => {
      const services = await open();
      if (typeof services === 'string') return { phase: 'failed', reason: services };
      return { phase: 'ready', services, texts: await services.bridge.request('library.list') };
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
