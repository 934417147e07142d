import { withQuotes } from '#core/script/quote-style';
import { expect, test, LONG } from './fixtures';
import {
  cardOf,
  chooseScript,
  displayed,
  opened,
  paintedWords,
  saved,
  settled,
  storedOnce,
  textOf,
} from './reading-page';
import { liesBeside, pressAtOnce, rectOf, rests, scrolledBy, selectDown, selectedText, turn } from './vertical-page';
import { seen } from './pages-page';
import { typeSection } from './type-page';
import { rectsOfWords } from './words-on-page';

test('the lines turn, and the selection, a note half typed and the marks stay with their words', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const layout = page.getByRole('radiogroup', { name: 'Layout' });
  await expect(layout.getByRole('radio', { name: 'Horizontal' })).toBeChecked();
  const horizontal = await displayed(page);
  await page.keyboard.press('v');
  await expect(layout.getByRole('radio', { name: 'Vertical' })).toBeChecked();
  await settled(page);
  // Quotation marks are those of columns, and nothing else is other.
  expect(horizontal).toContain('處于“兩個百年”歷史交匯期');
  await expect.poll(() => displayed(page)).toBe(withQuotes(horizontal, 'corner'));
  // Columns follow each other to the left, and what is read first stands at the right.
  const [first, second] = [await rectsOfWords(page, '2021年'), await rectsOfWords(page, '中關村管委會')];
  expect(second[0]?.right ?? Infinity).toBeLessThan(first[0]?.left ?? 0);
  expect(second[5]?.top ?? 0).toBeGreaterThan((second[0]?.bottom ?? Infinity) + 50);

  // A number on its side pushes no character that has a reading out of its column, or over another.
  const column = await rectsOfWords(page, '2.9萬家');
  const middles = column.slice(3).map(({ left, right }) => (left + right) / 2);
  expect(Math.abs((middles[0] ?? 0) - (middles[1] ?? Infinity))).toBeLessThanOrEqual(1);
  for (const [at, { bottom }] of column.slice(0, -1).entries()) {
    expect(column[at + 1]?.top ?? 0, `what follows sign ${at} of 2.9萬家`).toBeGreaterThanOrEqual(bottom - 1);
  }

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
    await expect(textOf(page)).toContainText(to === 'Vertical' ? '「十四五」' : '“十四五”');
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
  // Wherever it rests, no part of a column stands at an edge, nor of a reading: paper lies there, as in a book.
  const wholeColumns = async (): Promise<void> => {
    await expect
      .poll(async () => ({ ...(await seen(page)), words: '', middles: [] }))
      .toEqual({ words: '', middles: [], cut: 0, readingsCut: [] });
    expect((await seen(page)).words.length).toBeGreaterThan(300);
  };
  await wholeColumns();
  await page.mouse.wheel(0, -100);
  expect(await rests(page)).toBe(140);
  // A trackpad that is moved to the side moves the page to that side.
  await page.mouse.wheel(-60, 0);
  expect(await rests(page)).toBe(200);
  await wholeColumns();
  // The row in which words are looked for lies over the margin: no word moves.
  const stand = await rectsOfWords(page, '堅持創新在我國現代化');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('search')).toBeVisible();
  await settled(page);
  expect(await rectsOfWords(page, '堅持創新在我國現代化')).toEqual(stand);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toBeHidden();
  expect(await rests(page)).toBe(200);

  await textOf(page).focus();
  await page.keyboard.press('PageDown');
  const on = await rests(page);
  expect(on).toBeGreaterThan(200 + (view.right - view.left) * 0.8);
  await page.keyboard.press('PageUp');
  expect(await rests(page)).toBe(200);
  await wholeColumns();
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
  const caret = page.locator('[data-scroller] div[aria-hidden=true]:not([hidden], [data-edge])');
  const boxBefore = await caret.boundingBox();
  await page.keyboard.press('ArrowLeft');
  const boxAfter = await caret.boundingBox();
  expect(boxAfter?.x ?? Infinity).toBeLessThan((boxBefore?.x ?? 0) - 20);
  expect(Math.abs((boxAfter?.y ?? 0) - (boxBefore?.y ?? Infinity))).toBeLessThan(24);
  await page.keyboard.press('ArrowRight');
  expect((await caret.boundingBox())?.x).toBe(boxBefore?.x);
  // Keys that come while the toolbar still lies over the words go the same way.
  await page.keyboard.press('Shift+Control+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  await pressAtOnce(page, ['ArrowDown', 'ArrowLeft', 'ArrowRight']);
  expect((await caret.boundingBox())?.x).toBe(boxBefore?.x);
  // It lies across its column, and is followed where it leaves the page.
  expect(boxBefore?.width ?? 0).toBeGreaterThan(8 * (boxBefore?.height ?? Infinity));
  for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowLeft');
  const far = await caret.boundingBox();
  expect(far?.x ?? 0).toBeGreaterThanOrEqual(view.left);
  expect((far?.x ?? Infinity) + (far?.width ?? 0)).toBeLessThanOrEqual(view.right);
  expect(await scrolledBy(page)).toBeGreaterThan(400);
  // With Ctrl from paragraph to paragraph, across the columns; with Shift by page.
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  const paragraphs = await textOf(page)
    .locator('[data-block]')
    .evaluateAll((blocks) =>
      blocks.map((block) => {
        const copy = block.cloneNode(true) as Element;
        copy.querySelectorAll('rt').forEach((reading) => {
          reading.remove();
        });
        return copy.textContent;
      }),
    );
  const whole = await selectedText(page);
  expect(paragraphs).toContain(whole);
  await page.keyboard.press('Shift+PageUp');
  const byPage = await selectedText(page);
  expect(byPage).not.toBe(whole);
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('ArrowUp');
  // Marked with the keyboard alone.
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const words = await selectedText(page);
  await page.keyboard.press('4');
  expect((await storedOnce(page, 1))[0]?.quote.exact).toBe(words);
});

test(
  'numbers stand upright in one cell, readings at the right of their characters, lines at the left',
  LONG,
  async ({ launch }) => {
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

    // In each family and script it is set in the text's own family, and in the middle.
    for (const script of ['Simplified', 'Original'] as const) {
      await chooseScript(page, script, script === 'Simplified' ? '国际' : '國際');
      for (const [choice, family] of [
        ['Kai', 'LXGW WenKai'],
        ['Sans', 'Noto Sans Upright'],
        ['Serif', 'Noto Serif Upright'],
      ] as const) {
        const type = await typeSection(page);
        await type.getByRole('radio', { name: choice, exact: true }).check();
        await page.keyboard.press('Escape');
        const families = () =>
          textOf(page)
            .locator('.upright')
            .first()
            .evaluate((number) => getComputedStyle(number).fontFamily);
        await expect.poll(families).toContain(family);
        await settled(page);
        await page.evaluate(() => document.fonts.ready);
        const offCentre = async (): Promise<number> => {
          const [, tens, units, after] = await rectsOfWords(page, '月24日');
          return Math.abs(((tens?.left ?? 0) + (units?.right ?? 0) - (after?.left ?? 0) - (after?.right ?? 0)) / 2);
        };
        await expect.poll(offCentre, `${choice}, ${script}`).toBeLessThan(0.6);
      }
    }

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
          return [
            (below.left + below.right) / 2,
            reading?.left ?? 0,
            (below.top + below.bottom) / 2,
            reading?.top ?? 0,
          ];
        }),
      );
    expect(rubies).toHaveLength(40);
    for (const [middle = 0, left = 0] of rubies) expect(left).toBeGreaterThan(middle + size * 0.4);
    expect(await textOf(page).evaluate((main) => getComputedStyle(main).textUnderlinePosition)).toBe('left');
  },
);
