import { afterEach, expect } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { FIRST_PALETTE, type Palette } from '#core/annotation/palette';
import type { Incoming } from '#core/exchange/incoming';
import type { Change } from '#core/kept/change';
import type { Text } from '#core/text/text';
import { AnnotationStore } from '../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase, type Database } from '../../renderer/storage/database';
import { recordsIn } from '../../renderer/storage/database-copy';
import { ImportStore, type PreparedImport } from '../../renderer/storage/import-store';
import { databaseKeeper, type Keeper } from '../../renderer/storage/keeper';
import { Ledger } from '../../renderer/storage/ledger';
import { hashOfAll, textOfLines } from './kept-records';
import { NO_PEERS } from './peers';

const databases: Database[] = [];
afterEach(() => {
  for (const database of databases.splice(0)) database.close();
});

/** The text, in Simplified. */
export const hans = (text: Text): Text => ({ ...text, script: 'hans' });
/** The text that notes go into where their file names none. */
export const TEXT = hans(textOfLines('t', 'h', ['我在互联网上写博客。', '用硬盘和U盘备份数据库。']));
/** Another text that is here. */
export const OTHER = textOfLines('other', 'o', ['另一個文本。']);

/** A profile of two texts, into which notes are imported. */
export interface Profile {
  readonly imports: ImportStore;
  readonly annotations: AnnotationStore;
  readonly ledger: Ledger;
  readonly database: Database;
  readonly hash: (less?: readonly string[]) => Promise<string>;
}

interface ProfileParts {
  readonly records?: readonly Change[];
  readonly listed?: readonly Text[];
  readonly keeper?: (database: Database) => Keeper;
  readonly palette?: Palette;
}

/** A profile with these records beside its two texts, and more texts that are listed. */
export async function profile({
  records = [],
  listed = [],
  keeper = databaseKeeper,
  palette = FIRST_PALETTE,
}: ProfileParts = {}): Promise<Profile> {
  let time = 1_000_000;
  const clock = (): number => ++time;
  const database = declareDatabase(`test-${Math.random()}`);
  databases.push(database);
  expect(await openDatabase(database)).toBeUndefined();
  const texts: Change[] = [TEXT, OTHER].map((record) => ({ table: 'texts', record }));
  expect((await databaseKeeper(database).keep([...texts, ...records])).ok).toBe(true);
  const ledger = new Ledger(database, keeper(database), clock, NO_PEERS);
  const annotations = new AnnotationStore(database, ledger, clock);
  await annotations.load();
  const imports = new ImportStore({
    ...{ database, ledger, clock, palette: () => palette, corrections: () => [], careful: () => false },
    marks: { find: annotations.find, thatMet: annotations.thatMet, ofText: annotations.marksOf },
    library: {
      list: () => Promise.resolve([TEXT, OTHER, ...listed].map(({ id, title }) => ({ id, title }))),
      read: (id) => Promise.resolve(listed.find((text) => text.id === id)),
    },
    flush: () => Promise.resolve(true),
  });
  return {
    ...{ imports, annotations, ledger, database },
    hash: async (less) => hashOfAll(await recordsIn(database), less),
  };
}

/** What importing would do. */
export const prepare = ({ imports }: Profile, incoming: Incoming, intoId = 't'): Promise<PreparedImport> =>
  imports.prepare({ format: 'test', incoming }, { intoId });

/** What is ticked at first. */
export const ticked = ({ items }: PreparedImport): ReadonlySet<number> =>
  new Set(items.filter(({ isChosen }) => isChosen).map(({ key }) => key));

/** Imports what is ticked at first. */
export async function importAll(here: Profile, incoming: Incoming): Promise<PreparedImport> {
  const prepared = await prepare(here, incoming);
  expect((await here.imports.carryOut(prepared, ticked(prepared))).ok).toBe(true);
  return prepared;
}

/** The marks that are kept. */
export const kept = async ({ database }: Profile): Promise<Annotation[]> => database.annotations.toArray();
