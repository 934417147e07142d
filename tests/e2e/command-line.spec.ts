import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseItem, backUp } from './backup-page';
import { expect, test } from './fixtures';
import { filesOf } from './profile-files';
import { cardOf, chooseScript, opened, saved, selectWords } from './reading-page';

test('the notes in a backup leave by the command line as they do by the dialog, and nothing else is touched', async ({
  launch,
  command,
  dir,
}) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await selectWords(page, '優化科研環境');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type('怎麼譯？');
  await cardOf(page).getByRole('textbox', { name: 'Tags' }).fill('翻譯');
  await saved(page);
  await page.keyboard.press('Escape');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  const backup = join(dir, 'backup.json');
  await backUp(app, page, backup);
  await chooseItem(app, 'file.export');
  const preview = await page.getByRole('region', { name: 'Preview' }).textContent();
  const profile = join(dir, 'profile');
  const before = filesOf(profile);

  // The program runs, and holds the profile; a command asks for neither.
  const out = join(dir, 'notes.md');
  const asked = ['export', '--format', 'markdown', '--in', backup, '--out', out, '--script', 'taiwan-phrases'];
  expect(await command(asked)).toEqual({ code: 0, stdout: `1 note saved in “${out}”.\n`, stderr: '' });
  const moment = /^exported: .*$/m;
  expect(readFileSync(out, 'utf8').replace(moment, '')).toBe(preview?.replace(moment, ''));

  const failed = await command(asked.with(4, join(dir, 'none.json')));
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expect(failed.stderr).toContain('there is no such file');
  expect(await command(['export', '--format', 'exe'])).toMatchObject({ code: 2, stdout: '' });
  const help = await command(['export', '--help']);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('Usage: zhupi export --format FORMAT --in BACKUP --out FILE');

  expect(filesOf(profile)).toEqual(before);
  expect(before.some((file) => file.startsWith('journal/'))).toBe(true);
  expect(readdirSync(dir).sort()).toEqual(['backup.json', 'home', 'notes.md', 'profile']);
});
