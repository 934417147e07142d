import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { FORMATS } from '#core/exchange/formats';
import { answerSave, dialogOf, previewOf } from './export-page';
import { expect, LONG, longUnless, test } from './fixtures';
import { keepMarks, openLong } from './long-page';
import { annotate, chooseTheme, paneOf } from './notes-page';
import { chooseScript, notesOf, opened, textOf } from './reading-page';
import { violations } from './violations';

declare global {
  interface Window {
    letMakingGo: () => void;
  }
}

/**
 * Holds what makes a file once it has told how far it is, however fast the machine: only its pauses are messages of
 * channels of their own, so all else goes on as ever.
 */
const holdMaking = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const Channel = window.MessageChannel;
    const letGo = new Promise<void>((resolve) => {
      window.letMakingGo = () => {
        window.MessageChannel = Channel;
        resolve();
      };
    });
    // As on a slow machine, so that there is something to tell after the first slice.
    const slowly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
    const hold = (): Promise<void> | undefined => (document.querySelector('progress') ? letGo : undefined);
    window.MessageChannel = class extends Channel {
      constructor() {
        super();
        const { port2 } = this;
        const post = port2.postMessage.bind(port2);
        port2.postMessage = (message: unknown) => {
          void slowly()
            .then(hold)
            .then(() => {
              post(message);
            });
        };
      }
    };
  });

const openExport = async (page: Page): Promise<Locator> => {
  await page.keyboard.press('Control+e');
  await expect(dialogOf(page)).toBeVisible();
  return dialogOf(page);
};

const choice = (dialog: Locator, name: string): Locator => dialog.getByRole('radio', { name });

test.describe('what is chosen', () => {
  test.use({ profile: 'persistent' });

  test('is remembered for each format when the program starts again', LONG, async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await annotate(page, '優化科研環境', 'Blue', '怎麼譯？', '翻譯');
    await chooseScript(page, 'Taiwan phrases', '最佳化');
    let dialog = await openExport(page);
    await dialog.getByRole('combobox', { name: 'Quotes' }).selectOption('Both');
    await dialog.getByRole('switch', { name: 'Source and script of each quote' }).click();
    await expect(previewOf(page)).toContainText('> 最佳化科研環境');
    await expect(previewOf(page)).toContainText('> 優化科研環境');
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('readwise');
    await dialog.getByRole('combobox', { name: 'Quotes' }).selectOption('As in the source');
    await expect(previewOf(page)).toContainText('優化科研環境');
    await expect(previewOf(page)).not.toContainText('最佳化');
    await page.keyboard.press('Escape');
    await app.close();
    app = await launch();
    page = await opened(await app.firstWindow());
    dialog = await openExport(page);
    await expect(dialog.getByRole('combobox', { name: 'Format' })).toHaveValue('readwise');
    await expect(dialog.getByRole('combobox', { name: 'Quotes' })).toHaveValue('source');
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('markdown');
    await expect(dialog.getByRole('combobox', { name: 'Quotes' })).toHaveValue('both');
    await expect(dialog.getByRole('switch', { name: 'Source and script of each quote' })).toBeChecked();
    await expect(previewOf(page)).toContainText('> *Taiwan phrases*');
  });
});

test(
  'notes on the text, filtered, selected and of all texts go out, as many as is said',
  LONG,
  async ({ launch, dir }) => {
    const folder = join(dir, 'texts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'other.txt'), '軟體與網路。\n第二段說人工智慧。');
    const app = await launch([`--texts=${folder}`]);
    const page = await opened(await app.firstWindow());
    await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'other' }).click();
    await expect(textOf(page)).toContainText('軟體');
    await annotate(page, '網路', 'Red', '二');
    await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: '北京' }).click();
    await opened(page);
    await annotate(page, '揭榜掛帥', 'Red', '怎麼譯？');
    await annotate(page, '人工智能', 'Green');
    await annotate(page, '優化科研環境', 'Red');
    await paneOf(page).getByRole('checkbox', { name: 'Red' }).check({ force: true });
    await expect(notesOf(page)).toHaveCount(2);
    await notesOf(page)
      .first()
      .click({ modifiers: ['Control'] });
    await page.getByRole('group', { name: 'Selected notes' }).getByRole('button', { name: 'Export…' }).click();
    const dialog = dialogOf(page);
    await expect(choice(dialog, 'Selected')).toBeChecked();
    await expect(dialog.getByRole('radio')).toHaveCount(4);
    const counts = dialog.locator('fieldset label small');
    await expect(counts).toHaveText(['3', '2', '1', '4']);
    await expect(previewOf(page)).toContainText('揭榜掛帥');
    await expect(previewOf(page)).not.toContainText('優化科研環境');
    await choice(dialog, 'As filtered').check();
    await expect(previewOf(page)).toContainText('優化科研環境');
    await expect(previewOf(page)).not.toContainText('人工智能');
    await choice(dialog, 'All on this text').check();
    await expect(previewOf(page)).toContainText('人工智能');
    await expect(previewOf(page)).not.toContainText('網路');
    await choice(dialog, 'All texts').check();
    // The other text is shown in the script that is read, at its places, though it is not open.
    await expect(previewOf(page)).toContainText('# other');
    await expect(previewOf(page)).toContainText('> 網路');
    const file = join(dir, 'all.md');
    await answerSave(app, file);
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByRole('status')).toContainText('all.md');
    const saved = readFileSync(file, 'utf8');
    expect(saved).toBe(await previewOf(page).textContent());
    for (const words of ['網路', '揭榜掛帥', '人工智能', '優化科研環境']) expect(saved).toContain(`> ${words}\n`);
    expect(saved).toMatch(/\[!quote\] ¶ 1\n> 網路/);
  },
);

test('a template of one’s own shows what it makes, or what is wrong with it', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await annotate(page, '揭榜掛帥', 'Red', '怎麼譯？', '翻譯');
  const dialog = await openExport(page);
  await dialog.getByRole('combobox', { name: 'Layout' }).selectOption('My own template');
  const template = dialog.getByRole('textbox', { name: 'Template' });
  await expect(template).toHaveValue(/\{% for text in texts -%\}/);
  await expect(previewOf(page)).toContainText('揭榜掛帥');
  await template.fill('{% for text in texts %}{% for note in text.notes %}「{{ note.quote }}」{{ note.note }}');
  await expect(dialog.getByRole('alert')).toHaveText(/^Template, line 1, column \d+: .+ is not closed\.$/);
  await expect(dialog.getByRole('button', { name: 'Save…' })).toBeDisabled();
  await expect(previewOf(page)).toBeHidden();
  await template.press('End');
  await page.keyboard.insertText('{% endfor %}{% endfor %}');
  await expect(dialog.getByRole('alert')).toHaveText('');
  await expect(previewOf(page)).toHaveText('「揭榜掛帥」怎麼譯？');
  await expect(dialog.getByRole('button', { name: 'Save…' })).toBeEnabled();
  await template.fill('');
  await dialog.getByText('Variables').click();
  await dialog.getByRole('button', { name: /^count / }).click();
  await expect(template).toHaveValue('{{ count }}');
  await expect(previewOf(page)).toHaveText('1');
  await expect(template).toBeFocused();
});

test('a long export can be stopped, and begun again', LONG, async ({ launch, dir }) => {
  const page = await openLong(launch, dir);
  await keepMarks(page, 1_000);
  await expect(notesOf(page).first()).toBeVisible();
  await holdMaking(page);
  const dialog = await openExport(page);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Stopped. Nothing was saved.');
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  await page.evaluate(() => {
    window.letMakingGo();
  });
  await dialog.getByRole('button', { name: 'Start again' }).click();
  await expect(previewOf(page)).toContainText('第1段');
  await dialog.getByRole('switch', { name: 'Source and script of each quote' }).click();
  await expect(dialog).toContainText(/\d+ KB\. This is the beginning; the file is saved whole\./);
  const shown = await previewOf(page).textContent();
  expect(shown?.length).toBeLessThanOrEqual(65_536);
  expect(shown?.endsWith('\n')).toBe(true);
});

test('text is copied whole', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.evaluate(() => {
    navigator.clipboard.writeText = (words) => {
      document.body.dataset['copied'] = words;
      return Promise.resolve();
    };
  });
  await annotate(page, '揭榜掛帥', 'Red', '怎麼譯？');
  const dialog = await openExport(page);
  const shown = await previewOf(page).textContent();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => document.body.dataset['copied'])).toBe(shown);
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing to mend in the export dialog in ${theme}`, longUnless(false), async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await chooseTheme(page, theme);
    await annotate(page, '揭榜掛帥', 'Red', '怎麼譯？');
    const dialog = await openExport(page);
    const format = dialog.getByRole('combobox', { name: 'Format' });
    for (const { id } of FORMATS) {
      await format.selectOption(id);
      await expect(previewOf(page)).toContainText('揭榜掛帥');
      expect(await violations(page), id).toEqual([]);
    }
    await format.selectOption('markdown');
    await dialog.getByRole('combobox', { name: 'Layout' }).selectOption('My own template');
    await dialog.getByRole('textbox', { name: 'Template' }).fill('{{ nothing }}');
    await expect(dialog.getByRole('alert')).not.toHaveText('');
    await dialog.getByText('Variables').click();
    expect(await violations(page), 'a faulty template').toEqual([]);
  });
}
