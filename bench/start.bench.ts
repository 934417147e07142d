import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../scripts/build';
import { ensureChromium } from '../scripts/ensure-chromium';
import { ROOT, say } from '../scripts/run';
import { runMain } from '../scripts/run-main';
import { HostApp } from '../tests/host/host';
import { figure, median, missed, printTable } from './table';

// What the start costs: from the launch of the program to the first frame that shows the text, against an empty window
// of the same build: the same main and preload, and a page with nothing in it. In turn, so that both meet the same
// weather; the profile is that of someone who has read before, and its very first start is shown beside.

const RUNS = 5;

/** Most that the first text may take, as a multiple of an empty window. */
const MOST = 1.3;

const EMPTY_PAGE = '<!doctype html><html lang="en"><title>Zhupi</title><body><main>.</main></body></html>';

/**
 * Looks in every frame of a page whether `selector` holds words, and resolves to when that was drawn: what is there in
 * one frame is drawn by the next. All of it in the page, so that no way to it counts.
 */
const drawnAt = (selector: string): Promise<number> =>
  new Promise((resolve) => {
    const look = (): void => {
      const isThere = document.querySelector(selector)?.textContent;
      requestAnimationFrame(
        isThere
          ? () => {
              resolve(Date.now());
            }
          : look,
      );
    };
    look();
  });

/** Starts the app on a profile and returns the milliseconds until `selector` holds words in a frame that was drawn. */
async function start(root: string, home: string, selector: string, executablePath: string): Promise<number> {
  const from = Date.now();
  const app = await HostApp.launch({ root, args: [`--user-data-dir=${join(home, 'profile')}`], home, executablePath });
  try {
    const page = await app.firstWindow();
    const seen = await page.waitForFunction(drawnAt, selector);
    return (await seen.jsonValue()) - from;
  } finally {
    await app.close();
  }
}

/** The same build with a page that is empty. */
function emptyBuild(folder: string): string {
  const root = join(folder, 'empty');
  cpSync(join(ROOT, 'out'), join(root, 'out'), { recursive: true, filter: (path) => !path.endsWith('bench') });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(ROOT, 'resources'), join(root, 'resources'));
  writeFileSync(join(root, 'out/renderer/index.html'), EMPTY_PAGE);
  return root;
}

async function main(): Promise<number> {
  buildIfStale();
  const chromium = ensureChromium();
  if (chromium === undefined) return 1;
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-start-'));
  const empty = emptyBuild(folder);
  const text: number[] = [];
  const nothing: number[] = [];
  try {
    const first = await start(ROOT, join(folder, 'reader'), '[data-block]', chromium);
    await start(empty, join(folder, 'nobody'), 'main', chromium);
    for (let run = 0; run < RUNS; run++) {
      nothing.push(await start(empty, join(folder, 'nobody'), 'main', chromium));
      text.push(await start(ROOT, join(folder, 'reader'), '[data-block]', chromium));
    }
    const ratio = median(text) / median(nothing);
    printTable(`Start, medians of ${RUNS}, in milliseconds`, [
      ['', 'an empty window', 'first text', 'times', 'very first start'],
      ['', figure(median(nothing)), figure(median(text)), figure(ratio), figure(first)],
    ]);
    return missed([{ name: 'first text against an empty window', ratio, most: MOST }]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    say('');
  }
}

runMain(main);
