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
// weather; the profile is that of someone who has read before and has closed the window, and its very first start is
// shown beside. The first text is what can be read first: what the window showed last, or the page's own words. A text
// that answers is the page's own: it can be scrolled and marked.

const RUNS = 9;

/** Most that the first text may take, as a multiple of an empty window. */
const MOST = 1.3;

const ANSWERS = '[data-block]';
const READABLE = `#last-sight .page-text, ${ANSWERS}`;

const EMPTY_PAGE = '<!doctype html><html lang="en"><title>Zhupi</title><body><main>.</main></body></html>';

/**
 * Looks in every frame of a page whether each of the selectors holds words and the fonts that paragraphs begin with are not
 * waited for, without which words are not seen, and resolves to when that was drawn: what is there in one frame is drawn by
 * the next. Titles may come a moment later. All of it in the page, so that no way to it counts.
 */
const drawnAt = (selectors: readonly string[]): Promise<number[]> =>
  Promise.all(
    selectors.map(
      (selector) =>
        new Promise<number>((resolve) => {
          const look = (): void => {
            const bare = (family: string): string => family.replaceAll(/["']/g, '').trim();
            const words = document.querySelector(selector);
            const [first] = words === null ? [] : getComputedStyle(words).fontFamily.split(',');
            const isFirst = ({ family }: FontFace): boolean => bare(family) === bare(first ?? '');
            const statuses = [...document.fonts].filter(isFirst).map(({ status }) => status);
            const isSet = statuses.includes('loaded') && !statuses.includes('loading');
            const isThere = words?.textContent && words.checkVisibility() && (selector === 'main' || isSet);
            requestAnimationFrame(
              isThere
                ? () => {
                    resolve(Date.now());
                  }
                : look,
            );
          };
          look();
        }),
    ),
  );

/** Starts the app on a profile and returns the milliseconds until each of the selectors holds words in a frame that was drawn. */
async function start(
  root: string,
  home: string,
  selectors: readonly string[],
  executablePath: string,
): Promise<number[]> {
  const from = Date.now();
  const app = await HostApp.launch({ root, args: [`--user-data-dir=${join(home, 'profile')}`], home, executablePath });
  try {
    const page = await app.firstWindow();
    const seen = await page.waitForFunction(drawnAt, selectors);
    return (await seen.jsonValue()).map((at) => at - from);
  } finally {
    // As a person closes it, so that the next start shows what was seen last.
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
  const answering: number[] = [];
  const nothing: number[] = [];
  try {
    const [first = 0] = await start(ROOT, join(folder, 'reader'), [ANSWERS], chromium);
    await start(empty, join(folder, 'nobody'), ['main'], chromium);
    for (let run = 0; run < RUNS; run++) {
      nothing.push(...(await start(empty, join(folder, 'nobody'), ['main'], chromium)));
      const [readable = 0, answers = 0] = await start(ROOT, join(folder, 'reader'), [READABLE, ANSWERS], chromium);
      text.push(readable);
      answering.push(answers);
    }
    const ratio = median(text) / median(nothing);
    printTable(`Start, medians of ${RUNS}, in milliseconds`, [
      ['', 'an empty window', 'first text', 'times', 'text that answers', 'very first start'],
      [
        '',
        ...[figure(median(nothing)), figure(median(text)), figure(ratio)],
        ...[figure(median(answering)), figure(first)],
      ],
    ]);
    return missed([{ name: 'first text against an empty window', ratio, most: MOST }]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    say('');
  }
}

runMain(main);
