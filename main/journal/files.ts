import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

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

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Lets the system write the entries of a folder to the disk. Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openFile(folder: string, name: string): Promise<OpenFile> {
  await mkdir(folder, { recursive: true });
  const handle = await open(join(folder, name), 'a');
  let { size } = await handle.stat();
  if (size === 0) await syncFolder(folder);
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
      await handle.truncate(length);
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
        if (isMissing(error)) return [];
        throw error;
      }
    },
    read: (name) => readFile(join(folder, name)),
    open: (name) => openFile(folder, name),
    replace: async (name, parts) => {
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `${name}.part`);
      const handle = await open(draft, 'w');
      try {
        for (const part of parts) await handle.appendFile(part);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, join(folder, name));
      await syncFolder(folder);
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}
