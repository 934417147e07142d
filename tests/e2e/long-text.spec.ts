import { expect, LONG, test } from './fixtures';
import { blocksOf, choose, expected, filled, keepMarks, LINES, openLong, OTHER, RARE, scrollTo } from './long-page';
import { cardOf, clickWords, markWords, notesOf, paintedWords, saved, selectWords, textOf } from './reading-page';
import { fontsAsked } from './type-page';

test('what is in sight is shown first, the rest follows, and in the end every block is right', async ({
  launch,
  dir,
}) => {
  const page = await openLong(launch, dir);
  expect(await blocksOf(page)).toEqual(LINES);
  // The files of what is far out of sight come by themselves, so that none comes while the text is scrolled.
  const hasCome = (): Promise<boolean> =>
    page.evaluate((rare) => document.fonts.check('20px "Noto Serif SC Variable"', rare), RARE);
  await expect.poll(hasCome).toBe(true);
  const isLaidOut = textOf(page)
    .locator('[data-block="1199"]')
    .evaluate((block) => block.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isLaidOut).toBe(false);
  const asked = await fontsAsked(page);
  await scrollTo(page, OTHER.block);
  const current = page.getByRole('navigation', { name: 'Contents' }).locator('[aria-current]');
  await expect(current).toContainText(OTHER.words);
  expect(await fontsAsked(page)).toEqual(asked);
  await scrollTo(page, 0);
  // Looked at in the first frame after the change.
  const seen = page.evaluate(
    () =>
      new Promise<{ first: string; last: string; isFilling: boolean }>((resolve) => {
        const main = document.querySelector<HTMLElement>('main');
        if (main === null) return;
        const changes = new MutationObserver(() => {
          changes.disconnect();
          resolve({
            first: main.querySelector('[data-block="0"]')?.textContent ?? '',
            last: main.querySelector('[data-block="1199"]')?.textContent ?? '',
            isFilling: main.dataset['filling'] !== undefined,
          });
        });
        changes.observe(main, { subtree: true, childList: true, characterData: true });
      }),
  );
  await choose(page, 'Taiwan phrases');
  const phrases = await expected('taiwan-phrases');
  expect(await seen).toEqual({ first: phrases[0], last: LINES[1199], isFilling: true });
  await filled(page);
  expect(await blocksOf(page)).toEqual(phrases);
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hant-TW');
  await choose(page, 'Original');
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hans');
  await filled(page);
  expect(await blocksOf(page)).toEqual(LINES);
});

test('a second change of script before the first is done is the one that counts', LONG, async ({ launch, dir }) => {
  const page = await openLong(launch, dir);
  await page.evaluate(() => {
    // Two in one task, so that nothing of the first can be done.
    for (const name of ['Traditional', 'Taiwan phrases']) {
      const label = [...document.querySelectorAll('label')].find((each) => each.textContent === name);
      label?.querySelector('input')?.click();
    }
  });
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hant-TW');
  await choose(page, 'Traditional');
  await expect(textOf(page).locator('[data-block="0"]')).toContainText('硬盤');
  await choose(page, 'Hong Kong');
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hant-HK');
  await filled(page);
  expect(await blocksOf(page)).toEqual(await expected('hong-kong'));
});

test(
  'in the middle the words at the top stay at the same pixel, while the rest follows and after',
  LONG,
  async ({ launch, dir }) => {
    const page = await openLong(launch, dir);
    await scrollTo(page, 700);
    const [names, there] = [['Taiwan phrases', 'Simplified', 'Taiwan phrases', 'Original'], 700];
    for (const name of names) {
      const sampling = page.evaluate(
        (block) =>
          new Promise<{ tops: number[]; frames: number }>((resolve) => {
            const element = document.querySelector(`[data-block="${block}"]`);
            const main = document.querySelector<HTMLElement>('main');
            if (element === null || main === null) return;
            const before = element.textContent;
            const tops: number[] = [];
            let after = 0;
            const look = (): void => {
              tops.push(element.getBoundingClientRect().top);
              const isDone = element.textContent !== before && main.dataset['filling'] === undefined;
              if (isDone) after++;
              if (after > 5) resolve({ tops, frames: tops.length });
              else requestAnimationFrame(look);
            };
            look();
          }),
        there,
      );
      await choose(page, name);
      const { tops } = await sampling;
      expect(Math.max(...tops) - Math.min(...tops), `${name}: ${tops.slice(0, 20).join(' ')}`).toBeLessThanOrEqual(1);
    }
  },
);

test('selection and half-typed note survive a change of script in the middle', LONG, async ({ launch, dir }) => {
  const page = await openLong(launch, dir);
  await scrollTo(page, 600);
  await selectWords(page, '第601段说');
  await page.keyboard.press('n');
  await cardOf(page).getByRole('textbox', { name: 'Note' }).fill('写到一半');
  await saved(page);
  await cardOf(page).getByRole('textbox', { name: 'Note' }).pressSequentially('，还没写完');
  await choose(page, 'Taiwan phrases');
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('写到一半，还没写完');
  await expect(cardOf(page)).toContainText('第601段說');
  await filled(page);
  // The card lies by its words also after the blocks above them have got their new length.
  const gap = await page.evaluate(() => {
    const card = document.querySelector('[role=dialog]')?.getBoundingClientRect();
    const block = document.querySelector('[data-block="601"]')?.getBoundingClientRect();
    return card && block ? Math.min(Math.abs(card.top - block.top), Math.abs(card.bottom - block.top)) : Infinity;
  });
  expect(gap).toBeLessThan(60);
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('写到一半，还没写完');
  await page.keyboard.press('Escape');
  await selectWords(page, '第603段說');
  await choose(page, 'Simplified');
  await filled(page);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('第603段说');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
});

test(
  'everything can be selected, and the selection spans the text in the next script',
  LONG,
  async ({ launch, dir }) => {
    const page = await openLong(launch, dir);
    await textOf(page).evaluate((main) => {
      getSelection()?.selectAllChildren(main);
    });
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
    await choose(page, 'Taiwan phrases');
    await filled(page);
    const selected = await page.evaluate(() => getSelection()?.toString().replaceAll(/\s+/g, ''));
    const phrases = (await expected('taiwan-phrases')).join('');
    expect(selected?.slice(-1000)).toBe(phrases.slice(-1000));
    expect(selected?.length).toBe(phrases.length);
  },
);

test(
  'a mark far down is painted when it is come to, in every script, and a click on it opens its card',
  LONG,
  async ({ launch, dir }) => {
    const page = await openLong(launch, dir);
    await scrollTo(page, 1150);
    await markWords(page, '第1152段说', 'Green');
    await expect.poll(() => paintedWords(page)).toEqual(['第1152段说']);
    await scrollTo(page, 0);
    // Far from the window no range is held: each would be looked at after every change of the page.
    await expect.poll(() => paintedWords(page)).toEqual([]);
    // To the mark at once, while the blocks before it are still being filled.
    await choose(page, 'Taiwan phrases');
    await expect(textOf(page).locator('[data-block="0"]')).toContainText('說');
    await notesOf(page).first().click();
    await expect(cardOf(page)).toBeVisible();
    expect(await paintedWords(page)).toEqual(['第1152段說']);
    await page.keyboard.press('Escape');
    await filled(page);
    expect(await paintedWords(page)).toEqual(['第1152段說']);
    await clickWords(page, '第1152段說');
    await expect(cardOf(page)).toContainText('第1152段說');
    await page.keyboard.press('Escape');
    // Once more where the block was filled in its turn, out of sight.
    await scrollTo(page, 0);
    await choose(page, 'Original');
    await filled(page);
    await notesOf(page).first().click();
    await expect(cardOf(page)).toContainText('第1152段说');
    expect(await paintedWords(page)).toEqual(['第1152段说']);
  },
);

test(
  'more than 200 notes are scrolled, walked by keys and filtered, and each says which of how many it is',
  LONG,
  async ({ launch, dir }) => {
    const page = await openLong(launch, dir);
    await keepMarks(page, 400);
    const notes = notesOf(page);
    await expect(notes.first()).toHaveAttribute('aria-setsize', '400');
    expect(await notes.count()).toBeLessThan(60);
    await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('heading', { level: 2 })).toContainText(
      '400',
    );
    // By keys, further than was rendered at first.
    await notes.first().getByRole('button').focus();
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowDown');
    await expect(page.locator('li:focus-within')).toHaveAttribute('aria-posinset', '31');
    await expect(page.locator('li:focus-within')).toBeInViewport();
    // The wheel leaves the one in focus where it is, and keys go on from there.
    await page.getByRole('list', { name: 'Annotations' }).evaluate((list) => {
      list.scrollTop = list.scrollHeight;
    });
    await expect(notes.last()).toContainText('第1197段');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('li:focus-within')).toHaveAttribute('aria-posinset', '32');
    await page.keyboard.press('Enter');
    await expect(cardOf(page)).toContainText('第93段');
    await expect(textOf(page).locator('[data-block="93"]')).toBeInViewport();
    await choose(page, 'Taiwan phrases');
    await page.getByRole('searchbox', { name: 'Filter notes' }).fill('批注398號');
    await expect(notes).toHaveCount(1);
    await expect(notes.locator('q')).toHaveText('第1194段');
    await page.getByRole('searchbox', { name: 'Filter notes' }).fill('');
    await expect(notes.first()).toHaveAttribute('aria-setsize', '400');
  },
);
