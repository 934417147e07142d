import { expect, test, LONG } from './fixtures';
import { notesOf, opened, paintedWords, settled, storedOnce } from './reading-page';
import { linedRows } from './pixels';
import { liesBeside, rectOf, rests, scrollerOf, selectDown, turn } from './vertical-page';
import { rectsOfWords } from './words-on-page';

test('the line of a mark runs past every character, also where it has a reading', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await turn(page, 'Vertical');
  // Readings stand on the first, on two at the end and on neither of those between them.
  const words = '會議舉行新聞發布會';
  await selectDown(page, words);
  await page.keyboard.press('2');
  await storedOnce(page, 1);
  for (const style of ['', '-underline', '-wavy', '-outline', '-strikethrough']) {
    await expect.poll(() => page.evaluate(() => [...CSS.highlights.keys()])).toContain(`mark-red${style}`);
    for (const [at, rect] of (await rectsOfWords(page, words)).entries())
      expect(await linedRows(page, rect), `${style} ${at}`).toBeGreaterThan(0.8);
    // The next style, and no sign of a current mark over it.
    await page.keyboard.press('j');
    await page.keyboard.press('u');
    await page.keyboard.press('Escape');
  }
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
  await page.keyboard.type('淡薄名利');
  await expect.poll(() => isSeen('淡薄名利')).toBe(true);
  await page.keyboard.press('Escape');
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: /^二 重點前沿/ })
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
  await expect(second).toContainText('许强');
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

test('nothing of the bar is cut off at 1,024 pixels, in any language', LONG, async ({ launch }) => {
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
    const edges = await page.locator('header > :not([role=separator])').evaluateAll((parts) =>
      parts
        .map((part) => part.getBoundingClientRect())
        // The seal is left out where its room is needed.
        .filter(({ width }) => width > 0)
        .map(({ left, right }) => [left, right]),
    );
    edges.slice(1).forEach(([left = 0], at) => {
      expect(left, language).toBeGreaterThanOrEqual((edges[at]?.[1] ?? 0) - 0.5);
    });
  }
});
