import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ReplyOf } from '#core/ipc/contract';

type Outcome = ReplyOf<'export.save'>;

const CODES: Readonly<Record<string, 'full' | 'forbidden'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
};

/** Why a file could not be written, from the code of the system's error. */
export function reasonOf(error: unknown): 'full' | 'forbidden' | 'other' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CODES[code] ?? 'other';
}

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
 * Writes an export to the file that the person chose. It is written beside its place and moved there when it is
 * on the disk, so that a full disk leaves an older export of that name as it was.
 */
export async function writeExport(filePath: string, text: string): Promise<Outcome> {
  const fileName = basename(filePath);
  const draft = join(dirname(filePath), `.${fileName}.${process.pid}.part`);
  try {
    await writeSynced(draft, text);
    await rename(draft, filePath);
    return { kind: 'saved', fileName };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    return { kind: 'failed', reason: reasonOf(error), fileName };
  }
}

/** Characters that no file system of the three takes in a name, and names that Windows keeps for devices. */
export function safeFileName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  const short = Array.from(plain).slice(0, 80).join('').trim();
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `Zhupi ${short}`.trim() : short;
}
