import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { codePointSpan } from '#core/support/offset';
import type { Recovery } from '../../../renderer/storage/recovery';
import { JournalFolder } from '../../support/journal-folder';
import { buryPage, Fate, startPage } from '../../support/mortal-page';

const ID = '01a21892-c05a-7287-af79-b68b623bfde1';
const FILE = '2026-11.journal';

it.each([
  ['its note', '記', '訛'],
  ['its very id', ID, `${ID.slice(0, 8)}?${ID.slice(9)}`],
])('names a mark whose last entry was hit in %s, where the database is gone as well', async (_what, from, to) => {
  const folder = new JournalFolder();
  const name = `names-${Math.random()}`;
  const page = await startPage(folder, name, new Fate(), () => 1);
  const { kept } = page.store.add({
    ...{ id: ID, textId: 't', textHash: 'h', target: codePointSpan(0, 2), script: 'taiwan', colour: 'yellow' },
    quote: { exact: '甲乙', prefix: '', suffix: '' },
  });
  await kept;
  await page.store.edit(ID, { kind: 'note', note: '記' });
  buryPage(page);
  await Dexie.delete(name);
  const lines = folder.files.bytes(FILE).toString('utf8').split('\n');
  const last = lines.findLastIndex((line) => line.includes('記'));
  folder.files.put(FILE, Buffer.from(lines.with(last, lines[last]?.replace(from, to) ?? '').join('\n')));
  const again = await startPage(folder, name, new Fate(), () => 2);
  expect((again.found as Recovery).damaged).toEqual(['甲乙']);
  expect(again.store.find(ID)?.note).toBe('');
  buryPage(again);
});
