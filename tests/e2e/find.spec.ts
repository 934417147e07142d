import { openSecond } from './columns-page';
import { expect, LONG, longUnless, test } from './fixtures';
import {
  closesQuietly,
  counts,
  currentIsInSight,
  findBar,
  findField,
  highlighted,
  hitLines,
  paintedOnly,
  paints,
  selection,
} from './find-page';
import { choose, openLong, scrollTo } from './long-page';
import { chooseScript, displayed, markWords, opened, painted, selectWords, textOf } from './reading-page';
import { violations } from './violations';

const times = (words: string, count: number): string[] => Array.from({ length: count }, () => words);

for (const theme of ['Light', 'Dark']) {
  for (const [script, sign, shown] of [
    ['Original', '發展', '發展'],
    ['Simplified', '意味着', '发展'],
  ] as const) {
    test(
      `words are found in ${script}, in ${theme}, typed in either script, and painted exactly`,
      longUnless(theme === 'Dark' && script === 'Simplified'),
      async ({ launch }) => {
        const page = await opened(await (await launch()).firstWindow());
        await page.keyboard.press('Control+,');
        await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
        await page.keyboard.press('Escape');
        await chooseScript(page, script, sign);
        await page.keyboard.press('Control+f');
        await expect(findField(page)).toBeFocused();
        for (const typed of ['发展', '發展']) {
          await findField(page).fill(typed);
          await counts(page, 1, 12);
          await paints(page, shown, times(shown, 11));
        }
        expect(await violations(page), 'the row').toEqual([]);
        await findBar(page).getByRole('button', { name: 'All hits' }).click();
        await expect(hitLines(page).first()).toBeVisible();
        expect(await violations(page), 'the list').toEqual([]);
        await findField(page).fill('沒有這個');
        await counts(page, 0, 0);
        await expect(findBar(page)).toContainText('Not found');
        expect(await violations(page), 'nothing found').toEqual([]);
        await closesQuietly(page, shown);
      },
    );
  }
}

test(
  'next and previous go round, by Enter, F3, Ctrl+G and the buttons, with a word about it',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await page.keyboard.press('/');
    await page.keyboard.type('优化');
    await counts(page, 1, 2);
    for (const [key, current] of [
      ['Enter', 2],
      ['Enter', 1],
      ['Shift+Enter', 2],
      ['F3', 1],
      ['Shift+F3', 2],
      ['Control+g', 1],
      ['Control+Shift+G', 2],
    ] as const) {
      await page.keyboard.press(key);
      await counts(page, current, 2);
      await expect.poll(() => currentIsInSight(page)).toBe(true);
    }
    await expect(findBar(page)).toContainText('Past the start');
    await page.keyboard.press('Shift+Enter');
    await counts(page, 1, 2);
    await expect(findBar(page)).not.toContainText('Past');
    await findBar(page).getByRole('button', { name: 'Next hit' }).click();
    await counts(page, 2, 2);
    await findBar(page).getByRole('button', { name: 'Next hit' }).click();
    await expect(findBar(page)).toContainText('Past the end');
    await findBar(page).getByRole('button', { name: 'Previous hit' }).click();
    await counts(page, 2, 2);
  },
);

test('looking begins at the reading position', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await scrollTo(page, 3);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('北京');
  const before = (await displayed(page)).split('\n').slice(0, 3).join('').split('北京').length;
  await counts(page, before, 21);
});

test(
  'what is selected is looked for, and Escape leaves the current hit selected, ready to be marked',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await selectWords(page, '科技創新');
    await page.keyboard.press('Control+f');
    await expect(findField(page)).toHaveValue('科技創新');
    await counts(page, 1, 14);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(findBar(page)).toBeHidden();
    await expect(textOf(page)).toBeFocused();
    expect(await selection(page)).toBe('科技創新');
    await expect.poll(() => highlighted(page, 'found')).toEqual([]);
    await page.keyboard.press('2');
    await expect.poll(() => painted(page)).toEqual([{ name: 'mark-red', words: ['科技創新'] }]);
    // The keys go on with the words of the last time.
    await page.keyboard.press('F3');
    await expect(findField(page)).toHaveValue('科技創新');
    await expect(findBar(page).getByRole('status')).toContainText('of 14');
  },
);

test('a switch of script keeps the query and leaves the hits on the same source words', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '優化科研環境', 'Blue');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await page.keyboard.press('/');
  await page.keyboard.type('佳');
  // The page stands at the mark, which is on the second.
  await counts(page, 2, 2);
  await paints(page, '最佳化', ['最佳化']);
  for (const [script, sign, words] of [
    ['Simplified', '意味着', '优化'],
    ['Original', '優化', '優化'],
    ['Hong Kong', '優化', '優化'],
    ['Taiwan phrases', '最佳化', '最佳化'],
  ] as const) {
    await chooseScript(page, script, sign);
    await paints(page, words, [words]);
    await counts(page, 2, 2);
    await expect(findField(page)).toHaveValue('佳');
  }
  expect((await painted(page)).map(({ name }) => name)).toEqual(['mark-blue']);
  // Looked for anew, only what is displayed now counts.
  await chooseScript(page, 'Simplified', '意味着');
  await findField(page).fill('');
  await findField(page).fill('佳');
  await counts(page, 0, 0);
  // A whole phrase of another script finds its source words in every script.
  await findField(page).fill('最佳化');
  await counts(page, 2, 2);
  await paints(page, '优化', ['优化']);
});

test('words are found in repairs, and what the file says as well', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.keyboard.press('/');
  for (const words of ['十四五”期間', '笆奈濉']) {
    await findField(page).fill(words);
    await expect(findBar(page).getByRole('status')).toContainText('1 of');
  }
  await page.getByRole('switch', { name: 'Repairs' }).click();
  await paints(page, '笆奈濉', []);
});

test('the options narrow to the script displayed, and widen to pinyin', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.keyboard.press('/');
  await page.keyboard.type('发展');
  await counts(page, 1, 12);
  await findBar(page).getByRole('checkbox', { name: 'Exact script' }).check();
  await counts(page, 0, 0);
  await chooseScript(page, 'Simplified', '意味着');
  await expect(findBar(page).getByRole('status')).toContainText('of 12');
  await findBar(page).getByRole('checkbox', { name: 'Exact script' }).uncheck();
  await findBar(page).getByRole('checkbox', { name: 'Pinyin' }).check();
  for (const typed of ['fa zhan', 'fazhan', 'fā zhǎn', 'fa1zhan3', 'FAZHAN']) {
    await findField(page).fill('');
    await findField(page).fill(typed);
    await expect(findBar(page).getByRole('status')).toContainText('of 12');
    await expect.poll(async () => [...new Set(await highlighted(page, 'found'))]).toEqual(['发展']);
  }
  await findBar(page).getByRole('checkbox', { name: 'Pinyin' }).uncheck();
  await counts(page, 0, 0);
});

test('the list shows every hit in context, and the keyboard alone goes through it', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.keyboard.press('/');
  await page.keyboard.type('意義重大');
  await counts(page, 1, 1);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('创新');
  const all = (await displayed(page)).split('創新').length - 1;
  await counts(page, 1, all);
  await page.keyboard.press('ArrowDown');
  await expect(hitLines(page).first().getByRole('button')).toBeFocused();
  await expect(hitLines(page).first()).toHaveAttribute('aria-setsize', String(all));
  await expect(hitLines(page).first().locator('mark')).toHaveText('創新');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await counts(page, 3, all);
  await expect(hitLines(page).nth(2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('End');
  await expect(hitLines(page).last().getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await counts(page, all, all);
  await expect.poll(() => currentIsInSight(page)).toBe(true);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await counts(page, 1, all);
  await chooseScript(page, 'Simplified', '意味着');
  await expect(hitLines(page).first().locator('mark')).toHaveText('创新');
  await hitLines(page).first().getByRole('button').focus();
  await page.keyboard.press('Escape');
  await expect(findBar(page)).toBeHidden();
  await expect(textOf(page)).toBeFocused();
});

test('the row covers nothing, and the words stay where they are when it comes and goes', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await scrollTo(page, 2);
    const place = async (): Promise<number> => (await textOf(page).locator('[data-block="3"]').boundingBox())?.y ?? 0;
    const before = await place();
    await page.keyboard.press('/');
    await expect(findField(page)).toBeFocused();
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
    const bar = await findBar(page).boundingBox();
    const scroller = await page.locator('[data-scroller]').boundingBox();
    expect(Math.abs((bar?.y ?? 0) + (bar?.height ?? 0) - (scroller?.y ?? 0))).toBeLessThanOrEqual(1);
    const overflow = await findBar(page).evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(overflow).toBe(false);
    await page.keyboard.press('Escape');
    await expect(findBar(page)).toBeHidden();
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
  }
});

test('an input method is left alone until it is done', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.keyboard.press('/');
  await page.keyboard.type('优化');
  await counts(page, 1, 2);
  const client = await page.context().newCDPSession(page);
  await findField(page).fill('');
  await client.send('Input.imeSetComposition', { text: 'fa zhan', selectionStart: 7, selectionEnd: 7 });
  await expect(findField(page)).toHaveValue('fa zhan');
  await expect(findBar(page).getByRole('status')).toHaveText('');
  await client.send('Input.insertText', { text: '发展' });
  await counts(page, 1, 12);
});

test(
  'in a long text all is found and listed, and only hits near the window are painted',
  LONG,
  async ({ launch, dir }) => {
    const page = await openLong(launch, dir);
    await scrollTo(page, 600);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('網際網路');
    await expect(findBar(page)).not.toHaveAttribute('aria-busy', 'true');
    const status = await findBar(page).getByRole('status').textContent();
    const [, current = '', all = ''] = /^(\d+) of (\d+)$/.exec(status?.replaceAll(',', '') ?? '') ?? [];
    expect(Number(all)).toBeGreaterThan(1500);
    expect(Number(current)).toBeGreaterThan(Number(all) * 0.4);
    await expect.poll(async () => [...new Set(await highlighted(page, 'found'))]).toEqual(['互联网']);
    await choose(page, 'Taiwan phrases');
    await paintedOnly(page, '網際網路');
    await findField(page).fill('的');
    await expect(findBar(page).getByRole('status')).toContainText('of ');
    await findBar(page).getByRole('button', { name: 'All hits' }).click();
    expect(await hitLines(page).count()).toBeLessThan(30);
    await findField(page).press('ArrowDown');
    await expect(hitLines(page).getByRole('button').and(page.locator(':focus'))).toBeVisible();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(findBar(page).getByRole('status')).toHaveText(/^([\d,]+) of \1$/);
    await expect.poll(() => currentIsInSight(page)).toBe(true);
    await expect.poll(async () => (await highlighted(page, 'found')).length).toBeLessThan(1000);
  },
);

test(
  'in a second column the same hits are painted as that column shows them, and its words are found',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await openSecond(page, '国际科技创新中心');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('优化');
    await counts(page, 1, 2);
    await expect.poll(() => highlighted(page, 'found-current')).toEqual(['優化', '优化']);
    await expect.poll(() => highlighted(page, 'found')).toEqual(['優化', '优化']);
    await page.keyboard.press('Escape');
    await expect.poll(() => highlighted(page, 'found')).toEqual([]);
  },
);
