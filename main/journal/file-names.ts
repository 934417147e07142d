/** A file of the journal: a month, and which of that month's files. */
interface JournalFile {
  readonly name: string;
  readonly month: string;
  readonly part: number;
}

const JOURNAL_FILE = /^(\d{4}-\d{2})(?:-(\d+))?\.journal$/;
const SNAPSHOT_FILE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d+)\.snapshot$/;

function parsed(name: string): JournalFile | undefined {
  const match = JOURNAL_FILE.exec(name);
  return match === null ? undefined : { name, month: match[1] ?? '', part: Number(match[2] ?? '1') };
}

/** The names of the journal's files among these, the oldest first. */
export const journalFiles = (names: readonly string[]): string[] =>
  names
    .map(parsed)
    .filter((file) => file !== undefined)
    .sort((a, b) => (a.month === b.month ? a.part - b.part : a.month < b.month ? -1 : 1))
    .map(({ name }) => name);

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** True if entries of this moment (milliseconds since 1970 UTC) belong into a later month's file than this. */
export const isPast = (name: string, at: number): boolean => (parsed(name)?.month ?? '') < monthOf(at);

/** The name of a file that comes after all of these. A clock that was set back does not put it before them. */
export function nextJournalFile(names: readonly string[], at: number): string {
  const last = parsed(journalFiles(names).at(-1) ?? '');
  const month = monthOf(at);
  if (last === undefined || last.month < month) return `${month}.journal`;
  return `${last.month}-${last.part + 1}.journal`;
}

/** The name of a snapshot that was made at this moment and holds all entries up to this number. */
export const snapshotName = (at: number, seq: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z-${seq}.snapshot`;

/** A snapshot, as its name tells. */
export interface SnapshotFile {
  readonly name: string;
  /** When it was made, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly seq: number;
}

/** The snapshots among these names, the oldest first. */
export const snapshotFiles = (names: readonly string[]): SnapshotFile[] =>
  names
    .map((name): SnapshotFile | undefined => {
      const match = SNAPSHOT_FILE.exec(name);
      if (match === null) return undefined;
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, seq = 0] = match.slice(1).map(Number);
      return { name, at: Date.UTC(year, month - 1, day, hour, minute, second), seq };
    })
    .filter((file) => file !== undefined)
    .sort((a, b) => a.seq - b.seq || a.at - b.at);
