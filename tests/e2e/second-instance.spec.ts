import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test, type App } from './fixtures';
import { noteOf } from './notes-page';
import { opened, saved, selectWords, stored } from './reading-page';

test.use({ profile: 'persistent' });

/** What Chromium and the lock write while the first program runs. All else in a profile is ours. */
const NOT_OURS = /^(host-chromium|host-instance\.lock|Singleton|Default|.*Cache|.*Storage|IndexedDB|Local State)/;

/** All files of ours in a profile, with what would tell that one was opened for writing, cut off or made anew. */
function filesOf(profile: string): string[] {
  const entries = readdirSync(profile, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !NOT_OURS.test(relative(profile, path)))
    .map((path) => {
      const { ino, size, mtimeMs, ctimeMs } = statSync(path);
      return [relative(profile, path).replaceAll(sep, '/'), ino, size, mtimeMs, ctimeMs].join(' ');
    })
    .sort();
}

const stateOf = (app: App): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => [window.isMinimized(), window.isVisible(), window.isFocused()]),
  );

test('a second start shows the window of the first, and touches nothing of the profile', async ({ launch, dir }) => {
  const profile = join(dir, 'profile');
  let app = await launch();
  await opened(await app.firstWindow());
  await app.close();
  app = await launch();
  const page = await opened(await app.firstWindow());
  await selectWords(page, '揭榜掛帥');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type('before');
  await saved(page);
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.minimize();
    window?.hide();
  });
  const before = filesOf(profile);
  expect(before.map((file) => file.split(' ')[0])).toContain('window.json');

  // Playwright may find a program gone that ends at once.
  const second = await launch().catch(() => undefined);
  const main = second?.process();
  if (main?.exitCode === null) await once(main, 'exit');
  await expect.poll(() => stateOf(app)).toEqual([[false, true, true]]);
  expect(second?.windows() ?? []).toEqual([]);
  expect(filesOf(profile)).toEqual(before);

  await noteOf(page).press('End');
  await page.keyboard.type(' and after');
  await saved(page);
  expect((await stored(page)).map(({ note }) => note)).toEqual(['before and after']);
  // The first still holds the profile, and gives it back when it closes.
  await app.close();
  await opened(await (await launch()).firstWindow());
});
