import { expect, type Locator, type Page } from '@playwright/test';
import { notesOf, type StoredMark } from './reading-page';
import { rectsOfWords } from './words-on-page';

/** A mark as it lies in the database, with what resizing and restyling change. */
export interface StoredLook extends StoredMark {
  readonly style: string;
  readonly history: readonly { readonly quote: { readonly exact: string } }[];
}

/** What was said in passing: the region that speaks. */
export const spoken = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: words }).first();

/** The toolbar of the selection. */
export const toolbarOf = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selection' });

/** What asks which of several marks is meant. */
export const chooserOf = (page: Page): Locator => page.getByRole('menu', { name: 'Marks here' });

/** The handle at an end of the current mark. */
export const handleOf = (page: Page, end: 'Start' | 'End'): Locator =>
  page.getByRole('button', { name: `${end} of the mark` });

/** Opens the settings, does something there and closes them. */
export async function inSettings(page: Page, act: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await act(dialog);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** Selects some notes of the list, by their numbers, with the mouse and Ctrl. */
export async function pick(page: Page, ...numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await notesOf(page)
      .nth(number)
      .click({ modifiers: ['ControlOrMeta'] });
  }
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where the edge of a displayed character is on the screen: that before it, or that behind it. */
export async function edgeOf(page: Page, words: string, side: 'before' | 'behind'): Promise<Spot> {
  const rects = await rectsOfWords(page, words);
  const rect = side === 'behind' ? rects.at(-1) : rects[0];
  if (rect === undefined) throw new Error(`not on the page: ${words}`);
  const { left, top, right, bottom } = rect;
  const layout = await page.locator('[data-scroller]').first().getAttribute('data-layout');
  if (layout === 'vertical') return { x: (left + right) / 2, y: side === 'behind' ? bottom : top };
  return { x: side === 'behind' ? right : left, y: (top + bottom) / 2 };
}

/** Presses the mouse on the handle of the current mark's end, whose edge is at this place. */
export async function grab(page: Page, end: 'Start' | 'End', edge: Spot): Promise<void> {
  await expect(handleOf(page, end)).toBeVisible();
  const box = await handleOf(page, end).boundingBox();
  if (box === null) throw new Error('the handle is nowhere');
  const isVertical = box.width > box.height;
  // Outside of the mark, where the handle can be touched and the words cannot.
  const out = end === 'Start' ? -8 : 8;
  await page.mouse.move(edge.x + (isVertical ? 0 : out), edge.y + (isVertical ? out : 0));
  await page.mouse.down();
}

/** Moves what was grabbed at one edge to another, and does not release it. */
export async function dragTo(page: Page, end: 'Start' | 'End', to: Spot): Promise<void> {
  const box = await handleOf(page, end).boundingBox();
  const isVertical = box !== null && box.width > box.height;
  const out = end === 'Start' ? -8 : 8;
  await page.mouse.move(to.x + (isVertical ? 0 : out), to.y + (isVertical ? out : 0), { steps: 6 });
}
