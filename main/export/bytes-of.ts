import type { ExportContent } from '#core/ipc/export-contract';
import type { Print } from './pdf-of';
import { bytesElsewhere } from './worker-task';

/** What turns models into bytes. */
export interface ByteMakers {
  /** The script of the thread that makes them. */
  readonly worker: string;
  readonly print: Print;
}

/**
 * The bytes of a file, made by the adapter for its kind. Text stays text, and is written as UTF-8. Rejects once the
 * signal is aborted: the work stops then.
 */
export async function bytesOf(
  content: ExportContent,
  { worker, print }: ByteMakers,
  signal?: AbortSignal,
): Promise<string | Iterable<Buffer>> {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'archive':
    case 'word':
      return [await bytesElsewhere(worker, content, signal)];
    case 'pdf':
      return [await print(content, signal)];
  }
}
