import { violations } from './violations';
import { expect, LONG, test } from './fixtures';
import { annotate, chooseTheme, openTags, paneOf, said, tagsOf } from './notes-page';
import { cardOf, chooseScript, clickWords, notesOf, opened, saved, selectWords, stored } from './reading-page';

const storedTags = async (page: Parameters<typeof stored>[0]): Promise<string[][]> =>
  (await stored(page)).map(({ tags }) => [...tags]);

for (const [script, sign, typed] of [
  ['Original', '範式', '翻译'],
  ['Simplified', '意味着', '譯'],
] as const) {
  test(
    `tags complete from all notes in either script (${script}), by keyboard, and are chips`,
    LONG,
    async ({ launch }) => {
      const page = await opened(await (await launch()).firstWindow());
      await annotate(page, '揭榜掛帥', 'Red', '', '翻譯, 术语');
      await annotate(page, '優化科研環境', 'Blue', '', '翻譯');
      await chooseTheme(page, 'Dark');
      if (script !== 'Original') await chooseScript(page, script, sign);
      await selectWords(page, '人工智能');
      await page.keyboard.press('n');
      await page.keyboard.press('Tab');
      await expect(tagsOf(page)).toBeFocused();
      const offered = cardOf(page).getByRole('option');
      await expect(offered).toHaveText(['翻譯2 notes', '术语1 note']);
      expect(await violations(page), 'tags offered').toEqual([]);
      await page.keyboard.insertText(typed);
      await expect(offered).toHaveText(['翻譯2 notes']);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(tagsOf(page)).toHaveValue('翻譯, ');
      await page.keyboard.insertText('新詞；再');
      await page.keyboard.press('Enter');
      await expect(tagsOf(page)).toHaveValue('翻譯, 新詞；再, ');
      await saved(page);
      await expect.poll(async () => (await storedTags(page))[2]).toEqual(['翻譯', '新詞', '再']);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      const chips = cardOf(page).getByRole('button', { name: /^Take off the tag/ });
      await expect(chips).toHaveCount(3);
      expect(await violations(page), 'chips').toEqual([]);
      await cardOf(page).getByRole('button', { name: 'Take off the tag 新詞' }).click();
      await expect.poll(async () => (await storedTags(page))[2]).toEqual(['翻譯', '再']);
      await expect(chips).toHaveCount(2);
    },
  );
}

test(
  'a tag is renamed, merged and removed on all notes, each as one step that can be undone',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await annotate(page, '揭榜掛帥', 'Red', '', '翻譯, term');
    await annotate(page, '優化科研環境', 'Blue', '', '翻譯');
    const start = [['翻譯', 'term'], ['翻譯']];
    const tags = await openTags(page);
    await expect(tags).toHaveCount(2);
    await expect(tags.first()).toContainText('#翻譯');
    await expect(tags.first()).toContainText('2 notes');
    expect(await violations(page), 'all tags').toEqual([]);
    await page.getByRole('button', { name: 'Rename the tag 翻譯' }).click();
    await page.getByRole('textbox', { name: 'New name of 翻譯' }).fill('譯');
    await page.keyboard.press('Enter');
    await said(page, '“翻譯” is now “譯” (2 notes).');
    const renamed = [['譯', 'term'], ['譯']];
    await expect.poll(() => storedTags(page)).toEqual(renamed);
    await page.getByRole('button', { name: 'Rename the tag term' }).click();
    await page.getByRole('textbox', { name: 'New name of term' }).fill('譯');
    await expect(paneOf(page).getByRole('status')).toContainText('“譯” is there already (2 notes)');
    expect(await violations(page), 'a merge').toEqual([]);
    await paneOf(page).getByRole('button', { name: 'Merge' }).click();
    await expect.poll(() => storedTags(page)).toEqual([['譯'], ['譯']]);
    await page.getByRole('button', { name: 'Remove the tag 譯 from all notes' }).click();
    await expect.poll(() => storedTags(page)).toEqual([[], []]);
    await expect(tags).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await said(page, 'Undone: removal of the tag “譯”.');
    await expect.poll(() => storedTags(page)).toEqual([['譯'], ['譯']]);
    await page.keyboard.press('Control+z');
    await said(page, 'Undone: merging of the tag term.');
    await expect.poll(() => storedTags(page)).toEqual(renamed);
    await page.keyboard.press('Control+z');
    await said(page, 'Undone: new name of the tag 翻譯 → 譯.');
    await expect.poll(() => storedTags(page)).toEqual(start);
    await page.keyboard.press('Control+Shift+z');
    await said(page, 'Done again: new name of the tag 翻譯 → 譯.');
    await expect.poll(() => storedTags(page)).toEqual(renamed);
    // A tag shows the notes that bear it.
    await tags.filter({ hasText: 'term' }).getByRole('button').first().click();
    await expect(notesOf(page).locator('q')).toHaveText(['揭榜掛帥']);
    await paneOf(page).getByRole('button', { name: 'Take off the filter: #term' }).click();
    await expect(notesOf(page)).toHaveCount(2);
  },
);

test('a field of tags takes what is typed at once, as it always did', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await annotate(page, '揭榜掛帥', 'Red', '', '甲, #乙，丙；丁、甲');
  expect(await storedTags(page)).toEqual([['甲', '乙', '丙', '丁']]);
  await clickWords(page, '揭榜掛帥');
  await tagsOf(page).fill('戊');
  await saved(page);
  await expect.poll(() => storedTags(page)).toEqual([['戊']]);
  await expect(notesOf(page)).toContainText('#戊');
});
