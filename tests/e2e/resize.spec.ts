import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, LONG, test } from './fixtures';
import { rightClick } from './corrections-page';
import { dragTo, edgeOf, grab, handleOf, spoken, type StoredLook } from './marks-page';
import {
  cardOf,
  chooseScript,
  clickWords,
  markWords,
  notesOf,
  opened,
  painted,
  paintedWords,
  selectWords,
  settled,
  stored,
  textOf,
} from './reading-page';

/** The quotes of the stored marks, and of where they stood before. */
const quotes = async (page: Page): Promise<string[][]> =>
  (await stored(page)).map((mark) => [
    mark.quote.exact,
    ...(mark as StoredLook).history.map(({ quote }) => quote.exact),
  ]);

/** Makes the mark with these words the current one, without its card. */
async function choose(page: Page, words: string): Promise<void> {
  await clickWords(page, words);
  await expect(cardOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
  await expect(handleOf(page, 'End')).toBeVisible();
}

test(
  'the end of a mark is dragged; undo brings back where it was, and the handles follow',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await markWords(page, '優化科研環境', 'Green');
    await choose(page, '優化科研環境');
    const before = await handleOf(page, 'End').boundingBox();
    await grab(page, 'End', await edgeOf(page, '優化科研環境', 'behind'));
    await dragTo(page, 'End', await edgeOf(page, '優化科研', 'behind'));
    // The words under the mouse are painted before it is released, and nothing is kept yet.
    await expect.poll(() => painted(page)).toEqual([{ name: 'mark-green', words: ['優化科研'] }]);
    expect(await quotes(page)).toEqual([['優化科研環境']]);
    await page.mouse.up();
    await expect.poll(() => quotes(page)).toEqual([['優化科研', '優化科研環境']]);
    await expect(notesOf(page)).toContainText('優化科研');
    expect(await paintedWords(page)).toEqual(['優化科研']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => paintedWords(page)).toEqual(['優化科研環境']);
    expect((await quotes(page))[0]?.[0]).toBe('優化科研環境');
    await expect.poll(() => handleOf(page, 'End').boundingBox()).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => paintedWords(page)).toEqual(['優化科研']);
  },
);

test('Escape while an end is dragged leaves the mark as it was, and its card open', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '優化科研環境', 'Blue');
  await clickWords(page, '優化科研環境');
  await cardOf(page).getByRole('textbox', { name: 'Note' }).fill('半句');
  await grab(page, 'Start', await edgeOf(page, '優化科研環境', 'before'));
  await dragTo(page, 'Start', await edgeOf(page, '進一步優化科研環境', 'before'));
  await expect.poll(() => paintedWords(page)).toEqual(['進一步優化科研環境']);
  await page.keyboard.press('Escape');
  await expect.poll(() => paintedWords(page)).toEqual(['優化科研環境']);
  await page.mouse.up();
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('半句');
  expect(await quotes(page)).toEqual([['優化科研環境']]);
});

test('in Taiwan phrases an end snaps to whole phrases, and stands on the words of the source', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '科研環境', 'Red');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await choose(page, '科研環境');
  await grab(page, 'Start', await edgeOf(page, '科研環境', 'before'));
  // Into the middle of 最佳化.
  await dragTo(page, 'Start', await edgeOf(page, '化科研環境', 'before'));
  await expect.poll(() => paintedWords(page)).toEqual(['最佳化科研環境']);
  await page.mouse.up();
  await expect.poll(() => quotes(page)).toEqual([['優化科研環境', '科研環境']]);
  await chooseScript(page, 'Original', '并回答');
  expect(await paintedWords(page)).toEqual(['優化科研環境']);
});

test('an end dragged past the other leaves one character, and over paragraphs takes both', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '發展能力', 'Yellow');
  await choose(page, '發展能力');
  const edge = await edgeOf(page, '發展能力', 'behind');
  await grab(page, 'End', edge);
  await dragTo(page, 'End', { x: edge.x - 300, y: edge.y });
  await expect.poll(() => paintedWords(page)).toEqual(['發']);
  await dragTo(page, 'End', await edgeOf(page, '許強表示，率先', 'behind'));
  await expect.poll(async () => (await paintedWords(page)).length).toBe(2);
  await page.mouse.up();
  await expect.poll(async () => (await quotes(page))[0]?.[0]).toBe('發展能力。\n許強表示,率先');
});

test(
  'in vertical text the handles lie across the lines, and follow the mouse down the page',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await markWords(page, '兩個百年', 'Purple');
    await page.keyboard.press('v');
    await settled(page);
    await page.keyboard.press('j');
    await expect(handleOf(page, 'End')).toHaveAttribute('data-vertical', '');
    await settled(page);
    await page.keyboard.press('r');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => paintedWords(page)).toEqual(['兩個百年」']);
    await page.keyboard.press('Escape');
    await expect.poll(() => paintedWords(page)).toEqual(['兩個百年']);
    await grab(page, 'End', await edgeOf(page, '兩個百年', 'behind'));
    await dragTo(page, 'End', await edgeOf(page, '兩個百', 'behind'));
    await expect.poll(() => paintedWords(page)).toEqual(['兩個百']);
    await page.mouse.up();
    await expect.poll(() => quotes(page)).toEqual([['兩個百', '兩個百年']]);
  },
);

test('the keyboard alone moves both ends, says the words, and keeps or gives up', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '意義重大', 'Green');
  await chooseScript(page, 'Simplified', '优化');
  await textOf(page).focus();
  await page.keyboard.press('r');
  await expect(spoken(page, 'No mark is chosen')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowLeft');
  await expect(spoken(page, 'Moving the end')).toContainText('意义重');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+ArrowRight');
  await expect(spoken(page, 'Moving the start')).toContainText(/^Moving the start: 重/);
  await page.keyboard.press('Enter');
  await expect.poll(() => quotes(page)).toEqual([['重', '意義重大']]);
  await page.keyboard.press('r');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => paintedWords(page)).toEqual(['义重']);
  await page.keyboard.press('Escape');
  await expect.poll(() => paintedWords(page)).toEqual(['重']);
  await expect(textOf(page)).toBeFocused();
  // One undo for the one thing that was kept.
  await page.keyboard.press('Control+z');
  await expect.poll(() => paintedWords(page)).toEqual(['意义重大']);
  await expect(spoken(page, 'Undone: place of')).toBeVisible();
});

test('a mark is set to what is selected', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '兩個百年', 'Yellow');
  await choose(page, '兩個百年');
  await selectWords(page, '意義重大');
  await page.keyboard.press('r');
  await expect.poll(() => quotes(page)).toEqual([['意義重大', '兩個百年']]);
  expect(await painted(page)).toEqual([{ name: 'mark-yellow', words: ['意義重大'] }]);
});

test('the menu of a mark resizes it, and sets the current mark to what is selected', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '兩個百年', 'Yellow');
  await rightClick(page, '兩個百年');
  // While it is open no handle covers the readings of the words.
  await expect(page.getByRole('menuitem', { name: 'Resize' })).toBeVisible();
  await expect(handleOf(page, 'End')).toBeHidden();
  const sample = page.getByRole('menuitemradio', { name: 'Highlight' }).locator('i');
  const [wash, yellow] = await sample.evaluate((element) => {
    const swatch = getComputedStyle(document.querySelector('[role=menuitem][aria-label=Yellow] i') ?? element);
    return [getComputedStyle(element).backgroundColor, swatch.backgroundColor];
  });
  expect(wash).toBe(yellow);
  await page.getByRole('menuitem', { name: 'Resize' }).click();
  await expect(spoken(page, 'Moving the end')).toBeVisible();
  await expect(handleOf(page, 'End')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => quotes(page)).toEqual([['兩個百', '兩個百年']]);
  await selectWords(page, '意義重大');
  await rightClick(page, '意義重大');
  await page.getByRole('menuitem', { name: 'Set mark to selection' }).click();
  await expect.poll(async () => (await quotes(page))[0]?.[0]).toBe('意義重大');
});

test('near the edge of the window the page scrolls while an end is dragged there', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '兩個百年', 'Yellow');
  await choose(page, '兩個百年');
  const top = (): Promise<number> => page.locator('[data-scroller]').evaluate(({ scrollTop }) => scrollTop);
  const before = await top();
  const edge = await edgeOf(page, '兩個百年', 'behind');
  await grab(page, 'End', edge);
  await dragTo(page, 'End', { x: edge.x, y: (page.viewportSize()?.height ?? 800) - 8 });
  await expect.poll(top).toBeGreaterThan(before + 200);
  await expect.poll(async () => (await paintedWords(page)).length).toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => paintedWords(page)).toEqual(['兩個百年']);
});

test('axe finds nothing to mend while a mark is resized', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await markWords(page, '兩個百年', 'Yellow');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(spoken(page, 'Moving the end')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
