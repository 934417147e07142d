import { availableParallelism, loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { say } from '../scripts/run';
import { hansCorpus } from '../tests/support/corpus';
import { filled, launchWith, marksOn, openText, storedText, storeMarks, type BenchApp } from './page-app';
import { switchTo } from './page-switch';
import { figure, median, printTable } from './table';
import { at, longestTask, record, workBetween } from './trace';
import { runMain } from '../scripts/run-main';

// What a second column beside a million characters with ten thousand marks costs: scrolling, and a change of script.

const TITLE = 'a long text';
const LENGTH = 1_000_000;
const MARKS = 10_000;
const ROUNDS = 7;

/** Turns of the wheel in one run, of so many CSS pixels each: a fast flick through some twenty screens. */
const TURNS = 40;
const TURN = 400;

/** Most main-thread work of one task while both columns scroll, in milliseconds: under two frames of a slow machine. */
const MOST_TASK = 33;
/** Most that a change of the page's script may cost beside a second column, for its cost without one. */
const MOST_TIMES = 2;

/** What a run of scrolling cost, in milliseconds of main-thread work. */
interface Scrolling {
  readonly perTurn: number;
  readonly longest: number;
}

/** Turns the wheel over the page as fast as frames come, from a part of the whole height. */
async function scroll({ page, cdp }: BenchApp, part: number): Promise<Scrolling> {
  await page
    .locator('[data-scroller]')
    .first()
    .evaluate((scroller, wanted) => {
      scroller.scrollTop = scroller.scrollHeight * wanted;
    }, part);
  await filled(page);
  await page.requestGC();
  const box = await page.locator('main').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 80, 400);
  const recording = await record(cdp, 'bench-from', async () => {
    await page.evaluate(() => {
      performance.clearMarks();
      performance.mark('bench-from');
    });
    for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, TURN);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            performance.mark('bench-to');
            resolve();
          });
        }),
    );
  });
  const [from, to] = [at(recording, 'bench-from'), at(recording, 'bench-to')];
  return { perTurn: workBetween(recording, from, to) / TURNS, longest: longestTask(recording, from, to) };
}

async function setColumns(page: Page, count: 1 | 2): Promise<void> {
  const second = page.locator('[data-parallel-block="0"]');
  if ((await second.count()) === count - 1) return;
  await page.getByRole('button', { name: 'Parallel text', exact: true }).click();
  await second.waitFor({ state: count === 2 ? 'attached' : 'detached' });
  await page.waitForFunction(() => document.querySelector('.page-text[data-filling]') === null);
}

interface Costs {
  readonly turns: number[];
  readonly longest: number[];
  readonly switches: number[];
}

async function measure(app: BenchApp, costs: Costs): Promise<void> {
  for (const part of [0.1, 0.6]) {
    const { perTurn, longest } = await scroll(app, part);
    costs.turns.push(perTurn);
    costs.longest.push(longest);
  }
  for (const script of ['Taiwan phrases', 'Original']) costs.switches.push((await switchTo(app, script)).work);
}

async function bench(app: BenchApp): Promise<number> {
  const { page } = app;
  await openText(page, TITLE);
  await storeMarks(page, marksOn(await storedText(page, TITLE), MARKS));
  await openText(page, TITLE);
  const costs = new Map<1 | 2, Costs>();
  for (let round = -1; round < ROUNDS; round++) {
    for (const count of [1, 2] as const) {
      await setColumns(page, count);
      const own = costs.get(count) ?? { turns: [], longest: [], switches: [] };
      // The first round is for fonts, dictionaries and the page's code to be there.
      await measure(app, round < 0 ? { turns: [], longest: [], switches: [] } : own);
      costs.set(count, own);
    }
  }
  const [one, two] = [costs.get(1), costs.get(2)];
  if (one === undefined || two === undefined) throw new Error('nothing was measured');
  printTable(`Medians of ${ROUNDS} rounds, in milliseconds of main-thread work`, [
    ['', 'a turn of the wheel', 'longest task while scrolling', 'change of script to first frame'],
    ['one column', figure(median(one.turns)), figure(median(one.longest)), figure(median(one.switches))],
    ['two columns', figure(median(two.turns)), figure(median(two.longest)), figure(median(two.switches))],
  ]);
  const limits: [string, number, number, string][] = [
    ['longest task while two columns scroll', median(two.longest), MOST_TASK, ' ms'],
    ['change of script beside a second column', median(two.switches) / median(one.switches), MOST_TIMES, '×'],
  ];
  for (const [name, value, limit, unit] of limits) {
    say(`${name}  ${figure(value)}${unit} (limit ${limit}${unit})${value > limit ? '  MISSED' : ''}`);
  }
  say(`load of the machine, of ${availableParallelism()} processors: ${figure(loadavg()[0] ?? NaN)}`);
  return limits.some(([, value, limit]) => !(value <= limit)) ? 1 : 0;
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
