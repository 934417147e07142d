import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codePointSpan } from '#core/support/offset';
import { AnnotationStore } from '../../../renderer/storage/annotation-store';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { databaseKeeper } from '../../../renderer/storage/keeper';
import { Ledger } from '../../../renderer/storage/ledger';
import { LivePalette } from '../../../renderer/storage/live-palette';
import { LiveSettings } from '../../../renderer/storage/live-settings';
import { SettingsStore } from '../../../renderer/storage/settings-store';
import { NO_PEERS } from '../../support/peers';

let database: Database;
const clock = (): number => 1;

beforeEach(async () => {
  database = declareDatabase(`test-${Math.random()}`);
  expect(await openDatabase(database)).toBeUndefined();
});
afterEach(() => {
  database.close();
});

const storeOf = (): SettingsStore => new SettingsStore(database, databaseKeeper(database));

it('a palette and the settings are each kept under a key of their own, and come back', async () => {
  const palette = await LivePalette.open(storeOf());
  const settings = await LiveSettings.open(storeOf());
  palette.change({ pen: { colour: 'blue', style: 'wavy' } });
  settings.change({ theme: 'dark' });
  expect(await palette.settled()).toBe(true);
  expect(await settings.settled()).toBe(true);
  expect((await LivePalette.open(storeOf())).current().pen).toEqual({ colour: 'blue', style: 'wavy' });
  expect((await LiveSettings.open(storeOf())).current().theme).toBe('dark');
});

it('a change that cannot be kept is told, and holds meanwhile', async () => {
  const store = new SettingsStore(database, { keep: () => Promise.resolve({ ok: false, reason: 'full' }) });
  const palette = await LivePalette.open(store);
  let failures = 0;
  palette.onFailure(() => failures++);
  palette.change({ pen: { colour: 'red', style: 'outline' } });
  expect(await palette.settled()).toBe(false);
  expect(failures).toBe(1);
  expect(palette.current().pen.colour).toBe('red');
});

it('a colour counts as used by any mark, one in the bin included', async () => {
  const ledger = new Ledger(database, databaseKeeper(database), clock, NO_PEERS);
  const marks = new AnnotationStore(database, ledger, clock);
  expect(marks.hasColour('own-2')).toBe(false);
  const { made, kept } = marks.add({
    id: 'a',
    textId: 't',
    textHash: 'h',
    target: codePointSpan(0, 1),
    quote: { exact: '甲', prefix: '', suffix: '' },
    colour: 'own-2',
    script: 'original',
  });
  await kept;
  await marks.edit(made.id, { kind: 'delete' });
  expect(marks.hasColour('own-2')).toBe(true);
  expect(marks.hasColour('own-1')).toBe(false);
});
