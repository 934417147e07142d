import { beforeEach, describe, expect, it } from 'vitest';
import type { Journal } from '../../../main/journal/journal';
import { DAY, JournalFolder, MINUTE, setting, settingsIn } from '../../support/journal-folder';
import { fileError, type UnsyncedFiles } from '../../support/unsynced-files';

let folder: JournalFolder;
let files: UnsyncedFiles;
let snapshots: UnsyncedFiles;
beforeEach(() => {
  folder = new JournalFolder();
  ({ files, snapshots } = folder);
});

const open = (): Journal => folder.open();

describe('snapshots', () => {
  it('make the journal shorter once two of them hold what goes, and all is there at any time', async () => {
    const expected: Record<string, unknown> = {};
    for (let day = 0; day < 40; day++) {
      const journal = open();
      for (let change = 0; change < 3; change++) {
        expected[`k${(day * 3 + change) % 7}`] = day;
        await journal.append([setting(`k${(day * 3 + change) % 7}`, day)]);
      }
      await journal.compact();
      expect(await settingsIn(open())).toEqual(expected);
      folder.now += DAY;
    }
    expect((await files.list()).length).toBeLessThanOrEqual(3);
    // 12 of the last days, and those of the weeks before.
    expect((await snapshots.list()).length).toBeGreaterThanOrEqual(12);
    expect((await snapshots.list()).length).toBeLessThan(20);
    const [newest = ''] = (await snapshots.list()).slice(-1);
    for (const damage of [Buffer.alloc(0), snapshots.bytes(newest).subarray(0, 200)]) {
      snapshots.put(newest, damage);
      expect(await settingsIn(open())).toEqual(expected);
      expect((await open().state()).onDisk.snapshots.damaged).toEqual([newest]);
    }
  });

  it('that are all damaged still give what can be read in them', async () => {
    const journal = open();
    for (let value = 1; value <= 5; value++) await journal.append([setting(`k${value}`, value)]);
    await journal.compact();
    await files.remove('2026-11.journal');
    const [name = ''] = await snapshots.list();
    const bytes = Buffer.from(snapshots.bytes(name));
    bytes[bytes.indexOf('"k3"') + 1] = 0x58;
    snapshots.put(name, bytes);
    expect(await settingsIn(open())).toEqual({ k1: 1, k2: 2, k4: 4, k5: 5 });
    expect((await open().state()).onDisk.damaged).toHaveLength(1);
  });

  it('that fail leave the journal as it is, and are said in the log', async () => {
    const journal = open();
    await journal.append([setting('a', 1)]);
    snapshots.before = () => {
      throw fileError('ENOSPC');
    };
    await journal.compact();
    expect(folder.lines.join()).toContain('snapshot');
    expect((await journal.append([setting('a', 2)])).ok).toBe(true);
    expect(await settingsIn(open())).toEqual({ a: 2 });
  });

  it('are not made anew within a day, nor where nothing has changed', async () => {
    const journal = open();
    await journal.append([setting('a', 1)]);
    await journal.compact();
    await journal.append([setting('a', 2)]);
    folder.now += 60 * MINUTE;
    await journal.compact();
    expect(await snapshots.list()).toHaveLength(1);
    folder.now += 2 * DAY;
    await open().compact();
    folder.now += 2 * DAY;
    await open().compact();
    expect(await snapshots.list()).toHaveLength(2);
  });
});
