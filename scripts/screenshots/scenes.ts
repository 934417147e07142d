import type { Page } from '@playwright/test';
import { correctionCard } from '../../tests/e2e/corrections-page';
import { backToBeginning, clickFirst, dragOver } from '../../tests/e2e/either-layout-page';
import { expect } from '../../tests/e2e/fixtures';
import { findBar, findField } from '../../tests/e2e/find-page';
import { paneOf } from '../../tests/e2e/notes-page';
import { cardOf, chooseScript, textOf } from '../../tests/e2e/reading-page';
import { closeSurface, SURFACES, type Stage } from '../../tests/e2e/surfaces-page';
import { dress } from './stage';

/** Something to be pictured: how it comes about and is put away. What it opens, it finds by its English names. */
export interface Scene {
  /** Names the folder of its pictures. */
  readonly name: string;
  /** Where it looks different by the way lines run. */
  readonly turns: boolean;
  readonly open: (stage: Stage) => Promise<unknown>;
  /** Escape, where nothing else is said. */
  readonly close?: (stage: Stage) => Promise<unknown>;
  /** In Sepia and High contrast as well. */
  readonly inAllThemes?: boolean;
}

const press =
  (...keys: readonly string[]) =>
  async ({ page }: Stage): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

/** A scene that the stories of the surfaces know how to open. */
function known(name: string, surfaceName: string, turns = false): Scene {
  const surface = SURFACES.find((each) => each.name === surfaceName);
  if (surface === undefined) throw new Error(`no surface is called ${surfaceName}`);
  return { name, turns, open: surface.open, close: (stage) => closeSurface(surface, stage) };
}

/** A scene that is only a page worn in another way. */
const worn = (name: string, changes: Parameters<typeof dress>[1], back: Parameters<typeof dress>[1]): Scene => ({
  name,
  turns: true,
  open: ({ page }) => dress(page, changes),
  close: ({ page }) => dress(page, back),
});

async function turnPages(page: Page, how: 'Pages' | 'Scroll'): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: how, exact: true }).check();
  await page.keyboard.press('Escape');
  await textOf(page).focus();
  await backToBeginning(page);
}

async function backToOriginal({ page }: Stage): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await chooseScript(page, 'Original', '全局');
  await textOf(page).focus();
  await backToBeginning(page);
}

/** The scene before anything was marked. */
export const FIRST_START: Scene = {
  name: 'first-start',
  turns: true,
  open: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** All other scenes, in an order in which each can follow the one before. */
export const SCENES: readonly Scene[] = [
  { name: 'reading', turns: true, open: ({ page }) => backToBeginning(page), inAllThemes: true },
  { name: 'selection', turns: true, open: ({ page }) => dragOver(page, '國家重點實驗室') },
  {
    name: 'card',
    turns: true,
    open: async ({ page }) => {
      await clickFirst(page, '意義重大');
      await expect(cardOf(page)).toBeVisible();
    },
    close: press('Escape', 'Escape'),
  },
  {
    name: 'repair',
    turns: true,
    open: async ({ page }) => {
      await page.locator('.mojibake').first().focus();
      await expect(page.getByRole('tooltip')).toBeVisible();
    },
  },
  {
    name: 'notes-filter',
    turns: false,
    open: ({ page }) => paneOf(page).getByRole('button', { name: 'Filter', exact: true }).click(),
  },
  {
    name: 'find',
    turns: true,
    open: async ({ page }) => {
      await page.keyboard.press('Control+f');
      await findField(page).fill('创新');
      await expect(findBar(page).getByRole('status')).toContainText('of');
    },
    close: async ({ page }) => {
      await findField(page).press('Escape');
      // The hit that was current is selected.
      await page.keyboard.press('Escape');
      await backToBeginning(page);
    },
  },
  { name: 'folded', turns: true, open: press('[', ']'), close: press('[', ']') },
  known('parallel', 'parallel text', true),
  {
    name: 'word-menu',
    turns: true,
    open: async ({ page }) => {
      await chooseScript(page, 'Taiwan phrases', '全域性');
      await clickFirst(page, '全域性', 'right');
      await expect(page.getByRole('menu', { name: 'Words' })).toBeVisible();
    },
    close: backToOriginal,
  },
  {
    name: 'correction',
    turns: true,
    open: async ({ page }) => {
      await chooseScript(page, 'Taiwan phrases', '全域性');
      await clickFirst(page, '全域性', 'right');
      await page.getByRole('menuitem', { name: 'Fix conversion…' }).click();
      await correctionCard(page).getByRole('radio', { name: 'Everywhere' }).check();
      await correctionCard(page).getByRole('textbox', { name: 'Should read' }).fill('全局');
    },
    close: backToOriginal,
  },
  {
    name: 'pages',
    turns: true,
    open: ({ page }) => turnPages(page, 'Pages'),
    close: ({ page }) => turnPages(page, 'Scroll'),
  },
  worn('focus', { focus: true }, { focus: false }),
  worn('kai', { face: 'kai' }, { face: 'serif' }),
  worn('sans', { face: 'sans' }, { face: 'serif' }),
  known('settings', 'settings', true),
  {
    name: 'settings-type',
    turns: true,
    open: async ({ page }) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('region', { name: 'Type' }).evaluate((section) => {
        section.scrollIntoView();
      });
    },
  },
  known('keyboard', 'the keyboard sheet'),
  {
    name: 'palette',
    turns: false,
    open: async ({ page }) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
    },
  },
  {
    name: 'export',
    turns: false,
    open: async ({ page }) => {
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('region', { name: 'Preview' })).toContainText('意義重大');
    },
  },
  {
    name: 'print',
    turns: false,
    // What it shows is loaded when it is first asked for, so there is a moment without it.
    open: async ({ page }) => {
      await page.keyboard.press('Control+p');
      await expect(page.getByRole('dialog', { name: 'Print' })).toBeVisible();
    },
  },
  known('check', 'the check of all notes'),
  known('import', 'import'),
  known('restore', 'restoring a backup'),
];
