import type { ReplyOf } from '#core/ipc/contract';
import { openTextFile } from '../files/open-text-file';

/** Most bytes of a file that is read: twenty times OpenCC's largest dictionary. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** Reads the file of corrections that the person chose. */
export const openCorrections = (filePath: string, limit = LARGEST_FILE): Promise<ReplyOf<'corrections.open'>> =>
  openTextFile(filePath, limit);
