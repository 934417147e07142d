import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';
import { settled, textOf } from './reading-page';

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

/** The words that are selected, readings left out. */
export const selection = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0).cloneContents() : undefined;
    range?.querySelectorAll('rt').forEach((reading) => {
      reading.remove();
    });
    return range?.textContent ?? '';
  });

/** Listens to what the count says from now on, apart from silence. */
async function heard(page: Page): Promise<() => Promise<string[]>> {
  const status = findBar(page).getByRole('status');
  await status.evaluate((element) => {
    const all: string[] = [];
    Object.assign(element, { heard: all });
    new MutationObserver(() => all.push(element.textContent)).observe(element, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  return () =>
    status.evaluate((element) =>
      'heard' in element && Array.isArray(element.heard)
        ? element.heard.map(String).filter((words) => words !== '')
        : [],
    );
}

/** Closes the search at a hit: it is there to go on from, and nothing lies over the text. */
export async function closesQuietly(page: Page, shown: string): Promise<void> {
  const said = await heard(page);
  await findField(page).fill('发展');
  await counts(page, 1, 12);
  // No other count is said on the way to it.
  expect(await said()).toEqual(['1 of 12']);
  await page.keyboard.press('Escape');
  await expect(findBar(page)).toBeHidden();
  await expect(textOf(page)).toBeFocused();
  expect(await selection(page)).toBe(shown);
  await settled(page);
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toHaveCount(0);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  expect((await selection(page)).startsWith(shown)).toBe(true);
}

/** Waits until all hits that are painted show these words. */
export const paintedOnly = (page: Page, words: string): Promise<void> =>
  expect.poll(async () => [...new Set(await highlighted(page, 'found'))]).toEqual([words]);
