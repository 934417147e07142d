import { v7 as newId } from 'uuid';
import type { Change } from '#core/kept/change';
import { failure, type Result } from '#core/support/result';
import { faultInWords, faultOf } from '#core/support/fault';
import { writeFailureOf } from '../files/failures';
import type { Log } from '../log';
import { snapshotFiles } from './file-names';
import type { Files } from './files';
import { readJournal, type JournalOnDisk, type Torn } from './read-journal';
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

/** What is known of the journal from its first reading. */
interface Begun extends Pick<JournalOnDisk, 'torn' | 'unended'> {
  readonly id: string;
  readonly seq: number;
}

/** Bytes of entries that are gone through at a start at most: more is made a snapshot. */
const LONGEST = 8 * 1024 * 1024;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The first copy of everything that is kept: files that are only ever added to. It is read when first asked for, and
 * nothing of it is changed before the first write; where reading fails, as in a folder that may not be read, every later
 * question tries again.
 */
export class Journal {
  readonly #parts: JournalParts;
  #opened: Promise<JournalWriter> | undefined;
  #begun: Promise<Begun> | undefined;
  /** What there is now, until something is written. */
  #read: Promise<JournalOnDisk> | undefined;
  /** Number of an entry that the database has seen, of this journal, and that may be lost. */
  #seen = { id: '', seq: 0 };
  #isSettled = false;
  #compacting: Promise<void> | undefined;

  constructor(parts: JournalParts) {
    this.#parts = parts;
  }

  /** Writes changes. Resolves to the number of their entry when it is on the disk. */
  append(changes: readonly Change[]): Promise<Result<number, WriteFailure>> {
    return this.#write({ changes });
  }

  /** Says that an entry does not hold: the database could not take it. */
  void(seq: number): Promise<Result<number, WriteFailure>> {
    return this.#write({ changes: [], voids: [seq] });
  }

  /** The id of the journal. Rejects where it cannot be read. */
  async id(): Promise<string> {
    return (await this.#begin()).id;
  }

  /** Says how far a database has come with a journal: where the end of it is lost, its numbers are not used again. */
  seen(id: string, seq: number): void {
    if (seq > this.#seen.seq) this.#seen = { id, seq };
  }

  /** All that the journal holds. Rejects where it cannot be read. */
  async state(): Promise<JournalState> {
    const { id } = await this.#begin();
    return { id, onDisk: await (this.#read ??= readJournal(this.#parts.files, this.#parts.snapshots)) };
  }

  /** Everything that lies on the disk, every snapshot too. */
  async check(): Promise<JournalOnDisk> {
    await this.#begin();
    return readJournal(this.#parts.files, this.#parts.snapshots, { snapshots: Infinity });
  }

  /** Database and journal hold the same: from now on the journal may be made shorter. */
  settle(): void {
    this.#isSettled = true;
  }

  /**
   * Once settled, makes a snapshot if there is none of the last day, or if there is much to go through, and shortens the
   * journal. What goes wrong is logged: the journal itself still holds everything.
   */
  compact(): Promise<void> {
    if (!this.#isSettled) return Promise.resolve();
    this.#compacting ??= this.#compactNow().finally(() => {
      this.#compacting = undefined;
      this.#read = undefined;
    });
    return this.#compacting;
  }

  async #compactNow(): Promise<void> {
    const { files, snapshots, clock, log } = this.#parts;
    try {
      const now = clock();
      const { id, onDisk } = await this.state();
      // One that a wrong clock dated in the future does not stand for today's.
      const last = snapshotFiles(await snapshots.list()).findLast(({ at }) => at <= now);
      const isDue = last === undefined || now - last.at >= DAY_MS || onDisk.since.bytes > LONGEST;
      if (!isDue || onDisk.since.entries === 0) return;
      const writer = await this.#open();
      await takeSnapshot(files, snapshots, { journal: id, now, upTo: writer.seq });
      writer.beginFile();
    } catch (error) {
      log(`could not make a snapshot: ${faultInWords(faultOf(error))}`);
    }
  }

  async #write(content: Content): Promise<Result<number, WriteFailure>> {
    try {
      const writer = await this.#open();
      const outcome = await writer.write(content);
      // What was read is no longer all there is.
      this.#read = undefined;
      return outcome;
    } catch (error) {
      this.#parts.log(`could not open the journal: ${faultInWords(faultOf(error))}`);
      return failure(writeFailureOf(error));
    }
  }

  /** Reads what is there, and changes nothing. */
  #begin(): Promise<Begun> {
    this.#begun ??= this.#readFirst().catch((error: unknown) => {
      this.#begun = undefined;
      throw error;
    });
    return this.#begun;
  }

  async #readFirst(): Promise<Begun> {
    const { files, snapshots, log } = this.#parts;
    const onDisk = await readJournal(files, snapshots);
    const { fold, torn, unended } = onDisk;
    for (const { file, line } of onDisk.damaged) log(`line ${line} of ${file} is damaged`);
    for (const { name, at } of torn) log(`the last record of ${name} breaks off at ${at} bytes`);
    if (onDisk.missing > 0) log(`${onDisk.missing} entries of the journal are missing`);
    for (const name of onDisk.snapshots.damaged) log(`the snapshot ${name} is damaged`);
    this.#read = Promise.resolve(onDisk);
    return { id: fold.journal ?? newId(), seq: fold.seq, torn, unended };
  }

  #open(): Promise<JournalWriter> {
    this.#opened ??= this.#openNow().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #openNow(): Promise<JournalWriter> {
    const { files, clock, log } = this.#parts;
    const { id, seq, torn, unended } = await this.#begin();
    const seen = this.#seen.id === id ? this.#seen.seq : 0;
    const writer = new JournalWriter({ files, clock, log, journal: id, seq: Math.max(seq, seen) });
    try {
      for (const each of torn) await cutOff(files, each, log);
      for (const name of unended) await end(files, name);
    } catch (error) {
      // What breaks off may stay where it is, if nothing is written after it.
      log(`could not cut off what breaks off: ${faultInWords(faultOf(error))}`);
      writer.beginFile();
    }
    return writer;
  }
}

/** Cuts off a record whose writing was cut short; its bytes are kept beside it, since nothing is ever erased. */
async function cutOff(files: Files, { name, at, bytes }: Torn, log: Log): Promise<void> {
  await files.replace(`${name}-${at}.torn`, [bytes]);
  const file = await files.open(name);
  try {
    await file.truncate(at);
    await file.sync();
  } finally {
    await file.close();
  }
  log(`the last record of ${name} was cut off at ${at} bytes`);
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
