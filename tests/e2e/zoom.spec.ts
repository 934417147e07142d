import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { chooseItem } from './backup-page';
import { answerFiles } from './corrections-page';
import { cutOff, outOfReach } from './cut-off';
import { expect, test, type App } from './fixtures';
import { opened, settled } from './reading-page';

/** A window of 1280 × 800 at 200%, in pixels of the page. */
const AT_200 = { width: 640, height: 400 };

const NAMES = {
  English: 'Settings',
  繁體中文: '設定',
  简体中文: '设置',
} as const;

/** What is said stays on the screen for a while, and is said anew in a language that is chosen meanwhile. */
async function noticeIsSaidAnew(page: Page): Promise<void> {
  const said = page.locator('[role=status]');
  await page.locator('main').focus();
  await page.keyboard.press('Control+z');
  await expect(said.filter({ hasText: 'There is nothing to undo.' })).toHaveCount(1);
  await page.keyboard.press('Control+,');
  await page.getByRole('radio', { name: '繁體中文', exact: true }).check();
  await expect(said.filter({ hasText: '沒有可復原的動作。' })).toHaveCount(1);
  await page.getByRole('radio', { name: 'English', exact: true }).check();
  await page.keyboard.press('Escape');
}

/** Nothing that stands there is cut off, and every control can be reached. */
async function isWhole(page: Page, surface: string): Promise<void> {
  await settled(page);
  expect.soft(await cutOff(page), `words cut off: ${surface}`).toEqual([]);
  expect.soft(await outOfReach(page), `out of reach: ${surface}`).toEqual([]);
}

/** Selects some words of the text by the keyboard, whatever the language. */
async function selectByKeys(page: Page): Promise<void> {
  await page.locator('main').focus();
  for (let at = 0; at < 6; at++) await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('toolbar').first()).toBeVisible();
}

/** All surfaces, one after the other, in the language that is spoken. */
async function walk(app: App, page: Page, language: string, files: { notes: string; backup: string }): Promise<void> {
  const look = (surface: string): Promise<void> => isWhole(page, `${surface}, ${language}`);
  const away = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  };
  await look('the bar and the panes');
  await page.keyboard.press(']');
  await look('the bar and the contents alone');
  await selectByKeys(page);
  await look('the selection toolbar');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the card');
  await away();
  await away();
  // In a converted text words can be corrected.
  await page.locator('header [role="radiogroup"]').first().locator('input').nth(4).check();
  await selectByKeys(page);
  await page.keyboard.press('x');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the card of a correction');
  await away();
  await away();
  await selectByKeys(page);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await look('the menu of words');
  await away();
  for (const [surface, key] of [
    ['the settings', 'Control+,'],
    ['the export', 'Control+e'],
    ['the search', 'Control+f'],
    ['going to a link', 'Control+l'],
    ['the keyboard sheet', '?'],
  ] as const) {
    await page.locator('main').focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog').or(page.getByRole('search'))).toBeVisible();
    await look(surface);
    await away();
  }
  await answerFiles(app, files.notes);
  await chooseItem(app, 'file.import-notes');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await look('the import');
  await away();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await answerFiles(app, files.backup);
  await chooseItem(app, 'file.restore-backup');
  await expect(page.locator('dialog[open] table, dialog[open] p').first()).toBeVisible();
  await look('restoring');
  await away();
  // Work in hand gives way to nothing before it has closed.
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await chooseItem(app, 'help.check-notes');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await look('the check');
  await away();
  await page.locator('header [role="radiogroup"]').first().locator('input').first().check();
  await page.locator('main').focus();
  await page.keyboard.press(']');
}

/** The title of the text stands whole in the bar, at each width that a window has on a desk. */
async function titleIsWhole(page: Page, language: string): Promise<void> {
  for (const width of [1024, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    const room = await page.locator('header [title="北京國際科技創新中心建設"]').evaluate((title) => {
      const words = document.createRange();
      words.selectNodeContents(title);
      return title.getBoundingClientRect().width - words.getBoundingClientRect().width;
    });
    expect.soft(room, `the title at ${width}, ${language}`).toBeGreaterThanOrEqual(0);
    const overflows = await page.locator('header').evaluate((bar) => bar.scrollWidth > bar.clientWidth);
    expect.soft(overflows, `the bar at ${width}, ${language}`).toBe(false);
  }
  await page.setViewportSize(AT_200);
}

test('at 200% no words are cut off and every control is in reach, in each language', async ({ launch, dir }) => {
  test.slow();
  const files = { notes: join(dir, 'notes.csv'), backup: join(dir, 'a.zhupi-backup') };
  writeFileSync(
    files.notes,
    'Highlight,Title,Author,URL,Note,Location\n優化科研環境,北京國際科技創新中心建設,,,一則筆記,1\n',
  );
  writeFileSync(files.backup, 'no backup');
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await page.setViewportSize(AT_200);
  await noticeIsSaidAnew(page);
  let name: string = NAMES.English;
  for (const [language, next] of Object.entries(NAMES)) {
    await page.locator('main').focus();
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name }).getByRole('radio', { name: language, exact: true }).check();
    await page.keyboard.press('Escape');
    name = next;
    await titleIsWhole(page, language);
    await walk(app, page, language, files);
  }
});
