import { expect, LONG, test } from './fixtures';
import {
  cardOf,
  chooseScript,
  clickWords,
  displayed,
  markWords,
  notesOf,
  opened,
  painted,
  paintedWords,
  selectOverParagraphs,
  selectWords,
  stored,
  storedOnce,
  textOf,
} from './reading-page';

test('marks lie on the same words in every script, also where phrases change their length', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '全局中的核心', 'Red');
  await markWords(page, '優化科研環境', 'Green');
  const original = ['全局中的核心', '優化科研環境'];
  await expect.poll(() => paintedWords(page)).toEqual(original);
  await expect(notesOf(page)).toHaveCount(2);

  await chooseScript(page, 'Taiwan phrases', '最佳化');
  expect(await paintedWords(page)).toEqual(['全域性中的核心', '最佳化科研環境']);
  await expect(notesOf(page).first()).toContainText('全域性中的核心');
  for (const [script, sign] of [
    ['Simplified', '优化'],
    ['Taiwan', '範式'],
    ['Hong Kong', '範式'],
    ['Original', '并回答'],
  ] as const) {
    await chooseScript(page, script, sign);
  }
  expect(await paintedWords(page)).toEqual(original);
  const quotes = (await stored(page)).map(({ quote }) => quote.exact);
  expect(quotes).toEqual(original);
});

test('a selection made in Taiwan phrases is stored on the words of the source, whole units at a time', async ({
  launch,
}) => {
  const page = await opened(await (await launch()).firstWindow());
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await selectWords(page, '佳化科研');
  // What will be kept shows at once: the whole of a phrase that was touched.
  await expect
    .poll(() =>
      page.evaluate(() =>
        getSelection()
          ?.toString()
          .replace(/[a-zà-ǜü]+/g, ''),
      ),
    )
    .toBe('最佳化科研');
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Blue' }).click();
  await expect.poll(async () => (await stored(page)).length).toBe(1);
  const [mark] = await stored(page);
  expect(mark?.quote.exact).toBe('優化科研');
  expect(mark?.quote.prefix.endsWith('進一步')).toBe(true);
  expect(mark?.script).toBe('taiwan-phrases');
  await chooseScript(page, 'Original', '并回答');
  expect(await painted(page)).toEqual([{ name: 'mark-blue', words: ['優化科研'] }]);
});

test('a colour marks, closes the toolbar and opens no card; the same span again recolours', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '兩個百年', 'Yellow');
  await expect(cardOf(page)).toBeHidden();
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
  await markWords(page, '兩個百年', 'Purple');
  await expect.poll(() => painted(page)).toEqual([{ name: 'mark-purple', words: ['兩個百年'] }]);
  await expect(notesOf(page)).toHaveCount(1);
  expect(await stored(page)).toMatchObject([{ colour: 'purple', rev: 2 }]);
});

test('a mark over several paragraphs is one range for each of them', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectOverParagraphs(page);
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Green' }).click();
  await expect.poll(() => paintedWords(page)).toEqual(['。', '許']);
  expect(await storedOnce(page, 1)).toMatchObject([{ quote: { exact: '。\n許' } }]);
});

test('readings are never part of a selection or of what is copied', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectWords(page, '發布會。會上');
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('發布會。會上');
  // Words that are selected are dragged away as text, to another program, and stay selected.
  await selectWords(page, '會。會');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('發布會。會上');
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Red' }).click();
  await expect.poll(async () => (await stored(page)).map(({ quote }) => quote.exact)).toEqual(['發布會。會上']);
});

test('the keyboard alone selects, marks, walks and deletes', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await textOf(page).focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  await page.keyboard.press('3');
  await expect
    .poll(() => painted(page))
    .toEqual([{ name: 'mark-green', words: [(await displayed(page)).slice(5, 10)] }]);
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await expect.poll(async () => (await painted(page))[0]?.name).toBe('mark-red');
  await page.keyboard.press('Enter');
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect.poll(() => painted(page)).toEqual([]);
});

test('with Ctrl and Shift the keyboard selects whole words of the script displayed', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await clickWords(page, '最佳化科研環境');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('1');
  await expect.poll(async () => (await stored(page)).map(({ quote }) => quote.exact)).toEqual(['優化']);
});

test('a deleted mark goes to the bin and can be brought back', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '率先建成', 'Yellow');
  await clickWords(page, '率先建成');
  await cardOf(page).getByRole('button', { name: 'Delete' }).click();
  await expect(notesOf(page)).toHaveCount(0);
  await expect.poll(() => paintedWords(page)).toEqual([]);
  expect((await stored(page))[0]?.deleted).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(() => paintedWords(page)).toEqual(['率先建成']);
});

test('the selection stays on the same words while the script changes', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await selectWords(page, '優化科研環境');
  await page.getByRole('radio', { name: 'Taiwan phrases' }).check();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('最佳化科研環境');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  await page.keyboard.press('4');
  await expect.poll(async () => (await stored(page)).map(({ quote }) => quote.exact)).toEqual(['優化科研環境']);
});

test('drags that begin and end on readings select exactly the characters below them', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  // Pairs of readings on one line, spread over the screen.
  const drags = await textOf(page).evaluate((main) => {
    const rubies = [...main.querySelectorAll('ruby')].filter((ruby) => {
      const { top, bottom } = ruby.getBoundingClientRect();
      return top > 60 && bottom < innerHeight;
    });
    return rubies.flatMap((ruby, index) => {
      const other = rubies[index + 2];
      const [from, to] = [ruby, other].map((each) => each?.querySelector('rt')?.getBoundingClientRect());
      if (index % 3 !== 0 || other === undefined || from?.top !== to?.top || !from || !to) return [];
      const range = document.createRange();
      range.setStartBefore(ruby);
      range.setEndAfter(other);
      const content = range.cloneContents();
      content.querySelectorAll('rt').forEach((reading) => {
        reading.remove();
      });
      const bases = [ruby, other].map((each) => each.firstChild);
      const [first, last] = bases.map((base) => {
        const box = document.createRange();
        if (base) box.selectNodeContents(base);
        return box.getBoundingClientRect();
      });
      if (!first || !last) return [];
      const start = [first.left + 3, from.top + from.height / 2];
      const end = [last.right - 3, to.top + to.height / 2];
      return [{ start, end, words: content.textContent }];
    });
  });
  expect(drags.length).toBeGreaterThan(5);
  for (const { start, end, words } of drags) {
    await page.mouse.move(start[0] ?? 0, start[1] ?? 0);
    await page.mouse.down();
    await page.mouse.move(end[0] ?? 0, end[1] ?? 0, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words);
    await page.keyboard.press('Escape');
    // The next drag may begin where the toolbar stood.
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeHidden();
  }
});
