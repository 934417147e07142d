import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './sync-folder';

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
