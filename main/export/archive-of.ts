import { TextReader, Uint8ArrayWriter, ZipWriter, configure } from '@zip.js/zip.js';
import type { ArchiveEntry } from '#core/exchange/format';

// Whoever asks is a thread of its own already.
configure({ useWebWorkers: false });

/** The first moment that a ZIP can name, whatever the time zone: the same notes make the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** A file that says what the archive is, by its place: first, and as it is (EPUB Open Container Format 3.3, 4.3). */
const isSign = ({ path }: ArchiveEntry): boolean => path === 'mimetype';

/** The bytes of a ZIP of these files, in this order. */
export async function archiveOf(entries: readonly ArchiveEntry[]): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { lastModDate: NO_TIME, extendedTimestamp: false });
  for (const entry of entries) {
    await writer.add(entry.path, new TextReader(entry.text), isSign(entry) ? { level: 0, dataDescriptor: false } : {});
  }
  return writer.close();
}
