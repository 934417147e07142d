import { LARGEST_IMPORT } from '#core/ipc/import-contract';
import { failure, success, type Result } from '#core/support/result';
import { isZip, unzipNotes, type UnzipFailure } from './unzip';

/** Why a file has no text that could be read. */
export type FileTextFailure = UnzipFailure | 'not-text';

/** Most bytes that an archive is unpacked to. */
const LARGEST_UNPACKED = 64 * 1024 * 1024;

const decoded = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

/** The text of bytes: UTF-8, or UTF-16 where a byte order mark says so, as some Kindles write. */
function textOf(bytes: Uint8Array): Result<string, FileTextFailure> {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return success(decoded(encoding, bytes));
  } catch {
    return failure('not-text');
  }
}

/** The text of a file of notes; of an archive that of its notes. */
export async function fileText(
  bytes: Uint8Array,
  { whole = LARGEST_IMPORT, unpacked = LARGEST_UNPACKED } = {},
): Promise<Result<string, FileTextFailure>> {
  if (bytes.byteLength > whole) return failure('too-large');
  if (!isZip(bytes)) return textOf(bytes);
  const notes = await unzipNotes(bytes, unpacked);
  return notes.ok ? textOf(notes.value) : notes;
}
