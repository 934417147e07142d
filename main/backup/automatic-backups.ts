import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { BACKUP_EXTENSION, LARGEST_BACKUP } from '#core/backup/backup-file';
import type { BackupStatus, BackupWriteFailure } from '#core/ipc/backup-contract';
import { dayOf, keptOf } from '#core/kept/thinning';
import { stampOf } from '#core/support/stamp';
import { faultInWords, faultOf } from '#core/support/fault';
import { codeOf, writeFailureOf } from '../files/failures';
import { writeWhole } from '../files/write-whole';
import type { Log } from '../log';

const stateSchema = z.object({
  /** Tells the backups of this profile from those that another one puts into the same folder. */
  id: z.string().regex(/^[0-9a-f]{8}$/),
  folder: z.string().min(1).optional(),
  last: z.number().optional(),
  failure: z.enum(['full', 'forbidden', 'missing', 'too-large', 'other']).optional(),
});

type State = z.infer<typeof stateSchema>;

/** After a failure, for how many milliseconds it is not tried again unless the program starts anew. */
const PATIENCE_MS = 60 * 60 * 1000;

const GONE = new Set(['ENOENT', 'ENOTDIR']);

/** Why a backup could not be written, from the error of the system. */
export const backupFailureOf = (error: unknown): BackupWriteFailure =>
  GONE.has(codeOf(error)) ? 'missing' : writeFailureOf(error);

const NAME = /^Zhupi (\d{4})-(\d\d)-(\d\d) (\d\d)(\d\d)(\d\d) ([0-9a-f]{8})\.zhupi-backup$/;

const nameOf = (time: number, id: string): string => {
  const stamp = stampOf(time);
  return `Zhupi ${stamp.day} ${stamp.time} ${id}.${BACKUP_EXTENSION}`;
};

/** When an automatic backup of the profile with this id was made, by its name; undefined for any other file. */
function timeOf(name: string, id: string): number | undefined {
  const [, year, month, day, hours, minutes, seconds, of] = NAME.exec(name) ?? [];
  if (of !== id) return undefined;
  return new Date(
    ...([Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds)] as const),
  ).getTime();
}

/** What automatic backups need from outside; `now` is in milliseconds since 1970 UTC. */
export interface AutomaticParts {
  /** Where the folder is remembered. */
  readonly stateFile: string;
  readonly version: string;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Backups into a folder that a person chose in a dialog: at most one a day, thinned by age. What is thinned are files
 * that this very profile has made, known by their names; no other file is ever touched.
 */
export class AutomaticBackups {
  readonly #parts: AutomaticParts;
  #state: Promise<State> | undefined;
  #failedAt: number | undefined;

  constructor(parts: AutomaticParts) {
    this.#parts = parts;
  }

  /** What a person is told of them, and whether one is due. */
  async status(): Promise<BackupStatus> {
    const { folder, last, failure } = await this.#read();
    const now = this.#parts.now();
    const isOfToday = last !== undefined && dayOf(last) === dayOf(now);
    const waits = this.#failedAt !== undefined && Math.abs(now - this.#failedAt) < PATIENCE_MS;
    return {
      version: this.#parts.version,
      ...(folder !== undefined && { folder: basename(folder) }),
      ...(last !== undefined && { last }),
      ...(failure !== undefined && { failure }),
      isDue: folder !== undefined && !isOfToday && !waits,
    };
  }

  /** From now on backups go into this folder, an absolute path; undefined ends them. */
  async into(folder: string | undefined): Promise<void> {
    const { id } = await this.#read();
    this.#failedAt = undefined;
    await this.#write({ id, ...(folder !== undefined && { folder }) });
  }

  /** Writes today's backup, if it is due. */
  async make(text: string): Promise<void> {
    const { id, folder, last } = await this.#read();
    if (folder === undefined || !(await this.status()).isDue) return;
    const now = this.#parts.now();
    try {
      if (Buffer.byteLength(text) > LARGEST_BACKUP) throw new RangeError('too large');
      await writeWhole(join(folder, nameOf(now, id)), text);
    } catch (error) {
      this.#failedAt = now;
      const failure = error instanceof RangeError ? 'too-large' : backupFailureOf(error);
      await this.#write({ id, folder, ...(last !== undefined && { last }), failure });
      return;
    }
    await this.#write({ id, folder, last: now });
    await this.#thin(folder, id, now);
  }

  async #thin(folder: string, id: string, now: number): Promise<void> {
    try {
      const made = (await readdir(folder)).map((name) => ({ name, time: timeOf(name, id) }));
      const kept = new Set(
        keptOf(
          made.map(({ time }) => time).filter((time) => time !== undefined),
          now,
        ),
      );
      for (const { name, time } of made) if (time !== undefined && !kept.has(time)) await rm(join(folder, name));
    } catch (error) {
      // One backup too many does no harm.
      this.#parts.log(`could not thin the backups: ${faultInWords(faultOf(error))}`);
    }
  }

  #read(): Promise<State> {
    return (this.#state ??= readFile(this.#parts.stateFile, 'utf8')
      .then((text) => stateSchema.parse(JSON.parse(text)))
      .catch(() => ({ id: randomBytes(4).toString('hex') })));
  }

  async #write(state: State): Promise<void> {
    this.#state = Promise.resolve(state);
    await writeWhole(this.#parts.stateFile, JSON.stringify(state)).catch((error: unknown) => {
      this.#parts.log(`could not remember the folder of backups: ${faultInWords(faultOf(error))}`);
    });
  }
}
