import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { settled } from './reading-page';
import { rectsOfWords, type Rect } from './words-on-page';

/** The scrolling element of the page. */
export const scrollerOf = (page: Page) => page.locator('[data-scroller]').first();

/** Turns the lines of the page by the switch in the bar. */
export async function turn(page: Page, layout: 'Horizontal' | 'Vertical'): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Layout' }).getByRole('radio', { name: layout }).check();
  await expect(scrollerOf(page)).toHaveAttribute('data-layout', layout.toLowerCase());
  await settled(page);
}

/**
 * Where the first occurrence of some displayed words is on the screen, brought into its middle: just inside the upper
 * edge of the first character and the lower edge of the last.
 */
export async function wordsAt(page: Page, words: string): Promise<{ from: [number, number]; to: [number, number] }> {
  const [there] = await rectsOfWords(page, words);
  await scrollerOf(page).evaluate((scroller, right) => {
    const view = scroller.getBoundingClientRect();
    scroller.scrollLeft += right - view.right + view.width / 3;
  }, there?.right ?? 0);
  await settled(page);
  const rects = await rectsOfWords(page, words);
  const [first, last] = [rects[0], rects.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`not on the page: ${words}`);
  const middle = ({ left, right }: Rect): number => (left + right) / 2;
  return {
    from: [middle(first), first.top + (first.bottom - first.top) / 5],
    to: [middle(last), last.bottom - (last.bottom - last.top) / 5],
  };
}

/** Selects displayed words of a vertical page with the mouse, from top to bottom. */
export async function selectDown(page: Page, words: string): Promise<void> {
  const { from, to } = await wordsAt(page, words);
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
}

/** How far a page stands from the beginning of its text, along its lines. */
export const scrolledBy = (page: Page): Promise<number> =>
  scrollerOf(page).evaluate(({ scrollLeft, scrollTop }) => scrollTop - scrollLeft);

/** The rectangle of an element. */
export const rectOf = (page: Page, selector: string): Promise<Rect> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    });

/** True if two rectangles have a point in common. */
export const meet = (one: Rect, other: Rect): boolean =>
  one.left < other.right - 0.5 &&
  one.right > other.left + 0.5 &&
  one.top < other.bottom - 0.5 &&
  one.bottom > other.top + 0.5;

/** The text that is selected, readings left out. */
export const selectedText = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');

/** Waits until the page has come to rest, as after a wheel was turned. */
export async function rests(page: Page): Promise<number> {
  let before = NaN;
  await expect
    .poll(async () => {
      const last = before;
      before = await scrolledBy(page);
      return before === last;
    })
    .toBe(true);
  return before;
}

/** Something over the words lies wholly inside the page, and over none of these words. */
export async function liesBeside(page: Page, popup: Rect, words: readonly Rect[]): Promise<void> {
  const view = await rectOf(page, '[data-scroller]');
  expect(popup.left).toBeGreaterThanOrEqual(view.left);
  expect(popup.right).toBeLessThanOrEqual(view.right);
  expect(popup.top).toBeGreaterThanOrEqual(view.top);
  expect(popup.bottom).toBeLessThanOrEqual(view.bottom);
  for (const word of words) expect(meet(popup, word), JSON.stringify([popup, word])).toBe(false);
}

/** Presses keys on the text faster than anybody can: no frame is drawn between them. */
export const pressAtOnce = (page: Page, keys: readonly string[]): Promise<void> =>
  page.getByRole('main', { name: 'Text' }).evaluate((text, pressed) => {
    for (const key of pressed)
      text.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, keys);
