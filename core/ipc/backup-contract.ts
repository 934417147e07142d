import { z } from 'zod';
import { LARGEST_BACKUP } from '../backup/backup-file';

const nothing = z.undefined();
const WRITE_REASONS = ['full', 'forbidden', 'missing', 'too-large', 'other'] as const;

/** What becomes of a backup; no path ever crosses, only the names of files and folders. */
const backupText = z.string().max(LARGEST_BACKUP);

const savedBackup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), fileName: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('failed'), reason: z.enum(WRITE_REASONS), fileName: z.string() }),
]);

const openedBackup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), fileName: z.string(), text: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('failed'),
    reason: z.enum(['missing', 'forbidden', 'too-large', 'not-text', 'other']),
    fileName: z.string(),
  }),
]);

const status = z.object({
  /** Version of the program, for the head of a backup. */
  version: z.string(),
  /** The name of the folder of automatic backups; absent while there are none. */
  folder: z.string().optional(),
  /** When the last one was made, in milliseconds since 1970 UTC. */
  last: z.number().optional(),
  /** Why none could be made since. */
  failure: z.enum(WRITE_REASONS).optional(),
  /** True if one is to be made now. */
  isDue: z.boolean(),
});

const copiedProfile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('copied'), folderName: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('failed'), reason: z.enum(['full', 'forbidden', 'inside', 'other']) }),
]);

/** The requests that are about backups. */
export const backupContract = {
  'backup.save': {
    request: z.strictObject({ suggestedName: z.string().min(1).max(200), text: backupText }),
    reply: savedBackup,
  },
  'backup.open': { request: nothing, reply: openedBackup },
  'backup.status': { request: nothing, reply: status },
  'backup.choose-folder': { request: nothing, reply: status },
  'backup.stop': { request: nothing, reply: status },
  'backup.automatic': { request: z.strictObject({ text: backupText }), reply: status },
  'profile.copy': { request: nothing, reply: copiedProfile },
};

/** What is known of automatic backups. */
export type BackupStatus = z.infer<typeof status>;

/** Why a backup could not be written. */
export type BackupWriteFailure = (typeof WRITE_REASONS)[number];
