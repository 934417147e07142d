import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openSecond } from './columns-page';
import { expect, LONG, test } from './fixtures';
import { chooseScript, opened, settled, textOf } from './reading-page';
import {
  copyOfApp,
  countFrames,
  faultsOf,
  fontsAsked,
  languageOf,
  looksOf,
  scriptsAsked,
  shiftsOf,
  signsIn,
} from './sight-page';
import { typeSection } from './type-page';
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
  // Words come before scripts.
  expect(await scriptsAsked(page)).toEqual([]);
  const before = await signsIn(page, '#last-sight .page-text');
  const worn = await languageOf(page, '#last-sight .page-text p');
  const looks = await looksOf(page, '#last-sight .page-text');
  expect(before.length).toBeGreaterThan(60);
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
  expect(await looksOf(page, 'main.page-text')).toEqual(looks);
  expect(await faultsOf(page)).toEqual([]);
  expect(await shiftsOf(page)).toEqual([]);
}

interface Choices {
  readonly face: string;
  readonly size: string;
  readonly theme: string;
  readonly turning: string;
}

/** Chooses in the settings how the page is set and turned. */
async function choose(page: Page, { face, size, theme, turning }: Choices): Promise<void> {
  const type = await typeSection(page);
  await type.getByRole('radio', { name: face, exact: true }).check();
  await type.getByRole('slider', { name: 'Size', exact: true }).fill(size);
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: theme, exact: true }).check();
  await settings.getByRole('radio', { name: turning, exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await settled(page);
}

/** Folds the panes, or opens them. */
async function pressPanes(page: Page): Promise<void> {
  await page.keyboard.press('[');
  await page.keyboard.press(']');
  await settled(page);
}

test('a start shows at once what was read last, where it will stand, until the page is there', async ({
  launch,
  crash,
  dir,
}) => {
  test.skip(process.platform === 'win32', 'there are no pipes among its files');
  // Each start is that of a browser of its own.
  test.slow();
  const { root, hold, letGo } = copyOfApp(dir);
  const kept = join(dir, 'profile/sight.json');
  let app = await launch([], root);
  let page = await opened(await app.firstWindow());
  await chooseScript(page, 'Simplified', '两个百年');
  await scrollerOf(page).evaluate((scroller) => {
    scroller.scrollTop = 1_237;
  });
  await settled(page);
  const fonts = await fontsAsked(page);
  await app.close();
  expect(existsSync(kept)).toBe(true);

  hold();
  app = await launch([], root);
  page = await app.firstWindow();
  await expectSameWords(page, letGo);
  expect(existsSync(kept)).toBe(false);
  // What is shown at once is set in fonts that the page has, and needs no more of them.
  const again = await fontsAsked(page);
  expect(again.length).toBeGreaterThan(2);
  expect(again.filter((name) => !fonts.includes(name))).toEqual([]);

  // The start beside a second column, in another face and theme, without panes.
  await choose(page, { face: 'Kai', size: '20', theme: 'Dark', turning: 'Scroll' });
  await pressPanes(page);
  await openSecond(page, '兩個百年');
  await scrollerOf(page).evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  await settled(page);
  await app.close();
  app = await launch([], root);
  page = await app.firstWindow();
  await expectSameWords(page, letGo);

  await crash();
  app = await launch([], root);
  page = await app.firstWindow();
  await expect(page.locator('#root')).toBeAttached();
  await expect(page.locator('#last-sight')).toHaveCount(0);
  await letGo();
  await expect(textOf(page).locator('[data-block]').first()).toBeAttached();
});

test(
  'a start shows columns where they will stand, in pages, in a narrow window and in the colours of the system',
  LONG,
  async ({ launch, dir }) => {
    test.skip(process.platform === 'win32', 'there are no pipes among its files');
    test.slow();
    const { root, hold, letGo } = copyOfApp(dir);
    let app = await launch([], root);
    let page = await opened(await app.firstWindow());
    await chooseScript(page, 'Simplified', '两个百年');
    await pressPanes(page);
    await choose(page, { face: 'Sans', size: '32', theme: 'High contrast', turning: 'Pages' });
    await turn(page, 'Vertical');
    await scrollerOf(page).evaluate((scroller) => {
      scroller.scrollLeft = 0;
    });
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 720, height: 800 });
    });
    await settled(page);
    await app.close();
    hold();
    app = await launch([], root);
    page = await app.firstWindow();
    await page.emulateMedia({ forcedColors: 'active' });
    await expectSameWords(page, letGo);

    await pressPanes(page);
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
  },
);

test('the scripts of the page are asked for once its words were drawn', LONG, async ({ launch }) => {
  let app = await launch();
  await opened(await app.firstWindow());
  await app.close();
  app = await launch();
  const page = await opened(await app.firstWindow());
  const drawn = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    // When the frame was made; when it reached the screen may be some frames later.
    return (paint as unknown as { readonly paintTime: number } | undefined)?.paintTime;
  });
  const asked = (await scriptsAsked(page)).filter(({ name }) => name.startsWith('application'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.at).toBeGreaterThanOrEqual(drawn ?? Infinity);
});
