import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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
import { opened, settled } from './reading-page';

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

async function printed(notes: boolean): Promise<ExportContent> {
  const text = await bundledText();
  const model = await modelOn(text, variedNotes(text), { palette: VARIED_PALETTE, mode: 'taiwan' });
  const written = pdf.write(model, { ...FIRST_OPTIONS, notes });
  if (written.kind !== 'pdf') throw new Error('no document to be printed');
  return { kind: 'pdf', html: [...written.parts].join('') };
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
