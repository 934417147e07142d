import type { Page } from '@playwright/test';
import type { Settings } from '../../renderer/storage/live-settings';
import { SETTINGS_CHANNEL } from '../../renderer/storage/setting-peers';
import { backToBeginning, makeMark, type Marking } from '../../tests/e2e/either-layout-page';
import { expect } from '../../tests/e2e/fixtures';
import { settled } from '../../tests/e2e/reading-page';

// What pictures are taken of: the page with marks on it, worn in any theme and language.

/** What a reader may have marked. */
const MARKS: readonly Marking[] = [
  {
    words: '堅持創新在我國現代化建設全局中的核心地位',
    colour: 'Yellow',
    style: 'Highlight',
    note: '與十九屆五中全會公報原句**對照**。',
    tags: '綱要',
  },
  { words: '戰略支撐', colour: 'Blue', style: 'Underline', tags: '用語' },
  {
    words: '意義重大',
    colour: 'Red',
    style: 'Wavy line',
    note: '怎麼譯？*of great significance* 太空泛。',
    tags: '翻譯, 疑問',
  },
  { words: '優化科研環境', colour: 'Purple', style: 'Outline', tags: '用語' },
  {
    words: '人工智能、量子計算、區塊鏈、生物技術、集成電路',
    colour: 'Green',
    style: 'Highlight',
    note: '五個「優勢領域」。',
    tags: '領域',
  },
];

/** Marks the page as a reader may have done, with notes and tags. */
export async function annotate(page: Page): Promise<void> {
  for (const mark of MARKS) await makeMark(page, mark);
  await backToBeginning(page);
}

/**
 * Wears what is set for the whole program, as another window would tell it: nothing has to be opened for it, so what is
 * open stays open.
 */
export async function dress(page: Page, changes: Partial<Settings>): Promise<void> {
  await page.evaluate(
    ([name, said]) => {
      const channel = new BroadcastChannel(name);
      channel.postMessage({ key: 'interface', changes: said });
      channel.close();
    },
    [SETTINGS_CHANNEL, changes] as const,
  );
  const { language, theme } = changes;
  const html = page.locator('html');
  if (language !== undefined) await expect(html).toHaveAttribute('lang', language);
  if (theme !== undefined)
    await expect(html).toHaveAttribute('data-theme', theme === 'contrast' ? /^contrast/u : theme);
  await settled(page);
}
