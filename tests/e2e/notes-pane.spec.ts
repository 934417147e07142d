import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './violations';
import { expect, LONG, longUnless, test } from './fixtures';
import { keepMarks, openLong } from './long-page';
import { annotate, chooseTheme, openMenu, paneOf } from './notes-page';
import { cardOf, chooseScript, markWords, notesOf, opened, textOf } from './reading-page';

type Page = Parameters<typeof notesOf>[0];
const search = (page: Page) => page.getByRole('searchbox', { name: 'Filter notes' });
const quotes = (page: Page) => notesOf(page).locator('q');

async function someNotes(page: Page): Promise<void> {
  await annotate(page, '新聞發布會', 'Yellow');
  await annotate(page, '揭榜掛帥', 'Red', '怎麼譯？', '翻譯, 術語');
  await annotate(page, '人工智能', 'Green', '与数据庫对照', '術語');
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`notes stand under the sections of the text, in its script and ${theme}`, LONG, async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await someNotes(page);
    await chooseTheme(page, theme);
    await expect(notesOf(page)).toHaveCount(3);
    const headings = paneOf(page).getByRole('heading', { level: 3 });
    await expect(headings).toHaveCount(3);
    await expect(headings.last()).toHaveText('六大工程');
    await chooseScript(page, 'Simplified', '意味着');
    await expect(headings.last()).toHaveText('六大工程');
    await expect(quotes(page)).toHaveText(['新闻发布会', '揭榜挂帅', '人工智能']);
    expect(await violations(page), 'groups').toEqual([]);
  });
}

test('filters show what is on, go together, and are taken off one by one or at once', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await someNotes(page);
  const pane = paneOf(page);
  await pane.getByRole('checkbox', { name: 'Red' }).check({ force: true });
  await expect(quotes(page)).toHaveText(['揭榜掛帥']);
  await expect(pane.getByRole('status').first()).toHaveText('1 of 3 notes');
  await pane.getByRole('checkbox', { name: 'Green' }).check({ force: true });
  await expect(quotes(page)).toHaveText(['揭榜掛帥', '人工智能']);
  await pane.getByRole('button', { name: 'Filter', exact: true }).click();
  const panel = pane.getByRole('group', { name: 'Filter', exact: true });
  await panel.getByRole('checkbox', { name: '翻譯' }).check({ force: true });
  await expect(quotes(page)).toHaveText(['揭榜掛帥']);
  await panel.getByRole('radio', { name: 'Without note' }).check({ force: true });
  await expect(notesOf(page)).toHaveCount(0);
  await expect(pane).toContainText('No note is left by these filters.');
  await panel.getByRole('radio', { name: 'With note', exact: true }).check({ force: true });
  await panel.getByRole('checkbox', { name: 'Wavy line' }).check({ force: true });
  await expect(notesOf(page)).toHaveCount(0);
  await panel.getByRole('checkbox', { name: 'Highlight' }).check({ force: true });
  await panel.getByRole('radio', { name: 'Today' }).check({ force: true });
  await expect(quotes(page)).toHaveText(['揭榜掛帥']);
  await panel.getByRole('radio', { name: 'Custom range' }).check({ force: true });
  await panel.getByLabel('To', { exact: true }).fill('2001-01-01');
  await expect(notesOf(page)).toHaveCount(0);
  expect(await violations(page), 'the filters').toEqual([]);
  await expect(panel.getByRole('button', { name: 'Clear all' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  const on = pane.getByRole('group', { name: 'Filters that are on' });
  await expect(on.getByRole('button')).toHaveText([
    'Red×',
    'Green×',
    '#翻譯×',
    'Wavy line×',
    'Highlight×',
    'With note×',
    '… – 2001-01-01×',
    'Clear all',
  ]);
  await on.getByRole('button', { name: /2001/ }).click();
  await expect(quotes(page)).toHaveText(['揭榜掛帥']);
  await on.getByRole('button', { name: 'Clear all' }).click();
  await expect(notesOf(page)).toHaveCount(3);
  await expect(on).toBeHidden();
});

for (const [script, sign, typed, found] of [
  ['Original', '意味著', '数据库', ['数据庫']],
  ['Simplified', '意味着', '新聞發', ['新闻发']],
  ['Taiwan phrases', '最佳化', '人工智慧', ['人工智慧']],
  ['Taiwan phrases', '最佳化', '人工智能', []],
  ['Hong Kong', '意味着', '术语 揭榜', ['揭榜', '術語']],
] as const) {
  test(
    `searching ${typed} in ${script} finds notes in either script, and marks what was found`,
    longUnless(typed === '人工智慧'),
    async ({ launch }) => {
      const page = await opened(await (await launch()).firstWindow());
      await someNotes(page);
      await chooseScript(page, script, sign);
      await search(page).fill(typed);
      await expect(notesOf(page)).toHaveCount(1);
      await expect(notesOf(page).locator('mark')).toHaveText([...found]);
      await search(page).fill('');
      await expect(notesOf(page)).toHaveCount(3);
      await expect(notesOf(page).locator('mark')).toHaveCount(0);
    },
  );
}

test('notes are sorted by time, under their days', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '人工智能', 'Green');
  await markWords(page, '新聞發布會', 'Yellow');
  await openMenu(page);
  await paneOf(page).getByRole('radio', { name: 'Last made' }).check({ force: true });
  await expect(quotes(page)).toHaveText(['新聞發布會', '人工智能']);
  await expect(paneOf(page).getByRole('heading', { level: 3 })).toHaveText(['Today']);
  await page.keyboard.press('Escape');
  await notesOf(page).last().click();
  await cardOf(page).getByRole('radio', { name: 'Red' }).click({ force: true });
  await openMenu(page);
  await paneOf(page).getByRole('radio', { name: 'Last changed' }).check({ force: true });
  await expect(quotes(page)).toHaveText(['人工智能', '新聞發布會']);
  expect(await violations(page), 'the panel of the list').toEqual([]);
});

test('the keyboard walks the list, searches by typing, opens and deletes', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await someNotes(page);
  await page.keyboard.press('Control+Shift+f');
  await expect(search(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const focused = page.locator(':focus').locator('q');
  await expect(focused).toHaveText('新聞發布會');
  await page.keyboard.press('End');
  await expect(focused).toHaveText('人工智能');
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveText('揭榜掛帥');
  await page.keyboard.press('Home');
  await expect(focused).toHaveText('新聞發布會');
  await page.keyboard.press('ArrowUp');
  await expect(search(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('e');
  await search(page).fill('掛');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveText('揭榜掛帥');
  await page.keyboard.press('Enter');
  await expect(cardOf(page).locator('q')).toHaveText('揭榜掛帥');
  await page.keyboard.press('Escape');
  await search(page).fill('');
  await notesOf(page).nth(1).focus();
  await page.keyboard.press('Delete');
  await expect(quotes(page)).toHaveText(['新聞發布會', '人工智能']);
  await expect(focused).toHaveText('人工智能');
});

test('notes of all texts stand under their titles, and open their text at the mark', LONG, async ({ launch, dir }) => {
  const folder = join(dir, 'texts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'other.txt'), '軟體與網路。\n第二段說人工智慧。');
  const page = await opened(await (await launch([`--texts=${folder}`])).firstWindow());
  await annotate(page, '人工智能', 'Green');
  const library = page.getByRole('navigation', { name: 'Library' });
  await library.getByRole('button', { name: 'other' }).click();
  await expect(textOf(page)).toContainText('軟體');
  await annotate(page, '網路', 'Red', '二');
  await expect(quotes(page)).toHaveText(['網路']);
  await openMenu(page);
  await paneOf(page).getByRole('radio', { name: 'All texts' }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(notesOf(page)).toHaveCount(2);
  await expect(paneOf(page).getByRole('heading', { level: 3 })).toHaveText(['other', '北京國際科技創新中心建設']);
  await chooseScript(page, 'Simplified', '软');
  await expect(notesOf(page).filter({ hasText: '人工智能' })).toBeVisible();
  await notesOf(page).filter({ hasText: '人工智能' }).click();
  await opened(page).catch(() => page);
  await expect(cardOf(page).locator('q')).toHaveText('人工智能');
  await expect(textOf(page)).toContainText('北京市');
});

test(
  'a list of a thousand notes is walked, searched and grouped, and renders only what is seen',
  LONG,
  async ({ launch, dir }) => {
    const page = await openLong(launch, dir);
    await keepMarks(page, 1_000);
    const list = page.getByRole('list', { name: 'Annotations' });
    await expect(notesOf(page).first()).toHaveAttribute('aria-setsize', '1000');
    expect(await notesOf(page).count()).toBeLessThan(60);
    await expect(list.getByRole('heading').first()).toBeVisible();
    await notesOf(page).first().getByRole('button').focus();
    await page.keyboard.press('End');
    await expect(page.locator('li:focus-within')).toHaveAttribute('aria-posinset', '1000');
    await page.keyboard.press('Home');
    await expect(page.locator('li:focus-within')).toHaveAttribute('aria-posinset', '1');
    await search(page).fill('批註998號');
    await expect(notesOf(page)).toHaveCount(1);
    await expect(notesOf(page).locator('mark')).toHaveText(['批注998号']);
    await paneOf(page).getByRole('checkbox', { name: 'Blue' }).check({ force: true });
    await expect(notesOf(page)).toHaveCount(0);
  },
);
