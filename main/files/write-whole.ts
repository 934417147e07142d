import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { patiently } from './patiently';
import { syncFolder } from './sync-folder';

async function writeSynced(file: string, parts: Iterable<string | Buffer>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const part of parts) await handle.appendFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

let drafts = 0;

/** A place of its own for each writing: two of one file never write into each other. */
const draftOf = (filePath: string): string =>
  join(dirname(filePath), `.${basename(filePath)}.${process.pid}-${++drafts}.part`);

/**
 * Writes a file whole or not at all. It is written beside its place, into `draft`, and moved there when it is on the
 * disk, so that a full disk leaves an older file of that name as it was. Rejects with the error of the system.
 */
export async function writeWhole(
  filePath: string,
  content: string | Iterable<Buffer>,
  draft = draftOf(filePath),
): Promise<void> {
  try {
    await writeSynced(draft, typeof content === 'string' ? [content] : content);
    await patiently(() => rename(draft, filePath));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(filePath));
}
