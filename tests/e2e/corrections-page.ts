import type { Correction } from '#core/correction/correction';
import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './fixtures';
import { settled, textOf } from './reading-page';

/** The dialog in which a conversion is corrected. */
export const correctionCard = (page: Page): Locator => page.getByRole('dialog', { name: 'Fix conversion' });

/** The corrections in the settings, which must be open. */
export const correctionsOf = (page: Page): Locator =>
  page.getByRole('list', { name: 'Corrections' }).getByRole('listitem');

/** Where displayed words stand on the window, after they were brought into its middle. */
async function middleOf(page: Page, words: string): Promise<[number, number]> {
  const place = await textOf(page).evaluate((main, wanted) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('rt') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const nodes: [Text, number][] = [];
    let text = '';
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      nodes.push([node, text.length]);
      text += node.data;
    }
    const start = text.indexOf(wanted);
    const [node, from] = nodes.findLast(([, begins]) => begins <= start) ?? [];
    if (start < 0 || node === undefined || from === undefined) return undefined;
    const range = document.createRange();
    range.setStart(node, start - from);
    range.setEnd(node, start - from + 1);
    const scroller = main.closest('[data-scroller]');
    if (scroller) scroller.scrollTop += range.getBoundingClientRect().top - innerHeight / 3;
    const { left, top, width, height } = range.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as [number, number];
  }, words);
  if (place === undefined) throw new Error(`not on the page: ${words}`);
  return place;
}

/** Right-clicks the first character of displayed words. */
export async function rightClick(page: Page, words: string): Promise<void> {
  await page.mouse.click(...(await middleOf(page, words)), { button: 'right' });
  await expect(page.getByRole('menu', { name: 'Words' })).toBeVisible();
}

/** Corrects the word at some displayed words, by its menu. */
export async function correctWord(page: Page, words: string, right: string, scope: string): Promise<void> {
  await rightClick(page, words);
  await page.getByRole('menuitem', { name: 'Fix conversion…' }).click();
  await correctionCard(page).getByRole('radio', { name: scope }).check();
  await correctionCard(page).getByRole('textbox', { name: 'Should read' }).fill(right);
  await correctionCard(page).getByRole('button', { name: 'Save' }).click();
  await expect(correctionCard(page)).toBeHidden();
}

/** The corrections as they lie in the database, removed ones too, in the order of their making. */
export const storedCorrections = (page: Page): Promise<Correction[]> =>
  page.evaluate(
    () =>
      new Promise<Correction[]>((resolve, reject) => {
        const opening = indexedDB.open('zhupi');
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const all = opening.result.transaction('corrections').objectStore('corrections').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result as Correction[]);
          };
        };
      }),
  );

/** Answers the native dialogs for files as a person would; undefined cancels. */
export const answerFiles = (app: App, path: string | undefined): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === undefined, filePath: chosen ?? '' });
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] });
  }, path);

/** Opens the settings, where the corrections are listed. */
export async function openSettings(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  await settled(page);
  return settings;
}
