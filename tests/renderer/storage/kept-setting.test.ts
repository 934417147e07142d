import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { declareDatabase, type Database } from '../../../renderer/storage/database';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { LivePalette } from '../../../renderer/storage/live-palette';
import { LiveSettings, type Settings } from '../../../renderer/storage/live-settings';
import { SettingsStore } from '../../../renderer/storage/settings-store';
import { room, type Delivery } from '../../support/setting-room';

let database: Database;

beforeEach(async () => {
  database = declareDatabase(`kept-setting-${Math.random()}`);
  await database.open();
});
afterEach(() => {
  database.close();
});

const after = (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });

/** A keeper that takes as long for each write as it is told. */
const slowly = (delays: () => number): Keeper => ({
  keep: async (changes) => {
    await after(delays());
    return databaseKeeper(database).keep(changes);
  },
});

/** Windows that hear from each other only after a while, as busy ones do. */
async function openWindows(count: number, deliver: Delivery, keeper: Keeper): Promise<LiveSettings[]> {
  const join = room(deliver);
  return Promise.all(
    Array.from({ length: count }, () => LiveSettings.open(new SettingsStore(database, keeper, join()))),
  );
}

const late: Delivery = (arrive) => void setTimeout(arrive, 5);

/** Waits until everything is written and everybody has heard. */
async function quiet(windows: readonly LiveSettings[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const window of windows) expect(await window.settled()).toBe(true);
    await after(12);
  }
}

const onDisk = async (): Promise<Partial<Settings>> =>
  (await database.settings.get('interface'))?.value as Partial<Settings>;

const shared = ({ theme, language, typeSize }: Partial<Settings>): object => ({
  ...{ theme, language, typeSize },
});

describe('what two windows set at the same moment', () => {
  it('is all on the disk, and the same in both, though neither had heard of the other', async () => {
    const windows = await openWindows(
      2,
      late,
      slowly(() => 2),
    );
    windows[0]?.change({ theme: 'dark' });
    windows[1]?.change({ language: 'zh-Hant' });
    await quiet(windows);
    expect(await onDisk()).toMatchObject({ theme: 'dark', language: 'zh-Hant' });
    for (const window of windows) expect(window.current()).toMatchObject({ theme: 'dark', language: 'zh-Hant' });
  });

  it('is one of the two where it is the same setting, in both and on the disk', async () => {
    const windows = await openWindows(
      2,
      late,
      slowly(() => 2),
    );
    windows[0]?.change({ theme: 'dark' });
    windows[1]?.change({ theme: 'light' });
    await quiet(windows);
    const { theme } = await onDisk();
    expect(['dark', 'light']).toContain(theme);
    expect(windows.map((window) => window.current().theme)).toEqual([theme, theme]);
  });

  it('ends on the disk and alike everywhere, in whichever order it is written and heard of', async () => {
    const settings = fc.oneof(
      fc.record({ theme: fc.constantFrom('dark', 'light', 'sepia') }),
      fc.record({ language: fc.constantFrom('en', 'zh-Hant', 'zh-Hans') }),
      fc.record({ typeSize: fc.integer({ min: 16, max: 24 }) }),
    );
    const acts = fc.array(fc.record({ by: fc.nat(2), changes: settings, pauseMs: fc.constantFrom(0, 0, 1, 4) }), {
      minLength: 2,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(acts, fc.infiniteStream(fc.nat(6)), async (done, delays) => {
        await database.settings.clear();
        const next = (): number => Number(delays.next().value);
        const windows = await openWindows(3, late, slowly(next));
        for (const { by, changes, pauseMs } of done) {
          windows[by]?.change(changes);
          if (pauseMs > 0) await after(pauseMs);
        }
        await quiet(windows);
        const disk = await onDisk();
        const kept = shared(disk);
        for (const window of windows) expect(shared(window.current())).toEqual(kept);
        for (const field of ['theme', 'language', 'typeSize'] as const) {
          const lastOf = new Map(done.flatMap(({ by, changes }) => (field in changes ? [[by, changes]] : [])));
          const wanted = [...lastOf.values()].map((changes) => (changes as Partial<Settings>)[field]);
          // What somebody has set holds, as one of them has set it last.
          if (wanted.length > 0) expect(wanted).toContain(disk[field]);
        }
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it('is as it was set last, where one came after the other', async () => {
    const windows = await openWindows(
      2,
      late,
      slowly(() => 2),
    );
    windows[0]?.change({ theme: 'dark' });
    await quiet(windows);
    windows[1]?.change({ theme: 'light' });
    windows[1]?.change({ theme: 'sepia' });
    await quiet(windows);
    expect(await onDisk()).toMatchObject({ theme: 'sepia' });
    expect(windows[0]?.current().theme).toBe('sepia');
  });
});

describe('what is set', () => {
  it('is not taken back by a backup that is restored in the same moment, nor takes back what that brought', async () => {
    const store = new SettingsStore(
      database,
      slowly(() => 10),
    );
    const palette = await LivePalette.open(store);
    palette.change({ pen: { colour: 'blue', style: 'wavy' } });
    await after(3);
    // Kept by someone else between what the change has read and what it writes.
    const own = [{ id: 'own-1', label: '人名', hex: '#884422', offered: true }] as const;
    const restored = { key: 'palette', value: { ...palette.current(), pen: { colour: 'red', style: 'wash' }, own } };
    await databaseKeeper(database).keep([{ table: 'settings', record: restored }]);
    palette.hear([{ table: 'settings', record: restored }]);
    expect(await palette.settled()).toBe(true);
    const wanted = { pen: { colour: 'blue', style: 'wavy' }, own };
    expect(palette.current()).toMatchObject(wanted);
    expect((await database.settings.get('palette'))?.value).toMatchObject(wanted);
  });

  it('is heard of by a window that was only just reading it', async () => {
    const join = room();
    const reading = new SettingsStore(database, databaseKeeper(database), join());
    const other = await LiveSettings.open(new SettingsStore(database, databaseKeeper(database), join()));
    const before = await reading.get('interface');
    other.change({ theme: 'dark' });
    expect(await other.settled()).toBe(true);
    const opened = new LiveSettings(reading, before, { read: () => undefined, write: () => undefined });
    await opened.settled();
    expect(opened.current().theme).toBe('dark');
  });

  it('goes to the disk with the next change, or before the window closes, where it could not be kept at once', async () => {
    let isFull = true;
    const keeper: Keeper = {
      keep: (changes) =>
        isFull ? Promise.resolve({ ok: false, reason: 'full' }) : databaseKeeper(database).keep(changes),
    };
    const settings = await LiveSettings.open(new SettingsStore(database, keeper));
    settings.change({ theme: 'dark' });
    expect(await settings.settled()).toBe(false);
    settings.change({ language: 'en' });
    expect(await settings.settled()).toBe(false);
    expect(settings.current()).toMatchObject({ theme: 'dark', language: 'en' });
    isFull = false;
    expect(await settings.settled()).toBe(true);
    expect(await onDisk()).toMatchObject({ theme: 'dark', language: 'en' });
  });

  it('is told nobody twice: those who listen hear of a change once, however it is kept', async () => {
    const settings = await LiveSettings.open(new SettingsStore(database, databaseKeeper(database)));
    let heard = 0;
    settings.subscribe(() => heard++);
    settings.change({ theme: 'dark' });
    expect(await settings.settled()).toBe(true);
    expect(heard).toBe(1);
  });
});
