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
const ROUNDS = 3;
const LAYOUTS = ['Horizontal', 'Vertical'] as const;

/** Stretches of the text, and screens in each of them. */
const STRETCHES = [6, 50] as const;

/** Most work of the main thread in one frame, in milliseconds. */
const MOST_WORK = 50;

type Layout = (typeof LAYOUTS)[number];

/** What scrolling through a text once cost, in milliseconds. */
interface Passage {
  /** The most work of one task. */
  readonly longestTask: number;
  /** Medians over frames, and the longest of them, on the clock. */
  readonly frame: number;
  readonly longestFrame: number;
  readonly frames: number;
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
      let last = await frame();
      for (let stretch = 0; stretch < stretches; stretch++) {
        const share = stretch / stretches;
        if (isVertical) scroller.scrollLeft = -scroller.scrollWidth * share;
        else scroller.scrollTop = scroller.scrollHeight * share;
        for (let screen = 0; screen < screens; screen++) {
          const now = await frame();
          taken.push(now - last);
          last = now;
          scroller.scrollBy(isVertical ? -scroller.clientWidth : 0, isVertical ? 0 : scroller.clientHeight);
        }
      }
      await frame();
      performance.mark('bench-end');
      return taken;
    }, STRETCHES);
  });
  return {
    longestTask: longestTask(recording, at(recording, 'bench-scroll'), at(recording, 'bench-end')),
    frame: median(times),
    longestFrame: Math.max(...times),
    frames: times.length,
  };
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
  const of = (layout: Layout, value: (passage: Passage) => number): number =>
    median((passages.get(layout) ?? []).map(value));
  const longest = ({ longestTask: work }: Passage): number => work;
  printTable(`Medians of ${ROUNDS} passages each, in milliseconds`, [
    ['', 'most work in a frame', 'a frame', 'longest frame, on the clock', 'frames'],
    ...LAYOUTS.map((layout) => [
      layout,
      figure(of(layout, longest)),
      figure(of(layout, ({ frame }) => frame)),
      figure(of(layout, ({ longestFrame }) => longestFrame)),
      figure(of(layout, ({ frames }) => frames)),
    ]),
  ]);
  say(`\nload of the machine, of ${availableParallelism()} processors: ${figure(loadavg()[0] ?? NaN)}`);
  say(`vertical vs horizontal  ${figure(of('Vertical', longest) / of('Horizontal', longest))}×`);
  return missed(
    LAYOUTS.map((layout) => ({
      name: `most work of a frame while scrolling, ${layout}, in ms`,
      ratio: of(layout, longest),
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
