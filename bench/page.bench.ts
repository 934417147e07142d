import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ScriptMode } from '#core/script/mode';
import { loadProjector } from '#core/script/projector';
import { ShownText } from '#core/text/shown-text';
import type { Text } from '#core/text/text';
import { say } from '../scripts/run';
import { hansCorpus } from '../tests/support/corpus';
import { filled, launchWith, marksOn, openText, storedText, storeMarks, type BenchApp } from './page-app';
import { switchTo, type Cost } from './page-switch';
import { figure, median, printTable } from './table';
import { runMain } from '../scripts/run-main';

// What a change of script costs on the page: of a million characters with ten thousand marks, and of one page.

const LONG = 'a long text';
const SHORT = 'one page';
const LENGTH = 1_000_000;
const MARKS = 10_000;
const ROUNDS = 9;

/** The scripts, in the order in which they are chosen, with the mode of each. */
const SCRIPTS: readonly (readonly [string, ScriptMode])[] = [
  ['Traditional', 'traditional'],
  ['Taiwan phrases', 'taiwan-phrases'],
  ['Original', 'original'],
];

/** Most that the long text may cost, for one page's cost. */
const MOST_TIMES = 2;
/** Most work in one frame while the rest follows, in milliseconds. */
const MOST_WORK = 50;

const SHORT_TOP = 'one page';
const LONG_TOP = 'long text, at its top';
const LONG_MIDDLE = 'long text, in its middle';

/** Costs by place and script. */
type Costs = Map<string, Cost[]>;

const keyOf = (place: string, script: string): string => `${place}, ${script}`;

/** Scrolls to a part of the whole height, and waits until that is drawn. */
async function scrollTo(page: Page, part: number): Promise<void> {
  await page.locator('[data-scroller]').evaluate((scroller, wanted) => {
    scroller.scrollTop = scroller.scrollHeight * wanted;
  }, part);
  await filled(page);
}

async function measure(app: BenchApp, place: string, costs: Costs): Promise<void> {
  for (const [script] of SCRIPTS) {
    const cost = await switchTo(app, script);
    const key = keyOf(place, script);
    costs.set(key, [...(costs.get(key) ?? []), cost]);
  }
}

/** Alternates between the texts, so that what else the machine does falls on both. */
async function round(app: BenchApp, costs: Costs): Promise<void> {
  await openText(app.page, SHORT);
  await measure(app, SHORT_TOP, costs);
  await openText(app.page, LONG);
  await scrollTo(app.page, 0);
  await measure(app, LONG_TOP, costs);
  await scrollTo(app.page, 0.5);
  await measure(app, LONG_MIDDLE, costs);
}

/** How many blocks are not what core's own projector makes of them. */
async function wrongBlocks(app: BenchApp, text: Text): Promise<number> {
  let wrong = 0;
  for (const [script, mode] of SCRIPTS) {
    await switchTo(app, script);
    const shown = new ShownText(text, await loadProjector(text.script, mode), true);
    const blocks = await app.page.locator('main [data-block]').allTextContents();
    wrong += text.blocks.filter((_block, index) => blocks[index] !== shown.block(index).display).length;
    wrong += Math.abs(blocks.length - text.blocks.length);
  }
  return wrong;
}

/** How long opening takes, in milliseconds, until the text is in sight and until all of it is there. */
async function opening(page: Page, last: number): Promise<{ seen: number; done: number }> {
  await openText(page, SHORT);
  const from = performance.now();
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: LONG }).click();
  await page.locator(`main [data-block="${last}"]`).waitFor({ state: 'attached' });
  const seen = performance.now() - from;
  await filled(page);
  return { seen, done: performance.now() - from };
}

const rangesHeld = (page: Page): Promise<number> =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));

function report(costs: Costs): number {
  const of = (place: string, value: (cost: Cost) => number, script?: string): number =>
    median(
      SCRIPTS.filter(([name]) => script === undefined || name === script).flatMap(([name]) =>
        (costs.get(keyOf(place, name)) ?? []).map(value),
      ),
    );
  const work = ({ work: spent }: Cost): number => spent;
  const longest = (place: string): number =>
    Math.max(...SCRIPTS.map(([script]) => of(place, (cost) => cost.longestTask, script)));
  const limits: [string, number, number, string][] = [LONG_TOP, LONG_MIDDLE].flatMap((place) => [
    [`page switch, ${place} vs one page`, of(place, work) / of(SHORT_TOP, work), MOST_TIMES, '×'],
    [`longest frame's work while the rest follows, ${place}, worst script`, longest(place), MOST_WORK, ' ms'],
  ]);
  for (const [name, value, limit, unit] of limits) {
    say(`${name}  ${figure(value)}${unit} (limit ${limit}${unit})${value > limit ? '  MISSED' : ''}`);
  }
  const columns: readonly (readonly [string, (cost: Cost) => number])[] = [
    ['work to first frame', work],
    ['wait for it', (cost) => cost.wait],
    ['most work in a frame after', (cost) => cost.longestTask],
    ['longest frame after, on the clock', (cost) => cost.longestFrame],
    ['until all is done', (cost) => cost.untilDone],
    ['paints', (cost) => cost.paints],
  ];
  printTable(`Medians of ${ROUNDS} switches each, in milliseconds`, [
    ['', ...columns.map(([name]) => name)],
    ...[SHORT_TOP, LONG_TOP, LONG_MIDDLE].flatMap((place) =>
      SCRIPTS.map(([script]) => [
        keyOf(place, script),
        ...columns.map(([, value]) => figure(of(place, value, script))),
      ]),
    ),
  ]);
  return limits.some(([, value, limit]) => !(value <= limit)) ? 1 : 0;
}

async function bench(app: BenchApp): Promise<number> {
  const { page } = app;
  await openText(page, LONG);
  const text = await storedText(page, LONG);
  await storeMarks(page, marksOn(text, MARKS));
  say(
    `${text.canonical.length} characters in ${text.blocks.length} paragraphs, ${MARKS} marks; Node ${process.version}`,
  );
  // Twice, so that dictionaries are compiled, fonts are there, and the page's code is warm.
  for (let pass = 0; pass < 2; pass++) await round(app, new Map());
  const costs: Costs = new Map();
  for (let count = 0; count < ROUNDS; count++) await round(app, costs);
  const code = report(costs);
  say(`\nload of the machine, of ${availableParallelism()} processors: ${figure(loadavg()[0] ?? NaN)}`);
  say(`ranges held by highlights: ${await rangesHeld(page)} of ${MARKS} marks and their overlaps`);
  const opened = await opening(page, text.blocks.length - 1);
  say(`opening: blocks there after ${figure(opened.seen)} ms, all done after ${figure(opened.done)} ms`);
  const wrong = await wrongBlocks(app, text);
  say(`blocks that differ from core's own projection: ${wrong}`);
  return wrong === 0 ? code : 1;
}

/** The longest plain text of the folder that `--texts=DIR` names, to be measured instead of a generated one. */
function longestGiven(args: readonly string[]): string | undefined {
  const folder = args.find((arg) => arg.startsWith('--texts='))?.slice('--texts='.length);
  if (folder === undefined) return undefined;
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const [longest] = texts.toSorted((one, other) => other.length - one.length);
  if (longest === undefined) throw new Error(`there is no .txt file in ${folder}`);
  return longest;
}

async function main(): Promise<number> {
  const long = longestGiven(process.argv) ?? (await hansCorpus(LENGTH));
  const app = await launchWith({ [SHORT]: await hansCorpus(1_000), [LONG]: long });
  try {
    return await bench(app);
  } finally {
    await app.close();
  }
}

runMain(main);
