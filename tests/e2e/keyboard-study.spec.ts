import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type App } from './fixtures';
import { findBar } from './find-page';
import { chooserOf, spoken } from './marks-page';
import { said } from './notes-page';
import { cardOf, displayed, notesOf, opened, paintedWords, saved, stored, textOf } from './reading-page';
import { violations } from './violations';

/** The keyboard alone: a press, and then the focus has to be somewhere. */
class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses keys one after the other; after each of them something has the focus. */
  async press(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.page.keyboard.press(name);
      await this.hasFocus(name);
    }
  }

  /** Presses keys while the page is busy, which then meets one right after the other. */
  async pressAhead(...names: readonly string[]): Promise<void> {
    const busy = this.page.evaluate(() => {
      const end = performance.now() + 300;
      while (performance.now() < end);
    });
    const { keyboard } = this.page;
    // Each is sent before the one before it was met: pressed together, keys would mix.
    const sent = names.flatMap((name) => {
      const keys = name.split('+');
      return [...keys.map((key) => keyboard.down(key)), ...keys.toReversed().map((key) => keyboard.up(key))];
    });
    await Promise.all([busy, ...sent]);
    await this.hasFocus(names.join(' '));
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.insertText(words);
    await this.hasFocus(words);
  }

  /** Runs what the palette finds first for what is typed there. */
  async run(typed: string, name: string): Promise<void> {
    await this.press('Control+k');
    await this.type(typed);
    await expect(this.page.getByRole('option').first()).toContainText(name);
    await this.press('Enter');
    await expect(palette(this.page)).toBeHidden();
    await this.hasFocus(name);
  }

  private async hasFocus(after: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.nodeName ?? 'BODY'), `the focus after ${after}`)
      .not.toBe('BODY');
  }
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' });
const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Keyboard' });

/** The next file that is saved goes here. */
const answerSave = (app: App, filePath: string): Promise<unknown> =>
  app.evaluate(({ dialog }, to) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: to });
  }, filePath);

/** The key that the menu shows for exporting. */
const exportKey = (app: App): Promise<string | undefined> =>
  app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.export')?.accelerator as string | undefined,
  );

test('a text is studied from opening to a saved file by keyboard alone, and the focus is never lost', async ({
  launch,
  dir,
}) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  const keys = new Keyboard(page);
  await page.evaluate(() => {
    for (const name of ['pointerdown', 'mousedown', 'wheel', 'touchstart']) {
      addEventListener(
        name,
        () => {
          document.documentElement.setAttribute('data-pointed', name);
        },
        true,
      );
    }
  });

  await test.step('to the text, and another script', async () => {
    await keys.press('F6', 'F6');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-region=left]') !== null))
      .toBe(true);
    await keys.press('F6');
    await expect(textOf(page)).toBeFocused();
    await keys.press('s');
    await expect.poll(() => displayed(page)).toContain('揭榜挂帅');
  });

  await test.step('words of the first script found, noted, tagged', async () => {
    await keys.press('/');
    await keys.type('揭榜掛帥');
    await expect(findBar(page).getByRole('status')).toHaveText('1 of 1');
    await keys.press('Escape');
    // The hit is selected, for keys alone: nothing opens over the words.
    await expect(textOf(page)).toBeFocused();
    await keys.press('n');
    await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
    await keys.type('怎么**译**？');
    await saved(page);
    await keys.press('Tab');
    while (
      !(await cardOf(page)
        .getByRole('textbox', { name: 'Tags' })
        .evaluate((field) => field === document.activeElement))
    )
      await keys.press('Tab');
    await keys.type('翻译');
    await keys.press('Enter', 'Escape');
    await expect(cardOf(page)).toBeHidden();
    await expect(textOf(page)).toBeFocused();
  });

  await test.step('recoloured, restyled, resized, undone, done again', async () => {
    await keys.press('3', 'u');
    await expect.poll(async () => (await stored(page)).map(({ colour }) => colour)).toEqual(['green']);
    await keys.press('r', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter');
    await expect.poll(async () => Array.from((await stored(page))[0]?.quote.exact ?? '').length).toBe(6);
    const longer = (await paintedWords(page))[0] ?? '';
    await keys.press('Control+z');
    await expect.poll(() => paintedWords(page)).toEqual(['揭榜挂帅']);
    await keys.press('Control+Shift+z');
    await expect.poll(() => paintedWords(page)).toEqual([longer]);
  });

  await test.step('a bookmark, and the second column come and gone', async () => {
    await keys.press('b');
    await expect(page.getByRole('navigation', { name: 'Bookmarks' }).getByRole('textbox')).toBeFocused();
    await keys.press('Escape', 'p');
    await expect(page.getByRole('region', { name: 'Parallel text' })).toBeVisible();
    await keys.press('p');
    await expect(page.getByRole('region', { name: 'Parallel text' })).toBeHidden();
  });

  await test.step('a second mark over it, by the palette, on words selected by keys', async () => {
    await keys.press('Escape', 'Escape', '/');
    await keys.type('揭榜');
    await keys.press('Escape', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await keys.run('blue', 'Mark: Blue');
    await expect.poll(async () => (await stored(page)).map(({ colour }) => colour)).toEqual(['green', 'blue']);
    await expect(textOf(page)).toBeFocused();
    await keys.press('ArrowLeft', 'Enter');
    await expect(chooserOf(page)).toBeVisible();
    await keys.press('ArrowDown', 'Enter');
    await expect(cardOf(page)).toContainText('of 2 marks here');
    await keys.press('Escape');
    await expect(textOf(page)).toBeFocused();
    await keys.press('k', 'j');
    await expect(spoken(page, /^Mark 2 of 2/)).toBeAttached();
  });

  await test.step('a key changed, used, taken from another, and all reset', async () => {
    await keys.press('?');
    await keys.type('delete mark');
    await keys.press('ArrowDown', 'Enter');
    await expect(sheetOf(page)).toContainText('Press the new key');
    await keys.press('Control+a');
    await expect(sheetOf(page)).toContainText('Choose another key');
    await keys.press('j');
    await expect(sheetOf(page)).toContainText('J is used by “Next mark”.');
    await keys.press('Enter');
    await expect(sheetOf(page).getByRole('button', { name: 'Delete mark: J. Change' })).toBeFocused();
    await keys.press('Escape');
    await expect(textOf(page)).toBeFocused();
    await keys.press('j');
    await expect(notesOf(page)).toHaveCount(1);
    await keys.press('Control+z');
    await said(page, /^Undone: deletion of/);
    await expect(notesOf(page)).toHaveCount(2);
    await keys.press('?');
    await keys.type('export notes');
    await keys.press('ArrowDown', 'Delete');
    await expect(sheetOf(page).getByRole('button', { name: 'Export notes…: No key. Change' })).toBeFocused();
    await expect.poll(() => exportKey(app)).toBeUndefined();
    await keys.press('ArrowRight', 'ArrowRight', 'Enter');
    await expect(sheetOf(page).getByRole('button', { name: 'Export notes…: Ctrl+E. Change' })).toBeFocused();
    await expect.poll(() => exportKey(app)).toBe('CmdOrCtrl+E');
    expect(await violations(page), 'the sheet of keys').toEqual([]);
    await keys.pressAhead('Escape', '?');
    await keys.press('Shift+Tab', 'Shift+Tab');
    await expect(sheetOf(page).getByRole('button', { name: 'Reset all' })).toBeFocused();
    await keys.press('Enter', 'Escape');
    await keys.press('Control+a');
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
    await keys.press('Escape');
  });

  await test.step('notes filtered, walked, opened, deleted in their list', async () => {
    await keys.pressAhead('Control+Shift+f', 'x');
    await expect(page.getByRole('searchbox', { name: 'Filter notes' })).toHaveValue('x');
    await keys.press('Backspace');
    await keys.type('譯');
    await expect(notesOf(page)).toHaveCount(1);
    await keys.press('ArrowDown', 'Enter');
    await expect(cardOf(page)).toContainText('怎么译？');
    await keys.press('Escape', 'Delete');
    await expect(notesOf(page)).toHaveCount(0);
    await keys.press('Control+z');
    await expect(notesOf(page)).toHaveCount(1);
    await keys.press('Control+Shift+f', 'Control+a', 'Delete');
    await expect(notesOf(page)).toHaveCount(2);
  });

  await test.step('a pane folded with the focus in it, settings changed and closed', async () => {
    await keys.press('Tab');
    await keys.run('notes pane', 'Notes pane');
    await expect(page.getByRole('complementary', { name: 'Notes' })).toBeHidden();
    await keys.press(']');
    await keys.press('Control+k');
    expect(await violations(page), 'the palette').toEqual([]);
    await keys.press('Escape');
    await keys.run('zhuti shense', 'Theme: Dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await keys.press('Control+,');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await keys.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden();
  });

  await test.step('and out, into a file', async () => {
    const file = join(dir, 'notes.md');
    await answerSave(app, file);
    await keys.run('dcpz', 'Export notes…');
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('怎么**译**？');
    const save = page.getByRole('button', { name: 'Save…' });
    while (!(await save.evaluate((button) => button === document.activeElement))) await keys.press('Tab');
    await keys.press('Enter');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('怎么**译**？');
    await keys.press('Escape');
  });
  await expect(page.locator('html')).not.toHaveAttribute('data-pointed');
});
