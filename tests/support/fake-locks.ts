import type { Locks } from '../../renderer/storage/copies-guard';

/** The browser's locks, as far as they are used: those who share hold one together, in the order of their asking. */
export function fakeLocks(): Locks {
  const held = new Set<object>();
  let isExclusive = false;
  const queue: { mode: string; start: () => void }[] = [];
  const next = (): void => {
    const first = queue[0];
    if (first === undefined || isExclusive || (first.mode === 'exclusive' && held.size > 0)) return;
    queue.shift();
    first.start();
    next();
  };
  const request = (_name: string, options: LockOptions, run: () => Promise<unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const mode = options.mode ?? 'exclusive';
      const entry = {
        mode,
        start: () => {
          held.add(entry);
          isExclusive = mode === 'exclusive';
          void run()
            .then(resolve, reject)
            .finally(() => {
              held.delete(entry);
              if (mode === 'exclusive') isExclusive = false;
              next();
            });
        },
      };
      queue.push(entry);
      options.signal?.addEventListener('abort', () => {
        const at = queue.indexOf(entry);
        if (at < 0) return;
        queue.splice(at, 1);
        reject(new DOMException('aborted', 'AbortError'));
        next();
      });
      next();
    });
  // One of the two ways in which it can be called.
  return { request: request as Locks['request'] };
}
