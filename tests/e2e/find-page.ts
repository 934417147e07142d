import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** The row in which words are looked for. */
export const findBar = (page: Page): Locator => page.getByRole('search', { name: 'Find in text' });

/** Its field. */
export const findField = (page: Page): Locator => findBar(page).getByRole('searchbox', { name: 'Find' });

/** All hits, line by line. */
export const hitLines = (page: Page): Locator => page.getByRole('list', { name: 'Hits' }).getByRole('listitem');

/** Waits until the row counts so: the number of the current hit, and how many there are. */
export const counts = (page: Page, current: number, all: number): Promise<void> =>
  expect(findBar(page).getByRole('status')).toHaveText(`${current} of ${all}`);

/** The words that a highlight covers, in the order of the page, readings left out. */
export const highlighted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...(CSS.highlights.get(wanted) ?? [])].map((still) => {
        const range = document.createRange();
        range.setStart(still.startContainer, still.startOffset);
        range.setEnd(still.endContainer, still.endOffset);
        const content = range.cloneContents();
        content.querySelectorAll('rt').forEach((reading) => {
          reading.remove();
        });
        return content.textContent;
      }),
    name,
  );

/** Waits until these words are painted as hits: the current one, and the others. */
export async function paints(page: Page, current: string, others: readonly string[]): Promise<void> {
  await expect.poll(() => highlighted(page, 'found-current')).toEqual([current]);
  await expect.poll(() => highlighted(page, 'found')).toEqual(others);
}

/** Where the current hit is: true if it is wholly within the page, below the row. */
export const currentIsInSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [still] = CSS.highlights.get('found-current') ?? [];
    const box = document.querySelector('[data-scroller]')?.getBoundingClientRect();
    if (still === undefined || box === undefined) return false;
    const range = document.createRange();
    range.setStart(still.startContainer, still.startOffset);
    range.setEnd(still.endContainer, still.endOffset);
    return [...range.getClientRects()].every(({ top, bottom }) => top >= box.top && bottom <= box.bottom);
  });
