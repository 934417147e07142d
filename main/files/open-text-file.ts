import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { codeOf } from './failures';

/** Why a file cannot be read; it is called by its name alone. */
interface FailedFile {
  readonly kind: 'failed';
  readonly reason: 'missing' | 'forbidden' | 'too-large' | 'not-text' | 'other';
  readonly fileName: string;
}

/** A file as text, or why it cannot be read. */
export type OpenedFile = { readonly kind: 'opened'; readonly fileName: string; readonly text: string } | FailedFile;

/** A file as it is, or why it cannot be read. */
export type OpenedBytes =
  { readonly kind: 'opened'; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> } | FailedFile;

const CODES: Readonly<Record<string, 'missing' | 'forbidden' | 'not-text'>> = {
  ENOENT: 'missing',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EISDIR: 'not-text',
};

function reasonOf(error: unknown): 'missing' | 'forbidden' | 'not-text' | 'other' {
  if (error instanceof TypeError) return 'not-text';
  return CODES[codeOf(error)] ?? 'other';
}

/** Reads no more than the limit, whatever size the file says it has; undefined if there is more. */
async function readWithin(filePath: string, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const handle = await open(filePath, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    // The stream of a handle would close it; it is closed here, once.
    for await (const chunk of handle.createReadStream({ autoClose: false, end: limit })) {
      if (!(chunk instanceof Uint8Array)) continue;
      chunks.push(chunk);
      size += chunk.byteLength;
    }
    return size > limit ? undefined : Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}

/** Reads a file of at most so many bytes, whatever it holds. */
export async function openBytes(filePath: string, limit: number): Promise<OpenedBytes> {
  const fileName = basename(filePath);
  try {
    const bytes = await readWithin(filePath, limit);
    if (bytes === undefined) return { kind: 'failed', reason: 'too-large', fileName };
    return { kind: 'opened', fileName, bytes };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error), fileName };
  }
}

/** Reads a file of at most so many bytes as UTF-8 text; a byte order mark stays, for the reader to see. */
export async function openTextFile(filePath: string, limit: number): Promise<OpenedFile> {
  const opened = await openBytes(filePath, limit);
  if (opened.kind === 'failed') return opened;
  const { fileName, bytes } = opened;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // No text has this character, and nearly every other kind of file has.
    if (text.includes('\0')) return { kind: 'failed', reason: 'not-text', fileName };
    return { kind: 'opened', fileName, text };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error), fileName };
  }
}
