import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../files/failures';
import { patiently } from '../files/patiently';
import { syncFolder } from '../files/sync-folder';
import { writeWhole } from '../files/write-whole';

/** A file that is written at its end. */
export interface OpenFile {
  /** Bytes in the file. */
  readonly length: number;
  /** Adds bytes at the end. Rejects where not all of them could be written. */
  append(bytes: Buffer): Promise<void>;
  /** Resolves when all that was appended before the call is on the disk. */
  sync(): Promise<void>;
  /** Cuts the file off at this length in bytes. */
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** A folder of files, as the journal needs it. Errors are those of node:fs. */
export interface Files {
  /** Names of the files, sorted; empty where there is no folder. */
  list(): Promise<string[]>;
  read(name: string): Promise<Buffer>;
  /** Opens a file to be written at its end; makes it, and the folder, where there is none. */
  open(name: string): Promise<OpenFile>;
  /** Writes a whole file beside its place and moves it there when it is on the disk. */
  replace(name: string, parts: Iterable<Buffer>): Promise<void>;
  remove(name: string): Promise<void>;
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await syncFolder(dirname(folder));
}

/** Cuts a file off. Windows does not let a handle that only appends do that. */
async function truncateFile(file: string, length: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openFile(folder: string, name: string): Promise<OpenFile> {
  await makeFolder(folder);
  const file = join(folder, name);
  const handle = await patiently(() => open(file, 'a'));
  let size: number;
  try {
    ({ size } = await handle.stat());
    if (size === 0) await syncFolder(folder);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    get length() {
      return size;
    },
    append: async (bytes) => {
      let from = 0;
      while (from < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, from);
        from += bytesWritten;
        size += bytesWritten;
      }
    },
    // fsync, which on macOS asks the drive as well.
    sync: () => handle.sync(),
    truncate: async (length) => {
      await truncateFile(file, length);
      size = length;
    },
    close: () => handle.close(),
  };
}

/** Files of a real folder. */
export function filesIn(folder: string): Files {
  return {
    list: async () => {
      try {
        const entries = await readdir(folder, { withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile())
          .map(({ name }) => name)
          .sort();
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      }
    },
    read: (name) => patiently(() => readFile(join(folder, name))),
    open: (name) => openFile(folder, name),
    replace: async (name, parts) => {
      await makeFolder(folder);
      // One name for all drafts, so that what was broken off is written over.
      await writeWhole(join(folder, name), parts, join(folder, 'draft.part'));
    },
    remove: (name) => patiently(() => rm(join(folder, name), { force: true })),
  };
}
