import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { cardOf, clickWords, markWords, opened, selectWords } from './reading-page';

async function violations(page: Page): Promise<string[]> {
  // Neither Electron nor the host can open the further page that axe would want for frames.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing to mend in ${theme}`, async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
    expect(await violations(page), 'settings').toEqual([]);
    await page.keyboard.press('Escape');
    expect(await violations(page), 'an empty notes pane').toEqual([]);
    await markWords(page, '兩個百年', 'Yellow');
    await markWords(page, '意義重大', 'Blue');
    await selectWords(page, '黨中央');
    expect(await violations(page), 'the selection toolbar').toEqual([]);
    await page.keyboard.press('Escape');
    await clickWords(page, '兩個百年');
    await expect(cardOf(page)).toBeVisible();
    expect(await violations(page), 'an open card').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.mojibake').focus();
    expect(await violations(page), 'what is said of a repair').toEqual([]);
    await page.keyboard.press('Control+e');
    expect(await violations(page), 'the export dialog').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await violations(page), 'the keyboard sheet').toEqual([]);
  });
}
