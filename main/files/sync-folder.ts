import { open } from 'node:fs/promises';
import { codeOf } from './failures';

/** File systems that cannot sync a folder, as some on networks, say so with one of these; it takes nothing from a file. */
const UNSYNCABLE: ReadonlySet<string> = new Set(['EINVAL', 'EBADF', 'ENOTSUP', 'EISDIR', 'ENOSYS']);

/** Waits until what a folder lists is on the disk. Windows has no such call for folders, and does it by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!UNSYNCABLE.has(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}
