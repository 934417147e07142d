import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { textOf } from './reading-page';
import { turn } from './vertical-page';

const TITLE = '2021年北京科技18講';
const TEXT = Array.from({ length: 12 }, (_line, at) => `第${at}段。科學(xué)榜上，2021年公(gōng)布了18項。`).join('\n');

/** How long numbers of the title are along their column, in characters of it. */
const lengths = (page: Page): Promise<Record<string, number>> =>
  page.locator('[data-head] h1').evaluate((title) => {
    const size = parseFloat(getComputedStyle(title).fontSize);
    return Object.fromEntries(
      Array.from(title.querySelectorAll('b'), (number) => [
        number.textContent,
        number.getBoundingClientRect().height / size,
      ]),
    );
  });

test('above a text in columns figures stand upright, and counts are written out in Chinese', async ({
  launch,
  dir,
}) => {
  const folder = join(dir, 'texts');
  mkdirSync(folder);
  writeFileSync(join(folder, `${TITLE}.txt`), TEXT);
  const page = await (await launch([`--texts=${folder}`])).firstWindow();
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: TITLE }).click();
  await expect(textOf(page)).toContainText('第11段');
  const head = page.locator('[data-head]');
  await turn(page, 'Vertical');
  await expect(head.getByRole('heading')).toHaveText(TITLE);
  // Digit by digit the year is more than three characters long, on its side two; the short number takes one cell.
  const { '2021': year = 0, '18': short = 0 } = await lengths(page);
  expect(year).toBeGreaterThan(3);
  expect(short).toBeGreaterThan(0.5);
  expect(short).toBeLessThan(1.2);
  // English lies on its side there, with its figures.
  await expect(head).toContainText('24 glosses');
  for (const [language, inColumns, inLines] of [
    ['繁體中文', '二十四處夾注', '24 處夾注'],
    ['简体中文', '二十四处夹注', '24 处夹注'],
  ] as const) {
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: language, exact: true }).check();
    await page.keyboard.press('Escape');
    await expect(head).toContainText(inColumns);
    await page.keyboard.press('v');
    await expect(head).toContainText(inLines);
    await page.keyboard.press('v');
  }
  await page.keyboard.press('v');
  await expect(head.getByRole('heading')).toHaveText(TITLE);
});
