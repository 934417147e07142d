import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { answerFiles } from './corrections-page';
import type { App } from './fixtures';
import { said } from './notes-page';

/** The dialog in which a backup is restored. */
export const restoreDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Restore from backup' });

/** Chooses an item of the application's menu by its id. */
export const chooseItem = (app: App, id: string): Promise<void> =>
  app.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
  }, id);

/** Backs everything up into a file, by the menu. */
export async function backUp(app: App, page: Page, file: string): Promise<void> {
  await answerFiles(app, file);
  await chooseItem(app, 'file.back-up');
  await said(page, 'Everything was backed up as');
}

/** Chooses a file to restore, by the menu. */
export async function chooseBackup(app: App, page: Page, file: string): Promise<Locator> {
  await answerFiles(app, file);
  await chooseItem(app, 'file.restore-backup');
  await expect(restoreDialog(page)).toBeVisible();
  return restoreDialog(page);
}

/** The numbers of a kind in the preview, by the heading of their column. */
export async function countsOf(dialog: Locator, kind: string): Promise<Record<string, number>> {
  const table = dialog.getByRole('table');
  // The file is read and compared first.
  await expect(table).toBeVisible();
  const heads = await table.getByRole('columnheader').allTextContents();
  const row = table.getByRole('row').filter({ has: dialog.page().getByRole('rowheader', { name: kind, exact: true }) });
  const cells = await row.getByRole('cell').allTextContents();
  return Object.fromEntries(cells.map((cell, at) => [heads[at + 1] ?? '', Number(cell)]));
}

/** Writes a backup anew with parts of its head changed. */
export function withHead(from: string, to: string, parts: object): void {
  const text = readFileSync(from, 'utf8');
  const end = text.indexOf('\n');
  const head = JSON.parse(text.slice(0, end)) as object;
  writeFileSync(to, `${JSON.stringify({ ...head, ...parts })}\n${text.slice(end + 1)}`);
}

/** The records of a table in a backup; throws where its checksum does not fit. */
export function recordsIn(file: string, table: string): Record<string, unknown>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const { sha256 } = JSON.parse(head) as { sha256: string };
  expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(sha256);
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { table: string; record: Record<string, unknown> })
    .filter((each) => each.table === table)
    .map(({ record }) => record);
}
