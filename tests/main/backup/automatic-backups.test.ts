import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AutomaticBackups, backupFailureOf } from '../../../main/backup/automatic-backups';

let dir: string;
let folder: string;
let now: number;
const log = vi.fn();
const program = (name = 'backups.json'): AutomaticBackups =>
  new AutomaticBackups({ stateFile: join(dir, name), version: '0.1.0', now: () => now, log });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhupi-automatic-'));
  folder = join(dir, '備份');
  mkdirSync(folder);
  now = new Date(2026, 10, 26, 15, 24, 5).getTime();
  log.mockClear();
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const DAY = 24 * 60 * 60 * 1000;

it('makes none before a folder was chosen', async () => {
  const backups = program();
  expect(await backups.status()).toEqual({ version: '0.1.0', isDue: false });
  await backups.make('x');
  expect(readdirSync(folder)).toEqual([]);
});

it('makes one a day, whole, and remembers the folder when it is started again', async () => {
  await program().into(folder);
  const backups = program();
  expect(await backups.status()).toMatchObject({ folder: '備份', isDue: true });
  await backups.make('內容');
  const [name = ''] = readdirSync(folder);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(name).toMatch(/^Zhupi 2026-11-26 152405 [0-9a-f]{8}\.zhupi-backup$/);
  expect(readFileSync(join(folder, name), 'utf8')).toBe('內容');
  expect(await backups.status()).toMatchObject({ last: now, isDue: false });
  now += 60_000;
  await program().make('again');
  expect(readdirSync(folder)).toHaveLength(1);
  now += DAY;
  expect(await program().status()).toMatchObject({ isDue: true });
  await program().into(undefined);
  expect(await program().status()).toEqual({ version: '0.1.0', isDue: false });
  expect(readdirSync(folder)).toHaveLength(1);
});

it('thins its own by age, and touches neither those of another profile nor any other file', async () => {
  const [mine, other] = [program(), program('other.json')];
  await mine.into(folder);
  await other.into(folder);
  await other.make('other');
  writeFileSync(join(folder, 'Zhupi 2026-11-26.zhupi-backup'), 'made by hand');
  writeFileSync(join(folder, 'diary.txt'), 'dear diary');
  for (let day = 0; day < 60; day++) {
    await mine.make(String(day));
    now += DAY;
  }
  const names = readdirSync(folder);
  expect(names).toContain('diary.txt');
  expect(names).toContain('Zhupi 2026-11-26.zhupi-backup');
  // 12 days, the Sundays and the ends of months before them, the one of the other profile, and two files.
  const days = names.map((name) => /^Zhupi (\S+) \d{6} /.exec(name)?.[1]).filter((day) => day !== undefined);
  expect(days.filter((day) => day > '2027-01-12')).toHaveLength(12);
  expect(days).toContain('2026-11-29');
  expect(days).toContain('2026-12-31');
  expect(days).not.toContain('2026-12-30');
  expect(days.filter((day) => day === '2026-11-26')).toHaveLength(1);
  expect(log).not.toHaveBeenCalled();
});

it('says why one could not be made, waits an hour, and is well again', async () => {
  const backups = program();
  await backups.into(folder);
  rmSync(folder, { recursive: true });
  await backups.make('x');
  expect(await backups.status()).toMatchObject({ failure: 'missing', isDue: false });
  // Started anew it tries at once.
  expect(await program().status()).toMatchObject({ failure: 'missing', isDue: true });
  now += 61 * 60 * 1000;
  mkdirSync(folder);
  await backups.make('x');
  expect(await backups.status()).not.toHaveProperty('failure');
  expect(readdirSync(folder)).toHaveLength(1);
});

it.each([
  ['ENOENT', 'missing'],
  ['EACCES', 'forbidden'],
  ['ENOSPC', 'full'],
  ['EIO', 'other'],
])('%s means %s', (code, reason) => {
  expect(backupFailureOf(Object.assign(new Error(code), { code }))).toBe(reason);
});

it.skipIf(process.getuid?.() === 0)('says that a folder may not be written', async () => {
  chmodSync(folder, 0o500);
  const backups = program();
  await backups.into(folder);
  await backups.make('x');
  expect(await backups.status()).toMatchObject({ failure: 'forbidden' });
  chmodSync(folder, 0o700);
});

it('begins anew where its memory is damaged', async () => {
  writeFileSync(join(dir, 'backups.json'), '{"folder":');
  expect(await program().status()).toEqual({ version: '0.1.0', isDue: false });
});
