import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Writes one line to the program's log. Never give it the text of a note, or the message of an error. */
export type Log = (line: string) => void;

/** Bytes after which a file of the log is full. */
export const FULL_BYTES = 1024 * 1024;

/** Files that are kept: the one that is written to, and those before it. */
export const FILES_KEPT = 5;

/** Most characters of a line: a stack fits, a page gone wild does not fill a file with one. */
const LONGEST_LINE = 8_000;

const fileName = (age: number): string => (age === 0 ? 'zhupi.log' : `zhupi.${String(age)}.log`);

/** The file of the log that is written to, in this folder. */
export const logFile = (folder: string): string => join(folder, fileName(0));

// Whatever would begin another line, or turn a terminal's text around, is shown as a space.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

const stamped = (line: string, now: number): string =>
  `${new Date(now).toISOString()} ${line.replace(BREAKS, ' ').slice(0, LONGEST_LINE)}\n`;

/** Makes room for a new file: each gets the name of the one before it, and the last goes. */
function rotate(folder: string): void {
  for (let age = FILES_KEPT - 2; age >= 0; age--) {
    try {
      renameSync(join(folder, fileName(age)), join(folder, fileName(age + 1)));
    } catch {
      // There are not that many yet.
    }
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** What a log stands on. */
export interface LogParts {
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  /** Where lines go beside the files; undefined where nobody reads them. */
  readonly echo: ((line: string) => void) | undefined;
}

/**
 * The log of the program: lines in files of a folder, stamped with the time in UTC. Before it is opened nothing is
 * written, so that a program that only finds another one running leaves the profile alone. Where a line cannot be
 * written it is gone: the log never breaks anything.
 */
export class FileLog {
  readonly #parts: LogParts;
  #folder: string | undefined;

  constructor(parts: LogParts) {
    this.#parts = parts;
  }

  /** Begins to write to files in this folder, which is made when there is something to write. */
  open(folder: string): void {
    this.#folder = folder;
  }

  /** Writes a line. */
  readonly write: Log = (line) => {
    const words = stamped(line, this.#parts.clock());
    try {
      this.#parts.echo?.(words);
      if (this.#folder !== undefined) this.#append(this.#folder, words);
    } catch {
      // A full disk, a folder that may not be written to: the program goes on.
    }
  };

  #append(folder: string, words: string): void {
    mkdirSync(folder, { recursive: true });
    if (sizeOf(logFile(folder)) + Buffer.byteLength(words) > FULL_BYTES) rotate(folder);
    appendFileSync(logFile(folder), words);
  }
}
