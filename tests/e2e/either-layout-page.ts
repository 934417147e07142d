import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { cardOf, saved, settled } from './reading-page';
import { scrollerOf } from './vertical-page';
import { rectsOfWords, type Rect } from './words-on-page';

// What a person does with words on the page, whichever way its lines run.

const middle = ({ left, right, top, bottom }: Rect): [number, number] => [(left + right) / 2, (top + bottom) / 2];

/** Brings words to a third of the page and says where each of their characters is. */
export async function reachWords(page: Page, words: string): Promise<readonly Rect[]> {
  const [first] = await rectsOfWords(page, words);
  if (first === undefined) throw new Error(`not on the page: ${words}`);
  await scrollerOf(page).evaluate((scroller, { right, top }) => {
    const view = scroller.getBoundingClientRect();
    if (scroller.dataset['layout'] === 'vertical') scroller.scrollLeft += right - view.right + view.width / 3;
    else scroller.scrollTop += top - view.top - view.height / 3;
  }, first);
  await settled(page);
  return rectsOfWords(page, words);
}

/** Selects words with the mouse. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const rects = await reachWords(page, words);
  const isVertical = (await scrollerOf(page).getAttribute('data-layout')) === 'vertical';
  const [first, last] = [rects[0], rects.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`no characters in ${words}`);
  const [fromX, fromY] = middle(first);
  const [toX, toY] = middle(last);
  // Just inside the outer edges, so that both characters are taken.
  const off = (isVertical ? last.bottom - last.top : last.right - last.left) * 0.3;
  await page.mouse.move(isVertical ? fromX : fromX - off, isVertical ? fromY - off : fromY);
  await page.mouse.down();
  await page.mouse.move(isVertical ? toX : toX + off, isVertical ? toY + off : toY, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
}

/** Clicks the first of some words. */
export async function clickFirst(page: Page, words: string, button: 'left' | 'right' = 'left'): Promise<void> {
  const [first] = await reachWords(page, words);
  if (first === undefined) throw new Error(`no characters in ${words}`);
  await page.mouse.click(...middle(first), { button });
}

/** How a mark is made on some words. */
export interface Marking {
  readonly words: string;
  readonly colour: string;
  readonly style: string;
  readonly note?: string;
  readonly tags?: string;
}

/** Makes a mark, and leaves its card closed and no mark current. */
export async function makeMark(page: Page, { words, colour, style, note = '', tags = '' }: Marking): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press('1');
  await clickFirst(page, words);
  await expect(cardOf(page)).toBeVisible();
  for (const name of [colour, style]) await cardOf(page).getByRole('radio', { name }).check();
  await cardOf(page).getByRole('textbox', { name: 'Note' }).fill(note);
  await cardOf(page).getByRole('textbox', { name: 'Tags' }).fill(tags);
  if (note !== '' || tags !== '') await saved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
}

/** Goes back to the beginning of the text, with the mouse out of the way. */
export async function backToBeginning(page: Page): Promise<void> {
  await scrollerOf(page).evaluate((scroller) => {
    scroller.scrollTo(0, 0);
  });
  await page.mouse.move(640, 798);
  await settled(page);
}
