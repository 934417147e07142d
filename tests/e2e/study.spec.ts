import { expect, test } from './fixtures';
import { findBar } from './find-page';
import { said } from './notes-page';
import { cardOf, displayed, notesOf, opened, paintedWords, saved, stored, textOf } from './reading-page';

const field = { name: 'Note' } as const;

test('a text is studied from opening to exporting by keyboard alone', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const key = (...names: readonly string[]) =>
    names.reduce((done, name) => done.then(() => page.keyboard.press(name)), Promise.resolve());
  await textOf(page).focus();

  // Another script, and words of the first one found in it.
  await key('s');
  await expect.poll(() => displayed(page)).toContain('揭榜挂帅');
  await key('/');
  await page.keyboard.type('揭榜掛帥');
  await expect(findBar(page).getByRole('status')).toHaveText('1 of 1');
  await key('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();

  // A note on what was found, with a tag.
  await key('n');
  await expect(cardOf(page).getByRole('textbox', field)).toBeFocused();
  await page.keyboard.type('怎么**译**？');
  await saved(page);
  await cardOf(page).getByRole('textbox', { name: 'Tags' }).focus();
  await page.keyboard.type('翻译');
  await key('Enter', 'Escape');
  await expect(cardOf(page)).toBeHidden();

  // Another colour, another style, two more words.
  await key('3', 'u');
  await expect.poll(async () => (await stored(page)).map(({ colour }) => colour)).toEqual(['green']);
  await key('r', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter');
  await expect.poll(async () => Array.from((await stored(page))[0]?.quote.exact ?? '').length).toBe(6);
  const longer = (await paintedWords(page))[0] ?? '';
  expect(longer.endsWith('揭榜挂帅')).toBe(true);

  // Undone, and done again.
  await key('Control+z');
  await expect.poll(() => paintedWords(page)).toEqual(['揭榜挂帅']);
  await key('Control+Shift+z');
  await expect.poll(() => paintedWords(page)).toEqual([longer]);

  // A bookmark, and the second column come and gone.
  await key('b');
  await expect(page.getByRole('navigation', { name: 'Bookmarks' }).getByRole('textbox')).toBeFocused();
  await key('Escape', 'p');
  await expect(page.getByRole('region', { name: 'Parallel text' })).toBeVisible();
  await key('p');
  await expect(page.getByRole('region', { name: 'Parallel text' })).toBeHidden();

  // The note found again by a word of the other script, and its mark gone to.
  await key('Control+Shift+f');
  await page.keyboard.type('譯');
  await expect(notesOf(page)).toHaveCount(1);
  await key('ArrowDown', 'Enter');
  await expect(cardOf(page)).toContainText('怎么译？');
  await key('Escape');

  // Deleted, and brought back.
  await key('Delete');
  await expect(notesOf(page)).toHaveCount(0);
  await key('Control+z');
  await said(page, /^Undone: deletion of/);
  await expect(notesOf(page)).toHaveCount(1);

  // And out.
  await key('Control+e');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('怎么**译**？');
  await key('Escape');
  await expect(page.getByRole('dialog', { name: 'Export notes' })).toBeHidden();
});
