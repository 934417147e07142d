import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, LONG, longUnless, type App } from './fixtures';
import { openSecond, secondOf } from './columns-page';
import { caretIsSeen, seen } from './pages-page';
import { opened, settled, textOf } from './reading-page';
import { scrollerOf } from './vertical-page';

/** Turns back to the first page and on by keys: the caret stands on the page that is shown, and selects by page. */
async function caretGoesWithPages(page: Page, pages: readonly string[]): Promise<void> {
  const main = page.getByRole('main', { name: 'Text' });
  const selected = (): Promise<string> => page.evaluate(() => (getSelection()?.toString() ?? '').replaceAll('\n', ''));
  await main.focus();
  const press = async (key: string): Promise<void> => {
    for (let left = pages.length; left > 0; left--) await page.keyboard.press(key);
  };
  await press('PageUp');
  await page.keyboard.press('ArrowDown');
  for (const words of pages.slice(1)) {
    await page.keyboard.press('PageDown');
    await settled(page);
    expect((await seen(page)).words).toBe(words);
    const caret = page.locator('[data-scroller] div[aria-hidden=true]:not([hidden], [data-edge])');
    const [box, view] = [await caret.boundingBox(), await page.locator('[data-scroller]').boundingBox()];
    if (!box || !view) throw new Error('no caret');
    expect(box.x >= view.x && box.y >= view.y).toBe(true);
    expect(box.x + box.width <= view.x + view.width && box.y + box.height <= view.y + view.height).toBe(true);
  }
  // From the last page back to the one before: words of both.
  await page.keyboard.press('Shift+PageUp');
  await settled(page);
  const words = await selected();
  expect(pages.join('')).toContain(words);
  expect(words.length).toBeGreaterThan(20);
  // And on, as far as the text goes.
  await press('Shift+PageDown');
  expect(pages.join('').endsWith(await selected())).toBe(true);
}

/** From the first page on, line by line: where the caret leaves a page the next is shown, and none scrolls. */
async function arrowsTurnPages(page: Page, pages: readonly string[]): Promise<void> {
  const [on, back] = ['ArrowDown', 'ArrowUp'];
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await press('Escape');
  await settled(page);
  for (let left = pages.length; left > 0; left--) await press('PageUp');
  const met: string[] = [];
  const walk = async (key: string, lines: number): Promise<void> => {
    for (let line = 0; line < lines; line++) {
      await press(key);
      await settled(page);
      const { words, cut } = await seen(page);
      expect(cut).toBe(0);
      expect(await caretIsSeen(page), `the caret after ${key}`).toBe(true);
      if (met.at(-1) !== words) met.push(words);
    }
  };
  await walk(on, 34);
  expect(met.slice(0, 3)).toEqual(pages.slice(0, 3));
  await walk(back, 34);
  expect(met.length).toBeGreaterThanOrEqual(5);
}

/** Tab comes to the text, on its last page and its first, and the page stays. */
async function tabStays(page: Page, pages: readonly string[]): Promise<void> {
  for (const [key, words] of [
    ['PageDown', pages.at(-1)],
    ['PageUp', pages[0]],
  ] as const) {
    for (let left = pages.length + 1; left > 0; left--) await page.keyboard.press(key);
    await settled(page);
    await page.keyboard.press('Shift+Tab');
    await expect(textOf(page)).not.toBeFocused();
    await page.keyboard.press('Tab');
    await expect(textOf(page)).toBeFocused();
    await settled(page);
    expect((await seen(page)).words).toBe(words);
  }
}

/** What the blocks of a column hold, readings left out. */
const wordsOf = (page: Page, column: 'main' | 'section'): Promise<string> =>
  page.locator(`${column}.page-text`).evaluate((root) => {
    const copy = root.cloneNode(true) as Element;
    copy.querySelectorAll('rt').forEach((reading) => {
      reading.remove();
    });
    return copy.textContent;
  });

/** Beside a second column, in which words are longer, both show whole lines, begin at one height and leave none out. */
async function pagesBesideAnother(page: Page): Promise<void> {
  await openSecond(page, '国际');
  await page.getByRole('combobox', { name: 'Script of the parallel text' }).selectOption('Taiwan phrases');
  await expect.poll(() => wordsOf(page, 'section')).toContain('積體電路');
  await textOf(page).focus();
  for (let left = 8; left > 0; left--) await page.keyboard.press('PageUp');
  await settled(page);
  const whole = await wordsOf(page, 'section');
  let [met, beside, last] = ['', '', ''];
  for (let turns = 0; turns < 12; turns++) {
    const [here, there] = [await seen(page), await seen(page, 'section')];
    expect([here.cut, there.cut], `lines cut on page ${turns}`).toEqual([0, 0]);
    if (here.words === last) break;
    last = here.words;
    met += here.words;
    // Its first line may have been the last of the page before.
    const from = whole.indexOf(there.words);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from).toBeLessThanOrEqual(beside.length);
    beside = whole.slice(0, from + there.words.length);
    const [one, other] = [here.middles[0]?.[1] ?? 0, there.middles[0]?.[1] ?? 0];
    if ((await scrollerOf(page).getAttribute('data-layout')) === 'horizontal')
      expect(Math.abs(one - other)).toBeLessThan(3);
    await page.keyboard.press('PageDown');
    await settled(page);
  }
  expect(met).toBe(await wordsOf(page, 'main'));
  expect(beside).toBe(whole);
  // Turned by a wheel over the second column both go back.
  const second = await page.locator('[data-scroller]:has(section.page-text)').boundingBox();
  await page.mouse.move((second?.x ?? 0) + 60, (second?.y ?? 0) + 120);
  await page.mouse.wheel(0, -120);
  await expect.poll(async () => (await seen(page)).words).not.toBe(last);
  expect([(await seen(page)).cut, (await seen(page, 'section')).cut]).toEqual([0, 0]);
  await page.keyboard.press('p');
  await expect(secondOf(page)).toHaveCount(0);
}

/** The words of all pages, from the first on; the last is shown then. */
async function turnedThrough(page: Page): Promise<string[]> {
  await textOf(page).focus();
  for (let left = 8; left > 0; left--) await page.keyboard.press('PageUp');
  await settled(page);
  const met = [(await seen(page)).words];
  for (let left = 9; left > 0; left--) {
    await page.keyboard.press('PageDown');
    await settled(page);
    const { words } = await seen(page);
    if (words === met.at(-1)) break;
    met.push(words);
  }
  expect(met.join('')).toBe(await wordsOf(page, 'main'));
  return met;
}

/** From wherever the text comes to rest, also behind its last words, pages go back one by one, as they went on. */
async function turnsBack(page: Page, size: string): Promise<void> {
  await page.getByRole('group', { name: 'Reading aids' }).getByRole('switch', { name: 'Glosses' }).click();
  await page.keyboard.press(size);
  const met = await turnedThrough(page);
  const press = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    await settled(page);
    const { words, cut } = await seen(page);
    expect(cut).toBe(0);
    return words;
  };
  for (const words of met.slice(0, -1).reverse()) expect(await press('PageUp')).toBe(words);
  await scrollerOf(page).evaluate((scroller) => {
    if (scroller.dataset['layout'] === 'vertical') scroller.scrollLeft = -scroller.scrollWidth;
    else scroller.scrollTop = scroller.scrollHeight;
  });
  const whole = await wordsOf(page, 'main');
  const end = whole.slice(-20);
  await expect.poll(async () => (await seen(page)).words.slice(-20)).toBe(end);
  let from = whole.lastIndexOf((await seen(page)).words);
  for (let turns = 0; turns < 9 && from > 0; turns++) {
    const words = await press('PageUp');
    const before = whole.indexOf(words);
    // Nothing between it and the page after is left out.
    expect(before + words.length).toBeGreaterThanOrEqual(from);
    expect(before).toBeLessThan(from);
    from = before;
  }
  expect(from).toBe(0);
}

async function openInPages(launch: () => Promise<App>, layout: string): Promise<Page> {
  const page = await opened(await (await launch()).firstWindow());
  await page.getByRole('group', { name: 'Reading aids' }).getByRole('switch', { name: 'Glosses' }).click();
  if (layout === 'Vertical') await page.getByRole('radio', { name: layout }).check();
  await page.keyboard.press('Control+,');
  await page.getByRole('radio', { name: 'Pages', exact: true }).check();
  await page.keyboard.press('Escape');
  await settled(page);
  return page;
}

for (const layout of ['Horizontal', 'Vertical']) {
  test(
    `in pages no line is cut, and turning leaves none out, ${layout.toLowerCase()}`,
    longUnless(layout === 'Vertical'),
    async ({ launch }) => {
      const page = await openInPages(launch, layout);
      const pages: string[] = [];
      for (let turns = 0; turns < 6; turns++) {
        await settled(page);
        const { words, cut } = await seen(page);
        expect(cut, `lines cut on page ${turns}`).toBe(0);
        expect(words.length).toBeGreaterThan(0);
        pages.push(words);
        if (turns % 2 === 0) await page.getByRole('button', { name: 'Next page' }).click();
        else {
          // As F6 does: a plain focus would scroll the end of the text into sight.
          await textOf(page).evaluate((main) => {
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
      const all = [...new Set(pages)];
      await caretGoesWithPages(page, all);
      // With readings and in another size lines are of other lengths.
      if (layout === 'Vertical') await turnsBack(page, 'Control+>');
      else await pagesBesideAnother(page);
    },
  );

  test(`pages are turned back, and beside another column, ${layout.toLowerCase()}`, LONG, async ({ launch }) => {
    const page = await openInPages(launch, layout);
    for (const key of ['Control+>', 'Control+<']) await turnsBack(page, key);
    await pagesBesideAnother(page);
  });
}

test('arrow keys turn pages where the caret leaves them, and Tab leaves them as they are', LONG, async ({ launch }) => {
  const page = await openInPages(launch, 'Horizontal');
  const pages = await turnedThrough(page);
  await tabStays(page, pages);
  await arrowsTurnPages(page, pages);
});

/** Paragraphs of one line each, so that every page begins and ends with a whole paragraph; each begins with a reading. */
const SHORT = Array.from({ length: 60 }, (_line, number) => `科學(xué)榜第${number}段。`);

test(
  'pages that end with a paragraph are turned on and back, readings are whole, and the place is kept',
  LONG,
  async ({ launch, dir }) => {
    const folder = join(dir, 'texts');
    mkdirSync(folder);
    writeFileSync(join(folder, 'short.txt'), SHORT.join('\n'));
    const page = await (await launch([`--texts=${folder}`])).firstWindow();
    await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'short' }).click();
    await expect(textOf(page).locator('[data-block="59"]')).toContainText('第59段');
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: 'Pages', exact: true }).check();
    await page.keyboard.press('Escape');
    await settled(page);
    const pages: string[] = [];
    for (let turns = 0; turns < 12 && !(pages.at(-1)?.includes('第59段') ?? false); turns++) {
      const { words, cut, readingsCut } = await seen(page);
      expect(cut, `lines cut on page ${turns}`).toBe(0);
      expect(readingsCut, `readings cut on page ${turns}`).toEqual([]);
      pages.push(words);
      await page.getByRole('button', { name: 'Next page' }).click();
      await settled(page);
    }
    expect(pages.join('')).toBe(SHORT.map((line) => line.replace('(xué)', '')).join(''));
    for (const before of pages.slice(1, -1).reverse()) {
      await page.getByRole('button', { name: 'Previous page' }).click();
      await settled(page);
      expect((await seen(page)).words).toBe(before);
    }
    // With small type a whole line lies behind the paper at the beginning: it is not where the page begins.
    for (let press = 0; press < 5; press++) await page.keyboard.press('Control+<');
    await page.getByRole('button', { name: 'Next page' }).click();
    await settled(page);
    const { words } = await seen(page);
    const library = page.getByRole('navigation', { name: 'Library' });
    for (let times = 0; times < 2; times++) {
      await library.getByRole('button').first().click();
      await opened(page);
      await library.getByRole('button', { name: 'short' }).click();
      await expect(textOf(page).locator('[data-block="59"]')).toContainText('第59段');
      await settled(page);
      await expect.poll(async () => (await seen(page)).words).toBe(words);
    }
  },
);
