import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  answerFiles,
  correctionCard,
  correctionsOf,
  correctWord,
  openSettings,
  rightClick,
  storedCorrections,
} from './corrections-page';
import { type App, expect, LONG, test } from './fixtures';
import { cardOf, chooseScript, displayed, markWords, opened, paintedWords, saved, selectWords } from './reading-page';

const WRONG = '現代化建設全域性中的核心';
const RIGHT = '現代化建設全局中的核心';
const importDialog = (page: Page) => page.getByRole('dialog', { name: 'Import corrections' });

/** The bundled text in Taiwan phrases, where 全局 is shown as 全域性. */
async function inTaiwanPhrases(app: App, sign = WRONG): Promise<Page> {
  const page = await opened(await app.firstWindow());
  await chooseScript(page, 'Taiwan phrases', sign);
  return page;
}

/** Imports a file by the settings, up to its preview. */
async function choose(app: App, page: Page, file: string): Promise<void> {
  await answerFiles(app, file);
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Import…' }).click();
}

test('corrections are edited and removed in the settings, and the text follows at once', LONG, async ({ launch }) => {
  const page = await inTaiwanPhrases(await launch());
  const settings = await openSettings(page);
  await expect(settings).toContainText('There are no corrections yet.');
  await expect(settings.getByRole('button', { name: 'Export…' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await correctWord(page, '全域性', '全局', 'This text');
  await correctWord(page, '最佳化', '優化', 'Everywhere');
  await openSettings(page);
  await expect(correctionsOf(page)).toHaveCount(2);
  await expect(correctionsOf(page).nth(0)).toContainText('everywhere · Taiwan phrases');
  await expect(correctionsOf(page).nth(1)).toContainText('in “北京國際科技創新中心建設” · Taiwan phrases');
  await settings.getByRole('button', { name: 'Edit the correction of 全局' }).click();
  const field = settings.getByRole('textbox', { name: 'Should read' });
  await expect(field).toBeFocused();
  await field.fill('');
  await expect(settings.getByRole('alert')).toHaveText('Type what is to be shown.');
  await field.fill('大局');
  // The field undoes its own typing.
  await page.keyboard.press('Control+z');
  await expect(field).not.toHaveValue('大局');
  await field.fill('大局');
  await page.keyboard.press('Enter');
  await expect.poll(() => displayed(page)).toContain('建設大局中');
  await expect(settings.getByRole('button', { name: 'Edit the correction of 全局' })).toBeFocused();
  await settings.getByRole('button', { name: 'Remove the correction of 優化' }).click();
  await expect(correctionsOf(page)).toHaveCount(1);
  expect(await displayed(page)).toContain('最佳化');
  expect(await storedCorrections(page)).toMatchObject([{ right: '大局', rev: 2 }, { rev: 2 }]);
  expect((await storedCorrections(page))[1]?.deleted).toBeGreaterThan(0);
});

test('place, selection and a half-typed note stay while corrections change', LONG, async ({ launch }) => {
  const page = await inTaiwanPhrases(await launch());
  await selectWords(page, '最佳化科研環境');
  await page.keyboard.press('n');
  await page.keyboard.type('半句');
  await saved(page);
  await correctWord(page, '全域性', '全局', 'Everywhere');
  await selectWords(page, '揭榜掛帥');
  const top = () => page.evaluate(() => document.querySelector('[data-scroller]')?.scrollTop);
  const before = await top();
  await page.keyboard.press('Control+z');
  await expect.poll(() => displayed(page)).toContain(WRONG);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('揭榜掛帥');
  expect(await top()).toBe(before);
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('半句');
  expect(await paintedWords(page)).toEqual(['最佳化科研環境']);
});

test('a mark is recoloured and given a note by its menu, and the menu of the app undoes', LONG, async ({ launch }) => {
  const app = await launch();
  const page = await inTaiwanPhrases(app);
  await markWords(page, '最佳化科研環境', 'Blue');
  await rightClick(page, '最佳化科研');
  await page.getByRole('menuitem', { name: 'Green' }).click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('mark-green'))).toBe(true);
  await rightClick(page, '最佳化科研');
  await page.getByRole('menuitem', { name: 'Add note' }).click();
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.press('Escape');
  await rightClick(page, '全域性');
  await page.getByRole('menuitem', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  await rightClick(page, '全域性');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu', { name: 'Words' })).toBeHidden();
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
  await correctWord(page, '全域性', '全局', 'This text');
  await expect.poll(() => displayed(page)).toContain(RIGHT);
  const menu = (id: string) =>
    app.evaluate(({ Menu }, item) => {
      Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
    }, id);
  await menu('edit.undo');
  await expect.poll(() => displayed(page)).toContain(WRONG);
  await menu('edit.redo');
  await expect.poll(() => displayed(page)).toContain(RIGHT);
});

test('what goes out of one profile comes into another as it was', LONG, async ({ launch, dir }) => {
  let app = await launch();
  let page = await inTaiwanPhrases(app);
  await correctWord(page, '全域性', '全局', 'This occurrence');
  await correctWord(page, '最佳化', '優化', 'This text');
  await correctWord(page, '支援北京建', '支持', 'Everywhere');
  const corrected = await displayed(page);
  const file = join(dir, 'corrections.txt');
  await answerFiles(app, file);
  const settings = await openSettings(page);
  await settings.getByRole('button', { name: 'Export…' }).click();
  await expect(settings.getByRole('status').filter({ hasText: 'Saved as “corrections.txt”.' })).toBeVisible();
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('\n支持\t支持\n');
  expect(written).toContain('\n優化\t優化\n');
  await app.close();

  app = await launch([`--user-data-dir=${join(dir, 'second')}`]);
  page = await inTaiwanPhrases(app);
  await openSettings(page);
  await choose(app, page, file);
  await expect(importDialog(page).getByRole('listitem')).toHaveText([
    '3 new',
    '0 replace another form',
    '0 there already',
  ]);
  // Nothing is changed by looking.
  expect(await storedCorrections(page)).toEqual([]);
  await importDialog(page).getByRole('button', { name: 'Import' }).click();
  await expect(importDialog(page)).toBeHidden();
  await expect.poll(() => displayed(page)).toBe(corrected);
  await answerFiles(app, join(dir, 'again.txt'));
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect
    .poll(() => page.getByRole('dialog', { name: 'Settings' }).getByRole('status').allTextContents())
    .toContain('Saved as “again.txt”.');
  expect(readFileSync(join(dir, 'again.txt'), 'utf8')).toBe(written);
  await choose(app, page, file);
  await expect(importDialog(page)).toContainText('3 there already');
  await expect(importDialog(page).getByRole('button', { name: 'Import' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(correctionsOf(page)).toHaveCount(0);
  await expect.poll(() => displayed(page)).toContain(WRONG);
});

test(
  'a file of anyone’s asks what it is for; what cannot be read in it is said line by line',
  LONG,
  async ({ launch, dir }) => {
    const app = await launch();
    const page = await inTaiwanPhrases(app);
    const file = join(dir, 'dictionary.txt');
    writeFileSync(file, '\ufeff# 詞典\r\n全局\t全局 大局\r\n\r\nno tab\r\n於\t\r\n全局\t大局\r\n');
    await openSettings(page);
    await choose(app, page, file);
    const dialog = importDialog(page);
    await expect(dialog.getByRole('combobox', { name: 'These corrections are for' })).toHaveValue('all-traditional');
    await expect(dialog).toContainText('3 lines cannot be read:');
    await expect(dialog).toContainText('Line 4: it is not two columns parted by one tab');
    await expect(dialog).toContainText('Line 5: a column is empty');
    await expect(dialog).toContainText('Line 6: its words were given before');
    await dialog.getByRole('combobox').selectOption('Taiwan phrases');
    await dialog.getByRole('button', { name: 'Import' }).click();
    await expect.poll(() => displayed(page)).toContain(RIGHT);
    expect(await storedCorrections(page)).toMatchObject([
      { modes: ['taiwan-phrases'], reach: { scope: 'everywhere' } },
    ]);
  },
);

test(
  'a file that is no text, or none at all, gets a sentence, and a cancelled dialog changes nothing',
  LONG,
  async ({ launch, dir }) => {
    const app = await launch();
    const page = await inTaiwanPhrases(app);
    const settings = await openSettings(page);
    writeFileSync(join(dir, 'gbk.txt'), Uint8Array.of(0xc8, 0xab, 0xbe, 0xd6, 0x09, 0xc8, 0xab));
    await choose(app, page, join(dir, 'gbk.txt'));
    await expect(settings.getByRole('alert')).toContainText('“gbk.txt” is not UTF-8 text');
    await choose(app, page, join(dir, 'gone.txt'));
    await expect(settings.getByRole('alert')).toContainText('“gone.txt” is no longer there');
    await answerFiles(app, undefined);
    await settings.getByRole('button', { name: 'Import…' }).click();
    await expect(settings.getByRole('alert')).toBeHidden();
    await expect(importDialog(page)).toBeHidden();
    await page.keyboard.press('Escape');
    await correctWord(page, '全域性', '全局', 'This text');
    await openSettings(page);
    mkdirSync(join(dir, 'taken.txt'));
    await answerFiles(app, join(dir, 'taken.txt'));
    await settings.getByRole('button', { name: 'Export…' }).click();
    await expect(settings.getByRole('alert')).toContainText('taken.txt');
  },
);

test('a whole dictionary of 50,000 entries comes in while the page stays alive', LONG, async ({ launch, dir }) => {
  const app = await launch();
  const page = await inTaiwanPhrases(app);
  const file = join(dir, 'STPhrases.txt');
  const words = Array.from(
    { length: 50_000 },
    (_, index) => `詞${String.fromCodePoint(0x4e00 + (index % 20_000))}${index}\t词${index}`,
  );
  writeFileSync(file, `${words.join('\n')}\n全局\t全局\n`);
  await openSettings(page);
  await choose(app, page, file);
  await expect(importDialog(page)).toContainText('50,001 new');
  await page.evaluate(() => {
    const drawn = { frames: 0 };
    Object.assign(globalThis, { drawn });
    const look = (): void => {
      const said = [...document.querySelectorAll('dialog [role=status]')].map(({ textContent }) => textContent);
      if (said.includes('Importing…')) drawn.frames++;
      requestAnimationFrame(look);
    };
    look();
  });
  await importDialog(page).getByRole('button', { name: 'Import' }).click();
  await expect.poll(() => displayed(page), { timeout: 30_000 }).toContain(RIGHT);
  // Frames are drawn while it comes in: how long each takes is the machine's.
  expect(await page.evaluate(() => (globalThis as { drawn?: { frames: number } }).drawn?.frames)).toBeGreaterThan(10);
  await expect(correctionsOf(page)).toHaveCount(200);
  await page.getByRole('button', { name: 'Show 200 more' }).click();
  await expect(correctionsOf(page)).toHaveCount(400);
  await page.getByRole('searchbox', { name: 'Filter corrections' }).fill('全局');
  await expect(correctionsOf(page)).toHaveCount(1);
});

test.describe('a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test('has its corrections when one comes back', LONG, async ({ launch }) => {
    let app = await launch();
    let page = await inTaiwanPhrases(app);
    await correctWord(page, '全域性', '全局', 'Everywhere');
    await expect.poll(() => displayed(page)).toContain(RIGHT);
    await app.close();
    app = await launch();
    page = await opened(await app.firstWindow());
    await expect.poll(() => displayed(page)).toContain(RIGHT);
    await rightClick(page, '全局中');
    await page.getByRole('menuitem', { name: 'Fix conversion…' }).click();
    await expect(correctionCard(page).getByRole('radio', { name: 'Everywhere' })).toBeChecked();
    await correctionCard(page).getByRole('button', { name: 'Remove correction' }).click();
    await expect.poll(() => displayed(page)).toContain(WRONG);
  });
});
