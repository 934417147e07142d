import type { Locator, Page } from '@playwright/test';
import type { App } from './fixtures';

/** The dialog in which notes are taken out. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Export notes' });

/** What the file will hold. */
export const previewOf = (page: Page): Locator => dialogOf(page).getByRole('region', { name: 'Preview' });

/** Answers the native dialog as a person would; undefined cancels it. */
export const answerSave = (app: App, filePath: string | undefined): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
  }, filePath);
