import { basename } from 'node:path';
import { BACKUP_EXTENSION, LARGEST_BACKUP } from '#core/backup/backup-file';
import type { backupContract } from '#core/ipc/backup-contract';
import type { Handlers, ReplyOf } from '#core/ipc/contract';
import type { FileDialogs } from '../files/dialogs';
import { openTextFile } from '../files/open-text-file';
import { writeWhole } from '../files/write-whole';
import type { MainStrings } from '../menu/strings';
import { backupFailureOf, type AutomaticBackups } from './automatic-backups';
import { copyProfile } from './copy-profile';

/** What the handlers need from outside; the profile is an absolute path. */
export interface BackupParts {
  readonly dialogs: FileDialogs;
  readonly strings: () => MainStrings;
  readonly automatic: AutomaticBackups;
  readonly profile: () => string;
  readonly now: () => number;
}

async function writeBackup(filePath: string, text: string): Promise<ReplyOf<'backup.save'>> {
  const fileName = basename(filePath);
  if (Buffer.byteLength(text) > LARGEST_BACKUP) return { kind: 'failed', reason: 'too-large', fileName };
  try {
    await writeWhole(filePath, text);
    return { kind: 'saved', fileName };
  } catch (error) {
    return { kind: 'failed', reason: backupFailureOf(error), fileName };
  }
}

async function save(parts: BackupParts, suggestedName: string, text: string): Promise<ReplyOf<'backup.save'>> {
  const { saveBackup, backupFile } = parts.strings();
  const kind = { name: backupFile, extension: BACKUP_EXTENSION };
  const filePath = await parts.dialogs.place(saveBackup, suggestedName, kind);
  return filePath === undefined ? { kind: 'cancelled' } : writeBackup(filePath, text);
}

async function openBackup({ dialogs, strings }: BackupParts): Promise<ReplyOf<'backup.open'>> {
  const filters = [
    { name: strings().backupFile, extensions: [BACKUP_EXTENSION] },
    { name: strings().allFiles, extensions: ['*'] },
  ];
  const filePath = await dialogs.file(strings().openBackup, filters, dialogs.documents());
  return filePath === undefined ? { kind: 'cancelled' } : openTextFile(filePath, LARGEST_BACKUP);
}

/** Carries out what the page asks about backups. Every path comes from a dialog, or is remembered from one. */
export function backupHandlers(parts: BackupParts): Pick<Handlers, keyof typeof backupContract> {
  const { automatic, dialogs } = parts;
  return {
    'backup.save': ({ suggestedName, text }) => save(parts, suggestedName, text),
    'backup.open': () => openBackup(parts),
    'backup.status': () => automatic.status(),
    'backup.choose-folder': async () => {
      const folder = await dialogs.folder(parts.strings().chooseBackupFolder);
      if (folder !== undefined) await automatic.into(folder);
      return automatic.status();
    },
    'backup.stop': async () => {
      await automatic.into(undefined);
      return automatic.status();
    },
    'backup.automatic': async ({ text }) => {
      await automatic.make(text);
      return automatic.status();
    },
    'profile.copy': async () => {
      const target = await dialogs.folder(parts.strings().copyProfile);
      return target === undefined ? { kind: 'cancelled' } : copyProfile(parts.profile(), target, parts.now());
    },
  };
}
