import { availableParallelism, loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { say } from '../scripts/run';
import { hansCorpus } from '../tests/support/corpus';
import { filled, launchWith, marksOn, openText, storedText, storeMarks, type BenchApp } from './page-app';
import { figure, median, missed, printTable, type Limit } from './table';
import { at, endOfFrameAfter, longestTask, record, workBetween } from './trace';
import { runMain } from '../scripts/run-main';

// What typing a query costs on the page, in a million characters with ten thousand marks: until the first hit is
// painted, and in any frame until all is found.

const TITLE = 'a long text';
const LENGTH = 1_000_000;
const MARKS = 10_000;
const ROUNDS = 7;
const COLD_ROUNDS = 3;

/** Most work in one frame, in milliseconds. */
const MOST_WORK = 50;

/** Words that are typed at once, as an input method gives them. */
const WORDS = ['发展', '發展', '的', '最佳化', '国际科技创新中心'];

/** What typing cost, in milliseconds. */
interface Cost {
  /** Main-thread work from the words to the end of the first frame that shows a hit. */
  readonly work: number;
  /** Time on the clock until then. */
  readonly wait: number;
  /** The most work of one task until nothing more can be found. */
  readonly longestTask: number;
  /** Time on the clock until then. */
  readonly untilDone: number;
}

/** Marks in the trace when words come, when a hit is first painted, and when nothing more can be found. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    performance.clearMarks();
    const bar = document.querySelector('search');
    document.addEventListener('beforeinput', () => performance.mark('bench-typed'), { capture: true, once: true });
    const done = new Promise<number>((resolve) => {
      let isShown = false;
      const frame = (): void => {
        if (!isShown && CSS.highlights.has('found-current')) {
          performance.mark('bench-shown');
          isShown = true;
        }
        if (isShown && bar?.getAttribute('aria-busy') !== 'true') {
          performance.mark('bench-done');
          setTimeout(resolve, 50, 0);
        } else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    globalThis.bench = { done };
  });

const field = 'search input[type=search]';

async function typing({ page, cdp }: BenchApp, words: string): Promise<Cost> {
  await page.requestGC();
  await watch(page);
  const recording = await record(cdp, 'bench-typed', async () => {
    await page.keyboard.insertText(words);
    await page.evaluate(() => globalThis.bench?.done ?? 0);
  });
  const typed = at(recording, 'bench-typed');
  const done = at(recording, 'bench-done');
  const end = endOfFrameAfter(recording, at(recording, 'bench-shown'));
  return {
    work: workBetween(recording, typed, end),
    wait: end - typed,
    longestTask: longestTask(recording, typed - 1, Math.max(done, end) + 40),
    untilDone: Math.max(done, end) - typed,
  };
}

/** Empties the field and goes back to where the text begins, so that every round finds the same. */
async function reset(page: Page): Promise<void> {
  await page.locator(field).fill('');
  await page.waitForFunction(() => !CSS.highlights.has('found-current'));
  await page.locator('[data-scroller]').evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  await filled(page);
}

/** Opens the row in a page that has looked for nothing yet. */
async function openCold(page: Page): Promise<void> {
  await page.reload();
  await filled(page);
  await page.keyboard.press('Control+f');
  await page.locator(field).waitFor();
}

async function bench(app: BenchApp): Promise<number> {
  const { page } = app;
  await openText(page, TITLE);
  const text = await storedText(page, TITLE);
  await storeMarks(page, marksOn(text, MARKS));
  await filled(page);
  const costs = new Map<string, Cost[]>();
  const note = (name: string, cost: Cost): void => {
    costs.set(name, [...(costs.get(name) ?? []), cost]);
  };
  for (let round = 0; round < COLD_ROUNDS; round++) {
    await openCold(page);
    note('the first search of all', await typing(app, WORDS[0] ?? ''));
  }
  for (let round = -1; round < ROUNDS; round++) {
    for (const words of WORDS) {
      await reset(page);
      const cost = await typing(app, words);
      if (round >= 0) note(words, cost);
    }
  }
  const of = (name: string, value: (cost: Cost) => number): number => median((costs.get(name) ?? []).map(value));
  const columns: readonly (readonly [string, (cost: Cost) => number])[] = [
    ['work to the first hit', ({ work }) => work],
    ['wait for it', ({ wait }) => wait],
    ['most work in a frame', (cost) => cost.longestTask],
    ['until all is found', ({ untilDone }) => untilDone],
  ];
  printTable(`${text.canonical.length} characters, ${MARKS} marks; medians of ${ROUNDS}, ms`, [
    ['', ...columns.map(([name]) => name)],
    ...[...costs.keys()].map((name) => [name, ...columns.map(([, value]) => figure(of(name, value)))]),
  ]);
  say(`load of the machine, of ${availableParallelism()} processors: ${figure(loadavg()[0] ?? NaN)}`);
  const limits = [...costs.keys()].map((name): Limit => ({
    name: `most work in a frame, ${name}`,
    ratio: of(name, columns[2]?.[1] ?? (() => NaN)),
    most: MOST_WORK,
  }));
  return missed(limits);
}

async function main(): Promise<number> {
  const app = await launchWith({ [TITLE]: await hansCorpus(LENGTH) });
  try {
    return await bench(app);
  } finally {
    await app.close();
  }
}

runMain(main);
