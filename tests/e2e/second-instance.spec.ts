import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test, type App, LONG } from './fixtures';
import { noteOf } from './notes-page';
import { filesOf } from './profile-files';
import { opened, saved, selectWords, stored } from './reading-page';

test.use({ profile: 'persistent' });

const stateOf = (app: App): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => [window.isMinimized(), window.isVisible(), window.isFocused()]),
  );

test(
  'a second start shows the window of the first, and touches nothing of the profile',
  LONG,
  async ({ launch, dir }) => {
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
  },
);
