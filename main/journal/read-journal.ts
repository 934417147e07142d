import { setImmediate as breathe } from 'node:timers/promises';
import { parseEntry, type Entry } from '#core/journal/entry';
import { Fold } from '#core/journal/fold';
import { codeOf } from '../files/failures';
import { journalFiles, snapshotFiles, type SnapshotFile } from './file-names';
import type { Files } from './files';
import { firstRecord, readFrames, type DamagedLine } from './framing';

/** A record that cannot be read, and what can still be made out of it. */
export interface Damage {
  readonly file: string;
  /** Counted from 1; 0 for a file that cannot be read at all. */
  readonly line: number;
  /** Ids that stand in it. */
  readonly ids: string[];
  /** Quotes that stand in it, as they were written. */
  readonly quotes: string[];
}

/** A file whose last record breaks off. */
export interface Torn {
  readonly name: string;
  /** Where, in bytes. */
  readonly at: number;
  readonly bytes: Buffer;
  readonly damage: Damage;
}

/** What lies on the disk. */
export interface JournalOnDisk {
  readonly fold: Fold;
  readonly damaged: readonly Damage[];
  /** Entries that are nowhere, counted: a file is gone, or its lines are damaged. */
  readonly missing: number;
  readonly torn: readonly Torn[];
  /** Files after whose last record the newline is missing. */
  readonly unended: readonly string[];
  readonly snapshots: ReadSnapshots;
  readonly files: readonly string[];
  /** Entries since the newest sound snapshot, and their bytes. */
  readonly since: { readonly entries: number; readonly bytes: number };
}

/** The journal was written by a later version of the program. */
export class NewerJournal extends Error {}

const ID = /"id":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g;
const QUOTE = /"exact":"((?:[^"\\]|\\.){1,80})/g;

function damageOf(file: string, { line, bytes }: DamagedLine): Damage {
  const words = bytes.toString('utf8');
  const all = (pattern: RegExp): string[] => [...new Set([...words.matchAll(pattern)].map(([, found = '']) => found))];
  return { file, line, ids: all(ID), quotes: all(QUOTE) };
}

interface Parsed {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly damaged: readonly Damage[];
  readonly torn: Torn | undefined;
  readonly needsNewline: boolean;
  readonly bytes: number;
}

/** Milliseconds of reading after which others get their turn: main has a window to serve meanwhile. */
const BREATH_MS = 12;

/** The bytes of a file; undefined for one on a bad sector. One that went meanwhile, as a snapshot took its place, is empty. */
async function bytesOf(files: Files, name: string): Promise<Buffer | undefined> {
  try {
    return await files.read(name);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    if (codeOf(error) === 'EIO') return undefined;
    throw error;
  }
}

/** An entry from a record whose checksum is right: what is none all the same means something to a later version. */
function entryOf(json: string, name: string): Entry {
  const entry = parseEntry(json);
  if (entry === undefined) throw new NewerJournal(name);
  return entry;
}

async function parsed(name: string, content: Buffer | undefined): Promise<Parsed> {
  if (content === undefined) {
    const damaged = [{ file: name, line: 0, ids: [], quotes: [] }];
    return { name, entries: [], damaged, torn: undefined, needsNewline: false, bytes: 0 };
  }
  const frames = readFrames(content);
  if (frames.isNewer) throw new NewerJournal(name);
  const entries: Entry[] = [];
  let begun = performance.now();
  for (const json of frames.records) {
    entries.push(entryOf(json, name));
    if (performance.now() - begun < BREATH_MS) continue;
    await breathe();
    begun = performance.now();
  }
  const { tornAt } = frames;
  const last = tornAt === undefined ? undefined : { line: frames.lines, bytes: content.subarray(tornAt) };
  return {
    name,
    entries,
    damaged: frames.damaged.map((damage) => damageOf(name, damage)),
    torn: last && { name, at: tornAt ?? 0, bytes: last.bytes, damage: damageOf(name, last) },
    needsNewline: frames.needsNewline,
    bytes: content.length,
  };
}

/** A snapshot is sound if every line of it can be read and its last entry counts them. */
const isSound = ({ entries, damaged, torn }: Parsed): boolean =>
  damaged.length === 0 && torn === undefined && entries.at(-1)?.records === entries.length - 2;

/** The snapshots there are, as far as they were read: the newest first. */
export interface ReadSnapshots {
  readonly good: readonly SnapshotFile[];
  readonly damaged: readonly string[];
}

interface SnapshotEntries extends ReadSnapshots {
  /** The entries to go on from: of the newest sound one, and what can be read of those after it. */
  readonly entries: readonly (readonly Entry[])[];
  /** Lines of those that are not sound and newer than any that is. */
  readonly lines: readonly Damage[];
}

/** Reads snapshots, the newest first, until so many are sound. */
export async function readSnapshots(files: Files, wanted: number): Promise<SnapshotEntries> {
  const good: SnapshotFile[] = [];
  const damaged: string[] = [];
  const entries: (readonly Entry[])[] = [];
  const lines: Damage[] = [];
  for (const file of snapshotFiles(await files.list()).toReversed()) {
    if (good.length === wanted) break;
    const read = await parsed(file.name, await bytesOf(files, file.name));
    if (good.length === 0) entries.push(read.entries);
    if (isSound(read)) good.push(file);
    else damaged.push(file.name);
    if (good.length === 0) lines.push(...read.damaged.slice(0, MOST_DAMAGED));
  }
  return { good, damaged, entries, lines };
}

/** Damaged lines of a file that are told of: a file in which more are is damaged whole. */
const MOST_DAMAGED = 1_000;

/** The number of the first entry of a file. */
const firstSeq = (content: Buffer | undefined): number =>
  (content === undefined ? undefined : parseEntry(firstRecord(content) ?? ''))?.seq ?? Infinity;

/** The files of the journal, but those of which a sound snapshot holds everything. */
async function* filesSince(files: Files, names: readonly string[], base: number): AsyncGenerator<Parsed> {
  let name = names[0];
  let content = name === undefined ? undefined : await bytesOf(files, name);
  for (const next of [...names.slice(1), undefined]) {
    const nextContent = next === undefined ? undefined : await bytesOf(files, next);
    const isHeld = next !== undefined && firstSeq(nextContent) <= base + 1;
    if (name !== undefined && !isHeld) yield parsed(name, content);
    [name, content] = [next, nextContent];
  }
}

/** What is read of a journal. */
export interface Extent {
  /** Snapshots are read until so many are sound. */
  readonly snapshots?: number;
  /** Entries with higher numbers are left: they may not be on the disk yet. */
  readonly upTo?: number;
}

/**
 * Reads a journal: the newest sound snapshot, and every file that has more. Rejects with a NewerJournal, and with errors
 * of node:fs.
 */
export async function readJournal(
  files: Files,
  snapshots: Files,
  { snapshots: wanted = 1, upTo = Infinity }: Extent = {},
): Promise<JournalOnDisk> {
  const fold = new Fold();
  const { entries, lines, good, damaged: unsound } = await readSnapshots(snapshots, wanted);
  for (const some of entries) for (const entry of some) fold.take(entry);
  const base = good[0]?.seq ?? 0;
  const names = journalFiles(await files.list());
  const damaged = [...lines];
  const torn: Torn[] = [];
  const unended: string[] = [];
  const seen = new Set<number>();
  let bytes = 0;
  for await (const file of filesSince(files, names, base)) {
    for (const entry of file.entries) {
      if (entry.seq > upTo) continue;
      fold.take(entry);
      if (entry.seq > base) seen.add(entry.seq);
    }
    bytes += file.bytes;
    damaged.push(...file.damaged.slice(0, MOST_DAMAGED));
    if (file.torn !== undefined) torn.push(file.torn);
    if (file.needsNewline) unended.push(file.name);
  }
  const missing = Math.max(0, fold.seq - base - seen.size);
  const since = { entries: seen.size, bytes };
  return { fold, damaged, missing, torn, unended, snapshots: { good, damaged: unsound }, files: names, since };
}
