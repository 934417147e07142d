import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from '../../../main/journal/files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('files of a real folder', () => {
  it('are added to, cut off and written whole, in a folder that is made', async () => {
    const files = filesIn(join(folder, 'a/b'));
    expect(await files.list()).toEqual([]);
    const file = await files.open('x.journal');
    await file.append(Buffer.from('one two'));
    await file.sync();
    expect(file.length).toBe(7);
    await file.truncate(3);
    await file.append(Buffer.from('!'));
    await file.close();
    expect((await files.read('x.journal')).toString()).toBe('one!');
    const again = await files.open('x.journal');
    expect(again.length).toBe(4);
    await again.close();
    await files.replace('y', [Buffer.from('a'), Buffer.from('b')]);
    expect(await files.list()).toEqual(['x.journal', 'y']);
    expect(readFileSync(join(folder, 'a/b/y'), 'utf8')).toBe('ab');
    await files.remove('y');
    await files.remove('never there');
    expect(await files.list()).toEqual(['x.journal']);
  });

  it('leave nothing behind where they cannot be written', async () => {
    const files = filesIn(folder);
    mkdirSync(join(folder, 'taken'));
    await expect(files.replace('taken', [Buffer.from('a')])).rejects.toThrow();
    expect(await files.list()).toEqual([]);
    expect(statSync(join(folder, 'taken')).isDirectory()).toBe(true);
  });
});
