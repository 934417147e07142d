import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { FIRST_OPTIONS } from '#core/exchange/format';
import { pdf } from '#core/exchange/document/pdf';
import type { ExportContent } from '#core/ipc/export-contract';
import { isHere } from '../readers/programs';
import { bundledText } from '../support/bundled-text';
import { modelOn } from '../support/exported';
import { VARIED_PALETTE, variedNotes } from '../support/varied-notes';
import { type App, expect, LONG, test } from './fixtures';
import { dialogOf, previewOf } from './export-page';
import { annotate } from './notes-page';
import { columnsOf, printedPages, wordsOf } from './pdf-page';
import { opened, settled, textOf } from './reading-page';

const placeAt = (app: App, filePath: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);

/** Saves as the page does, through the bridge, so that the story holds whatever the dialog looks like. */
const save = (page: Page, format: string, content: ExportContent): Promise<unknown> =>
  page.evaluate(
    ([name, what]) => {
      const { zhupi } = globalThis as unknown as { zhupi: { request: (...args: unknown[]) => Promise<unknown> } };
      return zhupi.request('export.save', { suggestedName: 'notes', format: name, content: what });
    },
    [format, content] as const,
  );

const DIGITS = '甲乙丙丁戊己庚辛壬癸';

/** Chapters of two paragraphs of which none is as long as another, each sentence with words of its own. */
const CHAPTERS = Array.from({ length: 14 }, (_, chapter) => {
  const paragraph = (number: number): string =>
    Array.from({ length: 3 + ((number * 5) % 9) }, (_sentence, at) => {
      const [one, other] = [DIGITS[number % 10] ?? '', DIGITS[at % 10] ?? ''];
      return `學(xué)而${one}時${other}習之章，於12月31日第${number}次。`;
    }).join('');
  return [`# 第${chapter + 1}篇${DIGITS[chapter % 10] ?? ''}`, paragraph(chapter * 2), paragraph(chapter * 2 + 1)];
}).flat();

const hanOf = (words: string): string => words.replace(/[^\p{Script=Han}]/gu, '');

/** Points of a page in which nothing is printed but its number. */
const MARGIN = 58;

/** What is wrong with the columns of a PDF of the chapters, which have one note. */
function problemsOfColumns(file: string): string[] {
  const problems: string[] = [];
  const pages = printedPages(file);
  const headings = CHAPTERS.filter((line) => line.startsWith('# ')).map(hanOf);
  let read = '';
  for (const [index, { width, height, signs }] of pages.entries()) {
    if (width <= height) problems.push(`page ${index + 1} is not laid across`);
    const columns = columnsOf(signs);
    if (columns.length === 0) problems.push(`page ${index + 1} is empty`);
    for (const { sign, left, right, top, bottom } of columns.flat()) {
      // From top to bottom Poppler tells the height of the font and not that of the sign.
      const down = (top + bottom) / 2;
      const isWhole = left > MARGIN && right < width - MARGIN && down > MARGIN && down < height - MARGIN;
      if (!isWhole) problems.push(`page ${index + 1}: ${sign} at ${left}–${right}, ${down}`);
    }
    const last = wordsOf(columns.at(-1) ?? []);
    if (index + 1 < pages.length && headings.includes(last)) problems.push(`page ${index + 1} ends with ${last}`);
    // Each reading stands to the right of its column, and 12 in one cell of it.
    const base = signs.find(({ sign }) => sign === '學');
    const reading = signs.find(({ sign, top }) => /^[xué]+$/.test(sign) && base && Math.abs(top - base.top) < 20);
    if (base && !(reading && reading.left + reading.right > base.left + base.right))
      problems.push('no reading beside 學');
    read += columns.map(wordsOf).join('');
  }
  const upright = pages[0]?.signs.some(({ sign, left, right }) => sign === '12' && right - left < 16);
  if (upright !== true) problems.push('12 does not stand upright');
  // Less what the document says of itself, and the one note with its quote, which comes after its paragraph.
  const whole = CHAPTERS.map(hanOf).join('');
  const text = read.slice(read.indexOf(whole.slice(0, 20))).replace('而甲時甲習之章批於此處', '');
  if (!text.startsWith(whole)) problems.push(`out of order: ${text.slice(0, 200)}`);
  return problems;
}

test('a page that is read in columns goes on paper in columns, whole and in order', LONG, async ({ launch, dir }) => {
  const folder = join(dir, 'texts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'chapters.txt'), CHAPTERS.join('\n'));
  const app = await launch([`--texts=${folder}`]);
  const page = await opened(await app.firstWindow());
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'chapters' }).click();
  await expect(textOf(page).locator('[data-block="1"]')).toContainText('學');
  await annotate(page, '而甲時甲習之章', 'Yellow', '批於此處');
  await page.getByRole('radio', { name: 'Vertical' }).check();
  await settled(page);

  await page.keyboard.press('Control+p');
  const printing = page.getByRole('dialog', { name: 'Print' });
  await expect(printing.getByRole('radio', { name: 'Vertical' })).toBeChecked();
  await expect(printing).toContainText('in columns from right to left, on paper laid across');
  await printing.getByRole('radio', { name: 'Horizontal' }).check();
  await expect(printing).not.toContainText('in columns');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+e');
  await dialogOf(page).getByRole('combobox', { name: 'Format' }).selectOption('pdf');
  const lines = dialogOf(page).getByRole('combobox', { name: 'Lines' });
  await expect(lines).toHaveValue('vertical');
  for (const way of ['vertical', 'horizontal']) {
    await lines.selectOption(way);
    await expect(previewOf(page)).toContainText('批於此處');
    const mode = way === 'vertical' ? 'vertical-rl' : 'horizontal-tb';
    await expect(previewOf(page)).toHaveCSS('writing-mode', mode);
    if (way === 'vertical') {
      await previewOf(page).hover();
      await page.mouse.wheel(0, 300);
      await expect.poll(() => previewOf(page).evaluate((region) => region.scrollLeft)).toBeLessThan(-200);
    }
    const file = join(dir, `${way}.pdf`);
    await placeAt(app, file);
    await dialogOf(page).getByRole('button', { name: 'Save…' }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    const boxes = readFileSync(file, 'latin1').match(/\/MediaBox \[0 0 [\d.]+ [\d.]+/g) ?? [];
    expect(boxes.length).toBeGreaterThan(2);
    const isAcross = boxes.map((box) => box.split(' ').slice(3).map(Number)).map(([x = 0, y = 0]) => x > y);
    expect(new Set(isAcross)).toEqual(new Set([way === 'vertical']));
    expect(readFileSync(file, 'latin1').includes('/Direction /R2L')).toBe(way === 'vertical');
    if (way === 'vertical' && isHere('Poppler')) expect(problemsOfColumns(file)).toEqual([]);
  }
});

async function printed(notes: boolean): Promise<ExportContent> {
  const text = await bundledText();
  const model = await modelOn(text, variedNotes(text), { palette: VARIED_PALETTE, mode: 'taiwan' });
  const written = pdf.write(model, { ...FIRST_OPTIONS, notes });
  if (written.kind !== 'pdf') throw new Error('no document to be printed');
  return { kind: 'pdf', html: [...written.parts].join(''), lines: written.lines };
}

test(
  'a text with its notes is printed to a PDF in the app’s own fonts, and no hidden window stays',
  LONG,
  async ({ launch, host, dir }) => {
    const app = await launch();
    const page = await opened(await app.firstWindow());
    await settled(page);
    const file = join(dir, 'notes.pdf');
    await placeAt(app, file);
    expect(await save(page, 'pdf', await printed(true))).toEqual({ kind: 'saved', fileName: 'notes.pdf' });
    const bytes = readFileSync(file, 'latin1');
    expect(bytes.startsWith('%PDF-')).toBe(true);
    expect(bytes).toMatch(/\/FontName \/[A-Z]{6}\+NotoSerifTC/);
    expect(bytes).not.toMatch(/\/FontName \/[A-Z]{6}\+NotoSerifCJK/);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(host.current?.blocked ?? []).toEqual([]);
    if (isHere('Poppler')) {
      const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
      expect(words).toContain('北京國際科技創新中心建設');
      expect(words).toContain('怎麼譯？');
      expect(words).toContain('要點');
    }
  },
);

test(
  'what is under way can be stopped: nothing is written then, and nothing stays open',
  LONG,
  async ({ launch, dir }) => {
    const app = await launch();
    const page = await opened(await app.firstWindow());
    const file = join(dir, 'notes.pdf');
    await placeAt(app, file);
    const saving = save(page, 'pdf', await printed(false));
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), { intervals: [10] })
      .toBe(2);
    await page.evaluate(() => {
      const { zhupi } = globalThis as unknown as { zhupi: { request: (channel: string) => Promise<unknown> } };
      return zhupi.request('export.cancel');
    });
    expect(await saving).toEqual({ kind: 'cancelled' });
    expect(existsSync(file)).toBe(false);
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  },
);
