/** Writes one line to the program's log. Never give it the text of a note. */
export type Log = (line: string) => void;

/** A log on standard error, stamped with the time in UTC. */
export const logToStandardError: Log = (line) => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};
