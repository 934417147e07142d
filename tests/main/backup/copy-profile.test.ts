import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyProfile } from '../../../main/backup/copy-profile';

let dir: string;
let profile: string;
let target: string;
const NOW = new Date(2026, 10, 26, 15, 24, 5).getTime();

function put(name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(profile, name)), { recursive: true });
  writeFileSync(join(profile, name), content);
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhupi-copy-'));
  profile = join(dir, 'profile');
  target = join(dir, 'target');
  mkdirSync(target);
  put('IndexedDB/app_bundle_0.indexeddb.leveldb/000003.log', Buffer.alloc(3_000_000, 7));
  put('IndexedDB/app_bundle_0.indexeddb.leveldb/LOCK', '');
  put('journal/2026-11.journal', '記');
  put('snapshots/one', 'snapshot');
  put('window.json', '{}');
  put('Code Cache/js/index', 'cache');
  symlinkSync('nowhere', join(profile, 'SingletonLock'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

it('copies all that is kept, byte by byte, and leaves caches and locks', async () => {
  expect(await copyProfile(profile, target, NOW)).toEqual({
    kind: 'copied',
    folderName: 'Zhupi profile 2026-11-26 1524',
  });
  expect(readdirSync(target)).toEqual(['Zhupi profile 2026-11-26 1524']);
  const copied = join(target, 'Zhupi profile 2026-11-26 1524');
  expect(readdirSync(copied).sort()).toEqual(['IndexedDB', 'journal', 'snapshots', 'window.json']);
  const log = 'IndexedDB/app_bundle_0.indexeddb.leveldb/000003.log';
  expect(readFileSync(join(copied, log)).equals(readFileSync(join(profile, log)))).toBe(true);
  expect(readFileSync(join(copied, 'journal/2026-11.journal'), 'utf8')).toBe('記');
  expect(existsSync(join(copied, 'IndexedDB/app_bundle_0.indexeddb.leveldb/LOCK'))).toBe(false);
});

it('makes a second copy within a minute beside the first', async () => {
  await copyProfile(profile, target, NOW);
  expect(await copyProfile(profile, target, NOW)).toMatchObject({ folderName: 'Zhupi profile 2026-11-26 1524 05' });
  expect(readdirSync(target)).toHaveLength(2);
});

it('refuses a folder inside the profile, and the profile itself', async () => {
  for (const inside of [profile, join(profile, 'journal'), join(profile, '..x', '..')]) {
    expect(await copyProfile(profile, inside, NOW)).toEqual({ kind: 'failed', reason: 'inside' });
  }
  expect(readdirSync(join(profile, 'journal'))).toEqual(['2026-11.journal']);
});

it('leaves nothing half done where the folder is gone', async () => {
  rmSync(target, { recursive: true });
  expect(await copyProfile(profile, target, NOW)).toEqual({ kind: 'failed', reason: 'other' });
  expect(existsSync(target)).toBe(false);
});
