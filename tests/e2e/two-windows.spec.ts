import type { Page } from '@playwright/test';
import { chooseItem } from './backup-page';
import { expect, test, LONG, type App } from './fixtures';
import { noteOf, openSecondWindow, said } from './notes-page';
import {
  cardOf,
  chooseScript,
  clickWords,
  displayed,
  markWords,
  notesOf,
  opened,
  painted,
  paintedWords,
  saved,
  stored,
} from './reading-page';

test.use({ profile: 'persistent' });

/** What the preload exposes. */
interface Raw {
  readonly listen: (channel: string, listener: () => void) => void;
}

/** Says something to the page of the last window, as main does. */
const tellLast = (app: App, channel: string): Promise<void> =>
  app.evaluate(({ BrowserWindow }, name) => {
    BrowserWindow.getAllWindows().at(-1)?.webContents.send(name);
  }, channel);

/** Lets no window write, as if the disk were busy, until the returned function is called. */
async function holdWriting(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('zhupi-copies', () => {
          held();
          return new Promise<void>((resolve) => {
            Object.assign(globalThis, { release: resolve });
          });
        });
      }),
  );
  return () =>
    page.evaluate(() => {
      (globalThis as unknown as { release: () => void }).release();
    });
}

test('two windows on one text are kept in step, each in a script of its own, and nothing that is typed in either is lost', async ({
  launch,
}) => {
  let app = await launch();
  const one = await opened(await app.firstWindow());
  await markWords(one, '揭榜掛帥', 'Red');
  // Ctrl+N; the window lies a little lower, and begins as the first one is.
  const opening = app.waitForEvent('window');
  await one.keyboard.press('Control+n');
  const two = await opened(await opening);
  const places = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getNormalBounds()),
  );
  expect(places).toHaveLength(2);
  const [first, second] = places;
  expect([second?.x, second?.y]).toEqual([(first?.x ?? 0) + 28, (first?.y ?? 0) + 28]);
  expect(await paintedWords(two)).toEqual(['揭榜掛帥']);

  // The script is each window's own; the theme and the language are the person's.
  await chooseScript(two, 'Simplified', '揭榜挂帅');
  expect(await displayed(one)).toContain('揭榜掛帥');
  await markWords(two, '优化科研环境', 'Blue');
  await expect.poll(async () => (await paintedWords(one)).sort()).toEqual(['優化科研環境', '揭榜掛帥'].sort());
  await expect(notesOf(one).nth(1)).toContainText('優化科研環境');
  await expect(notesOf(two).nth(1)).toContainText('优化科研环境');
  await one.keyboard.press('Control+,');
  const settings = one.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radio', { name: 'Dark' }).check();
  await one.keyboard.press('Escape');
  await expect(two.locator('html')).toHaveAttribute('data-theme', 'dark');

  // A note typed in one comes into the list and the open card of the other.
  for (const [page, words] of [
    [one, '揭榜掛帥'],
    [two, '揭榜挂帅'],
  ] as const) {
    await clickWords(page, words);
    await expect(cardOf(page)).toBeVisible();
  }
  await noteOf(one).fill('from one');
  await saved(one);
  await expect(noteOf(two)).toHaveValue('from one');
  await expect(notesOf(two).filter({ hasText: '揭榜挂帅' })).toContainText('from one');
  // Written in both, one right after the other: both have the same in the end.
  await noteOf(one).press('End');
  await one.keyboard.type(' and more');
  await noteOf(two).press('End');
  await two.keyboard.type(' and two');
  await expect(noteOf(two)).toHaveValue('from one and two');
  await saved(two);
  await expect.poll(async () => (await stored(one)).map(({ note }) => note)).toContain('from one and two');
  await expect(noteOf(one)).toHaveValue('from one and two');

  // What one has done the other takes back.
  for (const page of [one, two]) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  await markWords(two, '国家重点实验室', 'Green');
  await expect(notesOf(one)).toHaveCount(3);
  await one.keyboard.press('Control+z');
  await said(one, 'Undone: mark on “國家重點實驗室”.');
  await expect(notesOf(two)).toHaveCount(2);
  expect((await painted(two)).map(({ name }) => name).join()).not.toContain('green');

  // A page that is about to close takes no input, and takes it again where it was if it stays after all.
  await clickWords(two, '优化科研环境');
  await noteOf(two).fill('in two');
  await saved(two);
  await tellLast(app, 'window.seal');
  await expect(noteOf(two)).not.toBeFocused();
  await two.keyboard.type('lost');
  await two.getByRole('button', { name: 'Settings' }).dispatchEvent('click');
  await chooseItem(app, 'view.next-script');
  await tellLast(app, 'window.unseal');
  await expect(noteOf(two)).toBeFocused();
  await noteOf(two).press('End');
  await two.keyboard.type(', last');
  await expect(noteOf(two)).toHaveValue('in two, last');
  await saved(two);
  await expect(two.getByRole('dialog', { name: 'Settings' })).toBeHidden();
  expect(await displayed(two)).toContain('揭榜挂帅');

  // Quit while the other one still has to write: what is typed until the very end is kept in both.
  await clickWords(one, '揭榜掛帥');
  await noteOf(one).fill('in one');
  await saved(one);
  await noteOf(one).press('End');
  const release = await holdWriting(two);
  await noteOf(two).fill('last in two');
  const asked = one.evaluate(
    () =>
      new Promise<void>((resolve) => {
        (globalThis as unknown as { zhupi: Raw }).zhupi.listen('window.flush', resolve);
      }),
  );
  const gone = app.close();
  await asked;
  await one.keyboard.type(', last of all');
  await release();
  await gone;
  app = await launch();
  const page = await app.firstWindow();
  await expect(page.getByRole('main', { name: 'Text' }).locator('[data-block="0"]')).toContainText('北京市');
  expect((await stored(page)).flatMap(({ note, deleted }) => (deleted === undefined ? [note] : [])).sort()).toEqual([
    'in one, last of all',
    'last in two',
  ]);
  // What was set last, in whichever window.
  await expect(page.getByRole('radio', { name: 'Simplified', exact: true })).toBeChecked();
});

test(
  'one window closes and the other goes on; one that cannot save stops the quitting of all',
  LONG,
  async ({ launch }) => {
    const app = await launch();
    const one = await opened(await app.firstWindow());
    const two = await openSecondWindow(app);
    const three = await openSecondWindow(app);
    await markWords(two, '揭榜掛帥', 'Red');
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[2]?.close();
    });
    await expect.poll(() => app.windows().length).toBe(2);
    expect(three.isClosed()).toBe(true);
    await expect(notesOf(one)).toHaveCount(1);

    // A page that does not say that it has written: the person stays, and so do both windows.
    await app.evaluate(({ dialog, ipcMain }) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = (...args: unknown[]) => {
        asked.push((args[1] as { message: string }).message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
      ipcMain.removeHandler('journal.append');
      ipcMain.handle('journal.append', () => ({ ok: false, reason: 'full' }));
    });
    await clickWords(two, '揭榜掛帥');
    await noteOf(two).fill('cannot be kept');
    await expect(cardOf(two).getByRole('alert')).toContainText('the disk is full');
    await app.evaluate(({ app: electron }) => {
      electron.quit();
    });
    await expect
      .poll(() => app.evaluate(() => (globalThis as { asked?: unknown[] }).asked))
      .toEqual(['Your last change could not be saved.']);
    await expect(noteOf(two)).toHaveValue('cannot be kept');
    expect(app.windows()).toHaveLength(2);
    await expect(notesOf(one)).toHaveCount(1);
    // Asked again, the person lets it go.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    });
    await app.close();
  },
);
