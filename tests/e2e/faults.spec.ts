import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { damageAndStart, writeProfile } from '../faults/damage-run';
import type { Damage } from '../faults/damage';
import { fillAgainAndAgain, writeWhereForbidden } from '../faults/disk-run';
import { killAgainAndAgain } from '../faults/kill-run';
import { mayMount, mountSmallDisk, unmount } from '../faults/mounts';
import { shown, type Start } from '../faults/running';
import { expect, LONG, test as base } from './fixtures';

// Each fault once or a few times; `npm run faults` makes all of them, many times over.

const SEED = 20261126;

base.describe.configure({ mode: 'parallel' });

const test = base.extend<{ start: Start }>({
  profile: 'persistent',
  start: async ({ launch, crash }, use) => {
    await use(async (profile) => {
      const app = await launch([`--user-data-dir=${profile}`]);
      const page = await shown(await app.firstWindow());
      return { page, pid: app.process().pid ?? 0, close: () => app.close(), crash };
    });
  },
});

test('what was called saved is there after the program was killed while it wrote, and every write waits for the disk', async ({
  start,
  dir,
}) => {
  const { acknowledged, lost, relaxed } = await killAgainAndAgain(start, join(dir, 'profile'), 3, SEED);
  expect(lost).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
  expect(relaxed).toBe(0);
});

test('damage to either copy is mended from the other; what was hit in both is named', LONG, async ({ start, dir }) => {
  const written = await writeProfile(start, join(dir, 'profile'), 4);
  const kinds: readonly (readonly [Damage, number, RegExp])[] = [
    ['MANIFEST cut short', 0, /^The database had lost something: .*\d+ .* came back from the journal/],
    ['journal record flipped', 0, /^$|The journal lacked 1 record/],
    ['IndexedDB gone, and a record flipped', 1, /is damaged in both copies: “.+”/],
  ];
  for (const [kind, named, words] of kinds) {
    const outcome = await damageAndStart(start, written, kind, SEED);
    expect(outcome.lost, kind).toEqual([]);
    expect(outcome.named, kind).toBe(named);
    expect(outcome.bar).toMatch(words);
  }
});

test('on a full disk the words stay in the field, and are saved when there is room', async ({ start, dir }) => {
  test.skip(!mayMount(), 'a small disk can be mounted by root only');
  const disk = join(dir, 'disk');
  test.skip(!mountSmallDisk(disk, 96), 'this system allows no mounts');
  try {
    const { shown: errors, lost, acknowledged } = await fillAgainAndAgain(start, disk, join(disk, 'profile'), 1, SEED);
    expect(errors).toBe(1);
    expect(acknowledged).toBeGreaterThan(1);
    expect(lost).toEqual([]);
  } finally {
    unmount(disk);
  }
});

test(
  'where the folder may not be written to the words stay in the field until it may',
  LONG,
  async ({ start, dir }) => {
    test.skip(!mayMount(), 'a folder can be made read-only for root by a mount only');
    const profile = join(dir, 'profile');
    mkdirSync(profile, { recursive: true });
    const outcome = await writeWhereForbidden(start, profile);
    test.skip(outcome === undefined, 'this system allows no mounts');
    expect(outcome?.lost).toEqual([]);
    expect(outcome?.acknowledged).toBeGreaterThan(0);
  },
);
