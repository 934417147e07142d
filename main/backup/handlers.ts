import { basename, join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { BACKUP_EXTENSION, LARGEST_BACKUP } from '#core/backup/backup-file';
import type { backupContract } from '#core/ipc/backup-contract';
import type { Handlers, ReplyOf } from '#core/ipc/contract';
import { safeFileName } from '../export/save-export';
import { openTextFile } from '../files/open-text-file';
import { writeWhole } from '../files/write-whole';
import type { MainStrings } from '../menu/strings';
import { writeFailureOf, type AutomaticBackups } from './automatic-backups';
import { copyProfile } from './copy-profile';

/** What the handlers need from outside; folders are absolute paths. */
export interface BackupParts {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  /** The window that dialogs belong to, while there is one. */
  readonly window: () => BrowserWindow | undefined;
  readonly strings: () => MainStrings;
  readonly automatic: AutomaticBackups;
  readonly documents: () => string;
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
    return { kind: 'failed', reason: writeFailureOf(error), fileName };
  }
}

/** A folder that the person chooses; undefined if they do not. */
async function chosenFolder({ dialog, window, documents }: BackupParts, title: string): Promise<string | undefined> {
  const parent = window();
  if (parent === undefined) return undefined;
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title,
    defaultPath: documents(),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
}

async function save(parts: BackupParts, suggestedName: string, text: string): Promise<ReplyOf<'backup.save'>> {
  const { dialog, documents, strings } = parts;
  const parent = parts.window();
  if (parent === undefined) return { kind: 'cancelled' };
  const { canceled, filePath } = await dialog.showSaveDialog(parent, {
    title: strings().saveBackup,
    defaultPath: join(documents(), `${safeFileName(suggestedName)}.${BACKUP_EXTENSION}`),
    filters: [{ name: strings().backupFile, extensions: [BACKUP_EXTENSION] }],
  });
  return canceled || filePath === '' ? { kind: 'cancelled' } : writeBackup(filePath, text);
}

async function openBackup(parts: BackupParts): Promise<ReplyOf<'backup.open'>> {
  const { dialog, documents, strings } = parts;
  const parent = parts.window();
  if (parent === undefined) return { kind: 'cancelled' };
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: strings().openBackup,
    defaultPath: documents(),
    properties: ['openFile'],
    filters: [
      { name: strings().backupFile, extensions: [BACKUP_EXTENSION] },
      { name: strings().allFiles, extensions: ['*'] },
    ],
  });
  const [filePath] = filePaths;
  return canceled || filePath === undefined ? { kind: 'cancelled' } : openTextFile(filePath, LARGEST_BACKUP);
}

/** Carries out what the page asks about backups. Every path comes from a dialog, or is remembered from one. */
export function backupHandlers(parts: BackupParts): Pick<Handlers, keyof typeof backupContract> {
  const { automatic } = parts;
  return {
    'backup.save': ({ suggestedName, text }) => save(parts, suggestedName, text),
    'backup.open': () => openBackup(parts),
    'backup.status': () => automatic.status(),
    'backup.choose-folder': async () => {
      const folder = await chosenFolder(parts, parts.strings().chooseBackupFolder);
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
      const target = await chosenFolder(parts, parts.strings().copyProfile);
      return target === undefined ? { kind: 'cancelled' } : copyProfile(parts.profile(), target, parts.now());
    },
  };
}
