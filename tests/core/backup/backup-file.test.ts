import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKUP_FORMAT, parseBackup, toBackup } from '#core/backup/backup-file';
import type { Change } from '#core/kept/change';
import { isChange } from '#core/kept/record-schemas';
import { digest, keptRecords, mark, textOfLines } from '../../support/kept-records';

const HEAD = { version: '0.1.0', created: 1_790_000_000_000 };
const RECORDS: readonly Change[] = [
  { table: 'annotations', record: mark('一', { note: 'a\u2028b\n\ud800' }) },
  { table: 'annotations', record: mark('二') },
  { table: 'texts', record: textOfLines('t', 'h', ['𠮷野家', '', '第二段']) },
];

const made = (): Promise<string> => toBackup(RECORDS, HEAD, digest);
const headOf = (file: string): Record<string, unknown> =>
  JSON.parse(file.slice(0, file.indexOf('\n'))) as Record<string, unknown>;
const bodyOf = (file: string): string => file.slice(file.indexOf('\n') + 1);

/** The file with another head, as a person or another program may have written it. */
const withHead = (file: string, parts: object): string =>
  `${JSON.stringify({ ...headOf(file), ...parts })}\n${bodyOf(file)}`;

/** The file with another body, and a checksum that fits. */
const withBody = async (file: string, body: string): Promise<string> =>
  `${JSON.stringify({ ...headOf(file), sha256: await digest(body) })}\n${body}`;

describe('a backup', () => {
  it('gives back any records as they were, through UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(keptRecords, async (records) => {
        const file = new TextDecoder().decode(new TextEncoder().encode(await toBackup(records, HEAD, digest)));
        const parsed = await parseBackup(file, digest);
        expect(parsed).toEqual({ ok: true, value: expect.objectContaining({ ...HEAD, records }) as unknown });
      }),
    );
  });

  it('names its program, format and counts in the first line', async () => {
    expect(headOf(await made())).toMatchObject({
      ...{ program: 'Zhupi', kind: 'backup', format: BACKUP_FORMAT, ...HEAD },
      counts: { annotations: 2, texts: 1, editions: 0, bookmarks: 0, corrections: 0, positions: 0, settings: 0 },
    });
  });

  it('is whole or refused, wherever it is cut off', async () => {
    const file = await made();
    for (let end = 60; end < file.length; end++) {
      expect(await parseBackup(file.slice(0, end), digest), String(end)).toEqual({
        ok: false,
        reason: { kind: 'damaged', what: 'truncated' },
      });
    }
  });

  it('is refused if any character of its records was changed', async () => {
    const file = await made();
    for (let at = file.indexOf('\n') + 1; at < file.length - 1; at += 7) {
      const sign = file[at] === 'x' ? 'y' : 'x';
      expect(await parseBackup(file.slice(0, at) + sign + file.slice(at + 1), digest)).toEqual({
        ok: false,
        reason: { kind: 'damaged', what: 'checksum' },
      });
    }
  });
});

describe('a file is refused', () => {
  const line = (change: Change): string => `${JSON.stringify(change)}\n`;
  const [first, second, text] = RECORDS.map(line);
  const bodies = (replacement: string): string => [first, replacement, text].join('');
  const damaged = (what: string) => ({ kind: 'damaged', what });
  const cases: readonly [string, (file: string) => string | Promise<string>, object][] = [
    ['if it is empty', () => '', { kind: 'not-ours' }],
    ['if it is a text', () => '北京市\n', { kind: 'not-ours' }],
    ['if it is other JSON', () => '{"program":"Other","kind":"backup","format":1}\n', { kind: 'not-ours' }],
    ['if it is an array', () => '[1]\n', { kind: 'not-ours' }],
    ['if it is of no kind', () => '{"program":"Zhupi","format":1}\n', { kind: 'not-ours' }],
    ['if it is newer', (file) => withHead(file, { format: 2, version: '9.0' }), { kind: 'newer', version: '9.0' }],
    [
      'if it is newer and of another shape',
      () => '{"program":"Zhupi","kind":"backup","format":7}',
      { kind: 'newer', version: '' },
    ],
    ['if its head lacks counts', (file) => withHead(file, { counts: {} }), damaged('head')],
    ['if its head counts below nothing', (file) => withHead(file, { created: -1 }), damaged('head')],
    [
      'if more is said than there is',
      (file) => withHead(file, { counts: { ...(headOf(file)['counts'] as object), texts: 2 } }),
      damaged('truncated'),
    ],
    [
      'if tables are counted wrong',
      (file) => withHead(file, { counts: { ...(headOf(file)['counts'] as object), texts: 0, bookmarks: 1 } }),
      damaged('counts'),
    ],
    ['if a record is no JSON', (file) => withBody(file, bodies('{\n')), damaged('record')],
    ['if a record is nothing', (file) => withBody(file, bodies('null\n')), damaged('record')],
    [
      'if a table is unknown',
      (file) => withBody(file, bodies('{"table":"toString","record":{}}\n')),
      damaged('record'),
    ],
    ['if a record stands there twice', (file) => withBody(file, bodies(first ?? '')), damaged('record')],
    [
      'if a colour is unknown',
      (file) => withBody(file, bodies((second ?? '').replace('yellow', 'url(x)'))),
      damaged('record'),
    ],
    [
      'if a span runs backwards',
      (file) => withBody(file, bodies((second ?? '').replace('"start":0', '"start":9'))),
      damaged('record'),
    ],
    [
      'if a revision is past counting',
      (file) => withBody(file, bodies((second ?? '').replace('"rev":1', '"rev":1e15'))),
      damaged('record'),
    ],
    [
      'if the blocks of a text are not its lines',
      (file) => withBody(file, [first, second, (text ?? '').replace('"end":3', '"end":2')].join('')),
      damaged('record'),
    ],
  ];

  it.each(cases)('%s', async (_name, harm, reason) => {
    expect(await parseBackup(await harm(await made()), digest)).toEqual({ ok: false, reason });
  });
});

describe('hostile records', () => {
  it('touch no prototype', async () => {
    const line = `{"table":"settings","record":{"key":"__proto__","__proto__":{"polluted":1},"value":{"__proto__":{"polluted":1}}}}`;
    const parsed: unknown = JSON.parse(line);
    expect(isChange(parsed)).toBe(true);
    const body = `${line}\n`;
    const counts = { settings: 1, texts: 0, editions: 0, annotations: 0, bookmarks: 0, corrections: 0, positions: 0 };
    const head = { program: 'Zhupi', kind: 'backup', format: 1, ...HEAD, counts, sha256: await digest(body) };
    expect((await parseBackup(`${JSON.stringify(head)}\n${body}`, digest)).ok).toBe(true);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
