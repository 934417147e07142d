import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Backup } from '#core/backup/backup-file';
import type { Change } from '#core/kept/change';
import { BackupStore, sha256 } from '../../../renderer/storage/backup-store';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { recordsIn } from '../../../renderer/storage/database-copy';
import { databaseKeeper, type Keeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { LivePalette } from '../../../renderer/storage/live-palette';
import { LiveSettings } from '../../../renderer/storage/live-settings';
import { SettingsStore } from '../../../renderer/storage/settings-store';
import { digest, hashOfAll, keptRecords, mark, textOfLines } from '../../support/kept-records';
import { NO_PEERS } from '../../support/peers';

let time = 10_000;
const clock = (): number => ++time;
const databases: Database[] = [];

async function profile(records: readonly Change[], through?: Keeper) {
  const database = declareDatabase(`test-${Math.random()}`);
  databases.push(database);
  expect(await openDatabase(database)).toBeUndefined();
  if (records.length > 0) expect((await databaseKeeper(database).keep(records)).ok).toBe(true);
  const ledger = new Ledger(database, through ?? databaseKeeper(database), clock, NO_PEERS);
  const backups = new BackupStore(database, ledger, clock, () => Promise.resolve(true));
  return {
    database,
    ledger,
    backups,
    hash: async (less?: readonly string[]) => hashOfAll(await recordsIn(database), less),
  };
}

async function parsed(backups: BackupStore, text: string): Promise<Backup> {
  const result = await backups.parse(text);
  if (!result.ok) throw new Error(result.reason.kind);
  return result.value;
}

beforeEach(() => {
  time = 10_000;
});
afterEach(() => {
  for (const database of databases.splice(0)) database.close();
});

const RECORDS: readonly Change[] = [
  { table: 'annotations', record: mark('a', { note: '初' }) },
  { table: 'annotations', record: mark('b') },
  { table: 'texts', record: textOfLines('t', 'h', ['一二三']) },
  { table: 'positions', record: { textId: 't', offset: 2, modified: 1, rev: 1 } },
  { table: 'settings', record: { key: 'interface', value: { theme: 'dark', notesPane: true } } },
];

const LATER: readonly Change[] = [
  { table: 'annotations', record: mark('a', { note: '後', rev: 2, modified: 50 }) },
  { table: 'annotations', record: mark('c') },
  { table: 'texts', record: textOfLines('t', 'h2', ['一二三四']) },
  { table: 'positions', record: { textId: 't', offset: 3, modified: 2, rev: 4 } },
  { table: 'settings', record: { key: 'interface', value: { theme: 'light', notesPane: true } } },
];

it('hashes as every other program does', async () => {
  for (const text of ['', '北京市', '𠮷'.repeat(500)]) expect(await sha256(text)).toBe(await digest(text));
});

describe('restoring', () => {
  it('into an empty profile makes every record as it was', async () => {
    await fc.assert(
      fc.asyncProperty(keptRecords, async (records) => {
        const [from, to] = [await profile(records), await profile([])];
        const backup = await parsed(to.backups, await from.backups.make('0.1.0'));
        expect((await to.backups.restore(backup, 'replace')).ok).toBe(true);
        expect(await to.hash()).toBe(await from.hash());
        expect(await to.backups.restore(backup, 'replace')).toEqual({ ok: true, value: undefined });
      }),
      { numRuns: 25 },
    );
  });

  it('in place of what is here makes everything as it was, and undo brings back what was here', async () => {
    const from = await profile(RECORDS);
    const text = await from.backups.make('0.1.0');
    await databaseKeeper(from.database).keep(LATER);
    const changed = await from.hash(['rev', 'modified']);
    const backup = await parsed(from.backups, text);
    const heard: string[] = [];
    from.ledger.onBeside((kept) => heard.push(...kept.map(({ table }) => table)));
    expect((await from.backups.restore(backup, 'replace')).ok).toBe(true);
    const restored = await recordsIn(from.database);
    const only = restored.filter(({ table, record }) => table === 'annotations' && record.id === 'c');
    expect(only[0]?.record).toMatchObject({ note: '', deleted: expect.any(Number) as unknown });
    const rest = restored.filter((change) => !only.includes(change) && change.table !== 'editions');
    expect(hashOfAll(rest, ['rev'])).toBe(hashOfAll(RECORDS, ['rev']));
    expect(await from.database.editions.get(['t', 'h2'])).toMatchObject({ text: { canonical: '一二三四' } });
    expect(heard.sort()).toEqual(['editions', 'positions', 'settings', 'texts']);
    expect(await from.ledger.undo()).toMatchObject({ ok: true, step: { kind: 'restore-backup' } });
    await from.database.editions.clear();
    expect(await from.hash(['rev', 'modified'])).toBe(changed);
    expect(await from.ledger.redo()).toMatchObject({ ok: true });
    expect((await from.database.annotations.get('a'))?.note).toBe('初');
    expect((await from.database.settings.get('interface'))?.value).toMatchObject({ theme: 'dark' });
  });

  it('by merging takes what is missing and newer, and undo takes it back', async () => {
    const here = await profile(RECORDS);
    const backup = await parsed(here.backups, await (await profile(LATER)).backups.make('0.1.0'));
    expect((await here.backups.restore(backup, 'merge')).ok).toBe(true);
    expect(await here.database.annotations.get('a')).toMatchObject({ note: '後', rev: 2 });
    expect(await here.database.annotations.get('b')).not.toHaveProperty('deleted');
    expect(await here.database.annotations.get('c')).toEqual(mark('c'));
    expect((await here.database.settings.get('interface'))?.value).toMatchObject({ theme: 'dark' });
    expect((await here.database.positions.get('t'))?.offset).toBe(3);
    await here.ledger.undo();
    expect(await here.database.annotations.get('a')).toMatchObject({ note: '初' });
    expect(await here.database.annotations.get('c')).toHaveProperty('deleted');
    expect((await here.database.positions.get('t'))?.offset).toBe(2);
  });

  it('leaves what a person changed since when it is undone', async () => {
    const here = await profile(LATER);
    const backup = await parsed(here.backups, await (await profile(RECORDS)).backups.make('0.1.0'));
    await here.backups.restore(backup, 'replace');
    const value = { theme: 'dark', notesPane: false };
    await databaseKeeper(here.database).keep([
      { table: 'settings', record: { key: 'interface', value } },
      { table: 'positions', record: { textId: 't', offset: 9, modified: 1, rev: 30 } },
    ]);
    await here.ledger.undo();
    expect((await here.database.settings.get('interface'))?.value).toEqual({ theme: 'light', notesPane: false });
    expect((await here.database.positions.get('t'))?.offset).toBe(9);
  });

  it('changes nothing where it cannot be kept', async () => {
    const full: Keeper = { keep: () => Promise.resolve({ ok: false, reason: 'full' }) };
    const here = await profile(LATER, full);
    const before = await here.hash();
    const backup = await parsed(here.backups, await (await profile(RECORDS)).backups.make('0.1.0'));
    expect(await here.backups.restore(backup, 'replace')).toEqual({ ok: false, reason: 'full' });
    expect(await here.hash()).toBe(before);
    expect(await here.ledger.undo()).toBeUndefined();
  });

  it('is seen at once by the settings and the palette; who reads goes on reading', async () => {
    const here = await profile([]);
    const store = new SettingsStore(here.database, databaseKeeper(here.database));
    const [settings, palette] = [await LiveSettings.open(store), await LivePalette.open(store)];
    here.ledger.onBeside(settings.hear);
    here.ledger.onBeside(palette.hear);
    settings.change({ textId: 'mine' });
    await settings.settled();
    const records: Change[] = [
      { table: 'settings', record: { key: 'interface', value: { theme: 'dark', textId: 'theirs' } } },
      { table: 'settings', record: { key: 'palette', value: { labels: { yellow: '疑' } } } },
    ];
    const backup = await parsed(here.backups, await (await profile(records)).backups.make('0.1.0'));
    await here.backups.restore(backup, 'replace');
    expect(settings.current()).toMatchObject({ theme: 'dark', textId: 'mine' });
    await here.ledger.undo();
    expect(settings.current()).toMatchObject({ theme: 'system', textId: 'mine' });
    expect(palette.current().labels.yellow).toBe('');
  });
});
