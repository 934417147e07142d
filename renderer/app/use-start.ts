import { useCallback, useEffect, useState } from 'react';
import type { OpenFailure } from '../storage/database';
import type { Services } from '../services';
import { openListed, textToRead, type FirstText } from './open-listed';

/** Milliseconds for which the window waits for the text, so that it is drawn once, with the text in it. */
const BRIEF_MS = 250;

/** How far the start has come. */
export type Start =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly reason: OpenFailure }
  | { readonly phase: 'ready'; readonly services: Services; readonly first: FirstText | undefined };

/** Begins to open the text that is to be read, and waits for it for a moment. */
async function openFirst(services: Services): Promise<FirstText | undefined> {
  const listed = textToRead(services.listed, services.settings.current().textId);
  if (listed === undefined) return undefined;
  const opening = openListed(services, listed, 'chosen');
  const brief = new Promise<undefined>((resolve) => setTimeout(resolve, BRIEF_MS));
  return { listed, opening, now: await Promise.race([opening, brief]) };
}

/** Opens what the application stands on; `open` is tried again when `again` is called. */
export function useStart(open: () => Promise<Services | OpenFailure>): { start: Start; again: () => void } {
  const [start, setStart] = useState<Start>({ phase: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const run = async (): Promise<Start> => {
      const services = await open();
      if (typeof services === 'string') return { phase: 'failed', reason: services };
      return { phase: 'ready', services, first: await openFirst(services) };
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
