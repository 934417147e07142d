import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseItem } from './backup-page';
import { answerSave, dialogOf } from './export-page';
import { type App, expect, LONG, test } from './fixtures';
import { cardOf, chooseScript, markWords, notesOf, opened, saved, selectWords, textOf } from './reading-page';

async function withNotes(app: App): Promise<Page> {
  const page = await opened(await app.firstWindow());
  await markWords(page, '全局中的核心', 'Red');
  await selectWords(page, '優化科研環境');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type('怎麼譯？');
  await cardOf(page).getByRole('textbox', { name: 'Tags' }).fill('翻譯, 2025');
  await saved(page);
  await page.keyboard.press('Escape');
  return page;
}

test('notes go out as Markdown in the script displayed: what is in the preview is in the file', async ({
  launch,
  dir,
}) => {
  const app = await launch();
  const page = await withNotes(app);
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('combobox', { name: 'Format' })).toHaveValue('markdown');
  const preview = await dialog.getByRole('region', { name: 'Preview' }).textContent();
  const file = join(dir, 'notes.md');
  await answerSave(app, file);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog.getByRole('status')).toContainText('notes.md');
  const text = readFileSync(file, 'utf8');
  expect(text).toBe(preview);
  expect(text.startsWith('---\ntitle: 北京國際科技創新中心建設\nlanguage: zh-Hant-TW\n')).toBe(true);
  expect(text).toMatch(/tags:\n {2}- 翻譯\n {2}- _2025\n---\n/);
  expect(text.indexOf('> 全域性中的核心')).toBeGreaterThan(0);
  expect(text.indexOf('> 最佳化科研環境')).toBeGreaterThan(text.indexOf('> 全域性中的核心'));
  expect(text).toMatch(/\n\n\^zhupi-[\da-f-]{36}\n\n怎麼譯？\n\n#翻譯 #_2025\n$/);
});

test('quotes can be given as they stand in the source', LONG, async ({ launch }) => {
  const app = await launch();
  const page = await withNotes(app);
  await chooseScript(page, 'Simplified', '优化');
  await page.keyboard.press('Control+e');
  const preview = dialogOf(page).getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('优化科研环境');
  await dialogOf(page).getByRole('combobox', { name: 'Quotes' }).selectOption({ label: 'As in the source' });
  await expect(preview).toContainText('優化科研環境');
  await expect(preview).not.toContainText('优化');
});

test('a cancelled dialog writes nothing, and says so', LONG, async ({ launch, dir }) => {
  const app = await launch();
  const page = await withNotes(app);
  await answerSave(app, undefined);
  await page.keyboard.press('Control+e');
  await dialogOf(page).getByRole('button', { name: 'Save…' }).click();
  await expect(dialogOf(page).getByRole('status')).toHaveText('Nothing was saved.');
  expect(readdirSync(dir).filter((name) => name.endsWith('.md'))).toEqual([]);
});

test('a place that cannot be written gets a sentence, and what was there stays', LONG, async ({ launch, dir }) => {
  const app = await launch();
  const page = await withNotes(app);
  const taken = join(dir, 'taken.md');
  mkdirSync(taken);
  writeFileSync(join(taken, 'inside'), 'kept');
  await answerSave(app, taken);
  await page.keyboard.press('Control+e');
  await dialogOf(page).getByRole('button', { name: 'Save…' }).click();
  await expect(dialogOf(page).getByRole('alert')).toContainText('taken.md');
  expect(readFileSync(join(taken, 'inside'), 'utf8')).toBe('kept');
});

test('the menu opens the same dialog, acts on nothing behind it, and undoes in the field that one is in', async ({
  launch,
}) => {
  const app = await launch();
  const page = await withNotes(app);
  const dialog = dialogOf(page);
  await chooseItem(app, 'file.export');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('anki');
  await dialog.getByRole('button', { name: 'Save…' }).focus();
  for (const item of ['edit.undo', 'edit.find', 'view.next-script', 'view.notes', 'help.palette', 'file.export']) {
    await chooseItem(app, item);
  }
  const deck = dialog.getByRole('textbox', { name: 'Deck' });
  await deck.click();
  await page.keyboard.type('Deck');
  await chooseItem(app, 'edit.undo');
  await expect(deck).toHaveValue('');
  await chooseItem(app, 'edit.redo');
  await expect(deck).toHaveValue('Deck');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(notesOf(page)).toHaveCount(2);
  await expect(page.getByRole('search')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Original', exact: true })).toBeChecked();

  // A field that holds nothing up undoes its own typing too; elsewhere it is what was done last.
  const filter = page.getByRole('searchbox', { name: 'Filter notes' });
  await filter.click();
  await page.keyboard.type('怎');
  await expect(notesOf(page)).toHaveCount(1);
  await chooseItem(app, 'edit.undo');
  await expect(notesOf(page)).toHaveCount(2);
  await textOf(page).focus();
  await chooseItem(app, 'edit.undo');
  await expect(notesOf(page).filter({ hasText: '翻譯' })).toHaveCount(0);
  await expect(filter).toHaveValue('');
});

test('with no notes there is nothing to save, and the dialog says so', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.keyboard.press('Control+e');
  await expect(dialogOf(page).getByRole('button', { name: 'Save…' })).toBeDisabled();
  await expect(dialogOf(page)).toContainText('no notes to export');
});
