import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, LONG, test } from './fixtures';
import { chooseScript, displayed, markWords, opened, paintedWords, textOf } from './reading-page';

const aid = (page: Page): Locator =>
  page.getByRole('group', { name: 'Reading aids' }).getByRole('switch', { name: 'Variants' });
const variantsOf = (page: Page): Locator => textOf(page).locator('.variant');
const tipOf = (page: Page): Locator => page.locator('#notice-tip');

/** The bundled text in Traditional, with its ambiguous characters marked. */
async function withVariants(page: Page): Promise<Page> {
  await opened(page);
  await chooseScript(page, 'Traditional', '並回答');
  await aid(page).click();
  await expect(variantsOf(page)).toHaveCount(71);
  return page;
}

test('Variants marks what could be shown otherwise, and nothing else on the page changes', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await expect(aid(page)).not.toBeChecked();
  await chooseScript(page, 'Traditional', '並回答');
  const text = await displayed(page);
  const readings = await textOf(page).locator('rt').allTextContents();
  await markWords(page, '新聞發佈會', 'Yellow');
  const repairs = await textOf(page).locator('.repair').count();
  await expect(variantsOf(page)).toHaveCount(0);

  await aid(page).click();
  await expect(variantsOf(page)).toHaveCount(71);
  expect(await displayed(page)).toBe(text);
  expect(await textOf(page).locator('rt').allTextContents()).toEqual(readings);
  await expect(textOf(page).locator('.repair')).toHaveCount(repairs);
  expect(await paintedWords(page)).toEqual(['新聞發佈會']);
  // 發 carries its reading within the sign.
  await expect(variantsOf(page).filter({ hasText: '發' }).first().locator('rt')).toHaveText('fā');

  await chooseScript(page, 'Original', '并回答');
  await expect(variantsOf(page)).toHaveCount(0);
  await chooseScript(page, 'Simplified', '意味着');
  await expect(variantsOf(page)).toHaveText(['着']);
  await chooseScript(page, 'Traditional', '並回答');
  await aid(page).click();
  await expect(variantsOf(page)).toHaveCount(0);
  expect(await displayed(page)).toBe(text);
});

test('a variant says by mouse what stands in the source and what else it could be', LONG, async ({ launch }) => {
  const page = await withVariants(await (await launch()).firstWindow());
  await variantsOf(page).filter({ hasText: '範' }).first().hover();
  await expect(tipOf(page)).toContainText('范 → 範');
  await expect(tipOf(page)).toContainText('范');
  await page.mouse.move(5, 5);
  await expect(tipOf(page)).toBeHidden();
});

test('a variant says the same by keyboard, and Escape closes what is open', LONG, async ({ launch }) => {
  const page = await withVariants(await (await launch()).firstWindow());
  await textOf(page).locator('[data-block="0"] [role=mark][tabindex="0"]').focus();
  // From what is marked to what is marked, repairs among them.
  for (let step = 0; step < 20 && (await tipOf(page).textContent()) !== null; step++) {
    if ((await tipOf(page).textContent())?.includes('→') === true) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(textOf(page).locator(':focus')).toHaveClass('variant');
  await expect(tipOf(page)).toContainText('→');
  await expect(textOf(page).locator(':focus')).toHaveAttribute('aria-describedby', 'notice-tip');
  await page.keyboard.press('Escape');
  await expect(tipOf(page)).toBeHidden();
  await expect(textOf(page).locator('[data-block="0"] [role=mark][tabindex="0"]')).toHaveCount(1);
});

test('Variants stays as it was set', LONG, async ({ launch }) => {
  const page = await withVariants(await (await launch()).firstWindow());
  await expect(aid(page)).toBeChecked();
  await page.reload();
  await opened(page);
  await expect(aid(page)).toBeChecked();
  await expect(variantsOf(page)).toHaveCount(71);
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing to mend with variants in ${theme}`, LONG, async ({ launch }) => {
    const page = await withVariants(await (await launch()).firstWindow());
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
    await page.keyboard.press('Escape');
    await variantsOf(page).first().focus();
    await expect(tipOf(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual([]);
  });
}

test(
  'a variant is corrected with one click, and the tip waits for the mouse on its way there',
  LONG,
  async ({ launch }) => {
    const page = await withVariants(await (await launch()).firstWindow());
    const character = variantsOf(page).filter({ hasText: '佈' });
    await character.hover();
    const button = page.getByRole('button', { name: 'Show 布 here' });
    const to = await button.boundingBox();
    const from = await character.boundingBox();
    if (!to || !from) throw new Error('not on the screen');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height - 2);
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await page.waitForTimeout(600);
    await button.click();
    await expect.poll(() => displayed(page)).toContain('新聞發布會');
    await expect(tipOf(page)).toBeHidden();
  },
);

test('a variant is corrected by keyboard, and the focus stays on its character', LONG, async ({ launch }) => {
  const page = await withVariants(await (await launch()).firstWindow());
  await variantsOf(page).filter({ hasText: '佈' }).focus();
  await page.keyboard.press('ArrowDown');
  const button = page.getByRole('button', { name: 'Show 布 here' });
  await expect(button).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(variantsOf(page).filter({ hasText: '佈' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(tipOf(page)).toBeHidden();
  await expect(variantsOf(page).filter({ hasText: '佈' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(textOf(page).locator(':focus')).not.toHaveText('佈');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => displayed(page)).toContain('新聞發布會');
  await expect(textOf(page).locator(':focus')).toHaveText('布');
});
