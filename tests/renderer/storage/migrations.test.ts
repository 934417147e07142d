import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isLive, type Annotation } from '#core/annotation/annotation';
import type { Bookmark } from '#core/bookmark/bookmark';
import type { Correction } from '#core/correction/correction';
import type { ReadingPosition } from '#core/kept/change';
import type { Text } from '#core/text/text';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { CorrectionStore } from '../../../renderer/storage/correction-store';
import { declareDatabase, openDatabase, SCHEMA_VERSION, type Database } from '../../../renderer/storage/database';
import { EditionStore } from '../../../renderer/storage/edition-store';
import { databaseKeeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { LivePalette } from '../../../renderer/storage/live-palette';
import { LiveSettings } from '../../../renderer/storage/live-settings';
import { SettingsStore } from '../../../renderer/storage/settings-store';
import { TextStore } from '../../../renderer/storage/text-store';
import { OLD_PROFILES, readProfile, writeProfile, type OldProfile } from '../../support/old-profiles';
import { NO_PEERS } from '../../support/peers';

const NOW = 1_800_000_000_000;
const clock = (): number => NOW;
let opened: Database | undefined;

afterEach(() => {
  opened?.close();
});

async function written(profile: OldProfile): Promise<string> {
  const name = `step-${String(profile.step)}-${String(Math.random())}`;
  await writeProfile({ name, profile });
  return name;
}

async function openedAs(name: string): Promise<Database> {
  opened = declareDatabase(name);
  expect(await openDatabase(opened)).toBeUndefined();
  return opened;
}

/** The records of a table; the fixture is what that version wrote, so its type is that version's word for it. */
const recordsOf = (profile: OldProfile, table: string): readonly unknown[] => profile.tables[table] ?? [];

const byKey = (records: readonly unknown[]): string[] => records.map((record) => JSON.stringify(record)).sort();

async function expectAllThere(database: Database, profile: OldProfile): Promise<void> {
  const names = new Set([...database.tables.map(({ name }) => name), ...Object.keys(profile.tables)]);
  for (const name of names) {
    expect(byKey(await database.table(name).toArray()), name).toEqual(byKey(recordsOf(profile, name)));
  }
}

it('has a frozen profile of every step of the schema', () => {
  expect(OLD_PROFILES.map(({ step }) => step)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, at) => at + 1));
  for (const { step, stores, tables } of OLD_PROFILES) {
    expect(Object.keys(tables).sort(), `step ${String(step)}`).toEqual(Object.keys(stores).sort());
    for (const records of Object.values(tables)) expect(records.length).toBeGreaterThan(0);
  }
});

describe.each(OLD_PROFILES)('a profile of step $step', (profile) => {
  it('has every record, exactly, when the present program opens it', async () => {
    const database = await openedAs(await written(profile));
    expect(database.backendDB().version).toBe(SCHEMA_VERSION * 10);
    await expectAllThere(database, profile);
  });

  it('gives its marks, corrections and bookmarks to the stores, and they can be changed', async () => {
    const database = await openedAs(await written(profile));
    const keeper = databaseKeeper(database);
    const ledger = new Ledger(database, keeper, clock, NO_PEERS);
    const marks = new AnnotationStore(database, ledger, clock);
    const corrections = new CorrectionStore(database, ledger, clock);
    await Promise.all([marks.load(), corrections.load()]);
    const kept = recordsOf(profile, 'annotations') as readonly Annotation[];
    expect(byKey(marks.allMarks())).toEqual(byKey(kept.filter(isLive)));
    expect(marks.bin().length).toBe(kept.filter((mark) => !isLive(mark) && mark.purged === undefined).length);
    expect(marks.tags().map(({ tag }) => tag)).toContain('翻譯');
    for (const mark of kept.filter(isLive)) {
      expect(await marks.edit(mark.id, { kind: 'note', note: `${mark.note} 再記` })).toMatchObject({ ok: true });
      expect((await database.annotations.get(mark.id))?.rev).toBe(mark.rev + 1);
    }
    const fixed = recordsOf(profile, 'corrections') as readonly Correction[];
    expect(corrections.current().length).toBe(fixed.filter(({ deleted }) => deleted === undefined).length);
    const places = recordsOf(profile, 'bookmarks') as readonly Bookmark[];
    for (const { id, textId } of places) {
      expect((await database.bookmarks.where({ textId }).toArray()).map((each) => each.id)).toContain(id);
    }
  });

  it('gives its settings, texts, editions and places of reading to the stores', async () => {
    const database = await openedAs(await written(profile));
    const keeper = databaseKeeper(database);
    const settings = new SettingsStore(database, keeper);
    expect((await LiveSettings.open(settings)).current()).toMatchObject({
      script: 'taiwan',
      repairs: false,
      theme: 'dark',
    });
    const { labels } = (await LivePalette.open(settings)).current();
    expect(labels.yellow).toBe(profile.step < 3 ? '' : '要點');
    const texts = new TextStore(database, keeper, clock);
    for (const text of recordsOf(profile, 'texts') as readonly Text[]) expect(await texts.get(text.id)).toEqual(text);
    for (const { textId, offset, rev } of recordsOf(profile, 'positions') as readonly ReadingPosition[]) {
      expect(await texts.position(textId)).toMatchObject({ offset });
      const text = await texts.get(textId);
      // This asks an index that only the third step made: it has to know what older steps wrote.
      await texts.putPosition(textId, text?.sourceHash ?? '', { offset: offset + 1, percent: 1 });
      expect(await texts.position(textId)).toMatchObject({ offset: offset + 1, rev: rev + 1 });
      await texts.putPosition(textId, 'another', { offset: 0, percent: 0 });
      expect(await texts.position(textId)).toMatchObject({ offset: offset + 1, rev: rev + 1 });
    }
    const editions = new EditionStore(database, keeper, new Ledger(database, keeper, clock, NO_PEERS), clock);
    for (const edition of recordsOf(profile, 'editions') as readonly { textId: string; hash: string }[]) {
      expect(await editions.get(edition.textId, edition.hash)).toEqual(edition);
    }
  });
});

/** Lets the n-th change of the schema abort the upgrade, as a death in the middle does. Returns how many there were. */
function abortAt(nth: number): () => number {
  let count = 0;
  const create = Reflect.get(IDBDatabase.prototype, 'createObjectStore');
  const index = Reflect.get(IDBObjectStore.prototype, 'createIndex');
  vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(function (this: IDBDatabase, ...args) {
    const store = create.apply(this, args);
    if (++count === nth) store.transaction.abort();
    return store;
  });
  vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(function (this: IDBObjectStore, ...args) {
    const made = index.apply(this, args);
    if (++count === nth) this.transaction.abort();
    return made;
  });
  return () => count;
}

describe('an upgrade that dies midway', () => {
  it.each(OLD_PROFILES.slice(0, -1))(
    'leaves a profile of step $step whole wherever it dies, and goes through the next time',
    async (profile) => {
      const name = await written(profile);
      const before = await readProfile(name);
      let died = 0;
      for (let nth = 1; ; nth++) {
        const changes = abortAt(nth);
        const database = declareDatabase(name);
        const failed = await openDatabase(database);
        database.close();
        vi.restoreAllMocks();
        if (changes() < nth) break;
        died++;
        expect(failed, `died at change ${String(nth)}`).toBe('unavailable');
        expect(await readProfile(name)).toEqual(before);
      }
      expect(died).toBeGreaterThan(0);
      const database = await openedAs(name);
      expect(database.backendDB().version).toBe(SCHEMA_VERSION * 10);
      await expectAllThere(database, profile);
    },
  );
});

it('leaves a profile of a newer version exactly as it is', async () => {
  const newest = OLD_PROFILES.at(-1);
  if (newest === undefined) throw new Error('there is no profile');
  const newer = {
    ...newest,
    version: (SCHEMA_VERSION + 1) * 10,
    stores: { ...newest.stores, future: { keyPath: 'id', indexes: {} } },
    tables: { ...newest.tables, future: [{ id: 'f', says: 'what is not known yet' }] },
  };
  const name = await written(newer);
  const before = await readProfile(name);
  const database = declareDatabase(name);
  expect(await openDatabase(database)).toBe('newer');
  expect(database.isOpen()).toBe(false);
  expect(await readProfile(name)).toEqual(before);
  expect(before.tables['future']).toEqual(newer.tables.future);
});
