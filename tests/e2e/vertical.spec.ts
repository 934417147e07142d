import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  cardOf,
  chooseScript,
  displayed,
  notesOf,
  opened,
  paintedWords,
  saved,
  settled,
  storedOnce,
  textOf,
} from './reading-page';
import {
  meet,
  rectOf,
  rectsOfWords,
  scrolledBy,
  scrollerOf,
  selectDown,
  selectedText,
  turn,
  wordsAt,
  type Rect,
} from './vertical-page';

/** Waits until the page has come to rest, as after a wheel was turned. */
async function rests(page: Page): Promise<number> {
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
async function liesBeside(page: Page, popup: Rect, words: readonly Rect[]): Promise<void> {
  const view = await rectOf(page, '[data-scroller]');
  expect(popup.left).toBeGreaterThanOrEqual(view.left);
  expect(popup.right).toBeLessThanOrEqual(view.right);
  expect(popup.top).toBeGreaterThanOrEqual(view.top);
  expect(popup.bottom).toBeLessThanOrEqual(view.bottom);
  for (const word of words) expect(meet(popup, word), JSON.stringify([popup, word])).toBe(false);
}

test('the lines turn, and the selection, a note half typed and the marks stay with their words', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const layout = page.getByRole('radiogroup', { name: 'Layout' });
  await expect(layout.getByRole('radio', { name: 'Horizontal' })).toBeChecked();
  const horizontal = await displayed(page);
  await page.keyboard.press('v');
  await expect(layout.getByRole('radio', { name: 'Vertical' })).toBeChecked();
  await settled(page);
  expect(await displayed(page)).toBe(horizontal);
  // Columns follow each other to the left, and what is read first stands at the right.
  const [first, second] = [await rectsOfWords(page, '2021年'), await rectsOfWords(page, '中關村管委會')];
  expect(second[0]?.right ?? Infinity).toBeLessThan(first[0]?.left ?? 0);
  expect(second[5]?.top ?? 0).toBeGreaterThan((second[0]?.bottom ?? Infinity) + 50);

  // Marked with the mouse, in Taiwan phrases, where words change their length.
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await selectDown(page, '全域性中的核心');
  expect(await selectedText(page)).toBe('全域性中的核心');
  await liesBeside(page, await rectOf(page, '[role=toolbar]'), await rectsOfWords(page, '全域性中的核心'));
  await page.keyboard.press('2');
  expect((await storedOnce(page, 1)).map(({ quote }) => quote.exact)).toEqual(['全局中的核心']);
  expect(await paintedWords(page)).toEqual(['全域性中的核心']);

  // What is selected stays so, there and back, and the toolbar with it.
  await selectDown(page, '國家戰略科技力量');
  for (const to of ['Horizontal', 'Vertical'] as const) {
    await turn(page, to);
    expect(await selectedText(page)).toBe('國家戰略科技力量');
    expect(await paintedWords(page)).toEqual(['全域性中的核心']);
    await liesBeside(page, await rectOf(page, '[role=toolbar]'), await rectsOfWords(page, '國家戰略科技力量'));
  }

  // A note that is being written goes on.
  await page.keyboard.press('n');
  await page.keyboard.type('寫到一半');
  await turn(page, 'Horizontal');
  await page.getByRole('textbox', { name: 'Note' }).press('End');
  await page.keyboard.type('，再寫');
  await turn(page, 'Vertical');
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('寫到一半，再寫');
  await liesBeside(page, await rectOf(page, '[role=dialog]'), await rectsOfWords(page, '國家戰略科技力量'));
  await saved(page);
  const marks = await storedOnce(page, 2);
  expect(marks.map(({ note }) => note)).toEqual(['', '寫到一半，再寫']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await chooseScript(page, 'Original', '全局中的核心');
  expect((await paintedWords(page)).toSorted()).toEqual(['全局中的核心', '國家戰略科技力量'].toSorted());
  // It is kept for the next start.
  await page.reload();
  await opened(page);
  await expect(layout.getByRole('radio', { name: 'Vertical' })).toBeChecked();
  expect((await storedOnce(page, 2)).map(({ target }) => target)).toEqual(marks.map(({ target }) => target));
});

test('the wheel and the keys go on to the left, and the caret down its column', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await turn(page, 'Vertical');
  expect(await scrolledBy(page)).toBe(0);
  const view = await rectOf(page, '[data-scroller]');
  await page.mouse.move((view.left + view.right) / 2, (view.top + view.bottom) / 2);
  await page.mouse.wheel(0, 240);
  expect(await rests(page)).toBe(240);
  await page.mouse.wheel(0, -100);
  expect(await rests(page)).toBe(140);
  // A trackpad that is moved to the side moves the page to that side.
  await page.mouse.wheel(-60, 0);
  expect(await rests(page)).toBe(200);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 100);
  await page.keyboard.up('Control');
  expect(await rests(page)).toBe(200);

  await textOf(page).focus();
  await page.keyboard.press('PageDown');
  const on = await rests(page);
  expect(on).toBeGreaterThan(200 + (view.right - view.left) * 0.8);
  await page.keyboard.press('PageUp');
  expect(await rests(page)).toBe(200);
  await page.keyboard.press(' ');
  expect(await rests(page)).toBe(on);
  await page.keyboard.press('Shift+ ');
  expect(await rests(page)).toBe(200);

  // The caret: down by characters, to the left by columns, with Shift selecting.
  const [from] = await rectsOfWords(page, '堅持創新在我國現代化');
  await page.mouse.click(((from?.left ?? 0) + (from?.right ?? 0)) / 2, (from?.top ?? 0) + 2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowDown');
  expect(await selectedText(page)).toBe('堅持創新');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await selectedText(page)).toBe('堅持創');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+Control+ArrowDown');
  expect((await selectedText(page)).length).toBeGreaterThan(4);
  await page.keyboard.press('ArrowDown');
  const caret = page.locator('[data-scroller] [aria-hidden=true]:not([hidden])').last();
  const boxBefore = await caret.boundingBox();
  await page.keyboard.press('ArrowLeft');
  const boxAfter = await caret.boundingBox();
  expect(boxAfter?.x ?? Infinity).toBeLessThan((boxBefore?.x ?? 0) - 20);
  expect(Math.abs((boxAfter?.y ?? 0) - (boxBefore?.y ?? Infinity))).toBeLessThan(24);
  await page.keyboard.press('ArrowRight');
  expect((await caret.boundingBox())?.x).toBe(boxBefore?.x);
  // It lies across its column, and is followed where it leaves the page.
  expect(boxBefore?.width ?? 0).toBeGreaterThan(8 * (boxBefore?.height ?? Infinity));
  for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowLeft');
  const far = await caret.boundingBox();
  expect(far?.x ?? 0).toBeGreaterThanOrEqual(view.left);
  expect((far?.x ?? Infinity) + (far?.width ?? 0)).toBeLessThanOrEqual(view.right);
  expect(await scrolledBy(page)).toBeGreaterThan(400);
  // Marked with the keyboard alone.
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const words = await selectedText(page);
  await page.keyboard.press('4');
  expect((await storedOnce(page, 1))[0]?.quote.exact).toBe(words);
});

test('numbers stand upright in one cell, readings at the right of their characters, lines at the left', async ({
  launch,
}) => {
  const page = await opened(await (await launch()).firstWindow());
  await turn(page, 'Vertical');
  const size = await textOf(page).evaluate((main) => parseFloat(getComputedStyle(main).fontSize));
  const [month, two, four, day] = await rectsOfWords(page, '月24日');
  if (!month || !two || !four || !day) throw new Error('no date');
  // Both digits side by side, in a square as high as the characters around it, in the middle of the column.
  expect(two.top).toBe(four.top);
  expect(four.left).toBeGreaterThanOrEqual(two.right - 1);
  expect(four.right - two.left).toBeLessThan(size * 1.15);
  expect(two.bottom - two.top).toBeLessThan(size * 1.1);
  expect(Math.abs((two.left + four.right) / 2 - (day.left + day.right) / 2)).toBeLessThan(1.5);
  expect(day.bottom - month.top).toBeLessThan(size * 3.4);
  // A year lies on its side: taller than it is wide for each digit in turn.
  const year = await rectsOfWords(page, '2021年');
  for (let at = 1; at < 4; at++) expect(year[at]?.top ?? 0).toBeGreaterThan((year[at - 1]?.bottom ?? Infinity) - 2);

  // Half of such a number cannot be selected, by mouse or by keys.
  await page.mouse.move((two.left + four.right) / 2, two.top + 4);
  await page.mouse.down();
  await page.mouse.move((day.left + day.right) / 2, day.bottom - 4, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => selectedText(page)).toBe('24日');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await selectedText(page)).toBe('24');
  await page.keyboard.press('1');
  const [mark] = await storedOnce(page, 1);
  expect(mark?.quote.exact).toBe('24');
  expect(await paintedWords(page)).toEqual(['24']);
  await turn(page, 'Horizontal');
  expect(await paintedWords(page)).toEqual(['24']);
  await expect(textOf(page).locator('.upright')).toHaveCount(0);
  await turn(page, 'Vertical');

  const rubies = await textOf(page)
    .locator('ruby')
    .evaluateAll((all) =>
      all.slice(0, 40).map((ruby) => {
        const base = document.createRange();
        base.selectNodeContents(ruby.firstChild ?? ruby);
        const [below, reading] = [base.getBoundingClientRect(), ruby.querySelector('rt')?.getBoundingClientRect()];
        return [(below.left + below.right) / 2, reading?.left ?? 0, (below.top + below.bottom) / 2, reading?.top ?? 0];
      }),
    );
  expect(rubies).toHaveLength(40);
  for (const [middle = 0, left = 0] of rubies) expect(left).toBeGreaterThan(middle + size * 0.4);
  expect(await textOf(page).evaluate((main) => getComputedStyle(main).textUnderlinePosition)).toBe('left');
});

test('marks are resized, found, jumped to and read beside another script in columns', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await turn(page, 'Vertical');
  await selectDown(page, '戰略支撐');
  await page.keyboard.press('3');
  await storedOnce(page, 1);
  await page.keyboard.press('j');
  // Its end is dragged to the next column.
  const end = page.locator('[data-end=end]');
  await expect(end).toHaveAttribute('data-vertical', '');
  const words = await rectsOfWords(page, '戰略支撐。支持北京建設');
  const [here, there] = [words[3], words.at(-1)];
  if (!here || !there) throw new Error('no words');
  await page.mouse.move((here.left + here.right) / 2, here.bottom + 2);
  await page.mouse.down();
  await page.mouse.move((there.left + there.right) / 2, there.bottom - 1, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => paintedWords(page)).toEqual(['戰略支撐。支持北京建設']);
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(() => paintedWords(page)).toEqual(['戰略支撐。支持北京']);

  // A hit, a section and a note far away are brought into sight.
  const view = await rectOf(page, '[data-scroller]');
  const isSeen = async (some: string): Promise<boolean> => {
    const rects = await rectsOfWords(page, some);
    return rects.every(({ left, right }) => left >= view.left - 1 && right <= view.right + 1);
  };
  await page.keyboard.press('/');
  await page.keyboard.type('淡泊名利');
  await expect.poll(() => isSeen('淡薄名利').catch(() => isSeen('淡泊名利'))).toBe(true);
  await page.keyboard.press('Escape');
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: /重點前沿/ })
    .click();
  await expect.poll(() => isSeen('重點前沿領域')).toBe(true);
  await notesOf(page).first().click();
  await expect.poll(() => isSeen('戰略支撐。支持北京')).toBe(true);
  await liesBeside(page, await rectOf(page, '[role=dialog]'), await rectsOfWords(page, '戰略支撐。支持北京'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // The first words in sight stay when a pane folds and when the window becomes lower or higher.
  const right = async (some: string): Promise<number> => view.right - ((await rectsOfWords(page, some))[0]?.right ?? 0);
  const before = await right('戰略支撐');
  await page.keyboard.press('[');
  await settled(page);
  expect(Math.abs(before - (await right('戰略支撐')))).toBeLessThan(60);
  await page.keyboard.press('[');
  await page.setViewportSize({ width: 1280, height: 560 });
  await settled(page);
  expect(await isSeen('戰略')).toBe(true);
  await page.setViewportSize({ width: 1280, height: 800 });
  await settled(page);
  expect(Math.abs(before - (await right('戰略支撐')))).toBeLessThan(2);

  // A second script stands below the first, at the same place from the right.
  await page.keyboard.press('p');
  const second = page.getByRole('region', { name: 'Parallel text' });
  await expect(second).toContainText('国际科技创新中心');
  await settled(page);
  const [above, below] = [await rectOf(page, '[data-scroller]'), await rectOf(page, '[data-lines] > section')];
  expect(below.top).toBeGreaterThanOrEqual(above.bottom - 1);
  expect(Math.abs(below.left - above.left)).toBeLessThan(1);
  await page.mouse.move((above.left + above.right) / 2, (above.top + above.bottom) / 2);
  await page.mouse.wheel(0, 900);
  await rests(page);
  const [one, other] = await Promise.all(
    [scrollerOf(page), page.locator('[data-scroller]').nth(1)].map((scroller) =>
      scroller.evaluate((element) => {
        const edge = element.getBoundingClientRect().right;
        const blocks = [...element.querySelectorAll('[data-block], [data-parallel-block]')];
        const at = blocks.findIndex((block) => block.getBoundingClientRect().left < edge);
        const box = blocks[at]?.getBoundingClientRect() ?? element.getBoundingClientRect();
        return at + (box.right - edge) / box.width;
      }),
    ),
  );
  expect(Math.abs((one ?? 0) - (other ?? 9))).toBeLessThan(0.02);
});

test('nothing of the bar is cut off at 1,024 pixels, in any language', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const language of ['繁體中文', '简体中文', 'English']) {
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: language }).check();
    await page.keyboard.press('Escape');
    await settled(page);
    const cut = await page.locator('header').evaluate((bar) =>
      [...bar.querySelectorAll('button, label')].flatMap((part) => {
        const { left, right, width } = part.getBoundingClientRect();
        const isWhole = left >= 0 && right <= innerWidth && width > 20 && part.scrollWidth <= part.clientWidth + 1;
        return isWhole ? [] : [`${part.textContent} ${left}–${right}`];
      }),
    );
    expect(cut, language).toEqual([]);
    // No group lies over another.
    const edges = await page
      .locator('header > *')
      .evaluateAll((parts) =>
        parts.map((part) => part.getBoundingClientRect()).map(({ left, right }) => [left, right]),
      );
    edges.slice(1).forEach(([left = 0], at) => {
      expect(left, language).toBeGreaterThanOrEqual((edges[at]?.[1] ?? 0) - 0.5);
    });
  }
});
