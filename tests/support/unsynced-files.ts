import type { Files, OpenFile } from '../../main/journal/files';

/** An error as node:fs makes it. */
export const fileError = (code: string): Error => Object.assign(new Error(code), { code });

interface Stored {
  /** What programs read. */
  seen: Buffer;
  /** What is left after a power cut. */
  synced: Buffer;
  /** Whether the folder's entry is on the disk. */
  isNamed: boolean;
}

/**
 * A folder in memory that loses at a power cut what was not synced, as a disk may and as killing a program never shows.
 * What is written between the call of a sync and its end is not part of it.
 */
export class UnsyncedFiles implements Files {
  readonly #files = new Map<string, Stored>();
  /** Called before each write and sync with what is to be done; it may throw, or wait. */
  before: (what: 'append' | 'sync' | 'truncate' | 'open' | 'replace', name: string) => Promise<void> | void = () =>
    undefined;

  /** The power goes: only what was synced is there. */
  cut(): void {
    for (const [name, file] of this.#files) {
      if (file.isNamed) file.seen = file.synced;
      else this.#files.delete(name);
    }
  }

  /** The bytes of a file, to be looked at or damaged by hand. */
  bytes(name: string): Buffer {
    return this.#files.get(name)?.seen ?? Buffer.alloc(0);
  }

  /** Puts a file there, as it is on the disk. */
  put(name: string, bytes: Buffer): void {
    this.#files.set(name, { seen: bytes, synced: bytes, isNamed: true });
  }

  list(): Promise<string[]> {
    return Promise.resolve([...this.#files.keys()].sort());
  }

  read(name: string): Promise<Buffer> {
    const file = this.#files.get(name);
    return file === undefined ? Promise.reject(fileError('ENOENT')) : Promise.resolve(file.seen);
  }

  async open(name: string): Promise<OpenFile> {
    await this.before('open', name);
    const file = this.#files.get(name) ?? { seen: Buffer.alloc(0), synced: Buffer.alloc(0), isNamed: true };
    this.#files.set(name, file);
    // Looked up at each call: tests change it while a file is open.
    const before: UnsyncedFiles['before'] = (what, of) => this.before(what, of);
    return {
      get length() {
        return file.seen.length;
      },
      append: async (bytes) => {
        // Half of it may be there where the rest fails.
        file.seen = Buffer.concat([file.seen, bytes.subarray(0, bytes.length >> 1)]);
        await before('append', name);
        file.seen = Buffer.concat([file.seen, bytes.subarray(bytes.length >> 1)]);
      },
      sync: async () => {
        const content = file.seen;
        await before('sync', name);
        await Promise.resolve();
        file.synced = content;
      },
      truncate: async (length) => {
        await before('truncate', name);
        file.seen = file.seen.subarray(0, length);
      },
      close: () => Promise.resolve(),
    };
  }

  async replace(name: string, parts: Iterable<Buffer>): Promise<void> {
    const content = Buffer.concat([...parts]);
    await this.before('replace', name);
    this.put(name, content);
  }

  remove(name: string): Promise<void> {
    this.#files.delete(name);
    return Promise.resolve();
  }
}
