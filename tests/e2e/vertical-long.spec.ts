import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, LONG } from './fixtures';
import { blocksOf, choose, expected, filled, LINES, openLong } from './long-page';
import { settled, textOf } from './reading-page';
import { rectOf, scrollerOf, turn } from './vertical-page';
import { rectsOfWords } from './words-on-page';

/** Characters of CJK Extension B, which fonts that come with systems have, between others. */
const ASTRAL = '中𠮷中𠀋中𡃁中𣎴中𦍌中𨋢中𩸽中';

/** The distance in CSS pixels from the edge at which the page begins to the first character of a block. */
const distanceOf = (page: Page, block: number): Promise<number> =>
  textOf(page)
    .locator(`[data-block="${block}"]`)
    .evaluate((element) => {
      const scroller = element.closest<HTMLElement>('[data-scroller]');
      const view = scroller?.getBoundingClientRect() ?? new DOMRect();
      const range = document.createRange();
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element;
      range.setStart(text, 0);
      range.setEnd(text, 1);
      const rect = range.getBoundingClientRect();
      return scroller?.dataset['layout'] === 'vertical' ? view.right - rect.right : rect.top - view.top;
    });

/** Brings a block to the beginning of a vertical page, as a person who drags the scroll bar does. */
async function scrollToColumn(page: Page, block: number): Promise<void> {
  for (let pass = 0; pass < 3; pass++) {
    const by = (await distanceOf(page, block)) - 3;
    await scrollerOf(page).evaluate((scroller, left) => {
      scroller.scrollLeft -= left;
    }, by);
    await settled(page);
  }
}

test(
  'in a long text the words at hand stay when the lines turn and when the script changes',
  LONG,
  async ({ launch, dir }) => {
    mkdirSync(join(dir, 'texts'));
    writeFileSync(join(dir, 'texts', 'astral.txt'), ASTRAL);
    const page = await openLong(launch, dir);
    await turn(page, 'Vertical');
    await filled(page);
    expect(await blocksOf(page)).toEqual(LINES);
    await scrollToColumn(page, 600);
    const there = await distanceOf(page, 600);
    expect(there).toBeGreaterThan(-1);
    expect(there).toBeLessThan(5);

    // Another script: at the same pixel, in the first frame and when all of the text is there.
    await choose(page, 'Taiwan phrases');
    await expect(textOf(page).locator('[data-block="600"]')).toContainText('網際網路');
    expect(Math.abs((await distanceOf(page, 600)) - there)).toBeLessThan(1.5);
    await filled(page);
    await settled(page);
    expect(Math.abs((await distanceOf(page, 600)) - there)).toBeLessThan(1.5);
    expect(await blocksOf(page)).toEqual(await expected('taiwan-phrases'));

    // Horizontal lines and back again.
    await turn(page, 'Horizontal');
    const across = await distanceOf(page, 600);
    expect(across).toBeGreaterThan(-1);
    expect(across).toBeLessThan(60);
    await filled(page);
    await settled(page);
    expect(Math.abs((await distanceOf(page, 600)) - across)).toBeLessThan(1.5);
    await turn(page, 'Vertical');
    await filled(page);
    await settled(page);
    expect(Math.abs((await distanceOf(page, 600)) - there)).toBeLessThan(2);

    // Far away.
    await page.keyboard.press('/');
    await page.keyboard.type('第1111段');
    const view = await rectOf(page, '[data-scroller]');
    await expect
      .poll(async () => {
        const [first] = await rectsOfWords(page, '第1111段');
        return first !== undefined && first.left >= view.left && first.right <= view.right;
      })
      .toBe(true);
    await page.keyboard.press('Escape');

    // Characters beyond the first plane take a cell each, and none lies over another.
    await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'astral' }).click();
    await expect(textOf(page).locator('[data-block="0"]')).toContainText('𠮷');
    await settled(page);
    const cells = await textOf(page)
      .locator('[data-block="0"]')
      .evaluate((block) => {
        const text = block.firstChild as CharacterData;
        const size = parseFloat(getComputedStyle(block).fontSize);
        let at = 0;
        return Array.from(text.data, (character) => {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, (at += character.length));
          const { top, bottom } = range.getBoundingClientRect();
          return { top: top / size, bottom: bottom / size };
        });
      });
    expect(cells).toHaveLength(Array.from(ASTRAL).length);
    cells.forEach(({ top, bottom }, at) => {
      expect(bottom - top).toBeGreaterThan(0.98);
      expect(bottom - top).toBeLessThan(1.3);
      if (at > 0) expect(top).toBeGreaterThanOrEqual((cells[at - 1]?.bottom ?? 0) - 0.02);
    });
  },
);
