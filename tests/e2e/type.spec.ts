import { expect, runsRealElectron, test, LONG } from './fixtures';
import { chooseScript, displayed, markWords, notesOf, opened, paintedWords, settled, textOf } from './reading-page';
import { fontsAsked, needlessFaces, openSpecimen, openSpecimens, typeSection } from './type-page';
import type { Page } from '@playwright/test';

/** How far below the window's upper edge a block begins, in CSS pixels. */
const topOf = (page: Page, block: number): Promise<number> =>
  textOf(page)
    .locator(`[data-block="${block}"]`)
    .evaluate((element) => element.getBoundingClientRect().top);

const sizeOf = (page: Page): Promise<string> => textOf(page).evaluate((main) => getComputedStyle(main).fontSize);

test('the type is set live beside the page, whose words stay, and is remembered and put back', async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const block = textOf(page).locator('[data-block="2"]');
  await block.evaluate((element) => {
    element.scrollIntoView({ block: 'start' });
  });
  await settled(page);
  const before = await topOf(page, 2);
  expect((await fontsAsked(page)).filter((file) => /wenkai|sans/.test(file))).toEqual([]);

  const type = await typeSection(page);
  const slide = async (name: string, value: string): Promise<void> => {
    await type.getByRole('slider', { name, exact: true }).fill(value);
  };
  // Each choice is on one line, and the panel can be closed from its end.
  for (const name of ['Paragraphs', 'Quotation marks']) {
    expect((await type.getByRole('radiogroup', { name }).boundingBox())?.height, name).toBeLessThan(40);
  }
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.evaluate((panel) => {
    panel.scrollTop = panel.scrollHeight;
  });
  await expect(settings.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });

  for (const size of ['32', '14', '26']) {
    await slide('Size', size);
    expect(await sizeOf(page)).toBe(`${size}px`);
    await settled(page);
    expect(Math.abs((await topOf(page, 2)) - before), `the place at ${size} px`).toBeLessThan(12);
  }
  await slide('Line height', '2.4');
  await slide('Line length', '24');
  await slide('Gloss size', '0.5');
  await type.getByRole('radio', { name: 'Blank line' }).check();
  await type.getByRole('switch', { name: 'Justified' }).click();
  await type.getByRole('radio', { name: 'White' }).check();
  await type.getByRole('radio', { name: 'Kai' }).check();
  await expect.poll(() => textOf(page).evaluate((main) => getComputedStyle(main).fontFamily)).toContain('LXGW WenKai');
  await settled(page);
  expect((await fontsAsked(page)).filter((file) => /^(common-kai|lxgwwenkai)/.test(file)).length).toBeGreaterThan(1);
  const looks = (): Promise<object> =>
    textOf(page).evaluate((main) => {
      const paragraph = getComputedStyle(main.querySelector('p') ?? main);
      const { fontSize, textIndent, textAlign, marginBottom } = paragraph;
      const reading = getComputedStyle(main.querySelector('rt') ?? main).fontSize;
      const paper = getComputedStyle(main.closest('[data-scroller]') ?? main).backgroundColor;
      return { fontSize, textIndent, textAlign, marginBottom, reading, paper, width: getComputedStyle(main).maxWidth };
    });
  const chosen = {
    fontSize: '26px',
    textIndent: '0px',
    textAlign: 'start',
    marginBottom: '23.4px',
    reading: '13px',
    paper: 'rgb(255, 255, 255)',
    width: '624px',
  };
  expect(await looks()).toEqual(chosen);
  expect(Math.abs((await topOf(page, 2)) - before)).toBeLessThan(12);

  await page.reload();
  await opened(page);
  expect(await looks()).toEqual(chosen);
  await expect(textOf(page)).toHaveCSS('font-family', /LXGW WenKai/);
  await (await typeSection(page)).getByRole('button', { name: 'Reset type' }).click();
  expect(await looks()).toMatchObject({ fontSize: '20px', textIndent: '40px', textAlign: 'justify', reading: '8.8px' });
  await expect.poll(() => textOf(page).evaluate((main) => getComputedStyle(main).fontFamily)).toContain('Noto Serif');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+>');
  await page.keyboard.press('Control+Shift+>');
  await page.keyboard.press('Control+Shift+<');
  expect(await sizeOf(page)).toBe('21px');
});

test('focus mode leaves the paragraph that is read in full ink, and moves nothing', LONG, async ({ launch }) => {
  const page = await opened(await (await launch()).firstWindow());
  const inks = (): Promise<[string, number, number][]> =>
    textOf(page).evaluate((main) =>
      Array.from(main.querySelectorAll('[data-block]'), (block) => [
        block.getAttribute('data-block') ?? '',
        Number(getComputedStyle(block).opacity),
        block.getBoundingClientRect().top,
      ]),
    );
  const full = async (): Promise<string[]> => (await inks()).filter(([, ink]) => ink === 1).map(([block]) => block);
  const before = await inks();
  await page.keyboard.press('f');
  await expect.poll(full).toHaveLength(1);
  expect((await inks()).map(([, , top]) => top)).toEqual(before.map(([, , top]) => top));
  const first = await full();
  await page.locator('[data-scroller]').evaluate((scroller) => {
    scroller.scrollTop = scroller.scrollHeight / 2;
  });
  await expect.poll(full).not.toEqual(first);
  expect(await full()).toHaveLength(1);
  // The caret says what is read, where it is in sight.
  const there = Number((await full())[0]) + 1;
  await textOf(page)
    .locator(`[data-block="${there}"]`)
    .click({ position: { x: 90, y: 20 } });
  await page.keyboard.press('ArrowRight');
  await expect.poll(full).toEqual([String(there)]);
  await page.keyboard.press('f');
  await expect.poll(async () => (await full()).length).toBe(before.length);
});

test(
  'quotation marks follow the script where a reader wants it, and every mark stays on its words',
  LONG,
  async ({ launch }) => {
    const page = await opened(await (await launch()).firstWindow());
    await markWords(page, '“兩個百年”', 'Yellow');
    const type = await typeSection(page);
    await type.getByRole('radio', { name: 'By script' }).check();
    await expect.poll(() => displayed(page)).toContain('處于「兩個百年」歷史');
    expect(await displayed(page)).not.toMatch(/[“”]/);
    expect(await paintedWords(page)).toEqual(['「兩個百年」']);
    await expect(notesOf(page).first()).toContainText('「兩個百年」');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('searchbox', { name: 'Find' }).fill('「兩個百年」');
    await expect(page.getByRole('search').getByRole('status')).toContainText('1 of');
    await page.keyboard.press('Escape');
    await chooseScript(page, 'Simplified', '处于“两个百年”');
    expect(await paintedWords(page)).toEqual(['“两个百年”']);
    await chooseScript(page, 'Hong Kong', '「兩個百年」');
    expect(await paintedWords(page)).toEqual(['「兩個百年」']);
  },
);

test('no file of a font is loaded that the page does not need, and none that comes late moves a word', async ({
  launch,
  dir,
}) => {
  test.skip(runsRealElectron, 'requests of the app’s own scheme cannot be held up there');
  const page = await openSpecimens(launch, dir);
  await openSpecimen(page, 'specimen-hans');
  const slow = async (): Promise<void> => {
    await page.route(/\.(woff2|otf|ttf)$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await route.fallback();
    });
  };
  await slow();
  await page.reload();
  await expect(textOf(page).locator('[data-block="0"]')).toContainText('他说');
  await settled(page);
  const asked = await fontsAsked(page);
  expect(asked.filter((file) => /lxgw|sans/.test(file))).toEqual([]);
  for (const file of ['punctuation-serif-sc-regular', 'common-serif-sc']) {
    expect(asked.some((each) => each.startsWith(file))).toBe(true);
  }
  expect(await needlessFaces(page)).toEqual([]);
  const shifts = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().map((entry) => (entry as unknown as { value: number }).value));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve([]);
        }, 500);
      }),
  );
  expect(shifts).toEqual([]);
});
