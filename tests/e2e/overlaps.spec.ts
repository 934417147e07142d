import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, LONG, test } from './fixtures';
import { chooserOf, inSettings, spoken } from './marks-page';
import {
  cardOf,
  chooseScript,
  clickWords,
  markWords,
  notesOf,
  opened,
  paintedWords,
  saved,
  selectWords,
  textOf,
} from './reading-page';

/** Two marks over each other, with the first words of a note on the inner one. */
async function overlapping(page: Page): Promise<void> {
  await markWords(page, '智能、量子', 'Blue');
  await markWords(page, '人工智能、量子計算', 'Yellow');
  await expect(notesOf(page)).toHaveCount(2);
  await notesOf(page).nth(1).getByRole('button').click();
  await cardOf(page).getByRole('textbox', { name: 'Note' }).fill('兩個領域');
  await saved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

test(
  'a click where several marks lie asks which, in reading order; one mark opens its card',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await overlapping(page);
    await clickWords(page, '量子計算');
    const items = chooserOf(page).getByRole('menuitem');
    await expect(items).toHaveCount(2);
    await expect(items.nth(0)).toContainText('人工智能、量子計算');
    await expect(items.nth(0)).toContainText('Yellow; Highlight');
    await expect(items.nth(1)).toContainText('智能、量子');
    await expect(items.nth(1)).toContainText('兩個領域');
    await expect(cardOf(page)).toBeHidden();
    await items.nth(1).click();
    await expect(chooserOf(page)).toBeHidden();
    await expect(cardOf(page).locator('q')).toHaveText('智能、量子');
    await expect(cardOf(page)).toContainText('of 2 marks here');
    await page.keyboard.press('Escape');
    await clickWords(page, '人工智能');
    await expect(cardOf(page).locator('q')).toHaveText('人工智能、量子計算');
  },
);

test('in Taiwan phrases the keyboard asks which mark lies at the caret, and opens it', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '優化科研環境', 'Red');
  await markWords(page, '進一步優化', 'Green');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await page.keyboard.press('Escape');
  await clickWords(page, '最佳化科研環境');
  await expect(chooserOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chooserOf(page)).toBeHidden();
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  const items = chooserOf(page).getByRole('menuitem');
  await expect(items.nth(0)).toContainText('進一步最佳化');
  await expect(items.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(cardOf(page).locator('q')).toHaveText('最佳化科研環境');
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
});

test('Tab walks the marks in order, says each, and goes on after the last', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await inSettings(page, async (settings) => {
    await settings.getByRole('textbox', { name: 'Label of Blue' }).fill('term');
  });
  await overlapping(page);
  await markWords(page, '兩個百年', 'Red');
  await textOf(page).focus();
  const said = [/^Mark 1 of 3: Red; Highlight\. “兩個百年” No note$/, /^Mark 2 of 3: Yellow; Highlight\./] as const;
  await page.locator('[data-scroller]').evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  for (const words of said) {
    await page.keyboard.press('Tab');
    await expect(spoken(page, words)).toBeAttached();
  }
  await page.keyboard.press('Tab');
  await expect(spoken(page, 'Mark 3 of 3: Blue, term; Highlight. “智能、量子” Note: 兩個領域')).toBeAttached();
  await page.keyboard.press('Shift+Tab');
  await expect(spoken(page, said[1])).toBeAttached();
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press('Tab');
  // After the last mark come the stretches of which the page has something to say, one of each block.
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-block="0"] [role=mark]').first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cardOf(page).locator('q')).toHaveText('智能、量子');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect.poll(() => paintedWords(page)).toEqual(['人工智能、量子計算', '兩個百年']);
});

test('after Escape, Tab leaves the page at once, so that many marks are no trap', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '兩個百年', 'Red');
  await textOf(page).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'List of notes' })).toBeFocused();
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing to mend in the choice among marks, in ${theme}`, LONG, async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await inSettings(page, async (settings) => {
      await settings.getByRole('radio', { name: theme }).check();
    });
    await overlapping(page);
    await clickWords(page, '量子計算');
    await expect(chooserOf(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await selectWords(page, '黨中央');
  });
}
