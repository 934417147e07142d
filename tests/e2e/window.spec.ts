import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, longUnless, test, LONG } from './fixtures';
import { displayed, opened, textOf } from './reading-page';

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test(
    'size and place of the window are remembered, and a profile folder that is not there is made',
    LONG,
    async ({ launch, dir }) => {
      const profile = join(dir, 'not', 'there', 'yet');
      let app = await launch([`--user-data-dir=${profile}`]);
      await opened(await app.firstWindow());
      expect(existsSync(profile)).toBe(true);
      await app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 700 });
      });
      await app.close();
      app = await launch([`--user-data-dir=${profile}`]);
      await opened(await app.firstWindow());
      const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
      expect(bounds).toMatchObject({ width: 1100, height: 700 });
    },
  );

  test('theme and language are changed at once and remembered', LONG, async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('radio', { name: 'Dark' }).check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await settings.getByRole('radio', { name: '繁體中文' }).check();
    await expect(page.getByRole('radiogroup', { name: '繁簡' })).toBeVisible();
    const label = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.export')?.label);
    expect(label).toBe('匯出批註…');
    await app.close();
    app = await launch();
    page = await app.firstWindow();
    await expect(page.getByRole('main', { name: '正文' })).toContainText('北京市');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test(
  'texts of a folder are listed and read; one that is not UTF-8 gets a sentence that names it',
  LONG,
  async ({ launch, dir }) => {
    const folder = join(dir, 'texts');
    mkdirSync(folder);
    writeFileSync(join(folder, '論語.txt'), '\ufeff子曰：學而時習之，不亦說乎？\r\n\r\n有朋自遠方來，不亦樂乎？');
    writeFileSync(join(folder, 'gbk.txt'), Buffer.from([0xc4, 0xe3, 0xba, 0xc3]));
    const page = await opened(await (await launch([`--texts=${folder}`])).firstWindow());
    const library = page.getByRole('navigation', { name: 'Library' });
    await library.getByRole('button', { name: '論語' }).click();
    await expect.poll(() => displayed(page)).toBe('子曰：學而時習之，不亦說乎？\n有朋自遠方來，不亦樂乎？');
    await library.getByRole('button', { name: 'gbk' }).click();
    await expect(page.getByRole('alert')).toContainText('“gbk.txt” is not UTF-8');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await library.getByRole('button', { name: '北京國際科技創新中心建設' }).click();
    await opened(page);
  },
);

test('panes fold away by key and by button, and the text stays', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await textOf(page).focus();
  await page.keyboard.press(']');
  await expect(page.getByRole('complementary', { name: 'Notes' })).toBeHidden();
  await page.keyboard.press('[');
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeHidden();
  await page.getByRole('button', { name: 'Notes pane' }).click();
  await expect(page.getByRole('complementary', { name: 'Notes' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden();
});

test('the groups of the bar are all in reach at a width of 1024 pixels', LONG, async ({ launch }) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const control of [
    page.getByRole('radio', { name: 'Original', exact: true }),
    page.getByRole('radio', { name: 'Hong Kong' }),
    page.getByRole('switch', { name: 'Repairs' }),
    page.getByRole('switch', { name: 'Variants' }),
    page.getByRole('button', { name: 'Export', exact: true }),
    page.getByRole('button', { name: 'Settings' }),
    page.getByRole('button', { name: 'Notes pane' }),
  ]) {
    await expect(control).toBeInViewport({ ratio: 1 });
  }
});

const BUNDLED = 'resources/texts/000_e14e3f990d861e67.txt';

for (const [state, harm, sentence] of [
  [
    'missing',
    (file: string) => {
      rmSync(file);
    },
    'is missing',
  ],
  [
    'truncated',
    (file: string) => {
      writeFileSync(file, readFileSync(file).subarray(0, 3000));
    },
    'is cut off',
  ],
  [
    'not UTF-8',
    (file: string) => {
      writeFileSync(file, Buffer.from([0xc4, 0xe3, 0xba, 0xc3]));
    },
    'is not UTF-8',
  ],
] as const) {
  test(
    `where the bundled file is ${state} a plain sentence names it, and trying again works once it is back`,
    longUnless(state === 'missing'),
    async ({ launch, dir }) => {
      const root = join(dir, 'app');
      const project = resolve(__dirname, '../..');
      for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'resources']) {
        cpSync(join(project, part), join(root, part), { recursive: true });
      }
      harm(join(root, BUNDLED));
      const page = await (await launch([], root)).firstWindow();
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expect(page.getByRole('alert')).toContainText('000_e14e3f990d861e67.txt');
      cpSync(join(project, BUNDLED), join(root, BUNDLED));
      await page.getByRole('button', { name: 'Try again' }).click();
      await opened(page);
    },
  );
}
