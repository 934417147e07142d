import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './failures';

/** What a scanner of viruses or a backup that has a file open makes of it on Windows, for a moment. */
const BUSY: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const TRIES = 6;
const TRY_AGAIN_MS = 50;

/** Does something with a file; on Windows it is tried some times, since others may have the file open for a moment. */
export async function patiently<Value>(task: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await task();
    } catch (error) {
      if (process.platform !== 'win32' || tries === TRIES || !BUSY.has(codeOf(error))) throw error;
      await wait(TRY_AGAIN_MS * tries);
    }
  }
}
