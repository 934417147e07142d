import { Worker } from 'node:worker_threads';
import type { ArchiveEntry } from '#core/exchange/format';

/** What the thread that makes bytes is asked for. */
export type WorkerTask =
  | { readonly kind: 'archive'; readonly entries: readonly ArchiveEntry[] }
  | { readonly kind: 'word'; readonly document: string };

/**
 * Has a thread of its own make the bytes; `file` is its script. Once the signal is aborted the thread is ended, and then
 * this rejects with the signal's reason. Rejects with the thread's own error if it fails.
 */
export function bytesElsewhere(file: string, task: WorkerTask, signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(file, { workerData: task });
    const stop = (): void => {
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      // Does nothing where it is settled already. Who stops the thread is told when it is gone.
      reject(signal?.aborted === true ? (signal.reason as Error) : new Error(`the thread ended with ${code}`));
    });
  });
}
