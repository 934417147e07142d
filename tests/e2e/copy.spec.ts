import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openSecond, secondOf } from './columns-page';
import { rightClick } from './corrections-page';
import { expect, LONG, longUnless, test } from './fixtures';
import {
  cardOf,
  chooseScript,
  clickWords,
  markWords,
  notesOf,
  opened,
  selectOverParagraphs,
  selectWords,
  stored,
} from './reading-page';

/** Lets the test see what goes to the clipboard, which no page may read. */
async function watchClipboard(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const seen = { words: '' };
    Object.assign(globalThis, { seenCopy: seen });
    navigator.clipboard.writeText = (words) => {
      seen.words = words;
      return Promise.resolve();
    };
    // After the application's own listener.
    window.addEventListener('copy', (event) => {
      seen.words = event.clipboardData?.getData('text/plain') ?? '';
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seenCopy: { words: string } }).seenCopy.words);
}

async function paste(page: Page, words: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, words);
}

test(
  'the browser’s own copying gives the words as displayed, without readings, over paragraphs too',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    const copied = await watchClipboard(page);
    await chooseScript(page, 'Taiwan phrases', '最佳化');
    await selectWords(page, '最佳化科研環境');
    await page.keyboard.press('Control+c');
    await expect.poll(copied).toBe('最佳化科研環境');
    await selectOverParagraphs(page);
    await page.keyboard.press('Control+c');
    await expect.poll(copied).toBe('。\n許');
  },
);

for (const [language, expected] of [
  ['English', '“最佳化工程” — 《北京國際科技創新中心建設》, ¶4'],
  ['繁體中文', '「最佳化工程」——《北京國際科技創新中心建設》，第 4 段'],
  ['简体中文', '“最佳化工程”——《北京國際科技創新中心建設》，第 4 段'],
] as const) {
  test(`a citation follows the conventions of ${language}`, longUnless(language === 'English'), async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    const copied = await watchClipboard(page);
    await chooseScript(page, 'Taiwan phrases', '最佳化');
    await page.keyboard.press('Control+,');
    await page.locator('[role=dialog] label, dialog label', { hasText: language }).click();
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      while (node && !(node as CharacterData).data.includes('最佳化')) node = walker.nextNode();
      const at = (node as CharacterData | null)?.data.indexOf('最佳化') ?? -1;
      const end = walker.nextNode();
      if (node && end) getSelection()?.setBaseAndExtent(node, at, node, at + 5);
    });
    await page.keyboard.press('Shift+c');
    await expect.poll(copied).toBe(expected);
  });
}

test('the menu copies with a citation, as in the source, and the link to a mark', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const copied = await watchClipboard(page);
  await markWords(page, '優化工程', 'Green');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await rightClick(page, '最佳化');
  await page.getByRole('menuitem', { name: 'Copy with citation' }).click();
  await expect.poll(copied).toBe('“最佳化工程” — 《北京國際科技創新中心建設》, ¶4');
  await rightClick(page, '最佳化');
  await page.getByRole('menuitem', { name: 'Copy source' }).click();
  await expect.poll(copied).toBe('優化工程');
  await rightClick(page, '最佳化');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Copy link to mark' }).click();
  const [mark] = await stored(page);
  await expect
    .poll(copied)
    .toBe(
      `zhupi://mark/${mark?.id ?? ''}?text=bundled%3A000_e14e3f990d861e67.txt&quote=${encodeURIComponent('優化工程')}`,
    );
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
});

test(
  'by keys, what is selected or the current mark is copied; in a second column, in its script',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    const copied = await watchClipboard(page);
    await markWords(page, '意義重大', 'Red');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+c');
    await expect.poll(copied).toBe('“意義重大” — 《北京國際科技創新中心建設》, ¶2');
    await page.keyboard.press('l');
    await expect.poll(copied).toContain('zhupi://mark/');
    await openSecond(page, '意味着');
    await secondOf(page).focus();
    await page.keyboard.press('Home');
    for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+c');
    await expect.poll(copied).toMatch(/^“.+” — 《北京国际科技创新中心建设》, ¶\d$/);
  },
);

test('a link that is pasted or typed leads to its mark, from another text too, and to its words where it is gone', async ({
  launch,
  dir,
}) => {
  mkdirSync(join(dir, 'texts'));
  writeFileSync(join(dir, 'texts', '論語.txt'), '子曰：學而時習之，不亦說乎？');
  const page = await opened(await (await launch([`--texts=${join(dir, 'texts')}`])).firstWindow());
  const copied = await watchClipboard(page);
  await markWords(page, '優化科研環境', 'Green');
  await clickWords(page, '優化科研環境');
  await cardOf(page).getByRole('button', { name: 'Copy link to mark' }).click();
  await expect.poll(copied).toContain('zhupi://');
  const link = await copied();
  await page.keyboard.press('Escape');
  await page.locator('[data-scroller]').evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  await paste(page, link);
  await expect(cardOf(page)).toContainText('優化科研環境');
  await page.keyboard.press('Escape');

  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: '論語' }).click();
  await expect(page.locator('[data-block="0"]')).toContainText('學而時習之');
  await page.keyboard.press('Control+l');
  const dialog = page.getByRole('dialog', { name: 'Go to link' });
  await dialog.getByRole('textbox', { name: 'Link to a mark' }).fill('優化科研環境');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('This is no link');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('textbox').fill(` ${link} `);
  await page.keyboard.press('Enter');
  await expect(cardOf(page)).toContainText('優化科研環境');
  await expect(dialog).toHaveCount(0);
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();

  await cardOf(page).getByRole('button', { name: 'Delete' }).click();
  await expect(notesOf(page)).toHaveCount(0);
  await paste(page, link);
  await expect(page.getByRole('status').filter({ hasText: 'This mark was deleted' })).toBeVisible();
  await paste(page, link.replace(/mark\/[^?]+/, 'mark/0199f0a2-1b2c-7def-8123-456789abcdef'));
  await expect(page.getByRole('status').filter({ hasText: 'not in this library. Here' })).toBeVisible();
});
