import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadProjector } from '#core/script/projector';
import type { ScriptMode } from '#core/script/mode';
import { expect, type App } from './fixtures';
import { textOf } from './reading-page';

/** Sentences of which several change their length in Taiwan phrases. */
const SENTENCES = [
  '我们在互联网上写博客，用硬盘和U盘备份数据库。',
  '程序员说人工智能的算法正在优化软件和集成电路。',
  '然后再坐出租车去打印文件，讨论区块链的未来发展方向。',
  '内存不够的时候，信息就写到磁盘上去。',
  '会议讨论了科学技术的规划，并提出了意见。',
];
const PARAGRAPHS = 1200;

/** A paragraph that is named in the contents, and begins with characters that no other has. */
export const OTHER = { block: 900, words: '喝茶' };

const paragraph = (number: number): string =>
  `第${number}段${number === OTHER.block ? OTHER.words : ''}说：${Array.from({ length: 8 }, (_s, at) => SENTENCES[(number + at * (1 + (number % 3))) % SENTENCES.length]).join('')}`;
/** A character that no font of common ones has, which stands at the end. */
export const RARE = '龘';

/** The paragraphs of the long text. */
export const LINES = [
  ...Array.from({ length: PARAGRAPHS - 1 }, (_line, number) => paragraph(number)),
  `最后是${RARE}。`,
];

/** What core makes of each paragraph. */
export const expected = async (mode: ScriptMode): Promise<string[]> => {
  const projector = await loadProjector('hans', mode);
  return LINES.map((line) => projector.project(line).display);
};

/** What every block shows. */
export const blocksOf = (page: Page): Promise<string[]> => textOf(page).locator('[data-block]').allTextContents();

/** Waits until every block shows the script that was chosen. */
export async function filled(page: Page): Promise<void> {
  await expect(textOf(page)).not.toHaveAttribute('data-filling', { timeout: 30_000 });
}

/** Chooses a script. */
export const choose = (page: Page, script: string): Promise<void> =>
  page.getByRole('radio', { name: script, exact: true }).check();

/** Opens the long text. */
export async function openLong(launch: (extra: readonly string[]) => Promise<App>, dir: string): Promise<Page> {
  const folder = join(dir, 'texts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'long.txt'), LINES.join('\n'));
  const page = await (await launch([`--texts=${folder}`])).firstWindow();
  await openAgain(page);
  return page;
}

async function openAgain(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'long' }).click();
  await expect(textOf(page).locator('[data-block="1100"]')).toContainText('第1100段');
  await filled(page);
}

/** Brings a block to the upper edge of the page. */
export async function scrollTo(page: Page, block: number): Promise<void> {
  for (let pass = 0; pass < 2; pass++) {
    await textOf(page)
      .locator(`[data-block="${block}"]`)
      .evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
      });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

/** Puts marks into the database as if they had been made before, and starts the page anew. */
export async function keepMarks(page: Page, count: number): Promise<void> {
  const starts: number[] = [];
  let at = 0;
  for (const line of LINES) {
    starts.push(at);
    at += line.length + 1;
  }
  const marks = Array.from({ length: count }, (_mark, number) => {
    const line = number * Math.floor(PARAGRAPHS / count);
    const start = starts[line] ?? 0;
    return {
      id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      textId: 'folder:long.txt',
      textHash: createHash('sha256').update(LINES.join('\n')).digest('hex'),
      target: { start, end: start + `第${line}段`.length },
      quote: { exact: '', prefix: '', suffix: '' },
      colour: 'green',
      style: 'highlight',
      note: number % 2 === 0 ? `批注${number}号` : '',
      tags: [],
      script: 'original',
      created: 1_790_000_000_000 + number,
      modified: 1_790_000_000_000 + number,
      history: [],
      rev: 1,
    };
  });
  await page.evaluate(
    (records) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zhupi');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('annotations', 'readwrite');
          for (const record of records) writing.objectStore('annotations').put(record);
          writing.onerror = reject;
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    marks,
  );
  // What the page has read once it does not read again, unless it wrote it itself.
  await page.reload();
  await openAgain(page);
}
