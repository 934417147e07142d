import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { backUp, chooseBackup, chooseItem, countsOf, recordsIn, restoreDialog, withHead } from './backup-page';
import { answerFiles, correctWord, openSettings } from './corrections-page';
import { expect, LONG, test } from './fixtures';
import { annotate, said } from './notes-page';
import {
  cardOf,
  chooseScript,
  clickWords,
  displayed,
  markWords,
  notesOf,
  opened,
  paintedWords,
  stored,
  storedOnce,
} from './reading-page';
import { violations } from './violations';

const FIRST = '兩個百年';
const SECOND = '意義重大';
const THIRD = '揭榜掛帥';

/** Deletes the mark on some words by its card. */
async function remove(page: Page, words: string): Promise<void> {
  await clickWords(page, words);
  await cardOf(page).getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => paintedWords(page)).not.toContain(words);
}

/** The words painted as marks, sorted: their order is that of the colours. */
const marks = async (page: Page): Promise<string[]> => (await paintedWords(page)).sort();

test('a backup is merged and put in place of what is here; its numbers are shown before, and undo takes it back', async ({
  launch,
  dir,
}) => {
  const file = join(dir, '我的.zhupi-backup');
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await annotate(page, FIRST, 'Yellow', '初稿');
  await markWords(page, SECOND, 'Blue');
  await backUp(app, page, file);
  expect(recordsIn(file, 'annotations')).toHaveLength(2);
  expect(recordsIn(file, 'texts')).toMatchObject([{ title: '北京國際科技創新中心建設' }]);
  // Changed, deleted, and new since the backup.
  await markWords(page, FIRST, 'Red');
  await remove(page, SECOND);
  await markWords(page, THIRD, 'Green');
  const before = await storedOnce(page, 3);

  // Merging finds nothing newer in the backup: what was done since stays done.
  const dialog = await chooseBackup(app, page, file);
  expect(await countsOf(dialog, 'Notes')).toMatchObject({ Different: 1, 'Deleted here': 1, 'Only here': 1 });
  await expect(dialog).toContainText(SECOND);
  expect(await violations(page), 'the preview').toEqual([]);
  await dialog.getByRole('radio', { name: 'Merge' }).check();
  await expect(dialog).toContainText('Nothing would change.');
  await expect(dialog.getByRole('button', { name: 'Restore', exact: true })).toBeDisabled();

  await dialog.getByRole('radio', { name: 'Replace' }).check();
  await expect(dialog).toContainText('entries will change.');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => marks(page)).toEqual([FIRST, SECOND].sort());
  expect(await page.evaluate(() => CSS.highlights.has('mark-red'))).toBe(false);
  await expect(notesOf(page)).toHaveCount(2);
  await said(page, 'Restored from “我的.zhupi-backup”');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => marks(page)).toEqual([FIRST, THIRD].sort());
  const less = (all: readonly object[]) => all.map((mark) => ({ ...mark, rev: 0, modified: 0 }));
  expect(less(await stored(page))).toEqual(less(before));
  await chooseItem(app, 'edit.redo');
  await expect.poll(() => marks(page)).toEqual([FIRST, SECOND].sort());
});

test(
  'what another profile has comes in by merging, corrections and settings too, in another script',
  LONG,
  async ({ launch, dir }) => {
    const file = join(dir, 'first.zhupi-backup');
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await chooseScript(page, 'Taiwan phrases', '全域性');
    await annotate(page, '最佳化科研環境', 'Yellow', '初稿');
    await correctWord(page, '全域性', '全局', 'Everywhere');
    const settings = await openSettings(page);
    await settings.getByRole('radio', { name: 'Dark' }).check();
    await page.keyboard.press('Escape');
    await backUp(app, page, file);
    const records = recordsIn(file, 'annotations');
    await app.close();

    app = await launch([`--user-data-dir=${join(dir, 'another')}`]);
    page = await opened(await app.firstWindow());
    await chooseScript(page, 'Taiwan phrases', '全域性');
    await markWords(page, '揭榜掛帥', 'Green');
    const dialog = await chooseBackup(app, page, file);
    expect(await countsOf(dialog, 'Notes')).toMatchObject({ 'Only in the backup': 1, 'Only here': 1 });
    expect(await countsOf(dialog, 'Corrections')).toMatchObject({ 'Only in the backup': 1 });
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => marks(page)).toEqual(['揭榜掛帥', '最佳化科研環境'].sort());
    await expect.poll(() => displayed(page)).toContain('建設全局中');
    // Settings have no revision: what is here stays.
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
    expect((await stored(page)).filter(({ id }) => id === records[0]?.['id'])).toEqual(records);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => marks(page)).toEqual(['揭榜掛帥']);
    await expect.poll(() => displayed(page)).toContain('建設全域性中');

    await chooseBackup(app, page, file);
    await dialog.getByRole('radio', { name: 'Replace' }).check();
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => marks(page)).toEqual(['最佳化科研環境']);
    await chooseItem(app, 'edit.undo');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => marks(page)).toEqual(['揭榜掛帥']);
  },
);

test(
  'a file that is damaged, newer, foreign or gone says so in its sentence and changes nothing',
  LONG,
  async ({ launch, dir }) => {
    const file = join(dir, 'good.zhupi-backup');
    const app = await launch();
    const page = await opened(await app.firstWindow());
    await markWords(page, FIRST, 'Yellow');
    await backUp(app, page, file);
    await remove(page, FIRST);
    const before = await stored(page);
    const text = readFileSync(file, 'utf8');
    const put = (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(dir, name), content);
      return join(dir, name);
    };
    withHead(file, join(dir, 'newer'), { format: 2, version: '9.1' });
    const cases: readonly [string, string][] = [
      [put('cut', text.slice(0, -500)), '“cut” is damaged: it is cut off'],
      [put('changed', text.replace('"yellow"', '"purple"')), '“changed” is damaged: it was changed'],
      [join(dir, 'newer'), '“newer” was made by a newer version of Zhupi (9.1). Restore it with that version.'],
      [put('foreign', '{"bookmarks":[]}\n'), '“foreign” is not a backup made by Zhupi'],
      [put('picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff)), '“picture” is not a backup made by Zhupi'],
      [join(dir, 'gone'), 'The file “gone” is no longer there.'],
    ];
    for (const [path, sentence] of cases) {
      const dialog = await chooseBackup(app, page, path);
      await expect(dialog.getByRole('alert')).toContainText(sentence);
      await expect(dialog.getByRole('button', { name: 'Restore', exact: true })).toHaveCount(0);
      if (path.endsWith('cut')) expect(await violations(page), 'a file that is refused').toEqual([]);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toBeHidden();
    }
    expect(await stored(page)).toEqual(before);
    // By the settings, given up with Escape, a good file changes nothing either.
    await answerFiles(app, file);
    const settings = await openSettings(page);
    await settings.getByRole('button', { name: 'Restore from backup…' }).click();
    await expect(restoreDialog(page).getByRole('table')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(restoreDialog(page)).toBeHidden();
    expect(await stored(page)).toEqual(before);
  },
);

/** A folder in which nobody may write, root included. */
const READ_ONLY = '/sys/kernel';

test(
  'a backup is made each day in a folder of the person’s choice, and a failure is said in words',
  LONG,
  async ({ launch, dir }) => {
    // Three starts of the program.
    test.slow();
    const folder = join(dir, '備份');
    mkdirSync(folder);
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await markWords(page, FIRST, 'Yellow');
    let settings = await openSettings(page);
    const section = settings.getByRole('group', { name: 'Automatic backups' });
    await expect(section).toContainText('Off. Choose a folder');
    await answerFiles(app, undefined);
    await section.getByRole('button', { name: 'Choose folder…' }).click();
    await expect(section).toContainText('Off. Choose a folder');
    expect(existsSync(join(dir, 'profile', 'backups.json'))).toBe(false);
    await answerFiles(app, folder);
    await section.getByRole('button', { name: 'Choose folder…' }).click();
    await expect(section).toContainText('Once a day, into “備份”. The last one was made on');
    expect(await violations(page), 'the settings').toEqual([]);
    const [name = ''] = readdirSync(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(recordsIn(join(folder, name), 'annotations')).toMatchObject([{ quote: { exact: FIRST } }]);
    await app.close();

    // The same day nothing more is made; on another one it is, at start.
    app = await launch();
    page = await opened(await app.firstWindow());
    settings = await openSettings(page);
    await expect(settings.getByRole('group', { name: 'Automatic backups' })).toContainText('The last one was made on');
    expect(readdirSync(folder)).toHaveLength(1);
    await app.close();
    const memory = join(dir, 'profile', 'backups.json');
    const state = JSON.parse(readFileSync(memory, 'utf8')) as { last: number };
    writeFileSync(memory, JSON.stringify({ ...state, last: state.last - 2 * 24 * 60 * 60 * 1000 }));
    rmSync(join(folder, name));
    app = await launch();
    page = await opened(await app.firstWindow());
    await expect.poll(() => readdirSync(folder).length).toBe(1);

    settings = await openSettings(page);
    const again = settings.getByRole('group', { name: 'Automatic backups' });
    if (process.platform === 'linux') {
      await answerFiles(app, READ_ONLY);
      await again.getByRole('button', { name: 'Choose folder…' }).click();
      await expect(again.getByRole('alert')).toContainText('Zhupi may not write in this folder');
      await expect(again).toContainText('None has been made yet.');
    }
    await answerFiles(app, join(dir, 'unplugged'));
    await again.getByRole('button', { name: 'Choose folder…' }).click();
    await expect(again.getByRole('alert')).toContainText('the folder is not there');
    await again.getByRole('button', { name: 'Turn off' }).click();
    await expect(again).toContainText('Off. Choose a folder');
    await expect(again.getByRole('alert')).toBeHidden();
    await answerFiles(app, join(dir, 'none', 'by-hand'));
    await settings.getByRole('button', { name: 'Back up now…' }).click();
    await said(page, '“by-hand” was not saved: its folder is no longer there.');
  },
);

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test(
    'a profile of a newer version can be copied whole from the panel that refuses it',
    LONG,
    async ({ launch, dir }) => {
      const app = await launch();
      const page = await opened(await app.firstWindow());
      await markWords(page, FIRST, 'Yellow');
      await page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const opening = indexedDB.open('zhupi', 10_000);
            opening.onerror = () => {
              reject(new Error('could not write a newer version'));
            };
            opening.onsuccess = () => {
              opening.result.close();
              resolve(undefined);
            };
          }),
      );
      await page.reload();
      await expect(page.getByRole('alert')).toContainText('newer version of Zhupi');
      const copy = page.getByRole('button', { name: 'Back up this profile…' });
      expect(await violations(page), 'the panel').toEqual([]);
      await answerFiles(app, join(dir, 'profile'));
      await copy.click();
      await expect(page.getByRole('status')).toContainText('that folder lies inside the profile itself');
      const target = join(dir, 'copies');
      mkdirSync(target);
      await answerFiles(app, target);
      await copy.click();
      await expect(page.getByRole('status')).toContainText(
        'All of this profile was copied into the folder “Zhupi profile 2',
      );
      const [name = ''] = readdirSync(target);
      expect(name).toMatch(/^Zhupi profile \d{4}-\d\d-\d\d \d{4}$/);
      const files = readdirSync(join(target, name), { recursive: true }).map(String);
      expect(files.some((file) => /IndexedDB.*leveldb.*\.log$/.test(file))).toBe(true);
      expect(files.some((file) => /Cache/i.test(file))).toBe(false);
    },
  );
});
