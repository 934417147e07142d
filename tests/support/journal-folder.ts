import type { Change } from '#core/kept/change';
import { Journal } from '../../main/journal/journal';
import { UnsyncedFiles } from './unsynced-files';

/** Milliseconds. */
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A journal's folders in memory, with a clock that goes on by a millisecond whenever it is looked at. */
export class JournalFolder {
  readonly files = new UnsyncedFiles();
  readonly snapshots = new UnsyncedFiles();
  now = Date.UTC(2026, 10, 26);
  /** What was logged. */
  readonly lines: string[] = [];

  /** The journal as a program that starts now finds it. */
  open(): Journal {
    const { files, snapshots } = this;
    return new Journal({ files, snapshots, clock: () => ++this.now, log: (line) => void this.lines.push(line) });
  }
}

/** A change of a setting. */
export const setting = (key: string, value: unknown): Change => ({ table: 'settings', record: { key, value } });

/** The settings that a journal holds. */
export async function settingsIn(journal: Journal): Promise<Record<string, unknown>> {
  const { fold } = (await journal.state()).onDisk;
  const settings = new Map<string, unknown>();
  for (const { change } of fold.records()) {
    if (change.table === 'settings') settings.set(change.record.key, change.record.value);
  }
  return Object.fromEntries(settings);
}
