import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '#core/kept/change';
import { codePointSpan } from '#core/support/offset';
import type { Bridge } from '../../../renderer/platform/bridge';
import { guardBy, NO_GUARD, type CopiesGuard } from '../../../renderer/storage/copies-guard';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, type Database } from '../../../renderer/storage/database';
import { journalOver } from '../../../renderer/storage/journal';
import { databaseKeeper, twofoldKeeper, type Journal } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import type { LedgerPeers, PeerMessage } from '../../../renderer/storage/ledger-peers';
import { LiveExport } from '../../../renderer/storage/live-export';
import { LivePalette } from '../../../renderer/storage/live-palette';
import { LiveSettings, type OwnPlace } from '../../../renderer/storage/live-settings';
import { recover } from '../../../renderer/storage/recovery';
import { SettingsStore } from '../../../renderer/storage/settings-store';
import { fakeLocks } from '../../support/fake-locks';
import { JournalFolder } from '../../support/journal-folder';
import { bridgeTo } from '../../support/mortal-page';
import { room } from '../../support/setting-room';

const databases: Database[] = [];
async function openedDatabase(name = `beside-${Math.random()}`): Promise<Database> {
  const database = declareDatabase(name);
  await database.open();
  databases.push(database);
  return database;
}
afterEach(() => {
  for (const database of databases.splice(0)) database.close();
});

describe('what is set, in two windows', () => {
  it('is the same in both where it is the person’s, and not where it is the window’s; a new one begins as set last', async () => {
    const database = await openedDatabase();
    const join = room();
    const storeOf = (): SettingsStore => new SettingsStore(database, databaseKeeper(database), join());
    const one = await LiveSettings.open(storeOf());
    const two = await LiveSettings.open(storeOf());
    one.change({ script: 'taiwan', notesPane: false });
    two.change({ theme: 'dark', language: 'zh-Hant' });
    expect(one.current()).toMatchObject({ script: 'taiwan', notesPane: false, theme: 'dark', language: 'zh-Hant' });
    expect(two.current()).toMatchObject({ script: 'original', notesPane: true, theme: 'dark' });
    two.change({ textId: 'b' });
    expect(one.current().textId).toBeUndefined();
    await one.settled();
    await two.settled();
    // Nothing that one window has set is lost because the other one wrote later.
    expect((await LiveSettings.open(storeOf())).current()).toMatchObject({
      ...{ script: 'taiwan', notesPane: false, theme: 'dark', language: 'zh-Hant', textId: 'b' },
    });
  });

  it('is not taken from a window that says what nobody understands', async () => {
    const database = await openedDatabase();
    const join = room();
    const settings = await LiveSettings.open(new SettingsStore(database, databaseKeeper(database), join()));
    const stranger = join();
    stranger.post({ key: 'interface', changes: { theme: 'mauve', unheard: 1 } });
    stranger.post({ key: 'interface', changes: 'dark' as unknown as object });
    stranger.post({ key: 'elsewhere', changes: { theme: 'dark' } });
    expect(settings.current()).toMatchObject({ theme: 'system' });
    expect(settings.current()).not.toHaveProperty('unheard');
  });

  it('holds for colours and for exports', async () => {
    const database = await openedDatabase();
    const join = room();
    const storeOf = (): SettingsStore => new SettingsStore(database, databaseKeeper(database), join());
    const palettes = [await LivePalette.open(storeOf()), await LivePalette.open(storeOf())] as const;
    palettes[0].change({ pen: { colour: 'blue', style: 'wavy' } });
    expect(palettes[1].current().pen).toEqual({ colour: 'blue', style: 'wavy' });
    const exports = [await LiveExport.open(storeOf()), await LiveExport.open(storeOf())] as const;
    exports[1].choose('pdf', { notes: false });
    expect(exports[0].current()).toMatchObject({ format: 'pdf', options: { pdf: { notes: false } } });
  });

  it('comes back to a window whose page is loaded anew, as that window had it', async () => {
    const database = await openedDatabase();
    const store = new SettingsStore(database, databaseKeeper(database));
    const kept = new Map<string, object>();
    const place = (name: string): OwnPlace => ({
      read: () => kept.get(name),
      write: (own) => kept.set(name, own),
    });
    const one = await LiveSettings.open(store, place('one'));
    one.change({ script: 'taiwan', textId: 'a' });
    const two = await LiveSettings.open(store, place('two'));
    two.change({ script: 'hong-kong', theme: 'dark', textId: 'b' });
    await two.settled();
    expect((await LiveSettings.open(store, place('one'))).current()).toMatchObject({
      ...{ script: 'taiwan', textId: 'a', theme: 'dark' },
    });
    // A window that is opened for a text begins with it, and otherwise as any.
    const asked: OwnPlace = { read: () => ({ textId: 'c', theme: 'light' }), write: () => undefined };
    expect((await LiveSettings.open(store, asked)).current()).toMatchObject({
      ...{ script: 'hong-kong', textId: 'c', theme: 'dark' },
    });
  });

  it('is the window’s own wherever it is about how that window shows its text', async () => {
    const database = await openedDatabase();
    const join = room();
    const storeOf = (): SettingsStore => new SettingsStore(database, databaseKeeper(database), join());
    const [one, two] = [await LiveSettings.open(storeOf()), await LiveSettings.open(storeOf())];
    const before = two.current();
    one.change({ layout: 'vertical', turning: 'pages', glosses: false, repairs: false, variants: true });
    one.change({ parallel: true, parallelScript: 'taiwan', contentsPane: false, contentsWidth: 200, notesWidth: 300 });
    expect(two.current()).toEqual(before);
    await one.settled();
  });

  it('stays in a window in which nothing was changed, whatever another one does', async () => {
    const database = await openedDatabase();
    const store = new SettingsStore(database, databaseKeeper(database));
    const one = await LiveSettings.open(store);
    one.change({ textId: 'a' });
    await one.settled();
    let kept: object | undefined;
    const place: OwnPlace = { read: () => kept, write: (own) => (kept = own) };
    await LiveSettings.open(store, place);
    one.change({ script: 'taiwan', textId: 'b' });
    await one.settled();
    const again = await LiveSettings.open(store, place);
    expect(again.current()).toMatchObject({ script: 'original', textId: 'a' });
  });

  it('tells the first start of all from every other', async () => {
    const store = new SettingsStore(await openedDatabase(), databaseKeeper(await openedDatabase()));
    expect((await LiveSettings.open(store)).isFirstStart).toBe(true);
    const database = await openedDatabase();
    const used = new SettingsStore(database, databaseKeeper(database));
    await used.put('interface', { theme: 'dark' });
    expect((await LiveSettings.open(used)).isFirstStart).toBe(false);
  });
});

describe('a window that starts while another one writes', () => {
  /** Starts a window between the two writes of a change of another one; resolves to what it mends. */
  async function startWhileWriting(guard: CopiesGuard): Promise<{ found: unknown; both: readonly Change[] }> {
    const main = new JournalFolder().open();
    const bridge: Bridge = bridgeTo(main);
    const database = await openedDatabase();
    const journal = journalOver(bridge);
    const first = twofoldKeeper(journal, database, guard);
    await recover({ bridge, database, journal, guard });
    await first.keep([{ table: 'settings', record: { key: 'a', value: 1 } }]);
    let found: Promise<unknown> = Promise.resolve();
    const slow: Journal = {
      append: async (changes) => {
        const outcome = await journal.append(changes);
        const other = await openedDatabase(database.name);
        found = recover({ bridge, database: other, journal, guard });
        // The other one has every chance to compare what is half written.
        await new Promise((resolve) => setTimeout(resolve, 50));
        return outcome;
      },
      void: (seq) => journal.void(seq),
    };
    await twofoldKeeper(slow, database, guard).keep([{ table: 'settings', record: { key: 'b', value: 2 } }]);
    const both = (await bridge.request('journal.state')).map(({ change }) => change);
    return { found: await found, both };
  }

  it('finds nothing to mend', async () => {
    const { found, both } = await startWhileWriting(guardBy(fakeLocks()));
    expect(found).toBeUndefined();
    expect(both).toHaveLength(2);
  });

  it('would take it for damage if nobody kept the two apart', async () => {
    expect((await startWhileWriting(NO_GUARD)).found).toMatchObject({ restored: new Map([['settings', 1]]) });
  });
});

describe('a note that is written in two windows at once', () => {
  it('is the later one, and undoing that brings back what was written in the other', async () => {
    const database = await openedDatabase();
    const listeners: ((message: PeerMessage) => void)[] = [];
    const peers = (own: number): LedgerPeers => ({
      post: (message) => {
        listeners.forEach((listener, index) => {
          if (index !== own) listener(structuredClone(message));
        });
        return Promise.resolve();
      },
      listen: (listener) => {
        listeners[own] = listener;
      },
    });
    let now = 1;
    const stores = await Promise.all(
      [0, 1].map(async (own) => {
        const ledger = new Ledger(database, databaseKeeper(database), () => now++, peers(own));
        const annotations = new AnnotationStore(database, ledger, () => now++);
        await annotations.load();
        return { ledger, annotations };
      }),
    );
    const [one, two] = stores;
    if (one === undefined || two === undefined) throw new Error('there are two');
    const quote = { exact: '甲乙', prefix: '', suffix: '' };
    const { made, kept } = one.annotations.add({
      ...{ id: 'a', textId: 't', textHash: 'h', target: codePointSpan(0, 2), quote, colour: 'red', script: 'original' },
    });
    await kept;
    const notes = (): (string | undefined)[] => stores.map(({ annotations }) => annotations.find(made.id)?.note);
    await one.annotations.edit('a', { kind: 'note', note: 'one' });
    await one.annotations.edit('a', { kind: 'note', note: 'one and more' });
    await two.annotations.edit('a', { kind: 'note', note: 'two' });
    expect(notes()).toEqual(['two', 'two']);
    await one.ledger.undo();
    expect(notes()).toEqual(['one and more', 'one and more']);
    // The letters of one window are one step, as ever.
    await two.ledger.undo();
    expect(notes()).toEqual(['', '']);
  });
});
