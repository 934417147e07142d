import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { correctionCard, rightClick } from '../tests/e2e/corrections-page';
import { cardOf, chooseScript, markWords, opened, saved, selectWords, settled } from '../tests/e2e/reading-page';
import { HostApp } from '../tests/host/host';
import { buildIfStale } from './build';
import { ensureChromium } from './ensure-chromium';
import { ROOT, say } from './run';
import { runMain } from './run-main';

const OUT = join(ROOT, 'docs/pictures');

/** What a reader may have marked, with the colour, the note and the tags. */
const NOTES: readonly (readonly [string, string, string, string])[] = [
  ['堅持創新在我國現代化建設全局中的核心地位', 'Yellow', '與十九屆五中全會公報原句對照。', '綱要'],
  ['揭榜掛帥', 'Red', '怎麼譯？ open competition mechanism to select the best candidates', '翻譯'],
  ['人工智能、量子計算、區塊鏈、生物技術、集成電路', 'Green', '五個「優勢領域」。', '領域'],
  ['優化科研環境', 'Blue', '', '用語'],
];

async function annotate(page: Page): Promise<void> {
  for (const [words, colour, note, tags] of NOTES) {
    await markWords(page, words, colour);
    if (note === '' && tags === '') continue;
    await selectWords(page, words);
    await page.keyboard.press('n');
    await cardOf(page).getByRole('textbox', { name: 'Note' }).fill(note);
    await cardOf(page).getByRole('textbox', { name: 'Tags' }).fill(tags);
    await saved(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  say(`docs/pictures/${name}.png`);
}

async function choose(page: Page, theme: string, language: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.locator(`[role=dialog] label`, { hasText: theme }).click();
  await page.locator(`[role=dialog] label`, { hasText: language }).click();
  await page.keyboard.press('Escape');
}

/** The story in pictures: reading, marking, another script, the card, the export, dark, the other languages. */
async function tell(page: Page): Promise<void> {
  await picture(page, 'original-first-start');
  await annotate(page);
  await page.locator('[data-scroller]').evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  await picture(page, 'original-notes');
  await selectWords(page, '國家重點實驗室');
  await picture(page, 'original-selection');
  await page.keyboard.press('Escape');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await page.getByRole('list', { name: 'Annotations' }).getByRole('listitem').nth(1).click();
  await picture(page, 'taiwan-phrases-card');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await rightClick(page, '全域性');
  await page.getByRole('menuitem', { name: 'Correct conversion…' }).click();
  await correctionCard(page).getByRole('radio', { name: 'Everywhere' }).check();
  await correctionCard(page).getByRole('textbox', { name: 'Right form' }).fill('全局');
  await picture(page, 'taiwan-phrases-correction');
  await page.keyboard.press('Escape');
  await chooseScript(page, 'Simplified', '意味着');
  await picture(page, 'simplified-notes');
  await page.keyboard.press('Control+e');
  await picture(page, 'simplified-export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await picture(page, 'keyboard');
  await page.keyboard.press('Escape');
  await page.locator('.mojibake').focus();
  await picture(page, 'simplified-repair');
  await chooseScript(page, 'Traditional', '範式');
  await page.getByRole('switch', { name: 'Variants' }).click();
  await page
    .locator('.variant', { hasText: '布' })
    .or(page.locator('.variant', { hasText: '佈' }))
    .first()
    .hover();
  await page
    .getByRole('button', { name: /^Show .+ here$/ })
    .first()
    .waitFor();
  await picture(page, 'traditional-variants');
  await page.getByRole('switch', { name: 'Variants' }).click();
  await page.getByRole('radio', { name: 'Taiwan', exact: true }).check();
  await choose(page, 'Dark', '繁體中文');
  await picture(page, 'dark-zh-hant');
  await page.keyboard.press('Control+,');
  await picture(page, 'dark-settings');
  await page.locator(`[role=dialog] label`, { hasText: '简体中文' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('[');
  await picture(page, 'dark-zh-hans-folded');
}

async function main(): Promise<number> {
  buildIfStale();
  const chromium = ensureChromium();
  if (chromium === undefined) return 1;
  mkdirSync(OUT, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'zhupi-pictures-'));
  const args = [`--user-data-dir=${join(home, 'profile')}`];
  const app = await HostApp.launch({ root: ROOT, args, home, executablePath: chromium });
  try {
    const page = await app.firstWindow();
    // The bundler of these scripts names functions by a helper that the page does not have.
    await page.evaluate('globalThis.__name = (named) => named');
    await tell(await opened(page));
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
  return app.errors.length === 0 ? 0 : 1;
}

runMain(main);
