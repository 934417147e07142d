import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { backUp, chooseBackup, chooseItem, restoreDialog } from './backup-page';
import { openSecond } from './columns-page';
import { correctionCard, correctWord, openSettings, rightClick } from './corrections-page';
import { findBar, findField } from './find-page';
import type { App } from './fixtures';
import { chooseNotes, csvOf, entriesOf, importDialog } from './import-page';
import { openBin, openMenu, openTags, paneOf } from './notes-page';
import { cardOf, chooseScript, clickWords, markWords, selectWords, textOf } from './reading-page';

/** Where surfaces are opened. */
export interface Stage {
  readonly app: App;
  readonly page: Page;
  /** A folder for files. */
  readonly dir: string;
}

/** Something that the window can show: how it comes and goes, and what belongs to it. */
export interface Surface {
  readonly name: string;
  readonly open: (stage: Stage) => Promise<unknown>;
  readonly part: (page: Page) => Locator;
  /** Escape, where nothing else is said. */
  readonly close?: (stage: Stage) => Promise<unknown>;
}

const dialog = (name: string) => (page: Page) => page.getByRole('dialog', { name });
const beside = (page: Page): Locator => page.getByRole('region', { name: 'Beside the text' });
const escape = ({ page }: Stage): Promise<void> => page.keyboard.press('Escape');
const shortcut =
  (keys: string) =>
  ({ page }: Stage): Promise<void> =>
    page.keyboard.press(keys);

const READWISE = csvOf([
  { Highlight: '全局中的核心', Title: '北京國際科技創新中心建設', Note: 'From a file', Tags: 'file' },
  { Highlight: '沒有這樣的話', Title: '北京國際科技創新中心建設', Note: 'Kept' },
  { Highlight: '', Title: '北京國際科技創新中心建設', Note: 'The whole book' },
]);

/**
 * All that the window shows with a text open, in an order in which each can follow the one before. Marks lie on
 * 兩個百年 (two, one inside the other) and 意義重大; one was deleted.
 */
export const SURFACES: readonly Surface[] = [
  {
    name: 'the notes pane',
    open: ({ page }) => expect(paneOf(page).getByRole('list', { name: 'Annotations' })).toBeVisible(),
    part: paneOf,
  },
  {
    name: 'what is said of a repair',
    open: async ({ page }) => {
      await page.locator('.mojibake').first().focus();
      await expect(page.getByRole('tooltip')).toBeVisible();
    },
    part: (page) => page.getByRole('region', { name: 'About this stretch' }),
  },
  {
    name: 'the selection toolbar',
    open: ({ page }) => selectWords(page, '黨中央'),
    part: beside,
  },
  {
    name: 'the card of a mark',
    open: async ({ page }) => {
      await clickWords(page, '意義重大');
      await expect(cardOf(page)).toBeVisible();
    },
    part: beside,
  },
  {
    name: 'the handles of the current mark',
    open: async ({ page }) => {
      await textOf(page).focus();
      await page.keyboard.press('j');
      await page.keyboard.press('r');
    },
    part: (page) => page.getByRole('region', { name: 'The current mark' }),
  },
  {
    name: 'a choice among marks',
    open: async ({ page }) => {
      await clickWords(page, '百年”');
      await expect(page.getByRole('menu', { name: 'Marks here' })).toBeVisible();
    },
    part: (page) => page.getByRole('menu', { name: 'Marks here' }),
  },
  {
    name: 'find',
    open: async ({ page }) => {
      await textOf(page).focus();
      await page.keyboard.press('/');
      await findField(page).fill('创新');
      await expect(findBar(page).getByRole('status')).toContainText('of');
    },
    part: findBar,
  },
  {
    name: 'tags',
    open: ({ page }) => openTags(page),
    part: paneOf,
    close: ({ page }) => paneOf(page).getByRole('button', { name: 'Back to the notes' }).click(),
  },
  {
    name: 'the bin',
    open: ({ page }) => openBin(page),
    part: paneOf,
    close: ({ page }) => paneOf(page).getByRole('button', { name: 'Back to the notes' }).click(),
  },
  {
    name: 'how notes are listed',
    open: ({ page }) => openMenu(page),
    part: paneOf,
  },
  {
    name: 'the filter of notes',
    open: ({ page }) => paneOf(page).getByRole('button', { name: 'Filter', exact: true }).click(),
    part: paneOf,
  },
  { name: 'settings', open: ({ page }) => openSettings(page), part: dialog('Settings') },
  { name: 'the keyboard sheet', open: shortcut('?'), part: dialog('Keyboard') },
  {
    name: 'export',
    open: async ({ page }) => {
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('region', { name: 'Preview' })).toContainText('兩個百年');
    },
    part: dialog('Export notes'),
  },
  { name: 'going to a link', open: shortcut('Control+l'), part: dialog('Go to link') },
  {
    name: 'the check of all notes',
    open: async ({ app, page }) => {
      await chooseItem(app, 'help.check-notes');
      await expect(page.getByRole('dialog', { name: 'Check my notes' })).toContainText('stored twice');
    },
    part: dialog('Check my notes'),
  },
  {
    name: 'import',
    open: async ({ app, page, dir }) => {
      writeFileSync(join(dir, 'readwise.csv'), READWISE);
      await chooseNotes(app, page, join(dir, 'readwise.csv'));
      await expect(entriesOf(page)).toHaveCount(3);
    },
    part: importDialog,
  },
  {
    name: 'restoring a backup',
    open: async ({ app, page, dir }) => {
      await backUp(app, page, join(dir, 'all.zhupi-backup'));
      await expect((await chooseBackup(app, page, join(dir, 'all.zhupi-backup'))).getByRole('table')).toBeVisible();
    },
    part: restoreDialog,
  },
  {
    name: 'parallel text',
    open: ({ page }) => openSecond(page, '重大'),
    part: (page) => page.getByRole('region', { name: 'Second column' }),
    close: ({ page }) => page.getByRole('button', { name: 'Close the parallel text' }).click(),
  },
  {
    name: 'the menu of a word',
    open: async ({ page }) => {
      await chooseScript(page, 'Taiwan phrases', '全域性');
      await rightClick(page, '全域性');
    },
    part: (page) => page.getByRole('menu', { name: 'Words' }),
  },
  {
    name: 'the card of a correction',
    open: async ({ page }) => {
      await rightClick(page, '全域性');
      await page.getByRole('menuitem', { name: 'Fix conversion…' }).click();
      await correctionCard(page).getByRole('textbox', { name: 'Should read' }).fill('全局');
    },
    part: correctionCard,
  },
  {
    name: 'the list of corrections',
    open: async ({ page }) => {
      await correctWord(page, '全域性', '全局', 'This text');
      await openSettings(page);
      await expect(page.getByRole('list', { name: 'Corrections' })).toBeVisible();
    },
    part: dialog('Settings'),
  },
];

/** Marks that lie on the text while surfaces are shown. */
export async function setTheStage({ page }: Stage): Promise<void> {
  await markWords(page, '科技體制改革', 'Green');
  await clickWords(page, '科技體制改革');
  await cardOf(page).getByRole('button', { name: 'Delete' }).click();
  await expect(cardOf(page)).toBeHidden();
  await markWords(page, '“兩個百年”', 'Blue');
  await markWords(page, '兩個百年', 'Yellow');
  await markWords(page, '意義重大', 'Red');
  await clickWords(page, '意義重大');
  await cardOf(page).getByRole('textbox', { name: 'Note' }).fill('How to render **重大**?');
  await cardOf(page).getByRole('textbox', { name: 'Tags' }).fill('翻譯, style');
  await expect(cardOf(page).getByRole('status')).toContainText('Saved');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

export const closeSurface = (surface: Surface, stage: Stage): Promise<unknown> => (surface.close ?? escape)(stage);
