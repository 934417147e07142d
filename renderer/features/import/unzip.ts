import { Uint8ArrayReader, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { failure, success, type Result } from '#core/support/result';

/** The file of an archive that holds its notes, as EPUB Annotations 1.0 calls it. */
const NOTES = 'annotations.json';

/** Most files of an archive that are looked at. */
const MOST_ENTRIES = 10_000;

/** Why nothing could be read from an archive. `no-notes`: it is whole, and has no notes in it. */
export type UnzipFailure = 'damaged' | 'too-large' | 'no-notes';

class TooLarge extends Error {}

/** True for bytes that begin as an archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** True for a file at the top of an archive, or in a folder at its top. */
const holdsNotes = ({ filename, directory }: Entry): boolean =>
  !directory && new RegExp(`^(?:[^/\\\\]+/)?${NOTES.replace('.', '\\.')}$`).test(filename);

/**
 * Takes up bytes until there are more than the limit. The package stops where there are more than the archive says; this
 * holds even if it did not.
 */
function collector(limit: number): { stream: WritableStream<Uint8Array>; bytes: () => Uint8Array<ArrayBuffer> } {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new WritableStream<Uint8Array>({
    write: (chunk) => {
      size += chunk.byteLength;
      if (size > limit) throw new TooLarge();
      chunks.push(chunk);
    },
  });
  const bytes = (): Uint8Array<ArrayBuffer> => {
    const all = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk, at);
      at += chunk.byteLength;
    }
    return all;
  };
  return { stream, bytes };
}

async function notesEntry(reader: ZipReader<Uint8Array>): Promise<FileEntry | undefined> {
  let count = 0;
  for await (const entry of reader.getEntriesGenerator()) {
    if (++count > MOST_ENTRIES) throw new TooLarge();
    if (!entry.directory && holdsNotes(entry)) return entry;
  }
  return undefined;
}

/** Unpacks the notes of an archive, at most so many bytes, in this thread and with the browser's own decompression. */
export async function unzipNotes(bytes: Uint8Array, limit: number): Promise<Result<Uint8Array, UnzipFailure>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false, checkSignature: true });
  try {
    const entry = await notesEntry(reader);
    if (entry === undefined) return failure('no-notes');
    if (entry.uncompressedSize > limit) return failure('too-large');
    const { stream, bytes: unpacked } = collector(limit);
    await entry.getData(stream, { useWebWorkers: false, checkSignature: true });
    return success(unpacked());
  } catch (error) {
    return failure(error instanceof TooLarge ? 'too-large' : 'damaged');
  } finally {
    await reader.close().catch(() => undefined);
  }
}
