import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCorrections } from '../../../main/corrections/open-corrections';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-corrections-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (content: string | Uint8Array): string => {
  const path = join(folder, '更正.txt');
  writeFileSync(path, content);
  return path;
};

describe('opening a file of corrections', () => {
  it('gives its words as they are, with a byte order mark and any line ends', async () => {
    const text = '\ufeff全局\t全局\r\n';
    expect(await openCorrections(file(text))).toEqual({ kind: 'opened', fileName: '更正.txt', text });
    expect(await openCorrections(file(''))).toEqual({ kind: 'opened', fileName: '更正.txt', text: '' });
  });

  it.each([
    ['in GBK', Uint8Array.of(0xc8, 0xab, 0xbe, 0xd6, 0x09, 0xc8), 'not-text'],
    ['cut off inside a character', Uint8Array.of(0x61, 0x09, 0xe5, 0x85), 'not-text'],
    ['in UTF-16', Uint8Array.of(0x61, 0x00, 0x09, 0x00), 'not-text'],
    ['of more bytes than any dictionary', 'a'.repeat(101), 'too-large'],
  ] as const)('refuses one %s', async (_title, content, reason) => {
    expect(await openCorrections(file(content), 100)).toEqual({ kind: 'failed', reason, fileName: '更正.txt' });
  });

  it('takes one that is just within the limit', async () => {
    expect(await openCorrections(file('a'.repeat(100)), 100)).toMatchObject({ kind: 'opened' });
  });

  it('says what stands in the way', async () => {
    expect(await openCorrections(join(folder, 'none.txt'))).toMatchObject({ kind: 'failed', reason: 'missing' });
    mkdirSync(join(folder, 'folder.txt'));
    expect(await openCorrections(join(folder, 'folder.txt'))).toMatchObject({ kind: 'failed' });
    const closed = file('a\tb');
    chmodSync(closed, 0);
    const outcome = await openCorrections(closed);
    // Root may read everything, and Windows knows no such mode.
    if (outcome.kind === 'failed') expect(outcome.reason).toBe('forbidden');
  });
});
