import type { Page } from '@playwright/test';
import { correctWord, correctionCard, openSettings, rightClick, storedCorrections } from './corrections-page';
import { expect, LONG, test } from './fixtures';
import {
  chooseScript,
  clickWords,
  displayed,
  markWords,
  opened,
  paintedWords,
  selectWords,
  stored,
  storedOnce,
  textOf,
} from './reading-page';

const WRONG = '現代化建設全域性中的核心';
const RIGHT = '現代化建設全局中的核心';
const says = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

const SCRIPTS = [
  ['Original', '并回答', '全局中的核心'],
  ['Simplified', '优化', '全局中的核心'],
  ['Traditional', '優化科研', '全局中的核心'],
  ['Taiwan', '優化科研', '全局中的核心'],
  ['Hong Kong', '優化科研', '全局中的核心'],
  ['Taiwan phrases', '最佳化', '全局中的核心'],
] as const;

test(
  'a word is corrected by its menu, and a mark over it stays on the same words in all scripts',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await markWords(page, '全局中的核心', 'Red');
    await chooseScript(page, 'Taiwan phrases', WRONG);
    const before = await storedOnce(page, 1);
    expect(await paintedWords(page)).toEqual(['全域性中的核心']);
    await rightClick(page, '全域性');
    await page.getByRole('menuitem', { name: 'Fix conversion…' }).click();
    const card = correctionCard(page);
    await expect(card.getByRole('definition')).toHaveText(['全局', '全域性']);
    await expect(card.getByRole('textbox', { name: 'Should read' })).toBeFocused();
    await expect(card.getByRole('textbox', { name: 'Should read' })).toHaveValue('全域性');
    await expect(card.getByRole('radio', { name: 'This occurrence' })).toBeChecked();
    await expect(card.getByRole('status')).toHaveText('It is shown like this already.');
    await expect(card.getByRole('button', { name: 'Save' })).toBeDisabled();
    await page.keyboard.type('全局');
    await expect(card.getByRole('status')).toHaveText('Here only.');
    await expect(card.getByRole('group', { name: 'Preview' })).toContainText('建設全局中的核心');
    await page.keyboard.press('Enter');
    await expect(card).toBeHidden();
    await expect.poll(() => displayed(page)).toContain(RIGHT);
    await expect(says(page, 'is now shown as')).toBeVisible();
    expect(await paintedWords(page)).toEqual(['全局中的核心']);
    for (const [script, sign, words] of SCRIPTS) {
      await chooseScript(page, script, sign);
      expect(await paintedWords(page)).toEqual([words]);
    }
    expect(await displayed(page)).toContain(RIGHT);
    expect(await stored(page)).toEqual(before);
    expect(await storedCorrections(page)).toMatchObject([
      {
        reach: { scope: 'occurrence', quote: { exact: '全局' } },
        source: '全局',
        wrong: '全域性',
        right: '全局',
        modes: ['taiwan-phrases'],
        rev: 1,
      },
    ]);
  },
);

test(
  'what was corrected, changed and removed is undone and done again, and said in words',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await chooseScript(page, 'Taiwan phrases', WRONG);
    await correctWord(page, '全域性', '全局', 'This text');
    await expect.poll(() => displayed(page)).toContain(RIGHT);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => displayed(page)).toContain(WRONG);
    await expect(says(page, 'Undone: correction of “全局 → 全局”.')).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => displayed(page)).toContain(RIGHT);
    await expect(says(page, 'Done again: correction of “全局 → 全局”.')).toBeVisible();
    await correctWord(page, '全局中', '大局', 'This text');
    await expect.poll(() => displayed(page)).toContain('建設大局中');
    await page.keyboard.press('Control+z');
    await expect.poll(() => displayed(page)).toContain(RIGHT);
    await page.keyboard.press('Control+z');
    await expect.poll(() => displayed(page)).toContain(WRONG);
    await page.keyboard.press('Control+z');
    await expect(says(page, 'There is nothing to undo.')).toBeVisible();
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await expect.poll(() => displayed(page)).toContain('建設大局中');
  },
);

test(
  'an occurrence can go back to the dictionary’s form under a correction of everywhere',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await chooseScript(page, 'Taiwan phrases', '最佳化');
    const count = async () => (await displayed(page)).split('最佳化').length - 1;
    const before = await count();
    await correctWord(page, '最佳化', '優化', 'Everywhere');
    await expect.poll(count).toBe(0);
    await correctWord(page, '優化', '最佳化', 'This occurrence');
    await expect.poll(count).toBe(1);
    // The wider one takes over again where it was asked for.
    await rightClick(page, '最佳化');
    await page.getByRole('menuitem', { name: 'Fix conversion…' }).click();
    await correctionCard(page).getByRole('button', { name: 'Remove correction' }).click();
    await expect.poll(count).toBe(0);
    const settings = await openSettings(page);
    await settings.getByRole('button', { name: 'Remove the correction of 優化' }).click();
    await expect.poll(count).toBe(before);
  },
);
test(
  'the selection toolbar and the keyboard correct as well, and only where there is a conversion',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    const toolbar = page.getByRole('toolbar', { name: 'Selection' });
    await selectWords(page, '全局');
    await expect(toolbar.getByRole('button')).toHaveText(['', '', '', '', '', '批', 'Add note', 'Copy']);
    await page.keyboard.press('x');
    await expect(correctionCard(page)).toBeHidden();
    await page.keyboard.press('Escape');
    await chooseScript(page, 'Taiwan phrases', WRONG);
    await selectWords(page, '全域性');
    await toolbar.getByRole('button', { name: 'Fix conversion…' }).click();
    const card = correctionCard(page);
    await expect(toolbar).toBeHidden();
    await card.getByRole('textbox', { name: 'Should read' }).fill('');
    await page.keyboard.press('Enter');
    await expect(card.getByRole('status')).toHaveText('Type what is to be shown.');
    await card.getByRole('radio', { name: 'Everywhere' }).check();
    await card.getByRole('textbox', { name: 'Should read' }).fill('全局');
    await expect(card.getByRole('status')).toHaveText('1 place in this text, and all other texts.');
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    // What was selected is selected again.
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('全域性');
    expect(await displayed(page)).toContain(WRONG);
    await page.keyboard.press('x');
    await page.keyboard.type('大局');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('大局');
    await expect(toolbar).toBeVisible();
    // Another script ends what was begun in this one, for good.
    await page.keyboard.press('x');
    await expect(card).toBeVisible();
    await chooseScript(page, 'Simplified', '优化');
    await expect(card).toBeHidden();
    await chooseScript(page, 'Taiwan phrases', '建設大局中');
    await expect(card).toBeHidden();
  },
);

test(
  'the card lies beside the words that it is about, also in a small window, and X takes the word at the caret',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await chooseScript(page, 'Taiwan phrases', WRONG);
    for (const [width, height] of [
      [1280, 800],
      [720, 480],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const place of [0.2, 0.5, 0.8]) {
        await clickWords(page, '全域性');
        await page.keyboard.press('Escape');
        await textOf(page).evaluate((main, share) => {
          const scroller = main.closest('[data-scroller]');
          if (scroller) scroller.scrollTop += innerHeight / 3 - innerHeight * share;
        }, place);
        await page.keyboard.press('x');
        const card = correctionCard(page);
        await expect(card.getByRole('definition')).toHaveText(['全局', '全域性']);
        const overlap = await card.evaluate((element) => {
          const box = element.getBoundingClientRect();
          const rects = [...(CSS.highlights.get('flash') ?? [])].flatMap((still) => {
            const range = document.createRange();
            range.setStart(still.startContainer, still.startOffset);
            range.setEnd(still.endContainer, still.endOffset);
            return [...range.getClientRects()];
          });
          const meets = (rect: DOMRect) =>
            rect.bottom > box.top && rect.top < box.bottom && rect.right > box.left && rect.left < box.right;
          return {
            words: rects.length,
            covered: rects.some(meets),
            inSight: box.bottom <= innerHeight && box.top >= 48,
          };
        });
        expect(overlap, `${width} × ${height}, words at ${place}`).toEqual({
          words: overlap.words,
          covered: false,
          inSight: true,
        });
        expect(overlap.words).toBeGreaterThan(0);
        await page.keyboard.press('Escape');
        await expect(card).toBeHidden();
      }
    }
  },
);

test('by the keyboard alone: caret, menu, form, list', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await chooseScript(page, 'Taiwan phrases', WRONG);
  await textOf(page).focus();
  await page.keyboard.press('Home');
  // The word stands in the second paragraph.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  for (let step = 0; step < 400; step++) {
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Shift+Control+ArrowRight');
    const selected = await page.evaluate(() => getSelection()?.toString());
    if (selected?.startsWith('全域性') === true) break;
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Words' });
  await expect(menu.getByRole('menuitem', { name: 'Yellow' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(menu.getByRole('menuitem', { name: 'Red' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(menu.getByRole('menuitem', { name: 'Fix conversion…' })).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(menu).toBeHidden();
  await expect(correctionCard(page).getByRole('textbox', { name: 'Should read' })).toBeFocused();
  await page.keyboard.type('全局');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(correctionCard(page).getByRole('radio', { name: 'This text' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect.poll(() => displayed(page)).toContain(RIGHT);
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => displayed(page)).toContain(WRONG);
});
