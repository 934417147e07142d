import type { Entry } from '#core/journal/entry';
import type { Change } from '#core/kept/change';
import { failure, success, type Result } from '#core/support/result';
import { faultInWords, faultOf } from '#core/support/fault';
import { writeFailureOf } from '../files/failures';
import type { Log } from '../log';
import { isPast, journalFiles, nextJournalFile } from './file-names';
import type { Files, OpenFile } from './files';
import { frame } from './framing';

/** Why an entry is not on the disk. */
export type WriteFailure = ReturnType<typeof writeFailureOf>;

/** What is written: changes, or that earlier entries do not hold. */
export type Content = Pick<Entry, 'voids'> & { readonly changes: readonly Change[] };

/** What a writer goes on from. */
export interface WriterParts {
  readonly files: Files;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Log;
  /** The id of the journal. */
  readonly journal: string;
  /** Number of the last entry there is. */
  readonly seq: number;
}

interface Waiting {
  readonly content: Content;
  readonly done: (outcome: Result<number, WriteFailure>) => void;
}

/**
 * Writes a journal at its end. What comes while the disk is busy is written together: one fsync for all of it, and
 * nothing is acknowledged before an fsync that began after its bytes were written.
 */
export class JournalWriter {
  readonly #parts: WriterParts;
  #seq: number;
  #file: { readonly name: string; readonly open: OpenFile } | undefined;
  #begins = false;
  #waiting: Waiting[] = [];
  #isWriting = false;
  /** Numbers of entries that failed and could not be taken out of their file again. */
  #burnt: number[] = [];

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#seq = parts.seq;
  }

  /** Number of the last entry that is on the disk. */
  get seq(): number {
    return this.#seq;
  }

  /** Writes an entry. Resolves to its number when it is on the disk. */
  write(content: Content): Promise<Result<number, WriteFailure>> {
    return new Promise((done) => {
      this.#waiting.push({ content, done });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  /** Begins a new file with the next entry. */
  beginFile(): void {
    this.#begins = true;
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const outcome = await this.#commit(batch.map(({ content }) => content)).catch((error: unknown) => {
        this.#parts.log(`could not write the journal: ${faultInWords(faultOf(error))}`);
        return failure(writeFailureOf(error));
      });
      batch.forEach(({ done }, index) => {
        done(outcome.ok ? success(outcome.value + index) : outcome);
      });
    }
    // In the same breath as the last look at what is waiting: what comes from here on begins anew.
    this.#isWriting = false;
  }

  /** Writes entries and waits for the disk. Resolves to the number of the first; leaves the file as it was if it fails. */
  async #commit(contents: readonly Content[]): Promise<Result<number, WriteFailure>> {
    const at = this.#parts.clock();
    const { file, isNew } = await this.#current(at);
    const heading: Content[] = isNew ? [{ changes: [], ...(this.#burnt.length > 0 && { voids: this.#burnt }) }] : [];
    const first = this.#seq + 1;
    const entries = [...heading, ...contents].map((content, index): Entry => ({
      seq: first + index,
      at,
      ...(isNew && index === 0 && { journal: this.#parts.journal }),
      ...content,
    }));
    const before = file.length;
    try {
      await file.append(Buffer.concat(entries.map((entry) => frame(JSON.stringify(entry)))));
      await file.sync();
    } catch (error) {
      await this.#takeBack(file, before, entries);
      throw error;
    }
    this.#seq = first + entries.length - 1;
    if (isNew) this.#burnt = [];
    return success(first + heading.length);
  }

  /** The file that is written to, opened if it is not; `isNew` if it holds nothing yet. */
  async #current(at: number): Promise<{ file: OpenFile; isNew: boolean }> {
    if (this.#file !== undefined && !this.#begins && !isPast(this.#file.name, at)) {
      return { file: this.#file.open, isNew: this.#file.open.length === 0 };
    }
    await this.#file?.open.close().catch(() => undefined);
    this.#file = undefined;
    const names = await this.#parts.files.list();
    const last = journalFiles(names).at(-1);
    const name = last === undefined || this.#begins || isPast(last, at) ? nextJournalFile(names, at) : last;
    const open = await this.#parts.files.open(name);
    this.#file = { name, open };
    this.#begins = false;
    return { file: open, isNew: open.length === 0 };
  }

  /** Takes entries that failed out of the file. Where that fails too, the next file says that they do not hold. */
  async #takeBack(file: OpenFile, length: number, entries: readonly Entry[]): Promise<void> {
    try {
      await file.truncate(length);
    } catch (error) {
      this.#parts.log(`could not take entries out of the journal: ${faultInWords(faultOf(error))}`);
      this.#burnt.push(...entries.map(({ seq }) => seq));
      this.#seq += entries.length;
      this.#begins = true;
    }
  }
}
