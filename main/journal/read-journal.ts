import { parseEntry, type Entry } from '#core/journal/entry';
import { Fold } from '#core/journal/fold';
import { journalFiles, snapshotFiles, type SnapshotFile } from './file-names';
import type { Files } from './files';
import { readFrames, type Frames } from './framing';

/** A record that cannot be read, and what can still be made out of it. */
export interface Damage {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Ids that stand in it. */
  readonly ids: string[];
  /** Quotes that stand in it, as they were written. */
  readonly quotes: string[];
}

/** What lies on the disk. */
export interface JournalOnDisk {
  readonly fold: Fold;
  readonly damaged: readonly Damage[];
  /** Entries that are nowhere, counted: a file is gone, or its lines are damaged. */
  readonly missing: number;
  /** Files whose last record breaks off, and where, in bytes. */
  readonly torn: readonly { readonly name: string; readonly at: number }[];
  /** Files after whose last record the newline is missing. */
  readonly unended: readonly string[];
  readonly snapshots: { readonly good: readonly SnapshotFile[]; readonly damaged: readonly string[] };
  readonly files: readonly string[];
  /** Entries since the newest sound snapshot, and their bytes. */
  readonly since: { readonly entries: number; readonly bytes: number };
}

const ID = /"id":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g;
const QUOTE = /"exact":"((?:[^"\\]|\\.){1,80})/g;

function damageOf(file: string, { line, bytes }: Frames['damaged'][number]): Damage {
  const words = bytes.toString('utf8');
  const all = (pattern: RegExp): string[] => [...new Set([...words.matchAll(pattern)].map(([, found = '']) => found))];
  return { file, line, ids: all(ID), quotes: all(QUOTE) };
}

/** The journal was written by a later version of the program. */
export class NewerJournal extends Error {}

interface Parsed {
  readonly entries: readonly Entry[];
  readonly damaged: readonly Damage[];
  readonly frames: Frames;
}

async function parsed(files: Files, name: string): Promise<Parsed & { bytes: number }> {
  const content = await files.read(name);
  const frames = readFrames(content);
  if (frames.isNewer) throw new NewerJournal(name);
  const entries = frames.records.map(parseEntry).filter((entry) => entry !== undefined);
  return { entries, damaged: frames.damaged.map((damage) => damageOf(name, damage)), frames, bytes: content.length };
}

/** A snapshot is sound if every line of it can be read and its last entry counts them. */
const isSound = ({ entries, damaged, frames }: Parsed): boolean =>
  damaged.length === 0 &&
  frames.tornAt === undefined &&
  entries.length === frames.records.length &&
  entries.at(-1)?.records === entries.length - 2;

interface ReadSnapshots {
  readonly good: SnapshotFile[];
  readonly damaged: string[];
  /** Lines of those that are not sound and newer than any that is. */
  readonly lines: Damage[];
  /** The entries to go on from: of the newest sound one, and what can be read of those after it. */
  readonly entries: Entry[];
}

/** Reads snapshots, the newest first, until one is sound; all of them where `all` is set. */
async function readSnapshots(files: Files, all: boolean): Promise<ReadSnapshots> {
  const good: SnapshotFile[] = [];
  const damaged: string[] = [];
  const entries: Entry[] = [];
  const lines: Damage[] = [];
  for (const file of snapshotFiles(await files.list()).toReversed()) {
    if (good.length > 0 && !all) break;
    const read = await parsed(files, file.name);
    if (good.length === 0) entries.push(...read.entries);
    if (isSound(read)) good.push(file);
    else damaged.push(file.name);
    if (good.length === 0) lines.push(...read.damaged);
  }
  return { good, damaged, lines, entries };
}

/**
 * Reads a journal: of its snapshots the newest sound one, or all where `all` is set, and every file of the journal.
 * Rejects with a NewerJournal, and with errors of node:fs.
 */
export async function readJournal(files: Files, snapshots: Files, all = false): Promise<JournalOnDisk> {
  const fold = new Fold();
  const { entries, lines, ...read } = await readSnapshots(snapshots, all);
  for (const entry of entries) fold.take(entry);
  const base = read.good[0]?.seq ?? 0;
  const names = journalFiles(await files.list());
  const damaged = lines;
  const torn: { name: string; at: number }[] = [];
  const unended: string[] = [];
  const seen = new Set<number>();
  let bytes = 0;
  for (const name of names) {
    const file = await parsed(files, name);
    for (const entry of file.entries) {
      fold.take(entry);
      if (entry.seq > base) seen.add(entry.seq);
    }
    if (file.entries.some(({ seq }) => seq > base)) bytes += file.bytes;
    damaged.push(...file.damaged);
    if (file.frames.tornAt !== undefined) torn.push({ name, at: file.frames.tornAt });
    if (file.frames.needsNewline) unended.push(name);
  }
  const missing = Math.max(0, fold.seq - base - seen.size);
  return { fold, damaged, missing, torn, unended, snapshots: read, files: names, since: { entries: seen.size, bytes } };
}
