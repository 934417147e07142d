import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** True where file systems may be mounted: on Linux, as root. */
export const mayMount = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;

/** Mounts a small disk in memory. Returns false where the system does not allow it. */
export function mountSmallDisk(folder: string, megabytes: number): boolean {
  mkdirSync(folder, { recursive: true });
  return run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
}

/** Makes a folder read-only, even for root. Returns false where the system does not allow it. */
export const lockFolder = (folder: string): boolean =>
  run('mount', '--bind', folder, folder) && run('mount', '-o', 'remount,ro,bind', folder);

/** Takes a mount away. */
export const unmount = (folder: string): boolean => run('umount', '-l', folder);

const PAGE = 4096;

/** Writes into a file until the disk takes no more. */
function writeUntilFull(file: string): void {
  const handle = openSync(file, 'w');
  const bytes = Buffer.alloc(256 * PAGE);
  try {
    for (let length = bytes.length; length >= PAGE;) {
      try {
        if (writeSync(handle, bytes, 0, length) < length) length >>= 1;
      } catch {
        length >>= 1;
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** Fills a disk but for some pages of 4,096 bytes. The returned function frees it. */
export function fillDisk(folder: string, pagesLeft: number): () => void {
  const [filler, reserve] = [join(folder, 'filler'), join(folder, 'reserve')];
  const handle = openSync(reserve, 'w');
  if (pagesLeft > 0) writeSync(handle, Buffer.alloc(pagesLeft * PAGE));
  closeSync(handle);
  writeUntilFull(filler);
  rmSync(reserve);
  return () => {
    rmSync(filler);
  };
}
