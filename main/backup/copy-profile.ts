import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { ReplyOf } from '#core/ipc/contract';
import { stampOf } from '#core/support/stamp';
import { writeFailureOf } from '../files/failures';
import { syncFolder } from '../files/sync-folder';

/** Folders that Chromium makes anew and that hold nothing of a person's, however deep they lie. */
const CACHES = new Set(['Crashpad', 'Dictionaries', 'blob_storage', 'Shared Dictionary', 'Network', 'lockfile']);
const isCache = (name: string): boolean => CACHES.has(name) || /cache/i.test(name);

/** What a running program holds locked; it is empty, and made anew. */
const isLock = (name: string): boolean => name === 'LOCK' || /^Singleton|\.lock$/.test(name);

/** Bytes that are copied at once. */
const PIECE = 1024 * 1024;

async function pump(from: FileHandle, to: FileHandle): Promise<void> {
  const piece = Buffer.alloc(PIECE);
  for (;;) {
    const { bytesRead } = await from.read(piece, 0, PIECE);
    if (bytesRead === 0) return;
    await to.writeFile(piece.subarray(0, bytesRead));
  }
}

async function copyFile(from: string, to: string): Promise<void> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx');
    try {
      await pump(source, target);
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Copies files and folders as they are; links and sockets are left, since they hold nothing. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (isCache(entry.name) || isLock(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isFile()) await copyFile(source, target);
  }
  await syncFolder(to);
}

/** A path below a folder, or the folder itself. */
const isInside = (path: string, folder: string): boolean => {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || !/^\.\.([/\\]|$)|^([a-z]:|[/\\])/i.test(way);
};

/**
 * Copies the whole profile, less caches, into a new folder inside `target`, as it lies on the disk. It has its name only
 * once it is whole. `now` is in milliseconds since 1970 UTC.
 */
export async function copyProfile(profile: string, target: string, now: number): Promise<ReplyOf<'profile.copy'>> {
  if (isInside(target, profile)) return { kind: 'failed', reason: 'inside' };
  const { day, time } = stampOf(now);
  const place = join(target, `Zhupi profile ${day} ${time.slice(0, 4)}`);
  const draft = `${place}.part`;
  try {
    await rm(draft, { recursive: true, force: true });
    await copyFolder(profile, draft);
    const taken = await readdir(target);
    const name = [place, `${place} ${time.slice(4)}`].find((each) => !taken.includes(basename(each))) ?? place;
    await rename(draft, name);
    await syncFolder(target);
    return { kind: 'copied', folderName: basename(name) };
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    return { kind: 'failed', reason: writeFailureOf(error) };
  }
}
