import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeFileName, writeExport } from '../../../main/export/save-export';
import { writeFailureOf } from '../../../main/files/failures';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('writing an export', () => {
  it('writes the text and leaves nothing else behind', async () => {
    const file = join(folder, '批註.md');
    writeFileSync(file, 'older');
    expect(await writeExport(file, '# 新')).toEqual({ kind: 'saved', fileName: '批註.md' });
    expect(readFileSync(file, 'utf8')).toBe('# 新');
    expect(readdirSync(folder)).toEqual(['批註.md']);
  });

  it('says that it failed where the folder is gone', async () => {
    const outcome = await writeExport(join(folder, 'none', 'a.md'), 'x');
    expect(outcome).toEqual({ kind: 'failed', reason: 'other', fileName: 'a.md' });
  });

  it('leaves what was there where the place cannot be taken', async () => {
    const taken = join(folder, 'a.md');
    mkdirSync(join(taken, 'inside'), { recursive: true });
    expect(await writeExport(taken, 'x')).toMatchObject({ kind: 'failed' });
    expect(readdirSync(folder)).toEqual(['a.md']);
  });
});

describe('why a file could not be written', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EACCES', 'forbidden'],
    ['EPERM', 'forbidden'],
    ['EROFS', 'forbidden'],
    ['EISDIR', 'other'],
  ])('%s means %s', (code, reason) => {
    expect(writeFailureOf(Object.assign(new Error(code), { code }))).toBe(reason);
  });

  it('is unknown for what is no error of the system', () => {
    expect([writeFailureOf(new Error('x')), writeFailureOf('x')]).toEqual(['other', 'other']);
  });
});

describe('a file name', () => {
  it.each([
    ['北京國際科技創新中心建設 notes', '北京國際科技創新中心建設 notes'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['ends with dots...', 'ends with dots'],
    ['con', 'Zhupi con'],
    ['///', 'Zhupi'],
    ['長'.repeat(300), '長'.repeat(80)],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});
