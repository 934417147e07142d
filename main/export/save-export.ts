import { basename } from 'node:path';
import type { ReplyOf } from '#core/ipc/contract';
import { writeFailureOf } from '../files/failures';
import { writeWhole } from '../files/write-whole';

type Outcome = ReplyOf<'export.save'>;

/** Writes an export to the file that the person chose; an older one of that name is whole until the new one is. */
export async function writeExport(filePath: string, content: string | Iterable<Buffer>): Promise<Outcome> {
  const fileName = basename(filePath);
  try {
    await writeWhole(filePath, content);
    return { kind: 'saved', fileName };
  } catch (error) {
    return { kind: 'failed', reason: writeFailureOf(error), fileName };
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
