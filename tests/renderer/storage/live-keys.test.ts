import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseStroke, type Stroke } from '#core/command/stroke';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { databaseKeeper } from '../../../renderer/storage/keeper';
import { LiveKeys } from '../../../renderer/storage/live-keys';
import { SettingsStore } from '../../../renderer/storage/settings-store';

let database: Database;

beforeEach(async () => {
  database = declareDatabase(`test-${Math.random()}`);
  expect(await openDatabase(database)).toBeUndefined();
});
afterEach(() => {
  database.close();
});

const storeOf = (): SettingsStore => new SettingsStore(database, databaseKeeper(database));
const stroke = (written: string): Stroke => parseStroke(written) ?? expect.fail(written);

it('changed keys are kept, come back, and hold in the map', async () => {
  const keys = await LiveKeys.open(storeOf(), 'linux');
  const before = keys.keymap();
  keys.change({ changed: { note: [stroke('M')] } });
  expect(keys.keymap()).not.toBe(before);
  expect(keys.keymap()).toBe(keys.keymap());
  expect(await keys.settled()).toBe(true);
  const again = await LiveKeys.open(storeOf(), 'linux');
  expect(again.keymap().commandOf(stroke('M'))).toBe('note');
  expect(again.keymap().commandOf(stroke('N'))).toBeUndefined();
});

it('what is kept and cannot be read falls back one by one', async () => {
  const kept = { changed: { note: ['M'], find: 7, fly: ['J'] }, recent: 'export' };
  expect((await storeOf().put('keys', kept)).ok).toBe(true);
  const keys = await LiveKeys.open(storeOf(), 'linux');
  expect(keys.current()).toEqual({ changed: { note: ['M'] }, recent: [] });
  expect(keys.keymap().keysOf('find')).toEqual(['Mod+F', '/']);
});

it('keys that another window or a backup has kept are taken up, and those who ask hear of it', async () => {
  const keys = await LiveKeys.open(storeOf(), 'mac');
  let heard = 0;
  keys.subscribe(() => heard++);
  keys.hear([{ table: 'settings', record: { key: 'palette', value: {} } }]);
  expect(heard).toBe(0);
  keys.hear([{ table: 'settings', record: { key: 'keys', value: { changed: { where: ['J'] } } } }]);
  expect(heard).toBe(1);
  expect(keys.keymap().commandOf(stroke('J'))).toBe('where');
});

it('what was chosen in the palette is remembered, the newest first, a dozen at most', async () => {
  const keys = await LiveKeys.open(storeOf(), 'linux');
  for (let index = 0; index < 20; index++) keys.use(`c${index}`);
  keys.use('c10');
  const { recent } = keys.current();
  expect(recent.slice(0, 3)).toEqual(['c10', 'c19', 'c18']);
  expect(recent).toHaveLength(12);
  expect(await keys.settled()).toBe(true);
  expect((await LiveKeys.open(storeOf(), 'linux')).current().recent).toEqual(recent);
});
