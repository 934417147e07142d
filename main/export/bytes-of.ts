import type { ExportContent } from '#core/ipc/export-contract';

/** The bytes of a file, made by the adapter for its kind. Text stays text, and is written as UTF-8. */
export async function bytesOf(content: ExportContent): Promise<string | Iterable<Buffer>> {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'archive':
    case 'word':
    case 'pdf':
      return Promise.reject(new Error(`no format makes ${content.kind} yet`));
  }
}
