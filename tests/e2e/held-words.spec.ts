import type { Page } from '@playwright/test';
import { openSecond, secondOf } from './columns-page';
import { dragOver } from './either-layout-page';
import { expect, longUnless, test } from './fixtures';
import { opened, settled } from './reading-page';
import { scrollerOf, turn } from './vertical-page';

/** Where the title and what is selected begin, from the edge at which the page does, in CSS pixels of its flow. */
const stands = (page: Page): Promise<{ title: number; selected: number; across: number }> =>
  page.evaluate(() => {
    const scroller = document.querySelector<HTMLElement>('[data-scroller]');
    const title = scroller?.querySelector('h1');
    if (!scroller || !title) throw new Error('no page');
    const isVertical = scroller.dataset['layout'] === 'vertical';
    const view = scroller.getBoundingClientRect();
    const from = ({ right, top }: DOMRect): number => (isVertical ? view.right - right : top - view.top);
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0).getClientRects()[0] : undefined;
    return {
      title: from(title.getBoundingClientRect()),
      selected: range === undefined ? NaN : from(range),
      across: isVertical ? scroller.scrollTop : scroller.scrollLeft,
    };
  });

for (const layout of ['Horizontal', 'Vertical'] as const) {
  test(
    `a second column moves no words at hand, ${layout.toLowerCase()}`,
    longUnless(layout === 'Vertical'),
    async ({ launch }) => {
      const page = await opened(await (await launch()).firstWindow());
      await turn(page, layout);
      const scroll = (by: number): Promise<void> =>
        scrollerOf(page).evaluate((scroller, to) => {
          if (scroller.dataset['layout'] === 'vertical') scroller.scrollTo(-to, 0);
          else scroller.scrollTo(0, to);
        }, by);
      const sameThroughout = async (key: 'title' | 'selected'): Promise<void> => {
        const before = (await stands(page))[key];
        await openSecond(page, '国际');
        expect(Math.abs((await stands(page))[key] - before), `the ${key}, beside another`).toBeLessThanOrEqual(2);
        await expect(page.getByRole('toolbar', { name: 'Selection' })).toHaveCount(key === 'selected' ? 1 : 0);
        if (key === 'selected') await toolbarIsNeat(page);
        await page.keyboard.press('p');
        await expect(secondOf(page)).toHaveCount(0);
        await settled(page);
        expect(Math.abs((await stands(page))[key] - before), `the ${key}, alone again`).toBeLessThanOrEqual(2);
      };
      // A title in sight does not go under the bar, though it takes more lines beside another column.
      await scroll(30);
      await settled(page);
      await sameThroughout('title');
      // Words that are selected low on the page would go out of sight.
      await dragOver(page, '卡脖子');
      await scrollerOf(page).evaluate((scroller) => {
        if (scroller.dataset['layout'] === 'vertical') scroller.scrollLeft += 260;
        else scroller.scrollTop -= 260;
      });
      await settled(page);
      await sameThroughout('selected');
      // With the toolbar open over them the lines turn, there and back, and the page stays a page.
      await openSecond(page, '国际');
      for (let turns = 0; turns < 2; turns++) {
        await page.keyboard.press('v');
        await settled(page);
        expect((await stands(page)).across).toBe(0);
      }
    },
  );
}

/** The toolbar is one row, or one of looks over one of words; it lies within its page and fills its rows. */
async function toolbarIsNeat(page: Page): Promise<void> {
  const rows = await page.getByRole('toolbar', { name: 'Selection' }).evaluate((toolbar) => {
    const boxes = [...toolbar.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
    const { left, right } = toolbar.getBoundingClientRect();
    const view = toolbar.closest('[data-scroller]')?.getBoundingClientRect();
    const middles = boxes.map(({ top, bottom }) => Math.round((top + bottom) / 2));
    return {
      sizes: [...new Set(middles)].map((row) => middles.filter((middle) => middle === row).length),
      spare: [...new Set(middles)].map((row) => {
        const own = boxes.filter((_box, at) => middles[at] === row);
        return Math.round(
          right - Math.max(...own.map((box) => box.right)) - (Math.min(...own.map((box) => box.left)) - left),
        );
      }),
      isWithin: view !== undefined && left >= view.left && right <= view.right,
    };
  });
  expect(rows.isWithin).toBe(true);
  expect([[8], [6, 2]]).toContainEqual(rows.sizes);
  for (const spare of rows.spare) expect(Math.abs(spare)).toBeLessThanOrEqual(2);
}
