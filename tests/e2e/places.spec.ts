import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, LONG, test } from './fixtures';
import { said } from './notes-page';
import { chooseScript, opened, selectWords, settled, textOf } from './reading-page';
import { scrollerOf } from './vertical-page';

const libraryOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Library' });
const bookmarksOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Bookmarks' });
const contentsOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Contents' });

/** What goes to the clipboard from now on, which no page may read. */
async function clipboardOf(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const seen = globalThis as { copied?: string };
    navigator.clipboard.writeText = (words) => {
      seen.copied = words;
      return Promise.resolve();
    };
  });
  return () => page.evaluate(() => (globalThis as { copied?: string }).copied ?? '');
}

/** Scrolls to a share of all that can be scrolled, whichever way lines run. */
async function scrollTo(page: Page, share: number): Promise<void> {
  await scrollerOf(page).evaluate((scroller, part) => {
    scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
    scroller.scrollLeft = -part * (scroller.scrollWidth - scroller.clientWidth);
  }, share);
  await settled(page);
}

/** How much was read, as it stands above the contents and beside the first text of the library. */
const sharesOf = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(() =>
    ['Contents', 'Library'].map(
      (name) => /\d+%/.exec(document.querySelector(`nav[aria-label="${name}"]`)?.textContent ?? '')?.[0],
    ),
  );

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test('the library says of each text how much was read, in every layout, and says it the next time', async ({
    launch,
    dir,
  }) => {
    const folder = join(dir, 'texts');
    mkdirSync(folder);
    writeFileSync(join(folder, '論語.txt'), '子曰：學而時習之，不亦說乎？');
    const app = await launch([`--texts=${folder}`]);
    let page = await opened(await app.firstWindow());
    const long = (): Locator => libraryOf(page).getByRole('button', { name: '北京國際科技創新中心建設', exact: true });
    const short = (): Locator => libraryOf(page).getByRole('button', { name: '論語', exact: true });
    const isRead = async (share: RegExp | string): Promise<void> => {
      await expect(long()).toHaveAccessibleDescription(typeof share === 'string' ? `${share} read` : share);
      await expect(long()).toContainText(share === '' ? '' : '%');
    };
    await expect(contentsOf(page)).toContainText('0%');
    await expect(long()).toHaveAccessibleDescription('');
    await expect(short()).not.toContainText('%');

    await scrollTo(page, 0.5);
    // Beside the title stands what stands above the contents, at every moment.
    const [above, beside] = await sharesOf(page);
    expect(above).toMatch(/^[45]\d%$/);
    expect(beside).toBe(above);
    await isRead(/^[45]\d% read$/);
    await page.getByRole('radio', { name: 'Vertical' }).check();
    await settled(page);
    await scrollTo(page, 0.25);
    await isRead(/^[12]\d% read$/);
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: 'Pages', exact: true }).check();
    await page.keyboard.press('Escape');
    await settled(page);
    await textOf(page).focus();
    await page.getByRole('button', { name: 'Next page' }).click();
    await isRead(/^[3-9]\d% read$/);
    for (let turns = 0; turns < 6; turns++) {
      await page.getByRole('button', { name: 'Next page' }).click();
      await settled(page);
    }
    await isRead('100%');
    await page.getByRole('button', { name: 'Previous page' }).click();
    await isRead(/^[3-9]\d% read$/);
    const before = await long().getAttribute('aria-describedby');
    const share = await page.locator(`[id="${before ?? ''}"]`).textContent();

    // All of a short text is in sight at once.
    await short().click();
    await expect(textOf(page)).toHaveText('子曰：學而時習之，不亦說乎？');
    await expect(short()).toHaveAccessibleDescription('100% read');
    await expect(long()).toHaveAccessibleDescription(share ?? '');
    await app.close();
    page = await (await launch([`--texts=${folder}`])).firstWindow();
    await expect(long()).toHaveAccessibleDescription(share ?? '');
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: '简体中文' }).check();
    await page.keyboard.press('Escape');
    const button = page.getByRole('navigation', { name: '书架' }).getByRole('button', { name: '論語', exact: true });
    await expect(button).toHaveAccessibleDescription('已读 100%');
  });
});

test('sections and bookmarks have menus, by the mouse and by keys, that do what they say', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const copied = await clipboardOf(page);
  await chooseScript(page, 'Simplified', '意味着');
  const field = bookmarksOf(page).getByRole('textbox', { name: 'Name of the bookmark' });
  await selectWords(page, '揭榜挂帅');
  await page.keyboard.press('b');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bookmarksOf(page).locator('[data-entry]')).toHaveText([/^揭榜挂帅/]);
  const section = page.getByRole('menu', { name: 'Section' });
  const entry = contentsOf(page).locator('[data-entry]', { hasText: '重点前沿' });
  await entry.click({ button: 'right' });
  await expect(section.getByRole('menuitem')).toHaveText([
    'Go there',
    'Bookmark here',
    'Copy heading',
    'Copy with citation',
  ]);
  await page.keyboard.press('Escape');
  await expect(section).toBeHidden();
  await expect(entry).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await section.getByRole('menuitem', { name: 'Copy heading' }).press('Enter');
  await said(page, 'Copied');
  expect(await copied()).toBe('重点前沿领域跨越工程');
  await expect(entry).toBeFocused();
  // The button of the menu is the next stop of Tab, for the entry that has the focus alone.
  await page.keyboard.press('Tab');
  await expect(contentsOf(page).getByRole('button', { name: 'Menu of 重点前沿领域跨越工程' })).toBeFocused();
  await expect(contentsOf(page).locator('[data-more][tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await section.getByRole('menuitem', { name: 'Go there' }).press('Enter');
  await expect(contentsOf(page).locator('[aria-current=location]')).toContainText('重点前沿');
  await entry.press('ContextMenu');
  await section.getByRole('menuitem', { name: 'Bookmark here' }).press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bookmarksOf(page).locator('[data-entry]')).toHaveCount(2);

  const menu = page.getByRole('menu', { name: 'Bookmark' });
  const first = bookmarksOf(page).locator('[data-entry]', { hasText: '揭榜挂帅' });
  await first.click({ button: 'right' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Go there',
    /Rename/,
    'Copy words',
    'Copy with citation',
    /Delete/,
  ]);
  await menu.getByRole('menuitem', { name: 'Copy with citation' }).click();
  await said(page, 'Copied with its citation');
  expect(await copied()).toMatch(/^“揭榜挂帅.*” — 《北京国际科技创新中心建设》, ¶\d$/);
  await scrollTo(page, 0);
  await first.press('Shift+F10');
  await page.keyboard.press('Enter');
  await expect(textOf(page).getByText('揭榜挂帅')).toBeInViewport();
  await first.press('ContextMenu');
  await menu.getByRole('menuitem', { name: 'Rename' }).press('Enter');
  await expect(field).toBeFocused();
  await field.fill('榜');
  await page.keyboard.press('Enter');
  const named = bookmarksOf(page).locator('[data-entry]', { hasText: /^榜$/ });
  await named.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await expect(named).toHaveCount(0);
  await expect(bookmarksOf(page).locator('[data-entry]')).toBeFocused();
});
