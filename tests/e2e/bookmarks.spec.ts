import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, LONG, test } from './fixtures';
import { chooseScript, clickWords, markWords, notesOf, opened, selectWords, settled, textOf } from './reading-page';

const listOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Bookmarks' });
const namesOf = (page: Page): Promise<string[]> => listOf(page).locator('[data-entry]').allTextContents();
const fieldOf = (page: Page): Locator => listOf(page).getByRole('textbox', { name: 'Name of the bookmark' });

async function scroll(page: Page, top: number): Promise<void> {
  await page.locator('[data-scroller]').evaluate((scroller, to) => {
    scroller.scrollTop = to;
  }, top);
  await settled(page);
}

test('a key keeps the place that is selected; it is called by its words, in whatever script', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await expect(listOf(page)).toContainText('Press B');
  await selectWords(page, '優化科研環境');
  await page.keyboard.press('b');
  await expect(fieldOf(page)).toBeFocused();
  await expect(fieldOf(page)).toHaveValue('優化科研環境');
  await page.keyboard.press('Enter');
  await expect(textOf(page)).toBeFocused();
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await expect.poll(() => namesOf(page)).toEqual(['最佳化科研環境']);
  await scroll(page, 0);
  await listOf(page).getByRole('button', { name: '最佳化科研環境', exact: true }).click();
  await expect(textOf(page).getByText('潛心')).toBeInViewport();
  // The same place again is no second bookmark.
  await selectWords(page, '最佳化科研環境');
  await page.keyboard.press('b');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => namesOf(page)).toEqual(['最佳化科研環境']);
});

test('a name stays as it was typed; the list is in the order of the text', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await scroll(page, 900);
  await page.keyboard.press('b');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.insertText('读到这里 <b>');
  await page.keyboard.press('Enter');
  await clickWords(page, '兩個百年');
  await page.keyboard.press('Control+d');
  await expect(fieldOf(page)).toHaveValue(/^[兩個]/);
  await page.keyboard.press('Escape');
  await chooseScript(page, 'Traditional', '範式');
  const names = await namesOf(page);
  expect(names[1]).toBe('读到这里 <b>');
  expect(names[0]).toMatch(/個?百年/);
});

test('bookmarks are renamed and deleted by keys, and all of it is undone and done again', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectWords(page, '率先建成');
  await page.keyboard.press('b');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  const first = listOf(page).locator('[data-entry]').first();
  await first.focus();
  await page.keyboard.press('F2');
  await expect(fieldOf(page)).toBeFocused();
  await fieldOf(page).fill('目標');
  await page.keyboard.press('Enter');
  await expect.poll(() => namesOf(page)).toEqual(['目標']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => namesOf(page)).not.toContain('目標');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => namesOf(page)).toEqual(['目標']);
  await first.focus();
  await page.keyboard.press('Delete');
  await expect(first).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Bookmark “目標” deleted.' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => namesOf(page)).toEqual(['目標']);
  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z');
  await expect.poll(() => namesOf(page)).toEqual([]);
  await expect(page.getByRole('status').filter({ hasText: 'Undone: bookmark' })).toBeVisible();
});

test(
  'deleting bookmarks by keys goes on in their list, and never to the mark on the page',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await markWords(page, '兩個百年', 'Red');
    for (const words of ['率先建成', '意義重大']) {
      await selectWords(page, words);
      await page.keyboard.press('b');
      await expect(fieldOf(page)).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    await textOf(page).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(page.locator('li[data-id] [aria-current], li[data-id][aria-current]')).toHaveCount(1);
    await listOf(page).locator('[data-entry]').first().focus();
    await page.keyboard.press('Delete');
    await expect(listOf(page).locator('[data-entry]')).toHaveCount(1);
    await expect(listOf(page).locator('[data-entry]')).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(listOf(page).locator('[data-entry]')).toHaveCount(0);
    await expect(listOf(page)).toBeFocused();
    await page.keyboard.press('Delete');
    await textOf(page).focus();
    await expect(notesOf(page)).toHaveCount(1);
    await page.keyboard.press('Delete');
    await expect(notesOf(page)).toHaveCount(0);
  },
);

test('bookmarks are renamed and deleted by the buttons beside them', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectWords(page, '意義重大');
  await page.keyboard.press('b');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await listOf(page).getByRole('button', { name: 'Rename 意義重大' }).click();
  await fieldOf(page).fill('重大');
  // What was typed is kept when something else is clicked.
  await clickWords(page, '北京市');
  await expect.poll(() => namesOf(page)).toEqual(['重大']);
  await listOf(page).getByRole('button', { name: 'Delete 重大' }).click();
  await expect.poll(() => namesOf(page)).toEqual([]);
});

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test('bookmarks are there the next time, in dark and another language too', LONG, async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await page.keyboard.press('[');
    await selectWords(page, '實施創新范式優化工程');
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('view.add-bookmark')?.click();
    });
    // The pane comes back for it.
    await expect(fieldOf(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('radio', { name: 'Dark' }).check();
    await settings.getByRole('radio', { name: '简体中文' }).check();
    await app.close();
    app = await launch();
    page = await app.firstWindow();
    await page.getByRole('radio', { name: '简体', exact: true }).check();
    const list = page.getByRole('navigation', { name: '书签' });
    await expect(list.locator('[data-entry]')).toHaveText(['实施创新范式优化工程']);
    await list.getByRole('button', { name: '重命名“实施创新范式优化工程”' }).click();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});
