import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLibrary } from '../../../main/library/library';
import facts from '../../fixtures/facts.json';

const RESOURCES = join(__dirname, '../../../resources/texts');
const FILE = '000_e14e3f990d861e67.txt';
const ID = `bundled:${FILE}`;
let folder: string;
let bundled: string;
const log = vi.fn();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-library-'));
  bundled = join(folder, 'texts');
  cpSync(RESOURCES, bundled, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the library', () => {
  it('lists the bundled text and reads it byte for byte', async () => {
    const library = openLibrary(RESOURCES, undefined, log);
    expect(await library.list()).toEqual([{ id: ID, title: '北京國際科技創新中心建設', fileName: FILE }]);
    const read = await library.read(ID);
    expect(read).toMatchObject({ ok: true, value: { hash: facts.source.sha256, script: 'hant-from-hans' } });
    if (read.ok) expect(Buffer.from(read.value.content)).toEqual(readFileSync(join(RESOURCES, FILE)));
  });

  it('lists the plain texts of a folder as well, named by their files', async () => {
    const more = join(folder, 'more');
    mkdirSync(more);
    writeFileSync(join(more, '論語.txt'), '\ufeff子曰');
    writeFileSync(join(more, 'picture.png'), '');
    const library = openLibrary(bundled, more, log);
    expect(await library.list()).toContainEqual({ id: 'folder:論語.txt', title: '論語', fileName: '論語.txt' });
    expect(await library.list()).toHaveLength(2);
    expect(await library.read('folder:論語.txt')).toMatchObject({ ok: true, value: { content: '\ufeff子曰' } });
  });

  it('goes on without a folder that is not there, and says so in the log', async () => {
    expect(await openLibrary(bundled, join(folder, 'none'), log).list()).toHaveLength(1);
    expect(log).toHaveBeenCalledWith(expect.stringContaining('--texts'));
  });

  it.each<[string, (file: string, bytes: Buffer) => void, string]>([
    [
      'is missing',
      (file) => {
        rmSync(file);
      },
      'missing',
    ],
    [
      'is cut off between characters',
      (file, bytes) => {
        writeFileSync(file, bytes.subarray(0, 20));
      },
      'truncated',
    ],
    [
      'is cut off inside a character',
      (file, bytes) => {
        writeFileSync(file, bytes.subarray(0, 3001));
      },
      'truncated',
    ],
    [
      'is empty',
      (file) => {
        writeFileSync(file, '');
      },
      'truncated',
    ],
    [
      'is not UTF-8',
      (file) => {
        writeFileSync(file, Buffer.from([0xc4, 0xe3, 0xba, 0xc3]));
      },
      'not-utf8',
    ],
    [
      'is another file',
      (file, bytes) => {
        writeFileSync(file, Buffer.concat([bytes, bytes]));
      },
      'changed',
    ],
    [
      'is a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
      'unreadable',
    ],
  ])('says what is wrong where the bundled file %s', async (_case, harm, kind) => {
    const file = join(bundled, FILE);
    harm(file, readFileSync(file));
    const read = await openLibrary(bundled, undefined, log).read(ID);
    expect(read).toEqual({ ok: false, reason: { kind, fileName: FILE } });
  });

  it.each(['bundled:../../package.json', 'folder:../secret.txt', '../x', 'bundled:none.txt'])(
    'reads nothing that it has not listed: %s',
    async (id) => {
      const read = await openLibrary(bundled, folder, log).read(id);
      expect(read).toMatchObject({ ok: false, reason: { kind: 'missing' } });
    },
  );
});
