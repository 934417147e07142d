import { parseEntry, type Entry } from '#core/journal/entry';
import type { Fold } from '#core/journal/fold';
import { keptOf } from '#core/kept/thinning';
import { journalFiles, snapshotFiles, snapshotName } from './file-names';
import type { Files } from './files';
import { frame, readFrames } from './framing';
import { readJournal } from './read-journal';

/** The lines of a snapshot: the journal's id, every record with the number of the entry that wrote it, their count. */
function* linesOf(fold: Fold, journal: string, at: number): Generator<Buffer> {
  const line = (entry: Entry): Buffer => frame(JSON.stringify(entry));
  const { seq } = fold;
  yield line({ seq, at, changes: [], journal });
  let records = 0;
  for (const { change, seq: of } of fold.records()) {
    records++;
    yield line({ seq: of, at, changes: [change] });
  }
  yield line({ seq, at, changes: [], records });
}

/** Takes away snapshots that are thinned out: 12 daily, 10 weekly and 9 monthly ones stay. */
async function thin(snapshots: Files, now: number): Promise<void> {
  const files = snapshotFiles(await snapshots.list());
  const times = files.map(({ at }) => at);
  const kept = new Set(keptOf(times, now));
  for (const { name, at } of files) if (!kept.has(at)) await snapshots.remove(name);
}

/**
 * Takes away the journal's files all of whose entries two sound snapshots hold: one snapshot may be damaged, and all is
 * there all the same. A file with a damaged line stays.
 */
async function shorten(files: Files, snapshots: Files): Promise<void> {
  const held = (await readJournal(files, snapshots, true)).snapshots.good[1]?.seq;
  if (held === undefined) return;
  // The newest is written to.
  for (const name of journalFiles(await files.list()).slice(0, -1)) {
    const { records, damaged, tornAt } = readFrames(await files.read(name));
    const isHeld = records.every((json) => (parseEntry(json)?.seq ?? Infinity) <= held);
    if (isHeld && damaged.length === 0 && tornAt === undefined) await files.remove(name);
  }
}

/** Writes a snapshot of what the journal holds, thins the ones before and shortens the journal. */
export async function takeSnapshot(files: Files, snapshots: Files, journal: string, now: number): Promise<void> {
  const { fold } = await readJournal(files, snapshots);
  const name = snapshotName(now, fold.seq);
  await snapshots.replace(name, linesOf(fold, journal, now));
  // Nothing goes before what takes its place was read back.
  const { good } = (await readJournal(files, snapshots)).snapshots;
  if (good[0]?.name !== name) throw new Error(`the snapshot ${name} does not read as it was written`);
  await thin(snapshots, now);
  await shorten(files, snapshots);
}
