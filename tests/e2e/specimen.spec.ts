import type { Page } from '@playwright/test';
import { expect, longUnless, test } from './fixtures';
import { settled, textOf } from './reading-page';
import { cellsOf, openSpecimen, openSpecimens, setBlocks, typeSection, type SetBlock } from './type-page';

// What fine typography comes to, measured on a page of specimens in both scripts and each family of the app.

/** Signs that may not begin a line, and signs that may not end one. */
const NOT_FIRST = /[。，、；：！？」』）》〉】”’…—·]/u;
const NOT_LAST = /[「『（《〈【“‘]/u;

const near = (value: number, other: number): boolean => Math.abs(value - other) < 0.6;

/** The widths of signs in cells, on lines that are not justified. */
function checkWidths(blocks: readonly SetBlock[], isHans: boolean): void {
  const cells = (block: number, words: string): number => {
    const set = blocks[block];
    if (set === undefined) throw new Error(`no block ${block}`);
    return cellsOf(set, words);
  };
  expect(cells(0, '。」')).toBe(1.5);
  expect(cells(0, '：「')).toBe(1.5);
  expect(cells(1, '》、《')).toBe(2);
  expect(cells(2, '——')).toBe(2);
  expect(cells(2, '……')).toBe(2);
  // A Chinese character with the eighth of a cell that keeps it from Latin letters and figures.
  expect(cells(3, '在')).toBe(1.125);
  expect(cells(3, '第')).toBe(1.125);
  expect(cells(4, '字𠀀𠮷𡃁')).toBe(4);
  for (const rare of ['𠀀', '𠮷', '𡃁']) expect(cells(4, rare), rare).toBe(1);
  expect(cells(5, '·')).toBe(1);
  expect(isHans ? cells(0, '他说：') : cells(0, '他說：')).toBeGreaterThanOrEqual(2.5);
}

/** Where lines begin and end, in paragraphs of several lines. */
function checkLines(blocks: readonly SetBlock[]): void {
  const long = blocks.filter(({ lines }) => lines.length > 1);
  expect(long.length).toBeGreaterThanOrEqual(6);
  for (const { left, right, size, lines } of long) {
    expect(right - left).toBe(38 * size);
    expect(near((lines[0]?.[0]?.left ?? 0) - left, 2 * size), 'the indent').toBe(true);
    lines.forEach((line, number) => {
      const words = line.map(({ character }) => character).join('');
      const [first, last] = [line[0], line.at(-1)];
      if (number > 0) expect(first?.character, words).not.toMatch(NOT_FIRST);
      expect(last?.character, words).not.toMatch(NOT_LAST);
      if (number > 0) expect(near(first?.left ?? 0, left), `the left edge of ${words}`).toBe(true);
      // An opening sign gives up its empty half at the head of a line.
      if (number > 0 && NOT_LAST.test(first?.character ?? '')) {
        expect((first?.right ?? Infinity) - (first?.left ?? 0), words).toBeLessThan(0.75 * size);
      }
      if (number < lines.length - 1) expect(near(last?.right ?? 0, right), `the right edge of ${words}`).toBe(true);
    });
    const closing =
      lines
        .at(-1)
        ?.map(({ character }) => character)
        .join('') ?? '';
    expect(closing.replace(/\p{P}/gu, '').length, `the last line ${closing}`).toBeGreaterThanOrEqual(2);
  }
}

/** Readings side by side do not run into each other, and none hangs far into the margin. */
async function checkReadingsApart(page: Page): Promise<void> {
  const block = textOf(page).locator('[data-block]').last();
  const { readings, left, right } = await block.evaluate((element) => {
    const edges = element.getBoundingClientRect();
    const ink = document.createElement('canvas').getContext('2d');
    const found = Array.from(element.querySelectorAll('rt'), (rt) => {
      // Its box is as wide as what it may stand over; the words lie in the middle of it.
      const box = rt.getBoundingClientRect();
      const { fontSize, fontFamily, letterSpacing } = getComputedStyle(rt);
      if (ink === null) throw new Error('no canvas');
      Object.assign(ink, { font: `400 ${fontSize} ${fontFamily}`, letterSpacing });
      const half = ink.measureText(rt.textContent).width / 2;
      const middle = (box.left + box.right) / 2;
      return { words: rt.textContent, left: middle - half, right: middle + half, top: box.top };
    });
    return { readings: found, left: edges.left, right: edges.right };
  });
  expect(readings.length).toBeGreaterThan(3);
  readings.forEach((reading, at) => {
    const before = readings[at - 1];
    if (before && Math.abs(before.top - reading.top) < 4) {
      expect(reading.left, `${before.words} ${reading.words}`).toBeGreaterThan(before.right + 0.5);
    }
    expect(reading.left, reading.words).toBeGreaterThan(left - 5);
    expect(reading.right, reading.words).toBeLessThan(right + 5);
  });
}

/** Readings take no room, and lines keep their distance whether or not they hold one. */
function checkReadings(blocks: readonly SetBlock[]): void {
  const ruby = blocks.at(-1);
  const lines = ruby?.lines.slice(0, -1) ?? [];
  expect(lines.length).toBeGreaterThanOrEqual(2);
  for (const line of lines) {
    const widths = line
      .filter(({ character }) => /\p{Script=Han}/u.test(character))
      .map(({ left, right }) => right - left);
    // All cells of a line are as wide, but for what justification adds after a character.
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1.6);
  }
  const tops = blocks.flatMap(({ lines: all }) =>
    all.map((line) => line.find(({ character }) => /\p{Script=Han}/u.test(character))?.top ?? 0),
  );
  const steps = tops.slice(1).map((top, at) => Math.round((top - (tops[at] ?? 0)) * 10) / 10);
  expect(new Set(steps).size, `the distances of lines: ${steps.join(' ')}`).toBe(1);
}

const FAMILIES = [
  ['Serif', 'Noto Serif'],
  ['Kai', 'LXGW WenKai'],
  ['Sans', 'Noto Sans'],
] as const;

for (const name of ['specimen-hans', 'specimen-hant'] as const) {
  test(
    `the ${name === 'specimen-hans' ? 'Simplified' : 'Traditional'} specimen is set finely in each family`,
    longUnless(name === 'specimen-hans'),
    async ({ launch, dir }) => {
      const page = await openSpecimens(launch, dir);
      await openSpecimen(page, name);
      await page.keyboard.press(']');
      const type = await typeSection(page);
      for (const [choice, family] of FAMILIES) {
        await type.getByRole('radio', { name: choice, exact: true }).check();
        await expect.poll(() => textOf(page).evaluate((main) => getComputedStyle(main).fontFamily)).toContain(family);
        await settled(page);
        const blocks = await setBlocks(page);
        checkWidths(blocks, name === 'specimen-hans');
        checkLines(blocks);
        checkReadings(blocks);
        await checkReadingsApart(page);
        const picture = { body: await page.screenshot(), contentType: 'image/png' };
        await test.info().attach(`${name} in ${choice}`, picture);
      }
    },
  );
}
