import { cpSync, existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chooseScript, opened, settled, textOf } from './reading-page';
import { scrollerOf, turn } from './vertical-page';

test.use({ profile: 'persistent' });

const ROOT = resolve(__dirname, '../..');

/** A copy of the app whose entry waits from the moment on that `hold` is called, until the page's `goOn` is. */
function copyOfApp(dir: string): { root: string; hold: () => void } {
  const root = join(dir, 'app');
  cpSync(join(ROOT, 'out'), join(root, 'out'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(ROOT, 'resources'), join(root, 'resources'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const assets = join(root, 'out/renderer/assets');
  const html = readFileSync(join(root, 'out/renderer/index.html'), 'utf8');
  const entry = readdirSync(assets).find((name) => html.includes(`src="./assets/${name}"`)) ?? '';
  const script = readFileSync(join(assets, entry), 'utf8');
  return {
    root,
    hold: () => {
      const wait = 'await new Promise((go) => { globalThis.goOn = go; });';
      writeFileSync(join(assets, entry), `${wait}${script}`);
    },
  };
}

/** A character, and where it stands in the window. */
interface Sign {
  readonly sign: string;
  readonly left: number;
  readonly top: number;
}

/** All characters of a text that stand wholly in sight. */
const signsIn = (page: Page, text: string): Promise<Sign[]> =>
  page.locator(text).evaluate((root) => {
    const view = root.closest('[data-scroller]')?.getBoundingClientRect();
    if (view === undefined) throw new Error('no scroller');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const signs = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as CharacterData;
      if (node.parentElement?.checkVisibility({ contentVisibilityAuto: true }) !== true) continue;
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        const isSeen = top >= view.top && bottom <= view.bottom && left >= view.left && right <= view.right;
        if (isSeen) signs.push({ sign: node.data.charAt(at), left, top });
      }
    }
    return signs;
  });

/** In how many frames from now on there was neither sight nor text, or both; the page counts until `counted` asks. */
const countFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const faults: string[] = [];
    Object.assign(globalThis, { faults });
    const look = (): void => {
      const [sight, text] = [document.querySelector('#last-sight'), document.querySelector('[data-block]')];
      if ((sight === null) === (text === null)) faults.push(sight === null ? 'neither' : 'both');
      requestAnimationFrame(look);
    };
    look();
  });

const faultsOf = (page: Page): Promise<unknown> => page.evaluate('faults');

/** What moved since the page began, without anyone's doing. */
const shiftsOf = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const values: number[] = [];
        new PerformanceObserver((list) => {
          values.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          done(values);
        }, 300);
      }),
  );

/** Compares what a start shows before its page is there with what it shows then. */
async function expectSameWords(page: Page): Promise<void> {
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
  expect(before.length).toBeGreaterThan(100);
  const bar = await sight
    .locator('header')
    .ariaSnapshot()
    .catch(() => '');
  expect(bar).not.toContain('button');
  await countFrames(page);
  await page.evaluate('goOn()');
  await expect(textOf(page).locator('[data-block]').first()).toBeAttached();
  await expect(sight).toHaveCount(0);
  await settled(page);
  const after = await signsIn(page, 'main.page-text');
  expect(before.map(({ sign }) => sign).join('')).toBe(after.map(({ sign }) => sign).join(''));
  const moved = after.map(({ left, top }, at) =>
    Math.hypot(left - (before[at]?.left ?? 0), top - (before[at]?.top ?? 0)),
  );
  expect(Math.max(...moved)).toBeLessThanOrEqual(1);
  expect(await faultsOf(page)).toEqual([]);
  expect(await shiftsOf(page)).toEqual([]);
}

test('a start shows at once what was read last, where it will stand, until the page is there', async ({
  launch,
  crash,
  dir,
}) => {
  const { root, hold } = copyOfApp(dir);
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
  await expectSameWords(page);
  expect(existsSync(kept)).toBe(false);
  await turn(page, 'Vertical');
  await scrollerOf(page).evaluate((scroller) => {
    scroller.scrollLeft -= 911;
  });
  await settled(page);
  await app.close();

  app = await launch([], root);
  page = await app.firstWindow();
  await expectSameWords(page);
  // The page of a reload is the plain one.
  await page.reload();
  await expect(page.locator('#root')).toBeAttached();
  await expect(page.locator('#last-sight')).toHaveCount(0);
  await page.evaluate('goOn()');
  await expect(textOf(page).locator('[data-block]').first()).toBeAttached();

  await crash();
  app = await launch([], root);
  page = await app.firstWindow();
  await expect(page.locator('#root')).toBeAttached();
  await expect(page.locator('#last-sight')).toHaveCount(0);
});
