import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chooseScript, opened, settled, textOf } from './reading-page';
import { copyOfApp, countFrames, faultsOf, languageOf, shiftsOf, signsIn } from './sight-page';
import { scrollerOf, turn } from './vertical-page';

test.use({ profile: 'persistent' });

/** Compares what a start shows before its page is there with what it shows then. */
async function expectSameWords(page: Page, letGo: () => Promise<void>): Promise<void> {
  const sight = page.locator('#last-sight');
  await expect(sight).toBeVisible();
  await settled(page);
  // Nobody hears or reaches it, and nothing in it is taken for the page.
  expect(await page.locator('body').ariaSnapshot()).toBe('');
  expect(
    await page
      .locator('[data-block], [id]:not(#root, #last-sight), [href], [style]')
      .evaluateAll((all) => all.filter((one) => one.closest('body')).length),
  ).toBe(0);
  const before = await signsIn(page, '#last-sight .page-text');
  const worn = await languageOf(page, '#last-sight .page-text p');
  expect(before.length).toBeGreaterThan(100);
  const bar = await sight
    .locator('header')
    .ariaSnapshot()
    .catch(() => '');
  expect(bar).not.toContain('button');
  await countFrames(page);
  await letGo();
  await expect(textOf(page).locator('[data-block]').first()).toBeAttached();
  await expect(sight).toHaveCount(0);
  await settled(page);
  const after = await signsIn(page, 'main.page-text');
  expect(before.map(({ sign }) => sign).join('')).toBe(after.map(({ sign }) => sign).join(''));
  const moved = after.map(({ left, top }, at) =>
    Math.hypot(left - (before[at]?.left ?? 0), top - (before[at]?.top ?? 0)),
  );
  expect(Math.max(...moved)).toBeLessThanOrEqual(1);
  // Forms of characters and signs follow it.
  expect(worn).toBe('zh-Hans');
  expect(await languageOf(page, 'main.page-text p')).toBe(worn);
  expect(await faultsOf(page)).toEqual([]);
  expect(await shiftsOf(page)).toEqual([]);
}

test('a start shows at once what was read last, where it will stand, until the page is there', async ({
  launch,
  crash,
  dir,
}) => {
  test.skip(process.platform === 'win32', 'there are no pipes among its files');
  const { root, hold, letGo } = copyOfApp(dir);
  const kept = join(dir, 'profile/sight.json');
  let app = await launch([], root);
  let page = await opened(await app.firstWindow());
  await chooseScript(page, 'Simplified', '两个百年');
  await scrollerOf(page).evaluate((scroller) => {
    scroller.scrollTop = 1_237;
  });
  await settled(page);
  await app.close();
  expect(existsSync(kept)).toBe(true);

  hold();
  app = await launch([], root);
  page = await app.firstWindow();
  await expectSameWords(page, letGo);
  expect(existsSync(kept)).toBe(false);
  await turn(page, 'Vertical');
  await scrollerOf(page).evaluate((scroller) => {
    scroller.scrollLeft -= 911;
  });
  await settled(page);
  await app.close();

  app = await launch([], root);
  page = await app.firstWindow();
  await expectSameWords(page, letGo);
  // The page of a reload is the plain one.
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('#root')).toBeAttached();
  await expect(page.locator('#last-sight')).toHaveCount(0);
  await letGo();
  await expect(textOf(page).locator('[data-block]').first()).toBeAttached();

  await crash();
  app = await launch([], root);
  page = await app.firstWindow();
  await expect(page.locator('#root')).toBeAttached();
  await expect(page.locator('#last-sight')).toHaveCount(0);
  await letGo();
  await expect(textOf(page).locator('[data-block]').first()).toBeAttached();
});
