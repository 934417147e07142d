import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, LONG, test } from './fixtures';
import { openLong, scrollTo } from './long-page';
import { chooseScript, opened, settled, textOf } from './reading-page';

const contentsOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Contents' });

/** The entries of the contents that are not folded away, as they are displayed. */
const entriesOf = (page: Page): Promise<string[]> =>
  contentsOf(page)
    .locator('[data-entry]')
    .evaluateAll((all) => all.map((entry) => [...entry.children].map((part) => part.textContent).join(' ')));

const currentOf = (page: Page): Locator => contentsOf(page).locator('[aria-current=location]');

const entry = (page: Page, words: string): Locator => contentsOf(page).locator('[data-entry]', { hasText: words });

async function scroll(page: Page, top: number): Promise<void> {
  await page.locator('[data-scroller]').evaluate((scroller, to) => {
    scroller.scrollTop = to;
  }, top);
  await settled(page);
}

/** The line at the top of the page: its first character, and how far it is from the edge in CSS pixels. */
const topLine = (page: Page): Promise<{ sign: string; block: string; at: number; below: number }> =>
  page.evaluate(() => {
    const edge = document.querySelector('[data-scroller]')?.getBoundingClientRect().top ?? 0;
    for (const block of document.querySelectorAll('[data-block]')) {
      if (block.getBoundingClientRect().bottom <= edge) continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let at = 0;
      while (walker.nextNode()) {
        const node = walker.currentNode as CharacterData;
        if (node.parentElement?.closest('rt')) continue;
        for (let offset = 0; offset < node.length; offset++, at++) {
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const { top } = range.getBoundingClientRect();
          if (top < edge - 4) continue;
          return {
            sign: node.data[offset] ?? '',
            block: block.getAttribute('data-block') ?? '',
            at,
            below: Math.round(top - edge),
          };
        }
      }
    }
    return { sign: '', block: '', at: -1, below: 0 };
  });

test('the contents nest the six projects under their name, in the script displayed', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  expect(await entriesOf(page)).toEqual([
    '北京市第十五屆人民代表大會第四次會議舉行新聞發布…',
    '處于“兩個百年”歷史交匯期',
    '率先建成北京國際科技創新中心是北京“十四五”規劃…',
    '六大工程',
    '一 國家戰略科技力量創建工程',
    '二 重點前沿領域跨越工程',
    '三 創新范式優化工程',
    '四 “創新鏈、產業鏈、供應鏈”三鏈聯動工程',
    '五 京津冀產業驅動工程',
    '六 創新生態提升工程',
    '北京市科學技術委員會將抓緊推進國際科技創新中心建…',
  ]);
  // Six items within the one that names them.
  await expect(contentsOf(page).locator('li', { hasText: '六大工程' }).getByRole('listitem')).toHaveCount(6);
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  await expect.poll(async () => (await entriesOf(page))[6]).toMatch(/^三 創新.+最佳化工程$/);
  await chooseScript(page, 'Simplified', '意味着');
  await expect.poll(() => entriesOf(page)).toContain('二 重点前沿领域跨越工程');
});

test(
  'the current section follows the page, and an entry that is gone to is current, also at the end',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await expect(currentOf(page)).toContainText('新聞發布');
    for (const [words, sign] of [
      ['三', '三'],
      ['六大工程', '六大工程'],
      ['兩個百年', '處'],
      ['將抓緊推進', '北'],
    ] as const) {
      await entry(page, words).first().click();
      await expect(currentOf(page)).toHaveCount(1);
      await expect(currentOf(page)).toContainText(sign);
      await expect(currentOf(page)).toContainText(words);
    }
    await expect(textOf(page).locator('[data-block="4"]')).toBeInViewport();
    await scroll(page, 0);
    await expect(currentOf(page)).toContainText('新聞發布');
  },
);

test('the keyboard walks the contents, folds and unfolds them, and goes', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  // One stop for Tab: the current entry.
  await expect(contentsOf(page).locator('[data-entry][tabindex="0"]')).toHaveCount(1);
  await currentOf(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(entry(page, '六大工程')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(entry(page, '創新生態')).toHaveCount(0);
  await expect(contentsOf(page).getByRole('button', { name: 'Unfold 六大工程' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(entry(page, '國家戰略')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(currentOf(page)).toContainText('重點前沿');
  await page.keyboard.press('ArrowLeft');
  await expect(entry(page, '六大工程')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  // Folded away, the section is shown by the one that it lies in.
  await expect(currentOf(page)).toContainText('六大工程');
  await page.keyboard.press('Home');
  await expect(entry(page, '新聞發布')).toBeFocused();
  await page.keyboard.press('End');
  await expect(entry(page, '將抓緊推進')).toBeFocused();
});

test('how much was read shows beside the contents, and is said when asked for', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await expect(contentsOf(page)).toContainText('0%');
  await scroll(page, 100_000);
  await expect(contentsOf(page)).toContainText('100%');
  await entry(page, '創新范式').click();
  await page.keyboard.press('[');
  await page.keyboard.press('i');
  const said = page.getByRole('status').filter({ hasText: '% read' });
  await expect(said).toContainText('paragraph 4 of 6 · 六大工程 › 三 創新范式優化工程');
});

test(
  'in a long text the contents stay with the reader, and the current entry stays in sight',
  LONG,
  async ({ launch, dir }) => {
    const page = await openLong(launch, dir);
    await scrollTo(page, 1190);
    await expect(currentOf(page)).toBeInViewport();
    await expect(currentOf(page)).toContainText('11');
    await scrollTo(page, 3);
    await expect(currentOf(page)).toContainText('第0段');
    await expect(currentOf(page)).toBeInViewport();
  },
);

test(
  'the line at the top stays the same, to the very character, while the window is resized',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await scroll(page, 1130);
    const before = await topLine(page);
    for (const width of [1000, 1190, 900, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
    }
    expect(await topLine(page)).toEqual(before);
    await page.keyboard.press(']');
    await page.keyboard.press('[');
    await settled(page);
    await page.keyboard.press(']');
    await page.keyboard.press('[');
    await settled(page);
    expect(await topLine(page)).toEqual(before);
  },
);

test.describe('with a profile that outlives the program', () => {
  test.use({ profile: 'persistent' });

  test('reading goes on at the very line, in another script and another width', LONG, async ({ launch }) => {
    let app = await launch();
    let page = await opened(await app.firstWindow());
    await scroll(page, 1410);
    const before = await topLine(page);
    await chooseScript(page, 'Simplified', '意味着');
    await app.close();
    app = await launch();
    page = await app.firstWindow();
    await expect(textOf(page).locator('[data-block="0"]')).toContainText('北京市');
    await settled(page);
    const after = await topLine(page);
    expect([after.block, after.at]).toEqual([before.block, before.at]);
    // And once more, from where it was opened: nothing drifts.
    await app.close();
    app = await launch();
    page = await app.firstWindow();
    await expect(textOf(page).locator('[data-block="0"]')).toContainText('北京市');
    await settled(page);
    await page.getByRole('radio', { name: 'Original', exact: true }).check();
    await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hant');
    await settled(page);
    const again = await topLine(page);
    expect([again.block, again.at, again.sign]).toEqual([before.block, before.at, before.sign]);
  });
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing to mend in the contents in ${theme}`, LONG, async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name: theme }).check();
    await page.keyboard.press('Escape');
    await entry(page, '六大工程').focus();
    await page.keyboard.press('i');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
}
