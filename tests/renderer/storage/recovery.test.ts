import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { newAnnotation } from '#core/annotation/annotation';
import type { Change } from '#core/kept/change';
import { fingerprintOf } from '#core/kept/fingerprint';
import { codePointSpan } from '#core/support/offset';
import type { Bridge } from '../../../renderer/platform/bridge';
import { declareDatabase, type Database } from '../../../renderer/storage/database';
import { journalOver } from '../../../renderer/storage/journal';
import { twofoldKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { recover, type StartFinding } from '../../../renderer/storage/recovery';
import { textOf } from '../../support/editions';
import { JournalFolder } from '../../support/journal-folder';
import { bridgeTo } from '../../support/mortal-page';
import { fileError } from '../../support/unsynced-files';

let folder: JournalFolder;
let database: Database;
let bridge: Bridge;
let keeper: Keeper;

/** A page that starts: on the folder, and on the database of this name. */
async function start(name: string): Promise<StartFinding> {
  const journal = folder.open();
  bridge = bridgeTo(journal);
  database = declareDatabase(name);
  await database.open();
  keeper = twofoldKeeper(journalOver(bridge), database);
  const found = await recover({ bridge, database, journal: journalOver(bridge) });
  await journal.compact();
  return found;
}

/** The same page again, after the database was left. */
async function again(name = database.name): Promise<StartFinding> {
  database.close();
  return start(name);
}

const elsewhere = (): string => `lost-${Math.random()}`;

const mark = (number: number, parts: Partial<Annotation> = {}): Annotation => ({
  ...newAnnotation({
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    textId: 't',
    textHash: 'h',
    target: codePointSpan(number, number + 2),
    quote: { exact: `甲${number}`, prefix: '', suffix: '' },
    colour: 'yellow',
    script: 'original',
    created: number,
  }),
  ...parts,
});
const marked = (...marks: Annotation[]): Change[] => marks.map((record) => ({ table: 'annotations', record }));

const text = { ...textOf('甲乙丙丁'), id: 't' };

async function keepSome(): Promise<void> {
  const { editions } = { editions: { hash: 'old', textId: 't', text } };
  for (const changes of [
    [{ table: 'texts', record: text }],
    [{ table: 'editions', record: editions }],
    marked(mark(1), mark(2)),
    marked(mark(3)),
    marked(mark(1, { rev: 2, note: '記', modified: 50 })),
    [{ table: 'settings', record: { key: 'theme', value: 'dark' } }],
    [{ table: 'positions', record: { textId: 't', offset: 5, modified: 9, rev: 4 } }],
  ] satisfies Change[][]) {
    expect((await keeper.keep(changes)).ok).toBe(true);
  }
}

async function everything(): Promise<unknown> {
  const tables = ['texts', 'editions', 'annotations', 'settings', 'positions', 'bookmarks', 'corrections'] as const;
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await database.table(table).toArray()])),
  );
}

/** Both copies hold the same. */
async function agree(): Promise<boolean> {
  const changes = (
    await Promise.all(
      database.tables
        .filter(({ name }) => name !== 'sentinels')
        .map(async (table) => (await table.toArray()).map((record: unknown) => ({ table: table.name, record }))),
    )
  ).flat() as Change[];
  const summary = await bridge.request('journal.summary', {});
  expect(summary).toMatchObject({ kind: 'read', fingerprint: fingerprintOf(changes) });
  return true;
}

beforeEach(async () => {
  folder = new JournalFolder();
  expect(await start(elsewhere())).toBeUndefined();
});
afterEach(() => {
  database.close();
});

describe('a start', () => {
  it('says nothing where both copies hold the same', async () => {
    await keepSome();
    expect(await again()).toBeUndefined();
    expect(await agree()).toBe(true);
  });

  it('brings back a database that came back empty, word for word, and says how much', async () => {
    await keepSome();
    const before = await everything();
    const found = await again(elsewhere());
    expect(found).toMatchObject({ copied: 0, isJournalNew: false, damaged: [], missing: 0, failed: undefined });
    expect(typeof found === 'object' && Object.fromEntries(found.restored)).toEqual({
      ...{ texts: 1, editions: 1, annotations: 3, settings: 1, positions: 1 },
    });
    expect(await everything()).toEqual(before);
    expect(await again()).toBeUndefined();
  });

  it('brings back rows that went without a word', async () => {
    await keepSome();
    const before = await everything();
    await database.annotations.delete(mark(2).id);
    await database.texts.clear();
    await database.annotations.put(mark(1));
    const found = await again();
    expect(typeof found === 'object' && Object.fromEntries(found.restored)).toEqual({ texts: 1, annotations: 2 });
    expect(await everything()).toEqual(before);
  });

  it('begins a journal anew that is gone, with all that the database holds', async () => {
    await keepSome();
    const before = await everything();
    folder = new JournalFolder();
    expect(await again()).toMatchObject({ isJournalNew: true, copied: 7, restored: new Map(), failed: undefined });
    expect(await agree()).toBe(true);
    expect(await again(elsewhere())).toMatchObject({ copied: 0 });
    expect(await everything()).toEqual(before);
  });

  it('takes up a database of a version that had no journal without a word', async () => {
    await keepSome();
    await database.sentinels.clear();
    folder = new JournalFolder();
    expect(await again()).toBeUndefined();
    expect(await agree()).toBe(true);
    expect(await again()).toBeUndefined();
  });

  it('writes to the journal what only the database has, of each record the newer state', async () => {
    await keepSome();
    await database.annotations.bulkPut([mark(9), mark(3, { rev: 7, note: '新', modified: 80 })]);
    expect(await again()).toMatchObject({ copied: 2, restored: new Map() });
    expect(await agree()).toBe(true);
    expect((await database.annotations.get(mark(3).id))?.note).toBe('新');
  });

  it('takes what a power cut left in the journal alone', async () => {
    await keepSome();
    await bridge.request('journal.append', { changes: marked(mark(4)) });
    const found = await again();
    expect(typeof found === 'object' && Object.fromEntries(found.restored)).toEqual({ annotations: 1 });
    expect(await database.annotations.count()).toBe(4);
  });

  it('does not bring back what the database could not take', async () => {
    await keepSome();
    database.close();
    // Dexie reopens a connection that was closed under it; one that does not open at all keeps nothing.
    vi.spyOn(database, 'open').mockRejectedValue(new Error('no'));
    expect((await keeper.keep(marked(mark(2, { rev: 2, deleted: 5 })))).ok).toBe(false);
    expect(await start(database.name)).toBeUndefined();
    expect((await database.annotations.get(mark(2).id))?.deleted).toBeUndefined();
  });

  it('names the marks whose last words both copies have lost, and brings back the rest', async () => {
    await keepSome();
    const [name = ''] = await folder.files.list();
    const bytes = Buffer.from(folder.files.bytes(name));
    for (const words of ['"rev":2', '"start":3']) bytes[bytes.indexOf(words) + 2] = 0x5a;
    folder.files.put(name, bytes);
    const found = await again(elsewhere());
    // Of the first an older state is there; of the other only what can be made out in its line.
    expect(found).toMatchObject({ damaged: expect.arrayContaining(['甲1', '甲3']) as string[] });
    expect((await database.annotations.toArray()).map(({ id, note }) => [id, note])).toEqual([
      [mark(1).id, ''],
      [mark(2).id, ''],
    ]);
    // Said once.
    expect(await again()).toBeUndefined();
  });

  it('names the one mark there was, where both copies have lost it', async () => {
    await keeper.keep(marked(mark(1)));
    const [name = ''] = await folder.files.list();
    const bytes = Buffer.from(folder.files.bytes(name));
    bytes[bytes.indexOf('annotations')] = 0x5a;
    folder.files.put(name, bytes);
    expect(await again(elsewhere())).toMatchObject({ damaged: ['甲1'] });
  });

  it('is not held up by damage that the other copy makes good', async () => {
    await keepSome();
    const [name = ''] = await folder.files.list();
    const bytes = Buffer.from(folder.files.bytes(name));
    bytes[bytes.indexOf('"rev":2') + 2] = 0x5a;
    folder.files.put(name, bytes);
    expect(await again()).toMatchObject({ damaged: [], copied: 1 });
    expect(await agree()).toBe(true);
  });

  it('does not take an older setting from a journal whose newer entry is damaged', async () => {
    await keepSome();
    await keeper.keep([{ table: 'settings', record: { key: 'theme', value: 'light' } }]);
    const before = await everything();
    const [name = ''] = await folder.files.list();
    const bytes = Buffer.from(folder.files.bytes(name));
    bytes[bytes.indexOf('"light"') + 1] = 0x5a;
    folder.files.put(name, bytes);
    expect(await again()).toMatchObject({ copied: 1, damaged: [], restored: new Map() });
    expect(await everything()).toEqual(before);
    expect(await agree()).toBe(true);
  });

  it('takes the newer setting from the journal where the database is an older one', async () => {
    await keepSome();
    await keeper.keep([{ table: 'settings', record: { key: 'theme', value: 'light' } }]);
    await database.settings.put({ key: 'theme', value: 'dark' });
    await database.sentinels.clear();
    await again();
    expect(await database.settings.get('theme')).toEqual({ key: 'theme', value: 'light' });
  });

  it('does not call the database in step with what could not be copied to the journal', async () => {
    await keepSome();
    const { id, seq } = await bridge.request('journal.summary', {}).then((summary) => {
      if (summary.kind !== 'read') throw new Error('unreadable');
      return summary;
    });
    // The journal is an older one: its last entries are gone.
    const [name = ''] = await folder.files.list();
    const bytes = folder.files.bytes(name);
    folder.files.put(name, bytes.subarray(0, bytes.lastIndexOf('zhupi1', bytes.lastIndexOf('zhupi1') - 1)));
    folder.files.before = (what) => {
      if (what === 'append') throw fileError('ENOSPC');
    };
    expect(await again()).toMatchObject({ failed: 'full', copied: 2 });
    expect(await database.sentinels.get('journal')).toEqual({ id: 'journal', journal: id, seq });
    folder.files.before = () => undefined;
    expect(await again()).toMatchObject({ failed: undefined, copied: 2 });
    expect(await database.settings.get('theme')).toEqual({ key: 'theme', value: 'dark' });
    // Numbers that were given away are not given again.
    const after = await bridge.request('journal.summary', {});
    expect(after).toMatchObject({ kind: 'read' });
    expect(after.kind === 'read' && after.seq).toBeGreaterThan(seq);
  });

  it('names a mark that both copies have lost, though all else agrees', async () => {
    await keepSome();
    const [name = ''] = await folder.files.list();
    const bytes = Buffer.from(folder.files.bytes(name));
    bytes[bytes.indexOf('"start":3') + 2] = 0x5a;
    folder.files.put(name, bytes);
    await database.annotations.delete(mark(3).id);
    expect(await again()).toMatchObject({ damaged: ['甲3'], copied: 0 });
    expect(await again()).toBeUndefined();
  });

  it('goes on with a journal that cannot be read, and keeps nothing until it can', async () => {
    await keepSome();
    folder.files.list = () => Promise.reject(fileError('EACCES'));
    expect(await again()).toBe('unreadable');
    expect(await keeper.keep(marked(mark(5)))).toEqual({ ok: false, reason: 'forbidden' });
    expect(await database.annotations.count()).toBe(3);
  });

  it('refuses a journal of a later version', async () => {
    await keepSome();
    const [name = ''] = await folder.files.list();
    folder.files.put(name, Buffer.from(folder.files.bytes(name).toString().replaceAll('zhupi1 ', 'zhupi2 ')));
    expect(await again()).toBe('newer');
  });
});
