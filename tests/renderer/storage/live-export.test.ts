import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_OPTIONS } from '#core/exchange/format';
import { declareDatabase, openDatabase, type Database } from '../../../renderer/storage/database';
import { databaseKeeper } from '../../../renderer/storage/keeper';
import { LiveExport, LONGEST_TEMPLATE, parseExportChoices } from '../../../renderer/storage/live-export';
import { SettingsStore } from '../../../renderer/storage/settings-store';

let database: Database;

beforeEach(async () => {
  database = declareDatabase(`test-${Math.random()}`);
  expect(await openDatabase(database)).toBeUndefined();
});
afterEach(() => {
  database.close();
});

const opened = (): Promise<LiveExport> => LiveExport.open(new SettingsStore(database, databaseKeeper(database)));

/** How lines run on paper is not kept: they run as on the page. */
const KEPT_AT_FIRST = Object.fromEntries(Object.entries(FIRST_OPTIONS).filter(([name]) => name !== 'lines'));

const AT_FIRST = { format: 'markdown', options: {} };

describe('how a person takes notes out', () => {
  it('is Markdown at first, with what each format begins with', async () => {
    expect((await opened()).current()).toEqual(AT_FIRST);
  });

  it('is remembered for each format, with the format used last', async () => {
    const before = await opened();
    const other = 'clippings';
    before.choose('markdown', { quotes: 'both', layout: 'template', template: '{{ title }}' });
    before.choose(other, { citation: true });
    expect(await before.settled()).toBe(true);
    const { format, options } = (await opened()).current();
    expect(format).toBe(other);
    expect(options[other]).toMatchObject({ citation: true });
    expect(options['markdown']).toMatchObject({ quotes: 'both', layout: 'template', template: '{{ title }}' });
  });

  it.each([
    ['nothing', undefined],
    ['no record', 'x'],
    ['a format that is no name', { format: 7, options: {} }],
    ['options that are none', { format: 'markdown', options: 3 }],
    ['options of a prototype', { options: JSON.parse('{"__proto__":{"quotes":"both"}}') as unknown }],
  ])('is as at first where there is %s', (_what, kept) => {
    expect(parseExportChoices(kept)).toEqual(AT_FIRST);
  });

  it('keeps what was chosen for a format that is not known here, as of a newer version', () => {
    const chosen = { format: 'tei', options: { tei: { ...KEPT_AT_FIRST, citation: true } } };
    expect(parseExportChoices(chosen)).toEqual(chosen);
  });

  it('keeps each field that can be read, and no other', () => {
    const template = 'x'.repeat(LONGEST_TEMPLATE + 1);
    const options = {
      markdown: { quotes: 'both', citation: 'yes', template, layout: 'logseq', lines: 'vertical', extra: 1 },
    };
    expect(parseExportChoices({ format: 'markdown', options }).options['markdown']).toEqual({
      ...KEPT_AT_FIRST,
      ...{ quotes: 'both', layout: 'logseq' },
    });
  });

  it('is as in a backup that is restored, and who shows it hears so', async () => {
    const live = await opened();
    let heard = 0;
    live.subscribe(() => heard++);
    const value = { format: 'markdown', options: { markdown: { ...FIRST_OPTIONS, quotes: 'source' } } };
    live.hear([{ table: 'settings', record: { key: 'palette', value } }]);
    expect(heard).toBe(0);
    live.hear([{ table: 'settings', record: { key: 'export', value } }]);
    expect(heard).toBe(1);
    expect(live.current().options['markdown']?.quotes).toBe('source');
  });
});
