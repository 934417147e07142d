import { expect, type Locator, type Page } from '@playwright/test';
import { chooseItem } from './backup-page';
import { answerFiles } from './corrections-page';
import type { App } from './fixtures';

/** The dialog in which notes are imported. */
export const importDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Import notes' });

/** The entries of the file, as the dialog lists them. */
export const entriesOf = (page: Page): Locator =>
  importDialog(page).getByRole('list', { name: 'Notes in the file' }).getByRole('listitem');

/** The button that imports. */
export const importButton = (page: Page): Locator =>
  importDialog(page).getByRole('button', { name: 'Import', exact: true });

/** Chooses a file to import, by the menu. */
export async function chooseNotes(app: App, page: Page, file: string): Promise<Locator> {
  await answerFiles(app, file);
  await chooseItem(app, 'file.import-notes');
  await expect(importDialog(page)).toBeVisible();
  return importDialog(page);
}

/** How many entries have which fate, as the filter says. */
export async function fatesIn(page: Page): Promise<Record<string, number>> {
  const filter = importDialog(page).getByRole('radiogroup', { name: 'Show' });
  await expect(filter).toBeVisible();
  const names = await filter.locator('label').allTextContents();
  return Object.fromEntries(names.map((name) => [name.replace(/ \d+$/, ''), Number(/\d+$/.exec(name)?.[0])]));
}

/** A file as it is dropped. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Drops files on the page, as a person does who drags them from a folder; `only` says how far they drag. */
export async function drag(page: Page, files: readonly Dropped[], only: readonly string[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const dataTransfer = await page.evaluateHandle((each) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of each) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    }
    return transfer;
  }, given);
  for (const event of only) await page.dispatchEvent('main', event, { dataTransfer });
}

/** Drags files over the page and drops them there. */
export const dropFiles = (page: Page, files: readonly Dropped[]): Promise<void> =>
  drag(page, files, ['dragenter', 'dragover', 'drop']);

/** Rows of a CSV file as Readwise takes them. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = ['Highlight', 'Title', 'Note', 'Tags', 'Date'];
  const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((fields) => fields.map(quoted).join(','))
    .join('\r\n');
}
