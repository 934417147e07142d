import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { describe } from '#core/anchor/describe';
import { COLOURS, newAnnotation, type Annotation } from '#core/annotation/annotation';
import { codePointSpan } from '#core/support/offset';
import { indexOf } from '#core/text/text-index';
import type { Text } from '#core/text/text';
import { buildIfStale } from '../scripts/build';
import { ensureChromium } from '../scripts/ensure-chromium';
import { ROOT } from '../scripts/run';
import { HostApp } from '../tests/host/host';
import { seeded } from '../tests/support/corpus';

/** The bundler of these scripts names functions by a helper that the page does not have. */
const NAMING = 'globalThis.__name = (named) => named';

/** The app with a library of its own, driven as a person drives it. */
export interface BenchApp {
  readonly page: Page;
  /** Talks to the whole browser, which is where a trace is recorded. */
  readonly cdp: CDPSession;
  readonly close: () => Promise<void>;
}

/** Launches the app in the host, with these plain texts (by title) in its library. */
export async function launchWith(texts: Readonly<Record<string, string>>): Promise<BenchApp> {
  buildIfStale();
  const executablePath = ensureChromium();
  if (executablePath === undefined) throw new Error('there is no Chromium');
  const home = mkdtempSync(join(tmpdir(), 'zhupi-bench-'));
  const folder = join(home, 'texts');
  mkdirSync(folder);
  for (const [title, content] of Object.entries(texts)) writeFileSync(join(folder, `${title}.txt`), content);
  const args = [`--user-data-dir=${join(home, 'profile')}`, `--texts=${folder}`];
  const app = await HostApp.launch({ root: ROOT, args, home, executablePath });
  const page = await app.firstWindow();
  await page.evaluate(NAMING);
  await page.addInitScript(NAMING);
  const cdp = await app.context().browser()?.newBrowserCDPSession();
  if (cdp === undefined) throw new Error('the browser cannot be traced');
  const close = async (): Promise<void> => {
    await app.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    if (app.errors.length > 0) throw new Error(app.errors.join('\n'));
  };
  return { page, cdp, close };
}

/** Opens a text by its title and waits until all of it is on the page. */
export async function openText(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: title }).click();
  await page.locator('header').getByText(title, { exact: true }).waitFor();
  await filled(page);
}

/** Waits until every block shows the script that is chosen, and fonts have come. */
export async function filled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector<HTMLElement>('main.page-text');
    return main?.querySelector('[data-block]') && main.dataset['filling'] === undefined;
  });
  await page.evaluate(async () => {
    for (let pass = 0; pass < 2; pass++) {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await document.fonts.ready;
    }
  });
}

/** The open text as the app has stored it. */
export const storedText = (page: Page, title: string): Promise<Text> =>
  page.evaluate(
    (id) =>
      new Promise<Text>((resolve, reject) => {
        const opening = indexedDB.open('zhupi');
        opening.onsuccess = () => {
          const get = opening.result.transaction('texts').objectStore('texts').get(id);
          get.onsuccess = () => {
            opening.result.close();
            resolve(get.result as Text);
          };
          get.onerror = reject;
        };
      }),
    `folder:${title}.txt`,
  );

/** Marks spread evenly over a text, of 2 to 41 code points, some over each other, every tenth with a note. */
export function marksOn(text: Text, count: number): Annotation[] {
  const random = seeded(7);
  const index = indexOf(text);
  const stride = index.length / count;
  return Array.from({ length: count }, (_mark, number) => {
    const start = Math.floor(number * stride);
    const span = codePointSpan(start, Math.min(index.length, start + 2 + Math.floor(random() * 40)));
    const made = newAnnotation({
      id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      textId: text.id,
      textHash: text.sourceHash,
      target: span,
      quote: describe(text.canonical, index, span),
      colour: COLOURS[number % COLOURS.length] ?? 'yellow',
      script: 'original',
      created: 1_795_000_000_000 + number,
    });
    return number % 10 === 0 ? { ...made, note: `第${number}條`, tags: ['測試'] } : made;
  });
}

/** Puts marks into the app's database, in one transaction, and starts the page anew so that it reads them. */
export async function storeMarks(page: Page, marks: readonly Annotation[]): Promise<void> {
  await page.evaluate(
    (records) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zhupi');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('annotations', 'readwrite');
          for (const record of records) writing.objectStore('annotations').put(record);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = reject;
        };
      }),
    [...marks],
  );
  await page.reload();
}
