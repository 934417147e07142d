import type { Locator, Page } from '@playwright/test';
import { expect, type App } from './fixtures';
import { cardOf, markWords, opened, saved, selectWords } from './reading-page';

/** The field of the open card for the note, and the one for the tags. */
export const noteOf = (page: Page): Locator => cardOf(page).getByRole('textbox', { name: 'Note' });
export const tagsOf = (page: Page): Locator => cardOf(page).getByRole('textbox', { name: 'Tags' });

/** The note of the open card as it is read. */
export const readNote = (page: Page): Locator => cardOf(page).getByRole('group', { name: 'As it reads' });

/** The pane. */
export const paneOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Notes' });

/** What is said in passing at the foot of the window. What is said in its place is told where it is not. */
export async function said(page: Page, words: string | RegExp): Promise<void> {
  const meanwhile = new Set<string>();
  await expect
    .poll(
      async () => {
        const regions = page.getByRole('status').or(page.getByRole('alert'));
        for (const text of await regions.allTextContents()) if (text !== '') meanwhile.add(text);
        const isSaid = [...meanwhile].some((text) =>
          typeof words === 'string' ? text.includes(words) : words.test(text),
        );
        return isSaid ? 'said' : [...meanwhile].join(' | ');
      },
      { intervals: [50, 100, 200], message: `“${String(words)}” is said` },
    )
    .toBe('said');
}

/** Marks words, and writes a note and tags on the card. */
export async function annotate(page: Page, words: string, colour: string, note = '', tags = ''): Promise<void> {
  await markWords(page, words, colour);
  if (note === '' && tags === '') return;
  await selectWords(page, words);
  await page.keyboard.press('n');
  if (note !== '') await noteOf(page).fill(note);
  if (tags !== '') await tagsOf(page).fill(tags);
  await saved(page);
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
  // The mark was left current; nothing is, from here.
  await page.keyboard.press('Escape');
}

/** Opens the panel that says which notes are listed, and how. */
export const openMenu = (page: Page): Promise<void> =>
  paneOf(page).getByRole('button', { name: 'List of notes' }).click();

/** Shows all tags in the pane. */
export async function openTags(page: Page): Promise<Locator> {
  await openMenu(page);
  await paneOf(page).getByRole('button', { name: 'Tags…' }).click();
  return paneOf(page).getByRole('list', { name: 'Tags in all notes' }).getByRole('listitem');
}

/** Shows the bin in the pane. */
export async function openBin(page: Page): Promise<Locator> {
  await openMenu(page);
  await paneOf(page).getByRole('button', { name: /^Bin/ }).click();
  return paneOf(page).getByRole('list', { name: 'Deleted marks' }).getByRole('listitem');
}

/** Chooses a theme in the settings. */
export async function chooseTheme(page: Page, theme: 'Light' | 'Dark'): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
  await page.keyboard.press('Escape');
}

/** Another window of the same app on the same profile, opened as a person opens it. */
export async function openSecondWindow(app: App): Promise<Page> {
  const opening = app.waitForEvent('window');
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('file.new-window')?.click();
  });
  return opened(await opening);
}
