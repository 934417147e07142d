import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { expect, LONG, test } from './fixtures';
import { chooseNotes, csvOf, drag, dropFiles, entriesOf, fatesIn, importButton, importDialog } from './import-page';
import { said } from './notes-page';
import { cardOf, chooseScript, markWords, notesOf, opened, painted, stored, textOf } from './reading-page';
import { violations } from './violations';

const TITLE = '北京國際科技創新中心建設';

const FILE = csvOf([
  { Highlight: '全局中的核心', Title: TITLE, Note: '由檔案來', Tags: '翻譯' },
  { Highlight: '优化科研环境', Title: TITLE, Note: '字形不同' },
  { Highlight: '沒有這樣的話', Title: TITLE, Note: '留著' },
  { Highlight: '', Title: TITLE, Note: '整本書' },
]);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test('notes come in by the menu: seen first, merged, to be checked, taken back, and nothing comes twice', async ({
  launch,
  dir,
}) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await markWords(page, '全局中的核心', 'Red');
  const file = join(dir, 'readwise.csv');
  writeFileSync(file, FILE);
  await chooseNotes(app, page, file);
  expect(await fatesIn(page)).toEqual({ All: 4, New: 1, Merge: 1, 'To check': 1, 'Not imported': 1 });
  await expect(entriesOf(page).filter({ hasText: '優化科研環境' })).toContainText('in the other script');
  await expect(entriesOf(page).filter({ hasText: '由檔案來' })).toContainText('takes the words of the file');
  expect((await stored(page)).map(({ note }) => note)).toEqual(['']);
  await importButton(page).click();
  await said(page, '3 notes were imported from “readwise.csv”. 1 of them is to be checked.');
  await expect(importDialog(page)).toBeHidden();
  await expect(page.getByRole('list', { name: 'Marks to check' }).getByRole('listitem')).toContainText('沒有這樣的話');
  await expect.poll(async () => (await painted(page)).flatMap(({ words }) => words)).toContain('優化科研環境');
  const once = await stored(page);
  expect(once.map(({ note }) => note).sort()).toEqual(['字形不同', '由檔案來', '留著'].sort());

  await chooseNotes(app, page, file);
  expect(await fatesIn(page)).toEqual({ All: 4, 'Here already': 3, 'Not imported': 1 });
  await expect(importDialog(page).getByRole('status')).toContainText('everything is here already');
  await expect(importButton(page)).toBeDisabled();
  await page.keyboard.press('Escape');
  expect(await stored(page)).toEqual(once);

  await page.getByRole('main', { name: 'Text' }).focus();
  await page.keyboard.press('Control+z');
  await said(page, 'Undone: import of 3 notes.');
  await expect(notesOf(page)).toHaveCount(1);
  const live = (await stored(page)).filter(({ deleted }) => deleted === undefined);
  expect(live.map(({ note, colour }) => [note, colour])).toEqual([['', 'red']]);
});

/** Two notes as EPUB Annotations have them, in an archive. */
async function archive(): Promise<Uint8Array> {
  const item = (number: number, exact: string, value: string) => ({
    id: `urn:example:${String(number)}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: '2026-11-01T08:01:00Z',
    target: { source: 'chapter.xhtml', selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] },
    body: { type: 'TextualBody', value, format: 'text/plain', color: 'pink' },
  });
  const set = {
    '@context': 'https://www.w3.org/ns/epub-anno.jsonld',
    ...{ id: 'urn:example:set', type: 'AnnotationSet', about: { 'dc:title': TITLE } },
    items: [item(1, '優化科研環境', '怎麼譯？'), item(2, '全局中的核心', '')],
  };
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  await zip.add('annotations.json', new TextReader(JSON.stringify(set)));
  return zip.close();
}

test('files that are dropped come in one after the other, an archive too', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await dropFiles(page, [
    { name: 'book.annotations', bytes: await archive() },
    { name: 'readwise.csv', bytes: utf8(FILE) },
  ]);
  expect(await fatesIn(page)).toEqual({ All: 2, New: 2 });
  await importButton(page).click();
  await expect(importDialog(page)).toContainText('readwise.csv');
  // The first file has the words of one, and a mark on those of another that says nothing.
  expect(await fatesIn(page)).toEqual({ All: 4, New: 1, Merge: 1, 'To check': 1, 'Not imported': 1 });
  await importDialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(importDialog(page)).toBeHidden();
  const marks = await stored(page);
  expect(marks.map(({ quote, note, colour }) => [quote.exact, note, colour]).sort()).toEqual([
    ['優化科研環境', '怎麼譯？', 'red'],
    ['全局中的核心', '', 'red'],
  ]);
  await dropFiles(page, [{ name: 'book.annotations', bytes: await archive() }]);
  expect(await fatesIn(page)).toEqual({ All: 2, 'Here already': 2 });
});

test('a file that is no file of notes gets a sentence, and nothing changes', async ({ launch, dir }) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await dropFiles(page, [
    { name: '小說.txt', bytes: utf8('第一回\n\n話說……') },
    { name: 'photo.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) },
  ]);
  const alert = importDialog(page).getByRole('alert');
  await expect(alert).toContainText('“小說.txt” is a text, not a file of notes.');
  await expect(alert).toContainText('Readwise');
  await importDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(alert).toContainText('“photo.jpg” is not a file of notes');
  await page.keyboard.press('Escape');
  await expect(importDialog(page)).toBeHidden();
  const broken = join(dir, 'cut.annotations');
  writeFileSync(broken, Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0));
  await chooseNotes(app, page, broken);
  await expect(alert).toContainText('“cut.annotations” is damaged');
  await page.keyboard.press('Escape');
  expect(await stored(page)).toEqual([]);
  await expect(textOf(page)).toBeVisible();
});

test('what is unticked stays out, by the keyboard too, and a fate can be shown alone', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await dropFiles(page, [{ name: 'a.csv', bytes: utf8(FILE) }]);
  await fatesIn(page);
  const first = entriesOf(page).first().getByRole('checkbox', { name: /^1: / });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(importDialog(page).getByRole('status')).toHaveText('2 of 4 will be imported.');
  await importDialog(page)
    .getByRole('radio', { name: /^To check/ })
    .check();
  await expect(entriesOf(page)).toHaveCount(1);
  await importDialog(page).getByRole('checkbox', { name: 'To check: all 1' }).uncheck();
  await importButton(page).click();
  await said(page, '1 note was imported from “a.csv”.');
  expect((await stored(page)).map(({ note }) => note)).toEqual(['由檔案來']);
});

test('dragged files are told what dropping them does, and the window never goes to them', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const files = [{ name: 'a.csv', bytes: utf8(FILE) }];
  const hint = page.getByText('Drop files here to import notes');
  await drag(page, files, ['dragenter', 'dragover']);
  await expect(hint).toBeVisible();
  await drag(page, files, ['dragleave']);
  await expect(hint).toBeHidden();
  const url = page.url();
  await dropFiles(page, files);
  await expect(importDialog(page)).toBeVisible();
  await expect(hint).toBeHidden();
  expect(page.url()).toBe(url);
});

test('a quote in Taiwan phrases finds its words, which are of another length', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await dropFiles(page, [
    { name: 'a.csv', bytes: utf8(csvOf([{ Highlight: '最佳化科研環境', Title: TITLE, Note: '詞' }])) },
  ]);
  await expect(entriesOf(page)).toContainText('as a script displays it');
  await importButton(page).click();
  await said(page, '1 note was imported');
  expect((await stored(page))[0]?.quote.exact).toBe('優化科研環境');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await expect(notesOf(page)).toContainText('最佳化科研環境');
  await notesOf(page).getByRole('button').first().click();
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('詞');
});

test('thousands of notes are listed as far as they are seen, and imported', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const rows = Array.from({ length: 3_000 }, (_each, at) => ({
    Highlight: '科技創新',
    Title: TITLE,
    Note: `第 ${String(at)} 則`,
  }));
  await dropFiles(page, [{ name: 'many.csv', bytes: utf8(csvOf(rows)) }]);
  await fatesIn(page);
  expect(await entriesOf(page).count()).toBeLessThan(60);
  await expect(entriesOf(page).first()).toHaveAttribute('aria-setsize', '3000');
  await entriesOf(page).first().getByRole('checkbox', { name: /^1: / }).focus();
  await page.keyboard.press('End');
  await expect(entriesOf(page).last().getByRole('checkbox')).toBeFocused();
  await importButton(page).click();
  await said(page, '3,000 notes were imported');
  expect(await stored(page)).toHaveLength(3_000);
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing to mend in imports in ${theme}`, LONG, async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
    await page.keyboard.press('Escape');
    await dropFiles(page, [
      { name: 'a.csv', bytes: utf8(FILE) },
      { name: 'a.txt', bytes: utf8('x') },
    ]);
    await fatesIn(page);
    expect(await violations(page), 'the plan').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(importDialog(page).getByRole('alert')).toBeVisible();
    expect(await violations(page), 'a file that is none').toEqual([]);
  });
}
