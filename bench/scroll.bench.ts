import { availableParallelism, loadavg } from 'node:os';
import { say } from '../scripts/run';
import { runMain } from '../scripts/run-main';
import { hansCorpus } from '../tests/support/corpus';
import { filled, launchWith, marksOn, openText, storedText, storeMarks, type BenchApp } from './page-app';
import { figure, median, missed, printTable } from './table';
import { at, longestTask, record } from './trace';

// What scrolling through a million characters with ten thousand marks costs, in horizontal and in vertical lines.

const LONG = 'a long text';
const LENGTH = 1_000_000;
const MARKS = 10_000;
const ROUNDS = 5;
const LAYOUTS = ['Horizontal', 'Vertical'] as const;

/** Stretches of the text, and screens in each of them. */
const STRETCHES = [6, 50] as const;

/** Most work of the main thread in one frame, in milliseconds. */
const MOST_WORK = 50;

type Layout = (typeof LAYOUTS)[number];

/** What scrolling through a text once cost, in milliseconds. */
interface Passage {
  /** For each screen the most work of one task. */
  readonly work: readonly number[];
  /** Each frame on the clock. */
  readonly frames: readonly number[];
}

/** Opens the text anew, so that nothing of it was ever laid out, in one layout. */
async function openIn({ page }: BenchApp, layout: Layout): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Layout' }).getByRole('radio', { name: layout }).check();
  await page.reload();
  await openText(page, LONG);
  await page.requestGC();
}

/**
 * Scrolls through stretches from the first line to the last, at each frame by as much as is in sight: faster than anyone
 * turns a wheel, so that each frame shows what was never laid out before. Between them it jumps, as by the scroll bar.
 */
async function scrollThrough({ page, cdp }: BenchApp): Promise<Passage> {
  let times: number[] = [];
  const recording = await record(cdp, 'bench-scroll', async () => {
    times = await page.locator('[data-scroller]').evaluate(async (scroller, [stretches, screens]) => {
      const isVertical = scroller instanceof HTMLElement && scroller.dataset['layout'] === 'vertical';
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      scroller.scrollTo(0, 0);
      for (let wait = 0; wait < 3; wait++) await frame();
      performance.mark('bench-scroll');
      const taken: number[] = [];
      const begin = (screen: number): unknown => performance.mark(`bench-screen-${screen}`);
      let last = await frame();
      for (let stretch = 0; stretch < stretches; stretch++) {
        const share = stretch / stretches;
        if (isVertical) scroller.scrollLeft = -scroller.scrollWidth * share;
        else scroller.scrollTop = scroller.scrollHeight * share;
        for (let screen = 0; screen < screens; screen++) {
          const now = await frame();
          begin(taken.length);
          taken.push(now - last);
          last = now;
          scroller.scrollBy(isVertical ? -scroller.clientWidth : 0, isVertical ? 0 : scroller.clientHeight);
        }
      }
      await frame();
      begin(taken.length);
      return taken;
    }, STRETCHES);
  });
  const begins = [...times, 0].map((_time, screen) => at(recording, `bench-screen-${screen}`));
  const work = times.map((_time, screen) => longestTask(recording, begins[screen] ?? NaN, begins[screen + 1] ?? NaN));
  return { work, frames: times };
}

/**
 * The most work of one task, of each screen the median of all passages: what a screen costs it costs each time, while what
 * takes the processor away from all programs of a shared machine falls on any.
 */
function mostWork(passages: readonly Passage[]): number {
  const [first] = passages;
  return Math.max(
    ...(first?.work ?? [NaN]).map((_work, screen) => median(passages.map(({ work }) => work[screen] ?? NaN))),
  );
}

async function bench(app: BenchApp): Promise<number> {
  const { page } = app;
  await openText(page, LONG);
  const text = await storedText(page, LONG);
  await storeMarks(page, marksOn(text, MARKS));
  await openText(page, LONG);
  await filled(page);
  say(
    `${text.canonical.length} characters in ${text.blocks.length} paragraphs, ${MARKS} marks; Node ${process.version}`,
  );
  const passages = new Map<Layout, Passage[]>(LAYOUTS.map((layout) => [layout, []]));
  // In turn, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round++) {
    for (const layout of LAYOUTS) {
      await openIn(app, layout);
      passages.get(layout)?.push(await scrollThrough(app));
    }
  }
  const of = (layout: Layout): readonly Passage[] => passages.get(layout) ?? [];
  printTable(`${ROUNDS} passages each, in milliseconds`, [
    ['', 'most work for a screen', 'most work of any task', 'a frame', 'longest frame, on the clock', 'screens'],
    ...LAYOUTS.map((layout) => [
      layout,
      figure(mostWork(of(layout))),
      figure(Math.max(...of(layout).flatMap(({ work }) => work))),
      figure(median(of(layout).flatMap(({ frames }) => frames))),
      figure(median(of(layout).map(({ frames }) => Math.max(...frames)))),
      figure(of(layout)[0]?.work.length ?? NaN),
    ]),
  ]);
  say(`\nload of the machine, of ${availableParallelism()} processors: ${figure(loadavg()[0] ?? NaN)}`);
  say(`vertical vs horizontal  ${figure(mostWork(of('Vertical')) / mostWork(of('Horizontal')))}×`);
  return missed(
    LAYOUTS.map((layout) => ({
      name: `most work of a frame while scrolling, ${layout}, in ms`,
      ratio: mostWork(of(layout)),
      most: MOST_WORK,
    })),
  );
}

async function main(): Promise<number> {
  const app = await launchWith({ [LONG]: await hansCorpus(LENGTH) });
  // A busy machine takes its time to fill a million characters.
  app.page.setDefaultTimeout(180_000);
  try {
    return await bench(app);
  } finally {
    await app.close();
  }
}

runMain(main);
