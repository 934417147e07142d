import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { answerFiles } from './corrections-page';
import { expect, test, type App, LONG } from './fixtures';
import { annotate, chooseTheme, noteOf, paneOf, tagsOf } from './notes-page';
import { cardOf, opened, saved, selectWords } from './reading-page';
import { violations } from './violations';

/** Opens the check from the menu, as a person does, and waits until it is done. */
async function check(app: App, page: Page, title = 'Check my notes'): Promise<Locator> {
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('help.check-notes')?.click();
  });
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog.getByRole('list')).toBeVisible();
  return dialog;
}

/** Lets the test see what goes to the clipboard, which no page may read. */
const watchClipboard = (page: Page): Promise<void> =>
  page.evaluate(() => {
    navigator.clipboard.writeText = (words) => {
      Reflect.set(window, 'copied', words);
      return Promise.resolve();
    };
  });

/** Changes records of the database behind the program's back. */
const harm = (page: Page, quote: string, change: Readonly<Record<string, unknown>>): Promise<void> =>
  page.evaluate(
    ([exact, fields]) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('zhupi');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('annotations', 'readwrite');
          const store = writing.objectStore('annotations');
          const all = store.getAll();
          all.onsuccess = () => {
            const mark = (all.result as { quote: { exact: string } }[]).find((each) => each.quote.exact === exact);
            store.put({ ...mark, ...fields });
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [quote, change] as const,
  );

test('all notes are checked, what is damaged is named, and the rest is well', LONG, async ({ launch }) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  let dialog = await check(app, page);
  await expect(dialog).toContainText('There are no notes yet; all else is intact and stored twice.');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await annotate(page, '揭榜掛帥', 'Red', '怎麼譯？', '翻譯');
  await annotate(page, '優化科研環境', 'Blue');
  await annotate(page, '卡脖子', 'Yellow', '一處');

  dialog = await check(app, page);
  await expect(dialog.getByRole('status').first()).toHaveText('All 3 notes are intact and stored twice.');
  await expect(dialog.getByRole('listitem').first()).toContainText('In the database: 3 notes and');
  await expect(dialog.getByRole('list')).toContainText(/In the journal: \d+ records in 1 file\./);
  expect(await violations(page), 'a sound profile').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await harm(page, '卡脖子', { note: 7, target: { start: 'x' } });
  dialog = await check(app, page);
  await expect(dialog.getByRole('alert')).toContainText('1 record needs attention; 2 notes are intact.');
  await expect(dialog.getByRole('listitem').first()).toHaveText('A note is damaged: “卡脖子”.');
  await expect(dialog.getByRole('list')).toContainText('Database and journal differ in: notes.');
  await expect(dialog).not.toContainText('揭榜掛帥');
  await watchClipboard(page);
  await dialog.getByRole('button', { name: 'Copy the report' }).click();
  await expect(dialog).toContainText('Copied, without the words of any note.');
  const report = await page.evaluate(() => Reflect.get(window, 'copied') as string);
  expect(report).toContain('1 record needs attention');
  expect(report).toMatch(/A note is damaged: [0-9a-f-]{36} \(target\.start, target\.end, note\)\./);
  expect(report).not.toMatch(/卡脖子|怎麼譯|翻譯|一處/);
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => {
      Reflect.set(globalThis, 'shownPath', path);
    };
  });
  await dialog.getByRole('button', { name: 'Show the log folder' }).click();
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'shownPath') as string | undefined))
    .toMatch(/profile.logs.zhupi\.log$/);
  await page.keyboard.press('Escape');

  // What the journal still has comes back when the program starts again, as the advice says; here the page does.
  await page.reload();
  await opened(page);
  await chooseTheme(page, 'Dark');
  dialog = await check(app, page);
  await expect(dialog.getByRole('status').first()).toHaveText('All 3 notes are intact and stored twice.');
  expect(await violations(page), 'in Dark').toEqual([]);
  await page.keyboard.press('Escape');
  for (const [language, title, verdict] of [
    ['繁體中文', '檢查我的批註', '全部 3 則批註都完好，在磁碟上存有兩份。'],
    ['简体中文', '检查我的批注', '全部 3 条批注都完好，在磁盘上存有两份。'],
  ] as const) {
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: language }).check();
    await page.keyboard.press('Escape');
    dialog = await check(app, page, title);
    await expect(dialog.getByRole('status').first()).toHaveText(verdict);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

const SECRET = '祕語秘密xyzzy';

test(
  'the log tells of faults, and has no word of what a person wrote, looked for or saved',
  LONG,
  async ({ launch, dir, host }) => {
    const app = await launch();
    const page = await opened(await app.firstWindow());
    await selectWords(page, '揭榜掛帥');
    await page.keyboard.press('n');
    await noteOf(page).fill(SECRET);
    await tagsOf(page).fill(SECRET);
    await saved(page);
    await page.keyboard.press('Escape');
    await expect(cardOf(page)).toBeHidden();
    await paneOf(page).getByRole('searchbox', { name: 'Filter notes' }).fill(SECRET);
    await page.keyboard.press('Control+f');
    await page.getByRole('search', { name: 'Find in text' }).getByRole('searchbox', { name: 'Find' }).fill(SECRET);
    await page.keyboard.press('Escape');
    // A folder that is not there: the export fails.
    await answerFiles(app, join(dir, 'gone', `${SECRET}.md`));
    await page.keyboard.press('Control+e');
    await page.getByRole('button', { name: 'Save…' }).click();
    await expect(page.getByRole('dialog', { name: 'Export notes' })).toContainText('could not be saved');
    await page.keyboard.press('Escape');
    // Faults whose messages quote, in the page and in main, and a request that makes no sense.
    await page.evaluate((secret) => {
      setTimeout(() => {
        JSON.parse(`${secret} {`);
      });
      void Promise.reject(new RangeError(`${secret}\n    at ${secret}`));
      const bridge = Reflect.get(window, 'zhupi') as {
        request: (channel: string, payload: unknown) => Promise<unknown>;
      };
      void bridge.request('library.read', { id: 7, note: secret }).catch(() => undefined);
    }, SECRET);
    await app.evaluate((_electron, secret) => {
      process.emit('unhandledRejection', new EvalError(secret), Promise.resolve());
    }, SECRET);
    const folder = join(dir, 'profile', 'logs');
    const written = (): string =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('');
    await expect.poll(written).toMatch(/a fault of the page: SyntaxError/);
    await expect.poll(written).toMatch(/a fault of the page: RangeError/);
    await expect.poll(written).toMatch(/a promise of main failed: EvalError/);
    expect(written()).toMatch(/refused a request on library\.read: malformed request/);
    expect(written()).toMatch(/Zhupi \S+ starts on \w+/);
    expect(written()).not.toMatch(/祕語|秘密|xyzzy|揭榜/);
    for (const line of written().trimEnd().split('\n')) expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z \S/);
    // The fault was made on purpose.
    if (host.current !== undefined) host.current.errors.length = 0;
  },
);
