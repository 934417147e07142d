import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { backToBeginning, dragOver, makeMark, type Marking } from './either-layout-page';
import { expect, runsRealElectron, test } from './fixtures';
import { notesOf, settled, textOf } from './reading-page';
import { turn } from './vertical-page';

// How a few regions look, dot by dot. They are pictures of one renderer: another system, another Chromium or Electron
// draws letters otherwise, and there nothing is compared. `npm run e2e -- -g dot --update-snapshots` takes them anew.

/** The Chromium whose pictures are kept, which is that of our Electron. */
const CHROMIUM = '156.';

const WORDS =
  '他問：「什麼是朱批？」我說：「皇帝寫在奏折行間的字，就叫朱批；」又說：「（雍正）帝的朱批最多，（康熙）帝次之。」' +
  '在Linux上讀第3章，人名讀作約翰·洛克；強(qiáng)國(guó)之路不遠，破折號——在此，省略……也在此。';

/** One mark in each style, on words with and without readings, Latin letters and punctuation. */
const MARKS: readonly Marking[] = [
  { words: '什麼是朱批', colour: 'Yellow', style: 'Highlight', note: '雍正朱批**最多**。', tags: '史料' },
  { words: '皇帝寫在奏折行間的字', colour: 'Green', style: 'Outline' },
  { words: '帝的朱批最多', colour: 'Blue', style: 'Underline' },
  { words: '在Linux上讀第3章', colour: 'Red', style: 'Wavy line' },
  { words: '之路不遠', colour: 'Purple', style: 'Strikethrough' },
];

/** A wash differs little from the paper and lies on a fiftieth of the paragraph: so little is allowed to differ. */
const CLOSE = { animations: 'disabled', threshold: 0.04, maxDiffPixelRatio: 0.004 } as const;

const paragraphOf = (page: Page) => textOf(page).locator('[data-block="0"]');

/** The words of the interface in a font of the app: those of the system differ from one computer to the next. */
const wearOwnFont = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.style.setProperty('--sans', 'var(--serif)');
  });

test('marks in every style, the toolbar, a note and the themes look the same, dot by dot', async ({ launch, dir }) => {
  const folder = join(dir, 'texts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'specimen.txt'), `${WORDS}\n`);
  const page = await (await launch([`--texts=${folder}`])).firstWindow();
  const version = page.context().browser()?.version() ?? '';
  test.skip(process.platform !== 'linux' || runsRealElectron || !version.startsWith(CHROMIUM), 'another renderer');
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'specimen' }).click();
  await expect(paragraphOf(page)).toContainText('朱批');
  await wearOwnFont(page);
  await settled(page);
  for (const mark of MARKS) await makeMark(page, mark);

  await dragOver(page, '約翰·洛克');
  await settled(page);
  const toolbar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(toolbar).toHaveScreenshot('toolbar.png', CLOSE);
  await page.keyboard.press('Escape');
  await expect(toolbar).toBeHidden();

  await backToBeginning(page);
  await expect(paragraphOf(page)).toHaveScreenshot('marks-horizontal.png', CLOSE);
  await expect(notesOf(page).first()).toHaveScreenshot('note.png', {
    ...CLOSE,
    mask: [notesOf(page).first().locator('time')],
  });
  await turn(page, 'Vertical');
  await backToBeginning(page);
  await expect(paragraphOf(page)).toHaveScreenshot('marks-vertical.png', CLOSE);

  await page.keyboard.press('Control+,');
  const themes = page.getByRole('radiogroup', { name: 'Theme' });
  await themes.getByRole('radio', { name: 'Dark' }).check();
  await settled(page);
  await expect(themes).toHaveScreenshot('themes-dark.png', CLOSE);
  await page.keyboard.press('Escape');
  await expect(paragraphOf(page)).toHaveScreenshot('marks-vertical-dark.png', CLOSE);
});
