import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadProjector } from '#core/script/projector';
import type { ScriptMode } from '#core/script/mode';
import { expect, test, type App } from './fixtures';
import { cardOf, clickWords, markWords, notesOf, paintedWords, saved, selectWords, textOf } from './reading-page';

/** Sentences of which several change their length in Taiwan phrases. */
const SENTENCES = [
  '我们在互联网上写博客，用硬盘和U盘备份数据库。',
  '程序员说人工智能的算法正在优化软件和集成电路。',
  '然后再坐出租车去打印文件，讨论区块链的未来发展方向。',
  '内存不够的时候，信息就写到磁盘上去。',
  '会议讨论了科学技术的规划，并提出了意见。',
];
const PARAGRAPHS = 1200;

const paragraph = (number: number): string =>
  `第${number}段说：${Array.from({ length: 8 }, (_s, at) => SENTENCES[(number + at * (1 + (number % 3))) % SENTENCES.length]).join('')}`;
const LINES = Array.from({ length: PARAGRAPHS }, (_line, number) => paragraph(number));

const expected = async (mode: ScriptMode): Promise<string[]> => {
  const projector = await loadProjector('hans', mode);
  return LINES.map((line) => projector.project(line).display);
};

const blocksOf = (page: Page): Promise<string[]> => textOf(page).locator('[data-block]').allTextContents();

/** Waits until every block shows the script that was chosen. */
async function filled(page: Page): Promise<void> {
  await expect(textOf(page)).not.toHaveAttribute('data-filling', { timeout: 30_000 });
}

const choose = (page: Page, script: string): Promise<void> =>
  page.getByRole('radio', { name: script, exact: true }).check();

/** Opens the long text. */
async function openLong(launch: (extra: readonly string[]) => Promise<App>, dir: string): Promise<Page> {
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
async function scrollTo(page: Page, block: number): Promise<void> {
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
async function keepMarks(page: Page, count: number): Promise<void> {
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
      textHash: '',
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

test('what is in sight is shown first, the rest follows, and in the end every block is right', async ({
  launch,
  dir,
}) => {
  const page = await openLong(launch, dir);
  expect(await blocksOf(page)).toEqual(LINES);
  // Looked at in the first frame after the change.
  const seen = page.evaluate(
    () =>
      new Promise<{ first: string; last: string; isFilling: boolean }>((resolve) => {
        const main = document.querySelector<HTMLElement>('main');
        if (main === null) return;
        const changes = new MutationObserver(() => {
          changes.disconnect();
          resolve({
            first: main.querySelector('[data-block="0"]')?.textContent ?? '',
            last: main.querySelector('[data-block="1199"]')?.textContent ?? '',
            isFilling: main.dataset['filling'] !== undefined,
          });
        });
        changes.observe(main, { subtree: true, childList: true, characterData: true });
      }),
  );
  await choose(page, 'Taiwan phrases');
  const phrases = await expected('taiwan-phrases');
  expect(await seen).toEqual({ first: phrases[0], last: LINES[1199], isFilling: true });
  await filled(page);
  expect(await blocksOf(page)).toEqual(phrases);
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hant-TW');
  await choose(page, 'Original');
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hans');
  await filled(page);
  expect(await blocksOf(page)).toEqual(LINES);
});

test('a second change of script before the first is done is the one that counts', async ({ launch, dir }) => {
  const page = await openLong(launch, dir);
  await page.evaluate(() => {
    // Two in one task, so that nothing of the first can be done.
    for (const name of ['Traditional', 'Taiwan phrases']) {
      const label = [...document.querySelectorAll('label')].find((each) => each.textContent === name);
      label?.querySelector('input')?.click();
    }
  });
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hant-TW');
  await choose(page, 'Traditional');
  await expect(textOf(page).locator('[data-block="0"]')).toContainText('硬盤');
  await choose(page, 'Hong Kong');
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hant-HK');
  await filled(page);
  expect(await blocksOf(page)).toEqual(await expected('hong-kong'));
});

test('in the middle the words at the top stay at the same pixel, while the rest follows and after', async ({
  launch,
  dir,
}) => {
  const page = await openLong(launch, dir);
  await scrollTo(page, 700);
  const [names, there] = [['Taiwan phrases', 'Simplified', 'Taiwan phrases', 'Original'], 700];
  for (const name of names) {
    const sampling = page.evaluate(
      (block) =>
        new Promise<{ tops: number[]; frames: number }>((resolve) => {
          const element = document.querySelector(`[data-block="${block}"]`);
          const main = document.querySelector<HTMLElement>('main');
          if (element === null || main === null) return;
          const before = element.textContent;
          const tops: number[] = [];
          let after = 0;
          const look = (): void => {
            tops.push(element.getBoundingClientRect().top);
            const isDone = element.textContent !== before && main.dataset['filling'] === undefined;
            if (isDone) after++;
            if (after > 5) resolve({ tops, frames: tops.length });
            else requestAnimationFrame(look);
          };
          look();
        }),
      there,
    );
    await choose(page, name);
    const { tops } = await sampling;
    expect(Math.max(...tops) - Math.min(...tops), `${name}: ${tops.slice(0, 20).join(' ')}`).toBeLessThanOrEqual(1);
  }
});

test('selection and half-typed note survive a change of script in the middle', async ({ launch, dir }) => {
  const page = await openLong(launch, dir);
  await scrollTo(page, 600);
  await selectWords(page, '第601段说');
  await page.keyboard.press('n');
  await cardOf(page).getByRole('textbox', { name: 'Note' }).fill('写到一半');
  await saved(page);
  await cardOf(page).getByRole('textbox', { name: 'Note' }).pressSequentially('，还没写完');
  await choose(page, 'Taiwan phrases');
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('写到一半，还没写完');
  await expect(cardOf(page)).toContainText('第601段說');
  await filled(page);
  // The card lies by its words also after the blocks above them have got their new length.
  const gap = await page.evaluate(() => {
    const card = document.querySelector('[role=dialog]')?.getBoundingClientRect();
    const block = document.querySelector('[data-block="601"]')?.getBoundingClientRect();
    return card && block ? Math.min(Math.abs(card.top - block.top), Math.abs(card.bottom - block.top)) : Infinity;
  });
  expect(gap).toBeLessThan(60);
  await expect(cardOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('写到一半，还没写完');
  await page.keyboard.press('Escape');
  await selectWords(page, '第603段說');
  await choose(page, 'Simplified');
  await filled(page);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('第603段说');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
});

test('everything can be selected, and the selection spans the text in the next script', async ({ launch, dir }) => {
  const page = await openLong(launch, dir);
  await textOf(page).evaluate((main) => {
    getSelection()?.selectAllChildren(main);
  });
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  await choose(page, 'Taiwan phrases');
  await filled(page);
  const selected = await page.evaluate(() => getSelection()?.toString().replaceAll(/\s+/g, ''));
  const phrases = (await expected('taiwan-phrases')).join('');
  expect(selected?.slice(-1000)).toBe(phrases.slice(-1000));
  expect(selected?.length).toBe(phrases.length);
});

test('a mark far down is painted when it is come to, in every script, and a click on it opens its card', async ({
  launch,
  dir,
}) => {
  const page = await openLong(launch, dir);
  await scrollTo(page, 1150);
  await markWords(page, '第1152段说', 'Green');
  await expect.poll(() => paintedWords(page)).toEqual(['第1152段说']);
  await scrollTo(page, 0);
  // Far from the window no range is held: each would be looked at after every change of the page.
  await expect.poll(() => paintedWords(page)).toEqual([]);
  await choose(page, 'Taiwan phrases');
  await notesOf(page).first().click();
  await expect(cardOf(page)).toBeVisible();
  expect(await paintedWords(page)).toEqual(['第1152段說']);
  await page.keyboard.press('Escape');
  await filled(page);
  expect(await paintedWords(page)).toEqual(['第1152段說']);
  await clickWords(page, '第1152段說');
  await expect(cardOf(page)).toContainText('第1152段說');
});

test('more than 200 notes are scrolled, walked by keys and filtered, and each says which of how many it is', async ({
  launch,
  dir,
}) => {
  const page = await openLong(launch, dir);
  await keepMarks(page, 400);
  const notes = notesOf(page);
  await expect(notes.first()).toHaveAttribute('aria-setsize', '400');
  expect(await notes.count()).toBeLessThan(60);
  await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('heading')).toContainText('400');
  // By keys, further than was rendered at first.
  await notes.first().getByRole('button').focus();
  for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowDown');
  await expect(page.locator('li:focus-within')).toHaveAttribute('aria-posinset', '31');
  await expect(page.locator('li:focus-within')).toBeInViewport();
  // The wheel leaves the one in focus where it is, and keys go on from there.
  await page.getByRole('list', { name: 'Annotations' }).evaluate((list) => {
    list.scrollTop = list.scrollHeight;
  });
  await expect(notes.last()).toContainText('第1197段');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('li:focus-within')).toHaveAttribute('aria-posinset', '32');
  await page.keyboard.press('Enter');
  await expect(cardOf(page)).toContainText('第93段');
  await expect(textOf(page).locator('[data-block="93"]')).toBeInViewport();
  await choose(page, 'Taiwan phrases');
  await page.getByRole('searchbox', { name: 'Filter notes' }).fill('批注398號');
  await expect(notes).toHaveCount(1);
  await expect(notes.locator('q')).toHaveText('第1194段');
  await page.getByRole('searchbox', { name: 'Filter notes' }).fill('');
  await expect(notes.first()).toHaveAttribute('aria-setsize', '400');
});
