import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  apart,
  beside,
  displayedBeside,
  openSecond,
  paintedIn,
  placeBeside,
  scrollColumn,
  scrolled,
  secondOf,
  selectBeside,
  together,
} from './columns-page';
import { expect, LONG, test } from './fixtures';
import { filled, openLong, scrollTo } from './long-page';
import { cardOf, chooseScript, displayed, markWords, notesOf, opened, settled, stored, textOf } from './reading-page';

const scriptBeside = (page: Page) => page.getByRole('combobox', { name: 'Script of the parallel text' });

test('a second column shows the text in a script of its own, and the page stays what it was', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const before = await displayed(page);
  await openSecond(page, '国际科技创新中心');
  expect(await displayed(page)).toBe(before);
  await expect(page.locator('main [data-parallel-block]')).toHaveCount(0);
  await expect(secondOf(page).locator('[data-block]')).toHaveCount(0);
  await expect(secondOf(page).locator('[data-parallel-block]')).toHaveCount(6);
  expect(await displayedBeside(page)).toContain('意味着');
  await expect(secondOf(page)).toHaveAttribute('lang', 'zh-Hans');
  const column = page.getByRole('region', { name: 'Second column' });
  await expect(column.getByRole('paragraph').first()).toHaveText('Simplified', { useInnerText: true });
  await scriptBeside(page).selectOption('Taiwan phrases');
  await beside(page, '全域性');
  expect(await displayed(page)).toBe(before);
  // The first column's own choice does not touch the second.
  await chooseScript(page, 'Simplified', '意味着');
  expect(await displayedBeside(page)).toContain('全域性');
  await page.getByRole('button', { name: 'Close the parallel text' }).click();
  await expect(secondOf(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Parallel text' }).click();
  await beside(page, '全域性');
});

test('one set of marks lies in both columns, one range for each block and column', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '全局中的核心', 'Red');
  await openSecond(page, '全局中的核心');
  await scriptBeside(page).selectOption('Taiwan phrases');
  await expect.poll(() => paintedIn(page, 'second')).toEqual(['全域性中的核心']);
  expect(await paintedIn(page, 'main')).toEqual(['全局中的核心']);
  await page.keyboard.press('p');
  await expect(secondOf(page)).toHaveCount(0);
  expect(await paintedIn(page, 'main')).toEqual(['全局中的核心']);
});

for (const theme of ['Light', 'Dark'] as const) {
  test(
    `in ${theme}, words are selected, marked, opened and changed in the second column as on the page`,
    LONG,
    async ({ launch }) => {
      const page = await opened(await (await launch()).firstWindow());
      await page.keyboard.press('Control+,');
      await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
      await page.keyboard.press('Escape');
      await openSecond(page, '会上');
      await selectBeside(page, '中关村管委会');
      const box = await page.getByRole('toolbar', { name: 'Selection' }).boundingBox();
      const second = await secondOf(page).boundingBox();
      expect(box?.x ?? 0).toBeGreaterThan((second?.x ?? Infinity) - 32);
      await page.keyboard.press('3');
      await expect.poll(async () => (await stored(page)).map(({ quote }) => quote.exact)).toEqual(['中關村管委會']);
      await expect.poll(() => paintedIn(page, 'main')).toEqual(['中關村管委會']);
      expect(await paintedIn(page, 'second')).toEqual(['中关村管委会']);
      // A click on the mark in the second column opens its card there, in the words of that column.
      const { from } = await placeBeside(page, '中关村');
      await page.mouse.click(from[0] + 4, from[1]);
      await expect(cardOf(page)).toContainText('中关村管委会');
      expect((await cardOf(page).boundingBox())?.x ?? 0).toBeGreaterThan((second?.x ?? Infinity) - 32);
      await cardOf(page).getByRole('textbox', { name: 'Note' }).fill('兩欄');
      // The current one is shown in both.
      expect(await page.evaluate(() => CSS.highlights.get('current')?.size)).toBe(2);
      const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Delete');
      await expect.poll(() => paintedIn(page, 'second')).toEqual([]);
      expect((await stored(page))[0]?.note).toBe('兩欄');
    },
  );
}

test(
  'the column that is scrolled leads the other, both ways, through resizing, folding and other scripts',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await openSecond(page, '国际');
    await scriptBeside(page).selectOption('Taiwan phrases');
    await beside(page, '全域性');
    for (const top of [300, 1200, 2000, 900]) {
      await scrollColumn(textOf(page), top);
      await together(page);
      expect(await scrolled(textOf(page))).toBe(top);
    }
    for (const top of [400, 1500, 700]) {
      await scrollColumn(secondOf(page), top);
      await together(page);
      expect(await scrolled(secondOf(page))).toBe(top);
    }
    await page.setViewportSize({ width: 1100, height: 700 });
    await together(page);
    await page.keyboard.press(']');
    await together(page);
    await page.keyboard.press('[');
    await together(page);
    await chooseScript(page, 'Simplified', '意味着');
    await together(page);
    await scriptBeside(page).selectOption('Original');
    await beside(page, '意味著');
    await together(page);
    await page.getByRole('switch', { name: 'Glosses' }).click();
    await together(page);
    // Nothing moves by itself afterwards.
    const [main, second] = [await scrolled(textOf(page)), await scrolled(secondOf(page))];
    await settled(page);
    expect([await scrolled(textOf(page)), await scrolled(secondOf(page))]).toEqual([main, second]);
  },
);

test('the wheel over either column moves both in every frame, and neither goes back', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await openSecond(page, '国际');
  for (const column of [textOf(page), secondOf(page)]) {
    const box = await column.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 100, 400);
    const sampling = page.evaluate(
      () =>
        new Promise<number[][]>((resolve) => {
          const scrollers = [...document.querySelectorAll('[data-scroller]')];
          const tops: number[][] = [];
          const look = (): void => {
            tops.push(scrollers.map((scroller) => scroller.scrollTop));
            if (tops.length < 40) requestAnimationFrame(look);
            else resolve(tops);
          };
          look();
        }),
    );
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 120);
    const tops = await sampling;
    for (const at of [0, 1]) {
      const one = tops.map((each) => each[at] ?? 0);
      expect(one, one.join(' ')).toEqual(one.toSorted((a, b) => a - b));
      expect(one.at(-1)).toBeGreaterThan((one[0] ?? 0) + 200);
    }
    await together(page);
  }
});

test('marks are walked by keys in both columns, and the caret walks the one in focus', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '優化科研環境', 'Green');
  await scrollColumn(textOf(page), 0);
  await openSecond(page, '国际');
  await page.keyboard.press('j');
  await together(page);
  expect(await scrolled(secondOf(page))).toBeGreaterThan(500);
  expect(await page.evaluate(() => CSS.highlights.get('flash')?.size)).toBe(2);
  await notesOf(page).first().click();
  await expect(cardOf(page)).toContainText('優化科研環境');
  await page.keyboard.press('Escape');
  // With the keyboard alone in the second column.
  await secondOf(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  await page.keyboard.press('5');
  await expect.poll(async () => (await stored(page)).length).toBe(2);
  await expect.poll(async () => (await paintedIn(page, 'second')).length).toBe(2);
  expect((await paintedIn(page, 'main')).length).toBe(2);
});

test('a menu in the second column copies its words, and a conversion is corrected there', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await openSecond(page, '国际');
  const column = page.getByRole('region', { name: 'Second column' });
  await expect(column.getByRole('paragraph').first()).toHaveText('Simplified', { useInnerText: true });
  await scriptBeside(page).selectOption('Taiwan phrases');
  await beside(page, '全域性');
  await scrollColumn(secondOf(page), 500);
  await together(page);
  const { from } = await placeBeside(page, '全域性');
  await page.mouse.click(from[0] + 4, from[1], { button: 'right' });
  await page.getByRole('menuitem', { name: 'Fix conversion…' }).click();
  const card = page.getByRole('dialog', { name: 'Fix conversion' });
  await card.getByRole('textbox', { name: 'Should read' }).fill('全局');
  await card.getByRole('radio', { name: 'Everywhere' }).check();
  await card.getByRole('button', { name: 'Save' }).click();
  await beside(page, '全局中的核心');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  expect(await displayed(page)).toContain('全局中的核心');
});

test('a long text keeps both columns together, filled as they are scrolled', LONG, async ({ launch, dir }) => {
  const page = await openLong(launch, dir);
  await openSecond(page, '第0段說');
  await scriptBeside(page).selectOption('Taiwan phrases');
  await beside(page, '網際網路');
  for (const block of [700, 1100, 300]) {
    await scrollTo(page, block);
    await together(page);
    await expect(secondOf(page).locator(`[data-parallel-block="${block}"]`)).toBeInViewport();
    await expect(secondOf(page).locator(`[data-parallel-block="${block}"]`)).toContainText(`第${block}段說`);
  }
  await filled(page);
  await expect(secondOf(page)).not.toHaveAttribute('data-filling', { timeout: 30_000 });
  await together(page);
  // Twice: the first time lays out what had only a guessed height.
  for (let pass = 0; pass < 2; pass++) {
    await secondOf(page)
      .locator('[data-parallel-block="900"]')
      .evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
      });
    await settled(page);
  }
  await together(page);
  await expect(textOf(page).locator('[data-block="900"]')).toBeInViewport();
  await page.getByRole('radio', { name: 'Traditional', exact: true }).check();
  await expect(textOf(page).locator('[data-block="900"]')).toContainText('說');
  await filled(page);
  await together(page);
  await expect(textOf(page).locator('[data-block="900"]')).toBeInViewport();
  expect(await apart(page)).toBeLessThanOrEqual(2);
});

test('the toggle is in the bar at 1024 pixels', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(page.getByRole('button', { name: 'Parallel text' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Notes pane' })).toBeInViewport({ ratio: 1 });
});

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test('the second column and its script are remembered', LONG, async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await openSecond(page, '国际');
    await scriptBeside(page).selectOption('Hong Kong');
    await expect(secondOf(page)).toHaveAttribute('lang', 'zh-Hant-HK');
    await app.close();
    app = await launch();
    page = await opened(await app.firstWindow());
    await expect(secondOf(page)).toHaveAttribute('lang', 'zh-Hant-HK');
    await expect(scriptBeside(page)).toHaveValue('hong-kong');
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('view.parallel')?.click();
    });
    await expect(secondOf(page)).toHaveCount(0);
  });
});
