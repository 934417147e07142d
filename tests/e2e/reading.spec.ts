import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, LONG } from './fixtures';
import { chooseScript, displayed, opened, textOf } from './reading-page';

const READING_TEXT = readFileSync(join(__dirname, '../fixtures/reading-text.txt'), 'utf8');

test('the first start shows the bundled text, repaired and with its readings, and nothing is fetched', async ({
  launch,
  host,
}) => {
  const page = await opened(await (await launch()).firstWindow());
  expect(await displayed(page)).toBe(READING_TEXT);
  await expect(page.getByRole('radio', { name: 'Original', exact: true })).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Glosses' })).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Repairs' })).toBeChecked();
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Notes' })).toBeVisible();
  await expect(textOf(page).locator('ruby')).toHaveCount(316);
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 800]);
  expect(host.current?.blocked ?? []).toEqual([]);
});

const SCRIPTS: readonly [string, string, readonly string[], readonly string[]][] = [
  ['Simplified', 'zh-Hans', ['意味着', '范式', '优化'], ['意味著', '優化']],
  ['Traditional', 'zh-Hant', ['並', '於', '範式', '製造', '奮鬥'], ['范式', '制造']],
  ['Taiwan', 'zh-Hant-TW', ['並', '於', '範式', '製造', '鑽研', '築'], ['范式', '制造']],
  ['Taiwan phrases', 'zh-Hant-TW', ['人工智慧', '積體電路', '最佳化'], ['人工智能', '集成電路']],
  ['Hong Kong', 'zh-Hant-HK', ['並', '範式', '製造'], ['范式', '制造']],
];

test('in each script the page shows what it should, and says so to the browser', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  for (const [name, lang, shows, hides] of SCRIPTS) {
    await chooseScript(page, name, shows[0] ?? '');
    const text = await displayed(page);
    for (const words of shows) expect(text).toContain(words);
    for (const words of hides) expect(text).not.toContain(words);
    await expect(textOf(page)).toHaveAttribute('lang', lang);
    // Glyph forms follow the script: the first font of the page is that of the script displayed.
    const font = await textOf(page).evaluate((main) => getComputedStyle(main).fontFamily);
    expect(font.startsWith(lang === 'zh-Hans' ? '"Noto Serif SC' : '"Noto Serif TC')).toBe(true);
    await chooseScript(page, 'Original', '并回答');
    expect(await displayed(page)).toBe(READING_TEXT);
  }
});

test('glosses and repairs can be switched off and on', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.getByRole('switch', { name: 'Glosses' }).click();
  await expect(textOf(page).locator('rt')).toHaveCount(0);
  expect(await displayed(page)).toBe(READING_TEXT);
  await page.getByRole('switch', { name: 'Repairs' }).click();
  await expect.poll(() => displayed(page)).toContain('?!笆奈濉逼陂g,北京');
  await expect(textOf(page).locator('[role=mark]')).toHaveCount(0);
  await page.getByRole('switch', { name: 'Repairs' }).click();
  await page.getByRole('switch', { name: 'Glosses' }).click();
  await expect(textOf(page).locator('rt')).toHaveCount(316);
});

test('a reading shows only over a character that is shown unit for unit', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const over = (): Promise<string[]> =>
    textOf(page)
      .locator('ruby')
      .evaluateAll((all) => all.map((r) => r.textContent));
  expect(await over()).toContain('優yōu');
  await chooseScript(page, 'Taiwan phrases', '最佳化科研環境');
  const readings = await over();
  expect(readings.filter((ruby) => ruby.startsWith('最'))).toEqual([]);
  expect(readings.length).toBeLessThan(316);
});

test('a repair tells by mouse and by keyboard what the file says and why', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const tip = page.getByRole('tooltip');
  await textOf(page).locator('.mojibake').hover();
  await expect(tip).toContainText('?!笆奈濉逼陂g');
  await expect(tip).toContainText('Decoded one byte out of step');
  await page.mouse.move(5, 5);
  await expect(tip).toBeHidden();

  // One Tab stop for each block; arrows go from repair to repair inside it.
  const block = textOf(page).locator('[data-block="0"]');
  expect(await block.locator('[tabindex="0"]').count()).toBe(1);
  await block.locator('[tabindex="0"]').focus();
  await expect(tip).toContainText('The file has “,”');
  const first = await block.locator(':focus').evaluate((element) => element.getBoundingClientRect().left);
  await page.keyboard.press('ArrowRight');
  expect(await block.locator(':focus').evaluate((element) => element.getBoundingClientRect().left)).not.toBe(first);
  await expect(block.locator('[tabindex="0"]')).toHaveCount(1);
});

test('characters that conversion would write otherwise are flagged, not changed', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await expect(textOf(page).locator('.suspect')).toHaveCount(13);
  await textOf(page).locator('.suspect', { hasText: '鉆' }).hover();
  await expect(page.getByRole('tooltip')).toContainText('鑽');
});

test('the same words stay at the top of the page while the script changes', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const firstLine = (): Promise<string> =>
    page.evaluate(() => {
      const scroller = document.querySelector('[data-scroller]');
      const block = document.querySelector('[data-block="3"]');
      if (!scroller || !block) return '';
      const edge = scroller.getBoundingClientRect().top;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode as CharacterData;
        if (node.parentElement?.closest('rt')) continue;
        for (let at = 0; at < node.length; at++) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          if (box.top >= edge) return `${String(Math.round(box.top - edge))} ${node.data[at] ?? ''}`;
        }
      }
      return '';
    });
  await page.evaluate(() => {
    document.querySelector('[data-block="3"]')?.scrollIntoView({ block: 'start' });
    document.querySelector('[data-scroller]')?.scrollBy(0, 300);
  });
  const before = await firstLine();
  expect(before).not.toBe('');
  await chooseScript(page, 'Taiwan phrases', '最佳化');
  const [below, character] = before.split(' ');
  const top = await firstLine();
  expect(Math.abs(Number(top.split(' ')[0]) - Number(below))).toBeLessThanOrEqual(48);
  await chooseScript(page, 'Original', '并回答');
  expect((await firstLine()).split(' ')[1]).toBe(character);
});
