import type { Page } from '@playwright/test';
import { expect, runsRealElectron, test, type App } from './fixtures';
import { noteOf, tagsOf } from './notes-page';
import { cardOf, chooseScript, clickWords, notesOf, opened, saved, selectWords, stored } from './reading-page';

test.use({ profile: 'persistent' });
test.skip(runsRealElectron, 'Playwright cannot go on with a page whose process died; the host gives another for it');

/** Lets the process of the page die; returns the page that main loads in its place. */
async function die(app: App): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    }),
  ]);
  return page;
}

const scrollTop = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('[data-scroller]')?.scrollTop ?? 0);

/** Answers every question that main asks with a button; returns what was asked. */
async function answering(app: App, response: number): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }, button) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'asked', asked);
    dialog.showMessageBox = (...args: unknown[]) => {
      const options = args.at(-1) as { message: string; buttons: string[] };
      asked.push(`${options.message} ${options.buttons.join('/')}`);
      return Promise.resolve({ response: button, checkboxChecked: false });
    };
  }, response);
  return () => app.evaluate(() => Reflect.get(globalThis, 'asked') as string[]);
}

test('a page that dies comes back at its place with the half-typed note in its field, in either script', async ({
  launch,
}) => {
  const app = await launch();
  let page = await opened(await app.firstWindow());
  await selectWords(page, '揭榜掛帥');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type('open');
  await saved(page);
  await page.waitForTimeout(600);
  const place = await scrollTop(page);
  expect(place).toBeGreaterThan(100);
  await page.keyboard.type(' competition, half a tho');
  page = await opened(await die(app));
  await expect(noteOf(page)).toHaveValue('open competition, half a tho');
  await expect(noteOf(page)).toBeFocused();
  await expect.poll(async () => Math.abs((await scrollTop(page)) - place)).toBeLessThanOrEqual(50);
  await page.keyboard.type('ught');
  await expect(noteOf(page)).toHaveValue('open competition, half a thought');
  await saved(page);
  expect((await stored(page)).map(({ note }) => note)).toEqual(['open competition, half a thought']);

  // In another script, and where nothing of what was typed has reached the disk.
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await page.keyboard.press('Escape');
  await clickWords(page, '揭榜掛帥');
  await expect(cardOf(page)).toBeVisible();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    };
  });
  await tagsOf(page).fill('術語, 翻');
  await noteOf(page).fill('第二次，寫到一半 🀄');
  page = await die(app);
  await expect(page.getByRole('radio', { name: 'Taiwan phrases' })).toBeChecked();
  await expect(page.getByRole('main', { name: 'Text' })).toContainText('最佳化');
  await expect(noteOf(page)).toHaveValue('第二次，寫到一半 🀄');
  await expect(tagsOf(page)).toHaveValue('術語, 翻');
  await saved(page);
  expect(await stored(page)).toMatchObject([{ note: '第二次，寫到一半 🀄', tags: ['術語', '翻'] }]);
  await expect(notesOf(page)).toContainText('第二次');

  // What is on the disk and changed since does not come back, nor does a card that was closed.
  await noteOf(page).fill('最後');
  await saved(page);
  await page.keyboard.press('Escape');
  await expect(cardOf(page)).toBeHidden();
  page = await die(app);
  await expect(notesOf(page)).toContainText('最後');
  await expect(cardOf(page)).toBeHidden();
  // Only what the window has for itself, as its script, is remembered.
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['own']);

  // The fourth death within a minute is one too many: the person is asked.
  const asked = await answering(app, 0);
  page = await opened(await die(app));
  expect(await asked()).toEqual(['The page has stopped several times. Reload/Quit Zhupi']);
  await expect(notesOf(page)).toContainText('最後');

  // A page that hangs is left to the person too.
  const askedAgain = await answering(app, 1);
  const [next] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.emit('unresponsive');
    }),
  ]);
  await opened(next);
  expect(await askedAgain()).toEqual(['The page does not answer. Wait/Reload']);
});
