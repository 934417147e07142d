import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { opened, settled } from './reading-page';

interface Seen {
  /** The first and last whole line in sight: the canonical words at which they begin, as block and offset. */
  readonly words: string;
  /** Lines of which a part can be seen and a part cannot. */
  readonly cut: number;
}

/** What can be seen of the page: the words of all lines that no cover and no edge hides, and how many are cut. */
const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const scroller = document.querySelector<HTMLElement>('[data-scroller]');
    const main = document.querySelector('main.page-text');
    if (!scroller || !main) throw new Error('no page');
    const isVertical = scroller.dataset['layout'] === 'vertical';
    const box = scroller.getBoundingClientRect();
    const cover = (edge: string): number => parseFloat(scroller.style.getPropertyValue(`--cover-${edge}`)) || 0;
    const from = (isVertical ? -box.right : box.top) + cover('start');
    const to = (isVertical ? -box.left : box.bottom) - cover('end');
    let words = '';
    const cut = new Set<number>();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('rt') !== null) continue;
      const text = node.textContent ?? '';
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const rect = range.getBoundingClientRect();
        const start = isVertical ? -rect.right : rect.top;
        const end = isVertical ? -rect.left : rect.bottom;
        // The letters themselves are smaller than the boxes of their font.
        const inset = (end - start) * 0.2;
        if (end - inset <= from || start + inset >= to) continue;
        if (start + inset < from || end - inset > to) cut.add(Math.round(start));
        else words += text.charAt(at);
      }
    }
    return { words, cut: cut.size };
  });

for (const layout of ['Horizontal', 'Vertical']) {
  test(`in pages no line is cut, and turning leaves none out, ${layout.toLowerCase()}`, async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await page.getByRole('group', { name: 'Reading aids' }).getByRole('switch', { name: 'Glosses' }).click();
    if (layout === 'Vertical') await page.getByRole('radio', { name: layout }).check();
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: 'Pages', exact: true }).check();
    await page.keyboard.press('Escape');
    await settled(page);
    const pages: string[] = [];
    for (let turns = 0; turns < 6; turns++) {
      await settled(page);
      const { words, cut } = await seen(page);
      expect(cut, `lines cut on page ${turns}`).toBe(0);
      expect(words.length).toBeGreaterThan(0);
      pages.push(words);
      if (turns % 2 === 0) await page.getByRole('button', { name: 'Next page' }).click();
      else {
        // To focus what is larger than the window scrolls it.
        await page.getByRole('main', { name: 'Text' }).evaluate((main) => {
          main.focus({ preventScroll: true });
        });
        await page.keyboard.press('PageDown');
      }
    }
    const whole = await page.evaluate(() =>
      [...document.querySelectorAll('[data-block]')].map((block) => block.textContent).join(''),
    );
    // Nothing is left out and nothing comes twice, and after the last page there is none.
    const turned = [...new Set(pages)].join('');
    expect(turned).toBe(whole);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await settled(page);
    expect((await seen(page)).words).toBe([...new Set(pages)].at(-2));
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 120);
    await settled(page);
    expect((await seen(page)).words).toBe(pages.at(-1));
  });
}
