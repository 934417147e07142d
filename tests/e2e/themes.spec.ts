import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseItem } from './backup-page';
import { answerFiles, openSettings } from './corrections-page';
import { expect, test, type App, LONG } from './fixtures';
import { markWords, opened, selectWords, settled } from './reading-page';

/** What main has been told, as the system sees it. */
const toldMain = (app: App): Promise<{ source: string; behind: string | undefined }> =>
  app.evaluate(({ nativeTheme, BrowserWindow }) => ({
    source: nativeTheme.themeSource,
    behind: BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  }));

const choose = async (page: Page, theme: string): Promise<void> => {
  await page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: theme, exact: true }).check();
};

/** The colour that a part of the page has behind it, and that of its words. */
const coloursOf = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]);

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test('each theme is worn at once, follows the computer where it should, and is remembered', async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    const html = page.locator('html');
    await page.keyboard.press('Control+,');
    for (const [theme, worn, source, behind] of [
      ['Sepia', 'sepia', 'light', '#ECDFC5'],
      ['Dark', 'dark', 'dark', '#101318'],
      ['Light', 'light', 'light', '#F3EEE3'],
      ['High contrast', 'contrast-light', 'system', '#FFFFFF'],
      ['System', 'light', 'system', '#F3EEE3'],
    ] as const) {
      await choose(page, theme);
      await expect(html).toHaveAttribute('data-theme', worn);
      await expect.poll(() => toldMain(app), theme).toEqual({ source, behind });
      const [desk = ''] = await coloursOf(page, 'body');
      const parts = [1, 3, 5].map((at) => Number.parseInt(behind.slice(at, at + 2), 16));
      expect(desk).toBe(`rgb(${parts.join(', ')})`);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    await expect(html).toHaveAttribute('data-theme', 'contrast-dark');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await expect(html).toHaveAttribute('data-theme', 'light');
    // By the keyboard: the arrows go from theme to theme.
    await page.getByRole('radio', { name: 'Light', exact: true }).check();
    await page.keyboard.press('ArrowRight');
    await expect(html).toHaveAttribute('data-theme', 'sepia');
    await app.close();
    app = await launch();
    page = await opened(await app.firstWindow());
    expect((await toldMain(app)).behind).toBe('#ECDFC5');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  });
});

/** Everything that moves: how long, in seconds, each element takes to change, or how it is animated. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const parts = [undefined, '::before', '::after', '::backdrop'];
    return [...document.querySelectorAll('*')].flatMap((element) =>
      parts.flatMap((part) => {
        const style = getComputedStyle(element, part);
        const times = [...style.transitionDuration.split(', '), ...style.animationDuration.split(', ')];
        const takes = times.some((time) => Number.parseFloat(time) > 0);
        const isSmooth = style.scrollBehavior === 'smooth';
        return takes || isSmooth ? [`${element.tagName}.${element.className}${part ?? ''} ${times.join(' ')}`] : [];
      }),
    );
  });

test(
  'with forced colours everything is told by more than colour, and nothing moves where that is asked',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await markWords(page, '兩個百年', 'Yellow');
    await page.keyboard.press('Control+,');
    expect((await moving(page)).length, 'something moves where it may').toBeGreaterThan(0);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await moving(page)).toEqual([]);
    await expect(page.locator('html')).toHaveAttribute('data-theme', /^contrast-/);
    const lamp = (name: string): Promise<string> =>
      page
        .getByRole('switch', { name })
        .locator('span')
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await lamp('Glosses')).not.toBe(await lamp('Variants'));
    const edges = await page
      .getByRole('radiogroup', { name: 'Script' })
      .locator('label')
      .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).outlineStyle));
    expect(edges).toEqual(['solid', 'none', 'none', 'none', 'none', 'none']);
    const edgeOf = (name: string): Promise<string> =>
      page.getByRole('button', { name, exact: true }).evaluate((button) => getComputedStyle(button).outlineStyle);
    expect([await edgeOf('Notes pane'), await edgeOf('Parallel text')]).toEqual(['solid', 'none']);
    // The mark, its words and a stretch without a mark, in the system's colours.
    const look = await page
      .locator('main [data-block]')
      .first()
      .evaluate((block) => {
        const mark = getComputedStyle(block, '::highlight(mark-yellow)');
        const probe = document.body.appendChild(document.createElement('i'));
        const system = (colour: string): string => {
          probe.style.cssText = `color: ${colour}; forced-color-adjust: none`;
          return getComputedStyle(probe).color;
        };
        const colours = { mark: system('Mark'), words: system('MarkText'), text: system('CanvasText') };
        probe.remove();
        return { colours, ground: mark.backgroundColor, words: mark.color, text: getComputedStyle(block).color };
      });
    expect(look.ground).toBe(look.colours.mark);
    expect(look.words).toBe(look.colours.words);
    expect(look.text).toBe(look.colours.text);
    await page.keyboard.press('Escape');
    await selectWords(page, '意義重大');
    await settled(page);
    const swatches = await page
      .getByRole('toolbar', { name: 'Selection' })
      .locator('i[style], button[style] i')
      .evaluateAll((found) => found.map((each) => getComputedStyle(each).backgroundColor));
    expect(new Set(swatches).size, 'colours to choose from keep theirs').toBeGreaterThanOrEqual(5);
  },
);

test('another language is spoken at once: by the page with its dates, the menu and the dialogs of main', async ({
  launch,
  dir,
}) => {
  const app = await launch();
  const page = await opened(await app.firstWindow());
  await markWords(page, '兩個百年', 'Yellow');
  const settings = await openSettings(page);
  const folder = join(dir, '備份');
  mkdirSync(folder);
  await answerFiles(app, folder);
  await settings.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(settings).toContainText(/The last one was made on \d{1,2} [A-Z][a-z]{2,3} \d{4} \d\d:\d\d\./);
  const labels = (): Promise<(string | undefined)[]> =>
    app.evaluate(({ Menu }) =>
      ['file.export', 'file.restore-backup', 'edit.find'].map(
        (id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.label,
      ),
    );
  const titles = async (): Promise<unknown> => {
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = (...args: unknown[]) => {
        (globalThis as { asked?: unknown }).asked = (args.at(-1) as { title?: string }).title;
        return Promise.resolve({ canceled: true, filePaths: [] });
      };
    });
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('file.import-notes')?.click();
    });
    await expect.poll(() => app.evaluate(() => (globalThis as { asked?: unknown }).asked)).toBeDefined();
    return app.evaluate(() => {
      const { asked } = globalThis as { asked?: unknown };
      delete (globalThis as { asked?: unknown }).asked;
      return asked;
    });
  };
  expect(await titles()).toBe('Import Notes');
  for (const [language, menu, title, today] of [
    ['繁體中文', ['匯出批註…', '從備份還原…', '尋找…'], '匯入批註', '今天'],
    ['简体中文', ['导出批注…', '从备份恢复…', '查找…'], '导入批注', '今天'],
    ['English', ['Export Notes…', 'Restore from Backup…', 'Find…'], 'Import Notes', 'Today'],
  ] as const) {
    await page.getByRole('radio', { name: language, exact: true }).check();
    await expect.poll(labels, language).toEqual(menu);
    expect(await titles(), language).toBe(title);
    await expect(page.getByRole('complementary').getByText(today).first()).toBeVisible();
  }

  // Some days later the mark bears its date.
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3 * 24 * 60 * 60 * 1000;
  });
  const inChinese = /^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/;
  for (const [language, date, backup] of [
    ['繁體中文', inChinese, /上次備份：\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d。/],
    ['English', /^\d{1,2} [A-Z][a-z]{2,3} \d{4} \d\d:\d\d$/, /made on \d{1,2} [A-Z][a-z]{2,3} \d{4} \d\d:\d\d\./],
    ['简体中文', inChinese, /上次备份：\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d。/],
  ] as const) {
    await page.getByRole('radio', { name: language, exact: true }).check();
    await expect(page.getByRole('complementary').getByRole('time'), language).toHaveText(date);
    await expect(page.getByRole('dialog'), language).toContainText(backup);
  }
  await answerFiles(app, join(folder, readdirSync(folder)[0] ?? ''));
  await chooseItem(app, 'file.restore-backup');
  await expect(page.getByRole('dialog').filter({ hasText: '由 Zhupi' })).toContainText(
    /由 Zhupi [\d.]+ 于 \d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d 创建。/,
  );
});
