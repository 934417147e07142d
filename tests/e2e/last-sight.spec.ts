import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chooseScript, opened, settled, textOf } from './reading-page';
import { scrollerOf, turn } from './vertical-page';

test.use({ profile: 'persistent' });

const ROOT = resolve(__dirname, '../..');

interface HeldApp {
  readonly root: string;
  /** From here on the script of the page waits at each start. */
  readonly hold: () => void;
  /** Lets the script of the page that was started last come. */
  readonly letGo: () => Promise<void>;
}

/** A copy of the app whose entry can be held up: its file becomes a pipe, which is read once something is written to it. */
function copyOfApp(dir: string): HeldApp {
  const root = join(dir, 'app');
  cpSync(join(ROOT, 'out'), join(root, 'out'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(ROOT, 'resources'), join(root, 'resources'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const assets = join(root, 'out/renderer/assets');
  const html = readFileSync(join(root, 'out/renderer/index.html'), 'utf8');
  const entry = join(assets, readdirSync(assets).find((name) => html.includes(`src="./assets/${name}"`)) ?? '');
  const script = readFileSync(entry);
  return {
    root,
    hold: () => {
      rmSync(entry);
      execFileSync('mkfifo', [entry]);
    },
    letGo: () => writeFile(entry, script),
  };
}

/** A character, and where it stands in the window. */
interface Sign {
  readonly sign: string;
  readonly left: number;
  readonly top: number;
}

/** All characters of a text that are in sight, without readings. */
const signsIn = (page: Page, text: string): Promise<Sign[]> =>
  page.locator(text).evaluate((root) => {
    const view = root.closest('[data-scroller]')?.getBoundingClientRect();
    if (view === undefined) throw new Error('no scroller');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const signs = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as CharacterData;
      const holder = node.parentElement;
      if (holder?.checkVisibility({ contentVisibilityAuto: true }) !== true || holder.closest('rt')) continue;
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        // By its middle: the first line stands at the very edge.
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const isSeen = y >= view.top && y <= view.bottom && x >= view.left && x <= view.right;
        if (isSeen) signs.push({ sign: node.data.charAt(at), left, top });
      }
    }
    return signs;
  });

/** The language in which the words of a text are set. */
const languageOf = (page: Page, words: string): Promise<string | null | undefined> =>
  page
    .locator(words)
    .first()
    .evaluate((block) => block.closest('[lang]')?.getAttribute('lang'));

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

/** Which words moved since the page began, without anyone's doing, and when, in whole milliseconds. */
const shiftsOf = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const said: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { sources } = entry as unknown as { sources: { node: Node | null }[] };
            // Panes are filled a frame after the text.
            const words = sources.filter(
              ({ node }) => node instanceof Element && node.closest('.page-text, .last-sight, header') !== null,
            );
            if (words.length === 0) continue;
            const moved = words.map(({ node }) => node?.nodeName ?? '');
            said.push(`${Math.round(entry.startTime)} ${moved.join(' ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          done(said);
        }, 300);
      }),
  );

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
