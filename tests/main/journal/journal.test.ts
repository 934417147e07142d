import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { frame } from '../../../main/journal/framing';
import type { Journal } from '../../../main/journal/journal';
import { NewerJournal } from '../../../main/journal/read-journal';
import { DAY, JournalFolder, setting, settingsIn } from '../../support/journal-folder';
import { fileError, type UnsyncedFiles } from '../../support/unsynced-files';

let folder: JournalFolder;
let files: UnsyncedFiles;
beforeEach(() => {
  folder = new JournalFolder();
  ({ files } = folder);
});

const open = (): Journal => folder.open();
const held = settingsIn;
const NAME = '2026-11.journal';

describe('what the journal acknowledges', () => {
  it('is there after a power cut, whatever is being written meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), waits: fc.nat({ max: 3 }) }), { maxLength: 30 }),
        fc.nat({ max: 60 }),
        fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 10 }),
        async (writes, cutAfter, delays) => {
          folder = new JournalFolder();
          ({ files } = folder);
          let step = 0;
          let isCut = false;
          const acknowledged = new Map<string, number>();
          // Each write and sync takes some turns of the event loop; at one of them the power goes.
          files.before = async () => {
            for (let turn = delays[step % delays.length] ?? 0; turn > 0; turn--) await Promise.resolve();
            if (++step === cutAfter) {
              isCut = true;
              files.cut();
            }
            if (isCut) throw fileError('EIO');
          };
          const journal = open();
          const asked = writes.map(async ({ key, waits }, index) => {
            for (let turn = 0; turn < waits; turn++) await Promise.resolve();
            const outcome = await journal.append([setting(key, index)]);
            if (outcome.ok) acknowledged.set(`${key} ${index}`, outcome.value);
          });
          await Promise.all(asked);
          files.cut();
          files.before = () => undefined;
          const { fold } = (await open().state()).onDisk;
          const newest = new Map<string, number>();
          for (const [name, seq] of acknowledged) {
            const [key = ''] = name.split(' ');
            newest.set(key, Math.max(newest.get(key) ?? 0, seq));
          }
          // The last state that was acknowledged of each record, or a later one, is there.
          for (const [key, seq] of newest) {
            const found = [...fold.records()].find(
              ({ change }) => change.table === 'settings' && change.record.key === key,
            );
            expect(found?.seq).toBeGreaterThanOrEqual(seq);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('waits for a sync that began after its bytes were written', async () => {
    const steps: string[] = [];
    let release: () => void = () => undefined;
    files.before = (what) => {
      steps.push(what);
      return what === 'sync' && steps.filter((step) => step === 'sync').length === 1
        ? new Promise((done) => (release = done))
        : undefined;
    };
    const journal = open();
    const first = journal.append([setting('a', 1)]).then(() => steps.push('first'));
    await vi.waitFor(() => {
      expect(steps).toEqual(['open', 'append', 'sync']);
    });
    // Come while the disk is busy: neither is part of that sync, and both share the next.
    const others = [2, 3].map((value) => journal.append([setting('b', value)]).then(() => steps.push('other')));
    release();
    await Promise.all([first, ...others]);
    expect(steps.filter((step) => step !== 'first')).toEqual([
      'open',
      'append',
      'sync',
      'append',
      'sync',
      'other',
      'other',
    ]);
  });

  it('does not begin before the file’s name is in its folder, and one month has one file', async () => {
    const journal = open();
    await journal.append([setting('a', 1)]);
    await journal.append([setting('a', 2)]);
    folder.now += 30 * DAY;
    await journal.append([setting('a', 3)]);
    expect(await files.list()).toEqual(['2026-11.journal', '2026-12.journal']);
    // A clock that is set back writes on where it was.
    folder.now -= 60 * DAY;
    await journal.append([setting('a', 4)]);
    expect(await files.list()).toEqual(['2026-11.journal', '2026-12.journal']);
    expect(await held(open())).toEqual({ a: 4 });
  });
});

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EROFS', 'forbidden'],
    ['EIO', 'other'],
  ])('with %s says so, leaves no trace, and writes go on once it is well', async (code, reason) => {
    const journal = open();
    await journal.append([setting('a', 1)]);
    for (const failing of ['append', 'sync'] as const) {
      files.before = (what) => {
        if (what === failing) throw fileError(code);
      };
      expect(await journal.append([setting('a', 'lost'), setting('b', 'lost')])).toEqual({ ok: false, reason });
    }
    files.before = () => undefined;
    expect((await journal.append([setting('c', 2)])).ok).toBe(true);
    expect(await held(open())).toEqual({ a: 1, c: 2 });
    expect((await open().state()).onDisk).toMatchObject({ missing: 0, damaged: [], torn: [] });
  });

  it('and cannot even take back what it wrote goes on in another file, which says that it does not hold', async () => {
    const journal = open();
    await journal.append([setting('a', 1)]);
    files.before = (what) => {
      if (what === 'sync' || what === 'truncate') throw fileError('EIO');
    };
    expect((await journal.append([setting('a', 'lost')])).ok).toBe(false);
    files.before = () => undefined;
    await journal.append([setting('b', 2)]);
    expect(await files.list()).toEqual(['2026-11-2.journal', NAME]);
    expect(await held(open())).toEqual({ a: 1, b: 2 });
    expect((await open().state()).onDisk.missing).toBe(0);
  });

  it('in a folder that cannot be made keeps nothing, and keeps again when it can', async () => {
    files.before = (what) => {
      if (what === 'open') throw fileError('EACCES');
    };
    const journal = open();
    expect(await journal.append([setting('a', 1)])).toEqual({ ok: false, reason: 'forbidden' });
    files.before = () => undefined;
    expect((await journal.append([setting('a', 2)])).ok).toBe(true);
    expect(await held(open())).toEqual({ a: 2 });
  });

  it('keeps the state before an entry that the database could not take', async () => {
    const journal = open();
    await journal.append([setting('a', 1)]);
    const entry = await journal.append([setting('a', 2), setting('b', 2)]);
    await journal.void(entry.ok ? entry.value : 0);
    expect(await held(open())).toEqual({ a: 1 });
  });
});

describe('damage', () => {
  async function written(): Promise<void> {
    const journal = open();
    for (let value = 1; value <= 5; value++) await journal.append([setting(`k${value}`, value)]);
  }
  const all = { k1: 1, k2: 2, k3: 3, k4: 4, k5: 5 };

  it('at the end is cut off when something is written, and said in the log', async () => {
    await written();
    const whole = files.bytes(NAME);
    for (let length = whole.length - 1; length > whole.length - 60; length--) {
      files.put(NAME, whole.subarray(0, length));
      const isWhole = length === whole.length - 1;
      const expected: Record<string, unknown> = { ...all };
      if (!isWhole) delete expected['k5'];
      const journal = open();
      expect(await held(journal), String(length)).toEqual(expected);
      expect(files.bytes(NAME).length).toBe(length);
      await journal.append([setting('k6', 6)]);
      expect(await held(open()), String(length)).toEqual({ ...expected, k6: 6 });
      expect(folder.lines.some((line) => line.includes('breaks off'))).toBe(!isWhole);
      folder.lines.length = 0;
    }
  });

  it('of any byte loses the entry that it is in and no other, and is found', async () => {
    await written();
    const whole = files.bytes(NAME);
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x04;
      files.put(NAME, bytes);
      const journal = open();
      const kept = await held(journal);
      const { onDisk } = await journal.state();
      expect(Object.keys(kept).length, String(at)).toBeGreaterThanOrEqual(4);
      expect(Object.entries(kept).every(([key, value]) => key === `k${String(value)}`)).toBe(true);
      const isNoticed = onDisk.damaged.length + onDisk.torn.length > 0;
      // The newline after a record says nothing.
      expect(isNoticed || Object.keys(kept).length === 5, String(at)).toBe(true);
    }
  });

  it('that cuts a file away is counted', async () => {
    await written();
    folder.now += 31 * DAY;
    await open().append([setting('k6', 6)]);
    await files.remove(NAME);
    expect((await open().state()).onDisk.missing).toBe(6);
  });

  it('of a line names what can be made out in it', async () => {
    const id = '01890000-0000-7000-8000-000000000001';
    const journal = open();
    await journal.append([setting('k', { id, quote: { exact: '卡脖子' } })]);
    const bytes = files.bytes(NAME);
    bytes[bytes.lastIndexOf('changes') + 2] = 0x58;
    expect((await open().state()).onDisk.damaged).toEqual([{ file: NAME, line: 2, ids: [id], quotes: ['卡脖子'] }]);
  });

  it('of another kind, a file of a later version, is left alone', async () => {
    await written();
    files.put('2026-12.journal', Buffer.from(frame('{}').toString().replace('zhupi1', 'zhupi2')));
    const before = files.bytes(NAME);
    const journal = open();
    await expect(journal.state()).rejects.toThrow(NewerJournal);
    expect((await journal.append([setting('a', 1)])).ok).toBe(false);
    expect(files.bytes(NAME)).toBe(before);
  });
});
