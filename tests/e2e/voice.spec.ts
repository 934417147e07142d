import type { CDPSession, Page } from '@playwright/test';
import { openSecond, secondOf } from './columns-page';
import { findField } from './find-page';
import { expect, test, LONG } from './fixtures';
import { annotate, paneOf } from './notes-page';
import { turn } from './vertical-page';
import { cardOf, chooseScript, clickWords, markWords, opened, selectWords, textOf } from './reading-page';

declare global {
  interface Window {
    /** What live regions said, in order, each as a screen reader hears it. */
    heard: string[];
  }
}

/** From now on writes down what live regions say. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.heard = [];
    const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    const hear = (records: MutationRecord[]): void => {
      const regions = records.flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        return region ? [region] : [];
      });
      for (const region of new Set(regions)) {
        const words = region.textContent.trim();
        const isUrgent = region.matches('[role=alert], [aria-live=assertive]');
        if (words !== '') window.heard.push(isUrgent ? `! ${words}` : words);
      }
    };
    new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

/** Hears what an action lets be said: just this, each once, in whichever order. */
async function hears(page: Page, act: () => Promise<unknown>, ...said: readonly (string | RegExp)[]): Promise<void> {
  await page.evaluate(() => {
    window.heard = [];
  });
  await act();
  const heard = (): Promise<string[]> => page.evaluate(() => window.heard);
  await expect.poll(async () => (await heard()).length).toBeGreaterThanOrEqual(said.length);
  // What would be said twice would come about now.
  await page.waitForTimeout(250);
  const all = await heard();
  for (const words of said) {
    expect(
      all.filter((each) => (typeof words === 'string' ? each === words : words.test(each))),
      String(words),
    ).toHaveLength(1);
  }
  expect(all).toHaveLength(said.length);
}

const key = (page: Page, name: string) => (): Promise<void> => page.keyboard.press(name);

test('what changes is said once, politely', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await listen(page);
  await selectWords(page, '兩個百年');
  await hears(page, key(page, '1'), 'Marked: Yellow; Highlight. “兩個百年”');
  await hears(page, key(page, 'j'), 'Mark 1 of 1: Yellow; Highlight. “兩個百年” No note');
  await hears(page, key(page, '2'), 'Now Red; Highlight: “兩個百年”');
  await hears(page, key(page, 'u'), 'Now Red; Underline: “兩個百年”');
  await hears(page, key(page, 'Control+z'), 'Undone: style of “兩個百年”.');
  await hears(page, key(page, 'Shift+Control+z'), 'Done again: style of “兩個百年”.');
  await hears(page, key(page, 'Delete'), /^Mark deleted\.Bring it back$/);
  await hears(page, key(page, '['), 'Contents pane hidden');
  await hears(page, key(page, '['), 'Contents pane shown');
  await textOf(page).focus();
  await hears(page, key(page, 's'), 'Script: Simplified');
  // A control that is pressed says itself what it was set to.
  await hears(page, async () => {
    await page.getByRole('radio', { name: 'Taiwan phrases' }).check();
    await expect(textOf(page)).toContainText('最佳化');
  });
  await chooseScript(page, 'Original', '優化');
  await hears(page, () => page.getByRole('searchbox', { name: 'Filter notes' }).fill('x'));
  await page.getByRole('searchbox', { name: 'Filter notes' }).fill('');
  await annotate(page, '意義重大', 'Green', 'How?');
  await hears(
    page,
    () => page.getByRole('searchbox', { name: 'Filter notes' }).fill('nothing'),
    'No note holds “nothing”.',
  );
  await hears(page, () => page.getByRole('searchbox', { name: 'Filter notes' }).fill('how'), '1 of 1 notes');
  await page.getByRole('searchbox', { name: 'Filter notes' }).fill('');
  await textOf(page).focus();
  await page.keyboard.press('/');
  // What is found comes script by script, so more than one number may be said on the way.
  await findField(page).fill('揭榜挂帅');
  await expect.poll(() => page.evaluate(() => window.heard.at(-1))).toBe('1 of 1');
  await page.keyboard.press('Escape');
  await hears(page, key(page, 'p'), 'Parallel text shown');
  await hears(page, key(page, 'p'), 'Parallel text closed');
});

test('the caret says where it comes to, with the reading, and what is selected', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await clickWords(page, '五屆人民代表大會');
  await listen(page);
  await hears(page, key(page, 'ArrowRight'), /^[五屆]$/);
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  await hears(page, key(page, 'ArrowLeft'), /^.$|^會, huì$/u);
  await hears(page, key(page, 'Shift+ArrowRight'), /^Selected: .$/u);
  await hears(page, key(page, 'Control+ArrowRight'), /^.+$/u);
  // In columns a character is one step down, and a line one to the left.
  await page.keyboard.press('Escape');
  await turn(page, 'Vertical');
  await textOf(page).focus();
  await hears(page, key(page, 'ArrowDown'), /^.$|^., \p{L}+$/u);
  await hears(page, key(page, 'ArrowLeft'), /^.{2,}$/u);
});

/** The description of each block that has one, as the browser gives it to screen readers. */
async function descriptions(cdp: CDPSession, attribute: string): Promise<Record<string, string>> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await cdp.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: `[${attribute}][aria-describedby]`,
  });
  const told: Record<string, string> = {};
  for (const nodeId of nodeIds) {
    const { nodes } = await cdp.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
    const { attributes } = await cdp.send('DOM.getAttributes', { nodeId });
    told[attributes[attributes.indexOf(attribute) + 1] ?? ''] = String(nodes[0]?.description?.value ?? '');
  }
  return told;
}

test('each paragraph is described by its marks, in the script displayed and in both columns', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const cdp = await page.context().newCDPSession(page);
  const told = (attribute = 'data-block'): Promise<Record<string, string>> => descriptions(cdp, attribute);
  expect(await told()).toEqual({});
  await annotate(page, '兩個百年', 'Yellow', 'Which **two**?');
  await markWords(page, '歷史交匯期', 'Blue');
  await markWords(page, '揭榜掛帥', 'Red');
  const two = '2 marks. Yellow; Highlight: “兩個百年”. Note: Which **two**? Blue; Highlight: “歷史交匯期”.';
  await expect.poll(() => told()).toEqual({ 1: two, 2: '1 mark. Red; Highlight: “揭榜掛帥”.' });
  // Kept outside the text, which reads as before.
  expect(await textOf(page).locator('[hidden]').count()).toBe(0);
  await page.keyboard.press('Escape');
  await chooseScript(page, 'Simplified', '意义重大');
  const simplified = '2 marks. Yellow; Highlight: “两个百年”. Note: Which **two**? Blue; Highlight: “历史交汇期”.';
  await expect.poll(async () => (await told())[1]).toBe(simplified);
  await openSecond(page, '意義重大');
  await expect.poll(async () => (await told('data-parallel-block'))[1]).toBe(two);
  // From the second column its marks are walked as well.
  await secondOf(page).focus();
  await page.keyboard.press('j');
  await expect(
    page.getByRole('status').filter({ hasText: /^Mark \d of 3: (Yellow|Blue|Red); Highlight\./ }),
  ).toHaveCount(1);
  await page.keyboard.press('p');
  await expect(secondOf(page)).toBeHidden();
  await clickWords(page, '揭榜挂帅');
  await cardOf(page).getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => told()).toEqual({ 1: simplified });
  await expect(paneOf(page)).toBeVisible();
});

/** All that the browser tells screen readers. */
const treeOf = async (cdp: CDPSession) => (await cdp.send('Accessibility.getFullAXTree')).nodes;

const rubiesIn = (nodes: Awaited<ReturnType<typeof treeOf>>) => nodes.filter(({ role }) => role?.value === 'Ruby');

test('a reading is told as what describes its character, and the text is read once', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const cdp = await page.context().newCDPSession(page);
  // Also what was never in sight.
  await expect.poll(async () => rubiesIn(await treeOf(cdp)).length).toBe(316);
  const nodes = await treeOf(cdp);
  const spoken = nodes
    .filter(({ ignored, role }) => !ignored && role?.value === 'StaticText')
    .map(({ name }) => String(name?.value));
  expect(spoken.filter((words) => /^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+$/u.test(words))).toEqual([]);
  const told = rubiesIn(nodes).map(({ description }) => String(description?.value));
  expect(told.slice(0, 3)).toEqual(['huì', 'huì', 'fā']);
  expect(await page.locator('rt').first().getAttribute('lang')).toBe('zh-Latn-pinyin');
});

test('all that Tab comes to shows a ring, and no part of the window is left out', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const visited = await page.evaluateHandle(() => new Set<Element>());
  const seen: string[] = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const stop = await visited.evaluate((stops) => {
      const element = document.activeElement;
      // At the end the browser's own window has the focus, or the first stop again.
      if (element === null || element === document.body || stops.has(element)) return undefined;
      stops.add(element);
      // Of a radio button or a switch the label is seen.
      // On the text the caret shows where the keyboard is.
      const caret = document.querySelector('[data-scroller] [class*=caret]');
      const isAtCaret = element.matches('main') && caret?.checkVisibility() === true;
      const hasRing = [element, element.nextElementSibling, element.closest('label')].some((shown) => {
        if (!shown) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(shown);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      });
      const area = element.closest('header, nav, main, aside, section')?.getAttribute('aria-label') ?? 'the bar';
      return { area, html: element.outerHTML.slice(0, 140), ringed: hasRing || isAtCaret };
    });
    if (stop === undefined) break;
    expect(stop.ringed, stop.html).toBe(true);
    if (seen.at(-1) !== stop.area) seen.push(stop.area);
  }
  expect(seen).toEqual(['the bar', 'Contents', 'Library', 'Text', 'Notes', 'First steps', 'Notes']);
});
