import type { Bridge } from '../platform/bridge';
import type { Flush } from '../storage/flush-list';
import type { Seal } from './seal';

/**
 * Writes what is not yet written when main asks for it before the window closes, and says whether all of it is kept; the
 * last time with the page sealed, so that nothing comes after it: then main is given what was in sight, too, as far as `keepSight` can; it never rejects.
 */
export function flushOnDemand(bridge: Bridge, flush: Flush, seal: Seal, keepSight: () => Promise<void>): void {
  const answer = async (): Promise<void> => {
    const kept = await flush();
    await bridge.request('window.flushed', { kept });
  };
  bridge.listen('window.flush', () => void answer());
  bridge.listen('window.seal', () => {
    // What is half composed, or kept when its field is left, is written with the rest.
    seal.close();
    void flush().then(keepSight).then(answer);
  });
  bridge.listen('window.unseal', seal.open);
}
