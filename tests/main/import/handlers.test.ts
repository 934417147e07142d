import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { READERS } from '#core/exchange/readers';
import { importHandlers, type ImportParts } from '../../../main/import/handlers';
import { openBytes } from '../../../main/files/open-text-file';
import { mainStrings } from '../../../main/menu/strings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-import-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const asked = (filePath: string | undefined) => {
  const file = vi.fn<ImportParts['dialogs']['file']>(() => Promise.resolve(filePath));
  // Of the dialogs only the one that opens a file is asked.
  const dialogs = { file } as unknown as ImportParts['dialogs'];
  return { file, open: importHandlers({ dialogs, strings: () => mainStrings('en') })['import.open'] };
};

describe('opening a file of notes', () => {
  it('gives its bytes as they are, whatever they are, and its name without its folder', async () => {
    const path = join(folder, '筆記.annotations');
    const bytes = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff, 0xfe);
    writeFileSync(path, bytes);
    const reply = await asked(path).open(undefined);
    expect(reply.kind === 'opened' && Array.from(reply.bytes)).toEqual(Array.from(bytes));
    expect(reply).toMatchObject({ kind: 'opened', fileName: '筆記.annotations' });
  });

  it('asks for a file by all names that files of notes have, and for any', async () => {
    const { file, open } = asked(undefined);
    expect(await open(undefined)).toEqual({ kind: 'cancelled' });
    const [, filters] = file.mock.calls[0] ?? [];
    const offered = filters?.flatMap(({ extensions }) => extensions) ?? [];
    for (const { extensions } of READERS) for (const each of extensions) expect(offered).toContain(each);
    expect(offered).toContain('*');
  });

  it('says why it cannot be read', async () => {
    expect(await asked(join(folder, 'gone.json')).open(undefined)).toMatchObject({ kind: 'failed', reason: 'missing' });
    mkdirSync(join(folder, 'inside'));
    expect(await asked(join(folder, 'inside')).open(undefined)).toMatchObject({ kind: 'failed', reason: 'not-text' });
    writeFileSync(join(folder, 'long.csv'), 'a'.repeat(101));
    expect(await openBytes(join(folder, 'long.csv'), 100)).toMatchObject({ kind: 'failed', reason: 'too-large' });
    expect(await openBytes(join(folder, 'long.csv'), 101)).toMatchObject({ kind: 'opened' });
  });
});
