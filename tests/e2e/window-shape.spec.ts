import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type App, LONG } from './fixtures';
import { annotate, noteOf, paneOf, said } from './notes-page';
import { clickWords, markWords, notesOf, opened, textOf } from './reading-page';

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  /** The first words of the first line in sight. */
  const topOf = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const view = document.querySelector('[data-scroller]')?.getBoundingClientRect();
      if (view === undefined) return '';
      for (const block of document.querySelectorAll('main [data-block]')) {
        if (block.getBoundingClientRect().bottom > view.top + 24) return block.textContent.slice(0, 12);
      }
      return '';
    });

  test('three lines at the first start, panes of any width, and zoom: the hint never comes back, the others do', async ({
    launch,
  }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    const hint = page.getByRole('region', { name: 'First steps' });
    await expect(hint.getByRole('listitem')).toHaveCount(3);
    await expect(page.getByRole('complementary', { name: 'Notes' }).getByText('No notes yet')).toBeHidden();
    // Nothing of it lies over the text.
    const over = await hint.boundingBox();
    const text = await textOf(page).boundingBox();
    expect(over?.x ?? 0).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
    await markWords(page, '揭榜掛帥', 'Red');
    await expect(hint).toBeHidden();

    await page.locator('[data-scroller]').evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight / 2;
    });
    const top = await topOf(page);
    const notes = page.getByRole('separator', { name: 'Width of the notes pane' });
    await expect(notes).toHaveAttribute('aria-valuenow', '320');
    const box = await notes.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 4, 400);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) - 76, 420, { steps: 8 });
    await expect.poll(() => topOf(page)).toBe(top);
    await page.mouse.up();
    await expect(notes).toHaveAttribute('aria-valuenow', '400');
    expect((await paneOf(page).boundingBox())?.width).toBeCloseTo(399, -1);
    // No wider than the page allows: it keeps 320 pixels.
    await notes.focus();
    await page.keyboard.press('End');
    const page320 = await page.locator('[data-scroller]').boundingBox();
    expect(page320?.width).toBeGreaterThanOrEqual(319);
    await page.keyboard.press('Home');
    await expect(notes).toHaveAttribute('aria-valuenow', '240');
    await notes.dblclick();
    await expect(notes).toHaveAttribute('aria-valuenow', '320');
    await notes.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(notes).toHaveAttribute('aria-valuenow', '336');
    const contents = page.getByRole('separator', { name: 'Width of the contents pane' });
    await contents.focus();
    await page.keyboard.press('ArrowRight');
    await expect(contents).toHaveAttribute('aria-valuenow', '232');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Contents' })).toBeHidden();
    await page.keyboard.press('[');
    await expect.poll(() => topOf(page)).toBe(top);

    // Zoom by keys, by the wheel with Ctrl, and by the menu.
    const width = await page.evaluate(() => innerWidth);
    await page.keyboard.press('Control+=');
    await said(page, 'Zoom 110%');
    await page.keyboard.press('Control+NumpadAdd');
    await said(page, 'Zoom 125%');
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(width / 1.25));
    await expect.poll(() => topOf(page)).toBe(top);
    await page.mouse.move(500, 300);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await said(page, 'Zoom 150%');
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('view.zoom-out')?.click();
    });
    await said(page, 'Zoom 125%');
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setFullScreen(true);
    });
    await app.close();

    app = await launch();
    page = await opened(await app.firstWindow());
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(width / 1.25));
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen())).toBe(true);
    await expect(page.getByRole('region', { name: 'First steps' })).toHaveCount(0);
    await page.keyboard.press('Control+0');
    await said(page, 'Zoom 100%');
    await expect(page.getByRole('separator', { name: 'Width of the notes pane' })).toHaveAttribute(
      'aria-valuenow',
      '336',
    );
    await expect(page.getByRole('separator', { name: 'Width of the contents pane' })).toHaveAttribute(
      'aria-valuenow',
      '232',
    );
    await expect.poll(() => topOf(page)).toBe(top);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('region', { name: 'First steps' })).toHaveCount(0);
  });
});

test(
  'a right-click has a menu in fields and in the library, whose texts open in a window of their own',
  LONG,
  async ({ launch, dir, host }) => {
    const folder = join(dir, 'texts');
    mkdirSync(folder);
    writeFileSync(join(folder, '論語.txt'), '子曰：學而時習之，不亦說乎？');
    const app = await launch([`--texts=${folder}`]);
    const page = await opened(await app.firstWindow());
    const filter = page.getByRole('searchbox', { name: 'Filter notes' });
    await filter.fill('發展');
    await filter.selectText();
    const library = page.getByRole('navigation', { name: 'Library' });
    const button = library.getByRole('button', { name: '論語' });
    if (host.current !== undefined) {
      await filter.click({ button: 'right' });
      await expect
        .poll(async () =>
          (await host.current?.sideEffects())?.filter(([api]) => api === 'menu.popup').map(([, args]) => args),
        )
        .toEqual([[['Undo', '(Redo)', '-', 'Cut', 'Copy', 'Paste', '-', 'Select All']]]);
    }
    await button.focus();
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'Text' });
    await expect(menu.getByRole('menuitem')).toHaveText(['Open', 'Open in New Window']);
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await button.click({ button: 'right' });
    const opening = app.waitForEvent('window');
    await menu.getByRole('menuitem', { name: 'Open in New Window' }).click();
    const other = await opening;
    await expect(textOf(other)).toHaveText('子曰：學而時習之，不亦說乎？');
    await expect(textOf(page)).toContainText('北京市');
    // Its page loaded anew, the window has the text that it had.
    await other.reload();
    await expect(textOf(other)).toHaveText('子曰：學而時習之，不亦說乎？');
  },
);

/** What printing is told of in main: how the dialog answers, and what went on paper. */
interface Paper {
  reason: string;
  printed: [options: object, words: string][];
}

/** Answers as the system's dialog would: prints where the reason is empty. */
const answerPrinting = (app: App, reason: string): Promise<void> =>
  app.evaluate(({ app: electron }, how) => {
    const main = globalThis as { paper?: Paper };
    const isNew = main.paper === undefined;
    const paper = (main.paper ??= { reason: '', printed: [] });
    Object.assign(paper, { reason: how, printed: [] });
    if (!isNew) return;
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        void contents.executeJavaScript('document.body.innerText').then((words: string) => {
          paper.printed.push([options ?? {}, words]);
          done?.(paper.reason === '', paper.reason);
        });
      };
    });
  }, reason);

const onPaper = (app: App): Promise<Paper['printed']> =>
  app.evaluate(() => (globalThis as { paper?: Paper }).paper?.printed ?? []);

test(
  'a text is printed as it is shown, with its notes or without, and what became of it is said',
  LONG,
  async ({ launch }) => {
    const app = await launch();
    const page = await opened(await app.firstWindow());
    const dialog = page.getByRole('dialog', { name: 'Print' });
    await page.keyboard.press('Control+p');
    await expect(dialog.getByRole('radio', { name: 'Text alone' })).toBeChecked();
    await expect(dialog.getByRole('radio', { name: 'Text with marks', exact: true })).toBeDisabled();
    await page.keyboard.press('Escape');
    await annotate(page, '揭榜掛帥', 'Red', 'a note for paper');
    await page.getByRole('radio', { name: 'Simplified', exact: true }).check();
    await expect(textOf(page)).toContainText('揭榜挂帅');

    await answerPrinting(app, '');
    await page.keyboard.press('Control+p');
    await expect(dialog).toContainText('In the script shown: Simplified. You choose');
    await dialog.getByRole('button', { name: 'Print…' }).click();
    await said(page, 'Sent to the printer.');
    await expect(dialog).toBeHidden();
    const [[options, words] = [{}, '']] = await onPaper(app);
    expect(options).toEqual({ silent: false, printBackground: true, landscape: false });
    expect(words).toContain('揭榜挂帅');
    expect(words).toContain('a note for paper');

    await answerPrinting(app, 'Print job canceled');
    await page.keyboard.press('Control+p');
    await dialog.getByRole('radio', { name: 'Text with marks', exact: true }).check();
    await dialog.getByRole('radio', { name: 'Vertical' }).check();
    await dialog.getByRole('button', { name: 'Print…' }).click();
    await expect.poll(async () => (await onPaper(app)).length).toBe(1);
    expect((await onPaper(app))[0]?.[0]).toMatchObject({ landscape: true });
    expect((await onPaper(app))[0]?.[1]).not.toContain('a note for paper');
    await expect(dialog.getByRole('button', { name: 'Print…' })).toBeEnabled();
    await expect(dialog.getByText('could not be printed')).toBeHidden();
    await answerPrinting(app, 'Invalid printer settings');
    await dialog.getByRole('button', { name: 'Print…' }).click();
    await expect(dialog.getByRole('status')).toContainText('could not be printed');
    await page.keyboard.press('Escape');
    await clickWords(page, '揭榜挂帅');
    await expect(noteOf(page)).toHaveValue('a note for paper');
    await expect(notesOf(page)).toHaveCount(1);
  },
);
