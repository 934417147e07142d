import { violations } from './violations';
import { correctWord } from './corrections-page';
import { expect, LONG, test } from './fixtures';
import { annotate, chooseTheme, noteOf, openBin, openSecondWindow, openTags, paneOf, said, tagsOf } from './notes-page';
import {
  cardOf,
  chooseScript,
  clickWords,
  displayed,
  notesOf,
  opened,
  paintedWords,
  saved,
  stored,
} from './reading-page';

test(
  'what is deleted is in the bin, comes back alone or with others, and goes for good only when asked',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await annotate(page, '揭榜掛帥', 'Red', '**記**', '翻譯');
    await annotate(page, '優化科研環境', 'Blue');
    await annotate(page, '人工智能', 'Green');
    await chooseScript(page, 'Taiwan phrases', '最佳化');
    await chooseTheme(page, 'Dark');
    // By keyboard, in the list: the next note takes the focus.
    await notesOf(page).first().focus();
    await page.keyboard.press('Delete');
    await expect(notesOf(page)).toHaveCount(2);
    await page.keyboard.press('Delete');
    await expect(notesOf(page)).toHaveCount(1);
    await page.keyboard.press('Delete');
    await expect(notesOf(page)).toHaveCount(0);
    const binned = await openBin(page);
    // The last deleted is first.
    await expect(binned.locator('q')).toHaveText(['最佳化科研環境', '人工智慧', '揭榜掛帥']);
    expect(await violations(page), 'the bin').toEqual([]);
    await binned.filter({ hasText: '人工智慧' }).getByRole('button', { name: 'Bring back' }).click();
    await expect.poll(() => paintedWords(page)).toEqual(['人工智慧']);
    await binned.filter({ hasText: '揭榜掛帥' }).getByRole('checkbox').check();
    await binned.filter({ hasText: '最佳化' }).getByRole('checkbox').check();
    await paneOf(page).getByRole('button', { name: 'Bring back 2' }).click();
    await said(page, '2 marks brought back.');
    await expect(binned).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await said(page, 'Undone: return of 2 marks.');
    await expect(binned).toHaveCount(2);
    await paneOf(page).getByRole('button', { name: 'Empty the bin…' }).click();
    const question = page.getByRole('dialog', { name: 'Delete 2 marks for good?' });
    expect(await violations(page), 'the question').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(binned).toHaveCount(2);
    await paneOf(page).getByRole('button', { name: 'Empty the bin…' }).click();
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await said(page, '2 marks deleted for good.');
    await expect(binned).toHaveCount(0);
    // A sign of each stays, and says nothing any more.
    const gone = (await stored(page)).filter((mark) => 'purged' in mark);
    expect(gone.map(({ note, tags, quote }) => [note, tags, quote.exact])).toEqual([
      ['', [], ''],
      ['', [], ''],
    ]);
    await page.keyboard.press('Control+z');
    await expect(binned).toHaveCount(2);
    await expect(binned.filter({ hasText: '揭榜掛帥' })).toContainText('記');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('searchbox', { name: 'Filter notes' })).toBeFocused();
  },
);

test('every kind of change is undone and done again, in whichever of two windows', LONG, async ({ launch }) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await annotate(page, '揭榜掛帥', 'Red', '記', '翻譯');
  await clickWords(page, '揭榜掛帥');
  await cardOf(page).getByRole('radio', { name: 'Blue' }).click({ force: true });
  await expect(cardOf(page).getByRole('radio', { name: 'Blue' })).toBeChecked();
  await page.keyboard.press('Escape');
  await openTags(page);
  await page.getByRole('button', { name: 'Rename the tag 翻譯' }).click();
  await page.getByRole('textbox', { name: 'New name of 翻譯' }).fill('譯');
  await page.keyboard.press('Enter');
  await said(page, 'is now “譯”');
  await page.keyboard.press('Escape');
  await notesOf(page).first().focus();
  await page.keyboard.press('Delete');
  await expect(notesOf(page)).toHaveCount(0);
  const binned = await openBin(page);
  await binned.getByRole('button', { name: 'Bring back' }).click();
  await expect(binned).toHaveCount(0);
  await page.keyboard.press('Escape');
  await notesOf(page).first().focus();
  await page.keyboard.press('Delete');
  await openBin(page);
  await paneOf(page).getByRole('button', { name: 'Empty the bin…' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await said(page, '1 mark deleted for good.');
  await page.keyboard.press('Escape');
  await chooseScript(page, 'Taiwan phrases', '全域性');
  await correctWord(page, '全域性', '全局', 'This text');
  await expect.poll(() => displayed(page)).toContain('建設全局中');

  // What one window has done the other takes back, and both show it.
  const other = await openSecondWindow(app);
  // Each with how many marks are listed before it and after it.
  const steps = [
    ['correction of “全局 → 全局”', 0, 0],
    ['removal from the bin of “揭榜掛帥”', 0, 0],
    ['deletion of “揭榜掛帥”', 1, 0],
    ['return of “揭榜掛帥”', 0, 1],
    ['deletion of “揭榜掛帥”', 1, 0],
    ['new name of the tag 翻譯 → 譯', 1, 1],
    ['colour of “揭榜掛帥”', 1, 1],
    ['tags of “揭榜掛帥”', 1, 1],
    ['note on “揭榜掛帥”', 1, 1],
    ['mark on “揭榜掛帥”', 0, 1],
  ] as const;
  // Two steps have the same words, and what is said of the first may still stand when the second is taken.
  const listed = async (count: number): Promise<void> => {
    for (const each of [page, other]) await expect(notesOf(each)).toHaveCount(count);
  };
  for (const [index, [step, before]] of steps.entries()) {
    const window = index % 2 === 0 ? other : page;
    await window.keyboard.press('Control+z');
    await said(window, `Undone: ${step}.`);
    await listed(before);
  }
  await expect.poll(() => displayed(page)).toContain('建設全域性中');
  await page.keyboard.press('Control+z');
  await said(page, 'There is nothing to undo.');
  for (const [index, [step, , after]] of steps.toReversed().entries()) {
    const window = index % 2 === 0 ? page : other;
    await window.keyboard.press('Control+Shift+z');
    await said(window, `Done again: ${step}.`);
    await listed(after);
    if (step.startsWith('new name')) {
      for (const each of [page, other]) await expect(notesOf(each)).toContainText('#譯');
    }
  }
  await expect.poll(() => displayed(other)).toContain('建設全局中');
  const [mark] = await stored(page);
  expect(mark).toMatchObject({ note: '', tags: [], colour: 'blue' });
  expect(mark).toHaveProperty('purged');
});

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });
  test(
    'the bin is there after quitting and coming back, and so is what came back from it',
    LONG,
    async ({ launch }) => {
      let app = await launch();
      let page = await opened(await app.firstWindow());
      await annotate(page, '揭榜掛帥', 'Red', '記');
      await annotate(page, '人工智能', 'Green');
      await notesOf(page).first().focus();
      await page.keyboard.press('Delete');
      await expect(notesOf(page)).toHaveCount(1);
      await app.close();
      app = await launch();
      page = await opened(await app.firstWindow());
      const binned = await openBin(page);
      await expect(binned.locator('q')).toHaveText(['揭榜掛帥']);
      await binned.getByRole('button', { name: 'Bring back' }).click();
      await expect(binned).toHaveCount(0);
      await page.keyboard.press('Escape');
      await notesOf(page).first().press('Enter');
      await expect(noteOf(page)).toHaveValue('記');
      await tagsOf(page).fill('又來');
      await saved(page);
      await app.close();
      app = await launch();
      page = await opened(await app.firstWindow());
      await expect(notesOf(page).filter({ hasText: '記' })).toContainText('#又來');
    },
  );
});
