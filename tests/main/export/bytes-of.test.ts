import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ExportContent } from '#core/ipc/export-contract';
import { archiveOf } from '../../../main/export/archive-of';
import { bytesOf, type ByteMakers } from '../../../main/export/bytes-of';
import { exportHandlers } from '../../../main/export/handlers';
import { bytesElsewhere } from '../../../main/export/worker-task';

const folder = mkdtempSync(join(tmpdir(), 'zhupi-bytes-'));
const worker = join(folder, 'export-worker.cjs');
beforeAll(() => {
  // As the build makes it: one file that needs no other.
  buildSync({
    entryPoints: [join(__dirname, '../../../main/export/export-worker.ts')],
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', outfile: worker, logLevel: 'error' },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const entries = [
  { path: 'mimetype', text: 'application/epub+zip' },
  { path: 'annotations.json', text: `{"甲":"${'乙'.repeat(1000)}"}` },
  { path: 'a/b.json', text: '{}' },
];

const manyParagraphs = (count: number) => ({
  ...{ title: '', author: '', language: 'zh-Hant', comments: [] },
  paragraphs: Array.from({ length: count }, () => ({
    style: 'paragraph' as const,
    pieces: [{ kind: 'run' as const, run: { words: '甲' } }],
  })),
});

describe('an archive', () => {
  it('holds its files in their order, the sign of its kind first and as it is, and is the same each time', async () => {
    const bytes = await archiveOf(entries);
    expect(await archiveOf(entries)).toEqual(bytes);
    // What reads the sign looks for it at this place (EPUB Open Container Format).
    expect(new TextDecoder().decode(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    const read = await new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)]))).getEntries();
    const found = await Promise.all(
      read.map(async (entry) => ({
        path: entry.filename,
        text: 'getData' in entry ? await entry.getData(new TextWriter()) : undefined,
      })),
    );
    expect(found).toEqual(entries);
  });
});

describe('bytes made elsewhere', () => {
  it.each<readonly [string, ExportContent]>([
    ['an archive', { kind: 'archive', entries }],
    ['a Word file', { kind: 'word', document: JSON.stringify(manyParagraphs(2)) }],
  ])('are a ZIP for %s', async (_name, content) => {
    const print = () => Promise.reject(new Error('nothing is printed'));
    const made = await bytesOf(content, { worker, print });
    expect(
      Buffer.concat([...(made as Iterable<Buffer>)])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('stop at once when they are not wanted any more', async () => {
    const stopping = new AbortController();
    const making = bytesElsewhere(
      worker,
      { kind: 'word', document: JSON.stringify(manyParagraphs(200_000)) },
      stopping.signal,
    );
    setTimeout(() => {
      stopping.abort();
    }, 300);
    await expect(making).rejects.toThrow('aborted');
  });

  it('are not begun where they are not wanted from the start', async () => {
    await expect(bytesElsewhere('none.js', { kind: 'archive', entries }, AbortSignal.abort())).rejects.toThrow(
      'aborted',
    );
  });

  it('fail with the error of the thread, and where it makes nothing', async () => {
    // Two files of one name.
    const twice = [...entries, ...entries];
    await expect(bytesElsewhere(worker, { kind: 'archive', entries: twice })).rejects.toThrow();
    await expect(bytesElsewhere(join(folder, 'none.cjs'), { kind: 'archive', entries })).rejects.toThrow();
  });
});

describe('saving an export', () => {
  function saving(makers: Partial<ByteMakers>) {
    const filePath = join(folder, 'notes.pdf');
    const log = vi.fn();
    const handlers = exportHandlers({
      dialogs: { place: () => Promise.resolve(filePath) },
      language: () => 'en',
      makers: { worker, print: () => Promise.resolve(Buffer.from('%PDF')), ...makers },
      log,
    });
    const save = () =>
      handlers['export.save']({
        suggestedName: 'notes',
        format: 'pdf',
        content: { kind: 'pdf', html: '', lines: 'horizontal' },
      });
    return { handlers, save, log, filePath };
  }

  it('writes what was made', async () => {
    const { save, filePath } = saving({});
    expect(await save()).toEqual({ kind: 'saved', fileName: 'notes.pdf' });
    expect(readFileSync(filePath, 'utf8')).toBe('%PDF');
    rmSync(filePath);
  });

  it('answers that it was cancelled once it is, and writes nothing', async () => {
    const { handlers, save } = saving({
      print: (_html, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
        }),
    });
    const outcome = save();
    await new Promise((resolve) => setTimeout(resolve, 10));
    void handlers['export.cancel'](undefined);
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(readdirSync(folder)).toEqual(['export-worker.cjs']);
  });

  it('is cancelled too where all was made just then', async () => {
    let finish: (bytes: Buffer) => void = () => undefined;
    const { handlers, save } = saving({ print: () => new Promise((resolve) => (finish = resolve)) });
    const outcome = save();
    await new Promise((resolve) => setTimeout(resolve, 10));
    void handlers['export.cancel'](undefined);
    finish(Buffer.from('%PDF'));
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(readdirSync(folder)).toEqual(['export-worker.cjs']);
  });

  it('says that it failed, and logs no word of it, where nothing could be made', async () => {
    const { save, log } = saving({ print: () => Promise.reject(new TypeError('a note')) });
    expect(await save()).toEqual({ kind: 'failed', reason: 'other', fileName: 'notes' });
    expect(log.mock.calls).toEqual([['no bytes of pdf could be made: TypeError']]);
  });

  it('is not cancelled by what was said before it began', async () => {
    const { handlers, save, filePath } = saving({});
    void handlers['export.cancel'](undefined);
    expect(await save()).toEqual({ kind: 'saved', fileName: 'notes.pdf' });
    rmSync(filePath);
  });
});
