import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';
import { settled, textOf } from './reading-page';

/** The second column of the text. */
export const secondOf = (page: Page): Locator => page.getByRole('region', { name: 'Parallel text' });

/** Opens the second column and waits for its words. */
export async function openSecond(page: Page, sign: string): Promise<void> {
  await page.keyboard.press('p');
  await beside(page, sign);
  await settled(page);
}

/** Waits until the second column shows some words. */
export const beside = (page: Page, sign: string): Promise<void> =>
  expect
    .poll(async () => (await secondOf(page).count()) > 0 && (await displayedBeside(page)).includes(sign))
    .toBe(true);

/** All blocks of the second column as displayed, readings left out, joined by newlines. */
export const displayedBeside = (page: Page): Promise<string> =>
  secondOf(page).evaluate((region) =>
    Array.from(region.querySelectorAll('[data-parallel-block]'), (block) => {
      const copy = block.cloneNode(true) as Element;
      copy.querySelectorAll('rt').forEach((reading) => {
        reading.remove();
      });
      return copy.textContent;
    }).join('\n'),
  );

/** The words painted as marks in one of the columns, in the order of their ranges. */
export const paintedIn = (page: Page, column: 'main' | 'second'): Promise<string[]> =>
  (column === 'main' ? textOf(page) : secondOf(page)).evaluate((root) =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith('mark-')
        ? [...highlight]
            .filter(({ startContainer }) => root.contains(startContainer))
            .map((still) => {
              const range = document.createRange();
              range.setStart(still.startContainer, still.startOffset);
              range.setEnd(still.endContainer, still.endOffset);
              const content = range.cloneContents();
              content.querySelectorAll('rt').forEach((reading) => {
                reading.remove();
              });
              return content.textContent;
            })
        : [],
    ),
  );

/** Scrolls a column to a height, in CSS pixels, as no key or wheel does: at once. */
export const scrollColumn = (column: Locator, top: number): Promise<void> =>
  column.evaluate((element, to) => {
    const scroller = element.closest('[data-scroller]');
    if (scroller) scroller.scrollTop = to;
  }, top);

/** How far a column is scrolled, in CSS pixels. */
export const scrolled = (column: Locator): Promise<number> =>
  column.evaluate((element) => element.closest('[data-scroller]')?.scrollTop ?? -1);

/** CSS pixels by which the columns differ at the upper edge of the second: how far each is into the same block. */
export const apart = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const second = document.querySelector('section[aria-label="Parallel text"]');
    const edge = second?.closest('[data-scroller]')?.getBoundingClientRect().top ?? 0;
    // Blocks that are skipped while they are out of sight reach, unseen, beyond the guessed height of their section.
    const block = [...(main?.querySelectorAll('[data-block]') ?? [])].find(
      (each) => each.checkVisibility({ contentVisibilityAuto: true }) && each.getBoundingClientRect().bottom > edge,
    );
    const other = second?.querySelector(`[data-parallel-block="${block?.getAttribute('data-block') ?? ''}"]`);
    const [a, b] = [block, other].map((each) => each?.getBoundingClientRect());
    if (a === undefined || b === undefined) return Infinity;
    return Math.abs(b.top - edge - (a.top < edge ? ((a.top - edge) / a.height) * b.height : a.top - edge));
  });

/** Waits until both columns are at the same place, within a pixel or two: positions of scrolling are rounded. */
export const together = (page: Page): Promise<void> => expect.poll(() => apart(page)).toBeLessThanOrEqual(2);

/** Where some words begin and end in the second column, scrolled into sight. */
export async function placeBeside(
  page: Page,
  words: string,
): Promise<{ from: [number, number]; to: [number, number] }> {
  const place = await secondOf(page).evaluate((region, wanted) => {
    for (const block of region.querySelectorAll('[data-parallel-block]')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const places: [Node, number][] = [];
      let text = '';
      while (walker.nextNode()) {
        const node = walker.currentNode as CharacterData;
        if (node.parentElement?.closest('rt')) continue;
        for (let at = 0; at < node.length; at++) places.push([node, at]);
        text += node.data;
      }
      const start = text.indexOf(wanted);
      if (start < 0) continue;
      const boxes = [start, start + wanted.length - 1].map((at) => {
        const [node, offset] = places[at] ?? [block, 0];
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect();
      });
      const [first, last] = boxes;
      if (first === undefined || last === undefined) continue;
      return {
        from: [first.left + 4, first.top + first.height * 0.7] as [number, number],
        to: [last.right - 4, last.top + last.height * 0.7] as [number, number],
      };
    }
    return undefined;
  }, words);
  if (place === undefined) throw new Error(`not in the second column: ${words}`);
  return place;
}

/** Selects words in the second column with the mouse. */
export async function selectBeside(page: Page, words: string): Promise<void> {
  const { from, to } = await placeBeside(page, words);
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
}
