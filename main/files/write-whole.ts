import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Waits until what a folder lists is on the disk. Windows has no such call for folders and does it by itself; some file
 * systems of networks refuse it, which takes nothing from the file that was written.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Writes a file whole or not at all. It is written beside its place and moved there when it is on the disk, so that a
 * full disk leaves an older file of that name as it was. Rejects with the error of the system.
 */
export async function writeWhole(filePath: string, text: string): Promise<void> {
  const draft = join(dirname(filePath), `.${basename(filePath)}.${process.pid}.part`);
  try {
    await writeSynced(draft, text);
    await rename(draft, filePath);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(filePath));
}
