import { v7 as newId } from 'uuid';
import type { Change } from '#core/kept/change';
import { failure, type Result } from '#core/support/result';
import { reasonOf } from '../export/save-export';
import type { Log } from '../log';
import { snapshotFiles } from './file-names';
import type { Files } from './files';
import { readJournal, type JournalOnDisk } from './read-journal';
import { takeSnapshot } from './snapshot';
import { JournalWriter, type Content, type WriteFailure } from './writer';

/** What a journal stands on. */
export interface JournalParts {
  /** The folder of the journal's own files. */
  readonly files: Files;
  readonly snapshots: Files;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Log;
}

/** What a journal says is kept. */
export interface JournalState {
  /** The id of the journal; a journal that is begun anew has another. */
  readonly id: string;
  readonly onDisk: JournalOnDisk;
}

/** Bytes of entries that are gone through at a start at most: more is made a snapshot. */
const LONGEST = 8 * 1024 * 1024;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The first copy of everything that is kept: files that are only ever added to. It is read when first asked for; where
 * that fails, as in a folder that may not be read, every later question tries again.
 */
export class Journal {
  readonly #parts: JournalParts;
  #opened: Promise<JournalWriter> | undefined;
  /** What there was at the start. */
  #loaded: Promise<JournalState> | undefined;
  /** What there is now, until something is written. */
  #read: Promise<JournalOnDisk> | undefined;

  constructor(parts: JournalParts) {
    this.#parts = parts;
  }

  /** Writes changes. Resolves to the number of their entry when it is on the disk. */
  append(changes: readonly Change[]): Promise<Result<number, WriteFailure>> {
    return this.#write({ changes });
  }

  /** The id of the journal. Rejects where it cannot be read. */
  async id(): Promise<string> {
    return (await this.#load()).id;
  }

  /** Says that an entry does not hold: the database could not take it. */
  void(seq: number): Promise<Result<number, WriteFailure>> {
    return this.#write({ changes: [], voids: [seq] });
  }

  /** All that the journal holds. Rejects where it cannot be read. */
  async state(): Promise<JournalState> {
    const { id } = await this.#load();
    return { id, onDisk: await (this.#read ??= readJournal(this.#parts.files, this.#parts.snapshots)) };
  }

  /** Everything that lies on the disk, every snapshot too. */
  async check(): Promise<JournalOnDisk> {
    await this.#load();
    return readJournal(this.#parts.files, this.#parts.snapshots, true);
  }

  /**
   * Makes a snapshot if there is none of the last day, or if there is much to go through, and shortens the journal.
   * What goes wrong is logged: the journal itself still holds everything.
   */
  async compact(): Promise<void> {
    const { files, snapshots, clock, log } = this.#parts;
    try {
      const { id, onDisk } = await this.state();
      const last = snapshotFiles(await snapshots.list()).at(-1);
      const isDue = last === undefined || clock() - last.at >= DAY_MS || onDisk.since.bytes > LONGEST;
      if (!isDue || onDisk.since.entries === 0) return;
      await takeSnapshot(files, snapshots, id, clock());
      (await this.#open()).beginFile();
    } catch (error) {
      log(`could not make a snapshot: ${String(error)}`);
    } finally {
      this.#read = undefined;
    }
  }

  /** Waits for what is being written, and closes the files. */
  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => undefined);
    await opened?.close();
  }

  async #write(content: Content): Promise<Result<number, WriteFailure>> {
    try {
      const writer = await this.#open();
      const outcome = await writer.write(content);
      // What was read is no longer all there is.
      this.#read = undefined;
      return outcome;
    } catch (error) {
      this.#parts.log(`could not open the journal: ${String(error)}`);
      return failure(reasonOf(error));
    }
  }

  /** Reads what is there, and changes nothing. */
  #load(): Promise<JournalState> {
    this.#loaded ??= this.#readNow().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  async #readNow(): Promise<JournalState> {
    const { files, snapshots, log } = this.#parts;
    const onDisk = await readJournal(files, snapshots);
    for (const { file, line } of onDisk.damaged) log(`line ${line} of ${file} is damaged`);
    if (onDisk.missing > 0) log(`${onDisk.missing} entries of the journal are missing`);
    for (const name of onDisk.snapshots.damaged) log(`the snapshot ${name} is damaged`);
    this.#read = Promise.resolve(onDisk);
    return { id: onDisk.fold.journal ?? newId(), onDisk };
  }

  #open(): Promise<JournalWriter> {
    this.#opened ??= this.#begin().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #begin(): Promise<JournalWriter> {
    const { files, clock, log } = this.#parts;
    const { id, onDisk } = await this.#load();
    for (const { name, at } of onDisk.torn) await cutOff(files, name, at, log);
    for (const name of onDisk.unended) await end(files, name);
    return new JournalWriter({ files, clock, log, journal: id, seq: onDisk.fold.seq });
  }
}

/** Cuts off a record whose writing was cut short: it was never acknowledged. */
async function cutOff(files: Files, name: string, at: number, log: Log): Promise<void> {
  log(`the last record of ${name} breaks off and is cut off at ${at} bytes`);
  const file = await files.open(name);
  try {
    await file.truncate(at);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function end(files: Files, name: string): Promise<void> {
  const file = await files.open(name);
  try {
    await file.append(Buffer.from('\n'));
    await file.sync();
  } finally {
    await file.close();
  }
}
