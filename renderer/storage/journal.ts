import { failure, success } from '#core/support/result';
import type { Bridge } from '../platform/bridge';
import type { Journal } from './keeper';

/** The journal in main, over the bridge. A main that does not answer, as while it closes, keeps nothing. */
export const journalOver = (bridge: Bridge): Journal => ({
  append: async (changes) => {
    try {
      const written = await bridge.request('journal.append', { changes: [...changes] });
      return written.ok ? success({ id: written.id, seq: written.seq }) : failure(written.reason);
    } catch {
      return failure('other');
    }
  },
  void: (seq) => bridge.request('journal.void', { seq }).catch(() => undefined),
});
