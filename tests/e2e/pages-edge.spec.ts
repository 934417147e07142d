import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { handleOf } from './marks-page';
import { seen, type Seen } from './pages-page';
import { opened, paintedWords, settled, textOf } from './reading-page';

// What is selected, or moved, from one page to the next.

const LAYOUTS = ['Horizontal', 'Vertical'] as const;
type Layout = (typeof LAYOUTS)[number];

/** A place beside the words of the page: behind its last line, or before its first. */
async function beside(page: Page, layout: Layout, side: 'behind' | 'before'): Promise<[number, number]> {
  const box = await page.locator('[data-scroller]').boundingBox();
  if (box === null) throw new Error('no page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (layout === 'Horizontal') return [x, side === 'behind' ? box.y + box.height + 12 : box.y + 6];
  return [side === 'behind' ? box.x - 20 : box.x + box.width - 6, y];
}

const middleOf = ({ middles }: Seen, at: number): [number, number] => {
  const middle = middles.at(at);
  if (middle === undefined) throw new Error(`no character ${at} on the page`);
  return middle;
};

/** Waits until another page is shown, and says which. */
async function turned(page: Page, from: Seen): Promise<Seen> {
  // Often, since what is held there turns on.
  await expect.poll(async () => (await seen(page)).words, { intervals: [50] }).not.toBe(from.words);
  const now = await seen(page);
  expect(now.cut).toBe(0);
  return now;
}

/** Marks what is selected, says the words of the mark, and takes it back. */
async function marked(page: Page): Promise<string> {
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  await page.keyboard.press('1');
  await expect.poll(async () => (await paintedWords(page)).length).toBeGreaterThan(0);
  const words = (await paintedWords(page)).join('');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paintedWords(page)).toEqual([]);
  return words;
}

/** Presses between two characters, a little before the middle of the second. */
async function pressBefore(page: Page, layout: Layout, [x, y]: [number, number]): Promise<void> {
  await (layout === 'Vertical' ? page.mouse.move(x, y - 6) : page.mouse.move(x - 6, y));
  await page.mouse.down();
}

/** Drags to a character of the page that is shown and releases there, so that the character is taken or left. */
async function releaseAt(page: Page, layout: Layout, [x, y]: [number, number], by: number): Promise<void> {
  const [toX, toY] = layout === 'Vertical' ? [x, y + by] : [x + by, y];
  await page.mouse.move(toX, toY, { steps: 4 });
  await page.mouse.up();
}

/** Looks at each frame where the text stands; what is returned says at how many places it was seen until then. */
async function watchPlaces(page: Page): Promise<() => Promise<number>> {
  const places = await page.evaluateHandle(() => {
    const scroller = document.querySelector('[data-scroller]');
    const met = new Set<number>();
    const look = (): void => {
      met.add(Math.round((scroller?.scrollTop ?? 0) - (scroller?.scrollLeft ?? 0)));
      requestAnimationFrame(look);
    };
    look();
    return met;
  });
  return () => places.evaluate((met) => met.size);
}

async function draggedOver(page: Page, layout: Layout, first: Seen): Promise<Seen> {
  const behind = await beside(page, layout, 'behind');
  await pressBefore(page, layout, middleOf(first, -30));
  await page.mouse.move(...middleOf(first, -20), { steps: 3 });
  const places = await watchPlaces(page);
  // Held at the edge it turns the page, as a whole: the browser would roll it line by line.
  await page.mouse.move(...behind, { steps: 3 });
  await expect(page.locator('[data-held="forward"]')).toBeVisible();
  const second = await turned(page, first);
  expect(await places()).toBe(2);
  await releaseAt(page, layout, middleOf(second, 10), 6);
  await expect(page.locator('[data-held]')).toHaveCount(0);
  expect(await marked(page)).toBe(first.words.slice(-30) + second.words.slice(0, 11));
  expect((await seen(page)).words).toBe(second.words);
  return second;
}

async function releasedAtEdge(page: Page, layout: Layout, first: Seen, second: Seen): Promise<void> {
  // Back by the other edge; released there, it holds the words up to the edge and none of the page before.
  await pressBefore(page, layout, middleOf(second, 10));
  await page.mouse.move(...(await beside(page, layout, 'before')), { steps: 3 });
  const there = await turned(page, second);
  await page.mouse.up();
  expect(there.words).toBe(first.words);
  expect(await marked(page)).toBe(second.words.slice(0, 10));
}

/** The same by the keyboard, with the caret that a click has put down: Shift and an arrow, over the edge. */
async function extendedOver(page: Page, layout: Layout, first: Seen, second: Seen): Promise<void> {
  await page.mouse.click(...middleOf(first, -3));
  await page.keyboard.press('Escape');
  const key = layout === 'Vertical' ? 'Shift+ArrowDown' : 'Shift+ArrowRight';
  for (let left = 9; left > 0; left--) await page.keyboard.press(key);
  expect((await turned(page, first)).words).toBe(second.words);
  const words = await marked(page);
  expect(first.words + second.words).toContain(words);
  expect(words.length).toBeGreaterThanOrEqual(8);
}

/** The end of a mark, by its handle and by keys. */
async function movedOver(page: Page, layout: Layout, first: Seen, second: Seen): Promise<void> {
  await page.getByRole('button', { name: 'Previous page' }).click();
  await settled(page);
  await pressBefore(page, layout, middleOf(first, -20));
  await releaseAt(page, layout, middleOf(first, -12), 6);
  await page.keyboard.press('1');
  await page.keyboard.press('j');
  const handle = await handleOf(page, 'End').boundingBox();
  if (handle === null) throw new Error('no handle');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(...(await beside(page, layout, 'behind')), { steps: 4 });
  const there = await turned(page, first);
  await page.mouse.up();
  expect(there.words).toBe(second.words);
  await expect.poll(async () => (await paintedWords(page)).join('')).toBe(first.words.slice(-20));
  await expect(page.getByRole('list', { name: 'Annotations' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const longer = first.words.slice(-20) + second.words.slice(0, 2);
  await expect.poll(async () => (await paintedWords(page)).join('')).toBe(longer);
  expect((await seen(page)).words).toBe(second.words);
}

test('what is selected or moved over the edge of a page turns it, and covers exactly those words', async ({
  launch,
}) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.keyboard.press('Control+,');
  await page.getByRole('radio', { name: 'Pages', exact: true }).check();
  await page.keyboard.press('Escape');
  for (const layout of LAYOUTS) {
    await page.getByRole('radio', { name: layout }).check();
    await settled(page);
    await textOf(page).evaluate((main) => {
      main.focus({ preventScroll: true });
    });
    for (let left = 3; left > 0; left--) await page.keyboard.press('PageUp');
    await settled(page);
    const first = await seen(page);
    const second = await draggedOver(page, layout, first);
    // Either is told along the flow, so one layout each is enough.
    if (layout === 'Horizontal') await releasedAtEdge(page, layout, first, second);
    else await page.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(async () => (await seen(page)).words).toBe(first.words);
    await extendedOver(page, layout, first, second);
    if (layout === 'Vertical') await movedOver(page, layout, first, second);
  }
});
