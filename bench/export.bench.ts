import { availableParallelism, loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import type { Annotation } from '#core/annotation/annotation';
import { FORMATS } from '#core/exchange/formats';
import { runMain } from '../scripts/run-main';
import { say } from '../scripts/run';
import { hansCorpus } from '../tests/support/corpus';
import { launchWith, marksOn, openText, storedText, storeMarks, type BenchApp } from './page-app';
import { figure, median, missed, printTable } from './table';
import { at, longestTask, record, workBetween } from './trace';

// What it costs the window to take out 10,000 notes on a million characters, in each format: how long until all of the
// file is there, and the longest the window does nothing else meanwhile.

const TITLE = 'a long text';
const LENGTH = 1_000_000;
const NOTES = 10_000;
const ROUNDS = 5;

/** Most work of one task, in milliseconds: three frames of 16.7, which nobody feels. */
const MOST_WORK = 50;

/** What one export cost, in milliseconds. */
interface Cost {
  readonly longest: number;
  readonly work: number;
  readonly untilDone: number;
}

/** Notes on all marks, such as people write. */
const withNotes = (marks: readonly Annotation[]): Annotation[] =>
  marks.map((mark, index) => ({
    ...mark,
    note: `**第${index}条**：见下文，*参看* \`科技部\`。\n\n- ${mark.quote.exact}\n- 二`,
    tags: index % 3 === 0 ? ['翻译', `第${index % 50}`] : [],
  }));

const formatField = (page: Page) => page.getByRole('dialog', { name: 'Export notes' }).getByRole('combobox').first();

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });

/** Marks the moment at which the format is chosen, and the one at which the whole file is there and can be saved. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    performance.clearMarks();
    const dialog = document.querySelector('dialog[open]');
    if (dialog === null) throw new Error('there is no dialog');
    dialog.addEventListener('change', () => performance.mark('bench-click'), { capture: true, once: true });
    globalThis.exported = new Promise((resolve) => {
      const changes = new MutationObserver(() => {
        if (dialog.querySelector('[role=region]') === null || dialog.querySelector('[data-made]') === null) return;
        changes.disconnect();
        performance.mark('bench-done');
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20)));
      });
      changes.observe(dialog, { subtree: true, childList: true, attributes: true });
    });
  });

declare global {
  // A global of the page, where scripts of the bench find what an earlier one left.
  var exported: Promise<unknown> | undefined;
}

async function exportAs({ page, cdp }: BenchApp, format: string): Promise<Cost> {
  await page.requestGC();
  await watch(page);
  const recording = await record(cdp, 'bench-click', async () => {
    await formatField(page).selectOption(format);
    await page.evaluate(() => globalThis.exported);
  });
  const from = at(recording, 'bench-click');
  const done = at(recording, 'bench-done');
  // The task in which it was chosen, and the one in which what came of it is drawn, count as well.
  return {
    longest: longestTask(recording, from - 5, done + 20),
    work: workBetween(recording, from, done),
    untilDone: done - from,
  };
}

async function bench(app: BenchApp): Promise<number> {
  const { page } = app;
  await openText(page, TITLE);
  const text = await storedText(page, TITLE);
  await storeMarks(page, withNotes(marksOn(text, NOTES)));
  await openText(page, TITLE);
  say(`${text.canonical.length} characters, ${NOTES} notes; Node ${process.version}`);
  await page.keyboard.press('Control+e');
  await preview(page).waitFor();
  const costs = new Map<string, Cost[]>();
  // The first round compiles what is needed, and does not count.
  for (let round = -1; round < ROUNDS; round++) {
    for (const { id } of FORMATS.toReversed()) {
      const cost = await exportAs(app, id);
      if (round >= 0) costs.set(id, [...(costs.get(id) ?? []), cost]);
    }
  }
  const of = (id: string, value: (cost: Cost) => number): number => median((costs.get(id) ?? []).map(value));
  printTable(`Medians of ${ROUNDS} exports each, in milliseconds`, [
    ['', 'longest task', 'of the limit', 'work in all', 'until it is there'],
    ...FORMATS.map(({ id }) => [
      id,
      figure(of(id, ({ longest }) => longest)),
      figure(of(id, ({ longest }) => longest) / MOST_WORK),
      figure(of(id, ({ work }) => work)),
      figure(of(id, ({ untilDone }) => untilDone)),
    ]),
  ]);
  say(`\nload of the machine, of ${availableParallelism()} processors: ${figure(loadavg()[0] ?? NaN)}`);
  return missed(
    FORMATS.map(({ id }) => ({
      name: `longest task of ${id}, of the ${MOST_WORK} ms that it may take`,
      ratio: of(id, ({ longest }) => longest) / MOST_WORK,
      most: 1,
    })),
  );
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
