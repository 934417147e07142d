import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { OLD_PROFILES, readProfile, writeProfile, type OldProfile } from '../support/old-profiles';
import { expect, test, LONG } from './fixtures';
import { noteOf } from './notes-page';
import { filesOf } from './profile-files';
import { cardOf, notesOf, opened, saved, stored, textOf } from './reading-page';

test.use({ profile: 'persistent' });

/** Puts a database of another version in the place of that of the profile; the page lets go of its own. */
const leave = (page: Page, profile: OldProfile): Promise<void> =>
  page.evaluate(writeProfile, { name: 'zhupi', profile });

const [first] = OLD_PROFILES;
const newest = OLD_PROFILES.at(-1);
if (first === undefined || newest === undefined) throw new Error('there are no profiles');

/** Milliseconds after the window is there at which the power fails: before, during and after the upgrade. */
const POWER_FAILS_AFTER_MS = [0, 150, 450];

test('a profile of the first version comes back whole, also when the power fails while it is brought up to date', async ({
  launch,
  crash,
  dir,
}) => {
  await leave(await opened(await (await launch()).firstWindow()), first);
  await crash();
  // That version had no second copy of anything.
  rmSync(join(dir, 'profile', 'journal'), { recursive: true });
  for (const delayMs of POWER_FAILS_AFTER_MS) {
    const page = await (await launch()).firstWindow();
    await page.waitForTimeout(delayMs);
    await crash();
  }
  const page = await (await launch()).firstWindow();
  await expect(textOf(page)).toContainText('北京市');
  await expect(page.getByRole('radio', { name: 'Taiwan', exact: true })).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Repairs' })).not.toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const { version, tables } = await page.evaluate(readProfile, 'zhupi');
  expect(version).toBe(newest.version);
  expect(tables).toMatchObject({ annotations: first.tables['annotations'], texts: first.tables['texts'] });
  await expect(notesOf(page)).toHaveCount(4);
  await notesOf(page).filter({ hasText: '怎麼譯' }).click();
  await expect(cardOf(page)).toContainText('open competition');
  await page.keyboard.press('Enter');
  await noteOf(page).press('End');
  await page.keyboard.type(', as agreed');
  await saved(page);
  expect((await stored(page)).map(({ note, rev }) => [note, rev])).toContainEqual([
    '怎麼譯？ open competition, as agreed',
    32,
  ]);
});

test(
  'a profile of a newer version is not opened, nothing of it is touched, and the panel says so',
  LONG,
  async ({ launch, dir }) => {
    let app = await launch();
    await opened(await app.firstWindow());
    await app.close();
    app = await launch();
    let page = await opened(await app.firstWindow());
    const future = {
      stores: { future: { keyPath: 'id', indexes: {} } },
      tables: { future: [{ id: 'f', says: '將來' }] },
    };
    await leave(page, {
      ...newest,
      version: 9000,
      stores: { ...newest.stores, ...future.stores },
      tables: { ...newest.tables, ...future.tables },
    });
    await app.close();
    // The log alone goes on: it holds nothing that was kept.
    const files = (): string[] => filesOf(join(dir, 'profile')).filter((file) => !file.startsWith('logs'));
    const before = files();

    app = await launch();
    page = await app.firstWindow();
    await expect(page.getByRole('alert')).toContainText('newer version of Zhupi');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('alert')).toContainText('newer version of Zhupi');
    const kept = await page.evaluate(readProfile, 'zhupi');
    expect(kept.version).toBe(9000);
    expect(kept.tables).toMatchObject(future.tables);
    expect(kept.tables['settings']).toEqual(newest.tables['settings']);
    for (const [table, records] of Object.entries(newest.tables)) {
      expect(kept.tables[table]?.length, table).toBe(records.length);
    }
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 5, y: 5, width: 900, height: 600 });
    });
    await app.close();
    expect(files()).toEqual(before);
  },
);
