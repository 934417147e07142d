/**
 * Keeps comparing journal and database apart from writing to them: between the two writes of a change one copy has more
 * than the other, and a window that starts just then would take that for damage.
 */
export interface CopiesGuard {
  /** Runs a write to both copies, beside others, and never while they are compared. */
  writing<Value>(write: () => Promise<Value>): Promise<Value>;
  /**
   * Runs a comparison while nobody writes. Undefined where a writer does not come to an end in time: what runs compared
   * the copies when it began, and a start does not wait for a window that hangs.
   */
  comparing<Value>(compare: () => Promise<Value>): Promise<Value | undefined>;
}

/** For who is alone with the copies. */
export const NO_GUARD: CopiesGuard = {
  writing: (write) => write(),
  comparing: (compare) => compare(),
};

const LOCK = 'zhupi-copies';

/** Milliseconds for which a start waits for another window's write. */
const PATIENCE_MS = 5_000;

/** The part of the browser's locks that is used. A window that is gone, however it went, holds none. */
export type Locks = Pick<LockManager, 'request'>;

/** Guards the copies among all windows of the profile. */
export function guardBy(locks: Locks, patienceMs: number = PATIENCE_MS): CopiesGuard {
  return {
    writing: (write) => locks.request(LOCK, { mode: 'shared' }, write),
    comparing: async (compare) => {
      const waiting = new AbortController();
      const timer = setTimeout(() => {
        waiting.abort();
      }, patienceMs);
      try {
        return await locks.request(LOCK, { mode: 'exclusive', signal: waiting.signal }, () => {
          clearTimeout(timer);
          return compare();
        });
      } catch (error) {
        if (waiting.signal.aborted) return undefined;
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
