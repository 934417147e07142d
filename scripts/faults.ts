import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DAMAGES, HITS_BOTH } from '../tests/faults/damage';
import { damageAndStart, writeProfile, type DamageOutcome } from '../tests/faults/damage-run';
import { fillAgainAndAgain, writeWhereForbidden, type DiskOutcome } from '../tests/faults/disk-run';
import { killAgainAndAgain } from '../tests/faults/kill-run';
import { mayMount, mountSmallDisk, unmount } from '../tests/faults/mounts';
import { hostStart, type Start } from '../tests/faults/running';
import { countSyncs, timeJournal } from '../tests/faults/sync-run';
import { lostWords, tableOf, type Row } from '../tests/faults/table';
import { timeCopies, timeNotes, type Times } from '../tests/faults/time-run';
import { note, wordsToMark } from '../tests/faults/writing';
import { buildIfStale } from './build';
import { ensureChromium } from './ensure-chromium';
import { commandFile, ROOT, say } from './run';
import { runMain } from './run-main';

// Makes every fault against which what is written is kept twice, many times over, and says what became of it.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261126' },
    kills: { type: 'string', default: '200' },
    /** How often each kind of damage is made, each time with another seed. */
    damages: { type: 'string', default: '10' },
    fills: { type: 'string', default: '20' },
    notes: { type: 'string', default: '200' },
    /** Minutes after which no further kill is begun: the table says how many there were. */
    'kill-minutes': { type: 'string', default: '9' },
    out: { type: 'string' },
  },
});
const [SEED, KILLS, DAMAGE_SEEDS, FILLS, NOTES] = [
  values.seed,
  values.kills,
  values.damages,
  values.fills,
  values.notes,
].map(Number) as [number, number, number, number, number];
const KILL_MS = Number(values['kill-minutes']) * 60_000;

/** Apps that run side by side: two keep two cores busy. */
const LANES = 2;

/** Does the same in several lanes at once, each with its number. */
const inLanes = <Value>(act: (lane: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: LANES }, (_, lane) => act(lane)));

async function kills(start: Start, dir: string): Promise<Row[]> {
  const until = Date.now() + KILL_MS;
  let done = 0;
  const outcomes = await inLanes((lane) =>
    killAgainAndAgain(start, join(dir, `kills-${lane}`), Math.ceil(KILLS / LANES), SEED + lane, () => {
      if (++done % 20 === 0) say(`${done} kills`);
      return Date.now() < until;
    }),
  );
  const lost = outcomes.flatMap((outcome) => outcome.lost);
  const sum = (of: 'kills' | 'acknowledged' | 'relaxed'): number => outcomes.reduce((all, each) => all + each[of], 0);
  return [
    {
      fault: 'kill -9 of main and browser, 50–1,500 ms after writing began',
      times: String(sum('kills')),
      wanted: 'every acknowledged change is in both copies, and every start shows the text',
      found: `${sum('acknowledged')} changes acknowledged, ${lostWords(lost)}`,
      isGood: lost.length === 0 && sum('acknowledged') > 0,
    },
    {
      fault: 'durability of the transactions of these writes, as the page saw it',
      times: String(sum('acknowledged')),
      wanted: 'all strict',
      found: `${sum('relaxed')} not strict`,
      isGood: sum('relaxed') === 0,
    },
  ];
}

async function damages(start: Start, dir: string): Promise<Row[]> {
  const written = await writeProfile(start, join(dir, 'damaged'), 30);
  const cases = DAMAGES.flatMap((kind) =>
    Array.from({ length: DAMAGE_SEEDS }, (_, nth) => ({ kind, seed: SEED + nth })),
  );
  const outcomes = new Map(DAMAGES.map((kind): [string, DamageOutcome[]] => [kind, []]));
  await inLanes(async () => {
    for (let next = cases.shift(); next !== undefined; next = cases.shift()) {
      const { kind, seed } = next;
      const outcome = await damageAndStart(start, written, kind, seed).catch((error: unknown) => ({
        lost: [`seed ${seed} did not start: ${String(error).slice(0, 200)}`],
        named: 0,
        bar: '',
      }));
      outcomes.get(kind)?.push(outcome);
    }
  });
  return DAMAGES.map((kind) => {
    const made = outcomes.get(kind) ?? [];
    const lost = made.flatMap((outcome) => outcome.lost);
    const named = made.reduce((all, outcome) => all + outcome.named, 0);
    return {
      fault: kind,
      times: String(made.length),
      wanted: HITS_BOTH.has(kind) ? 'what was hit twice is named, the rest is back' : 'everything is as it was',
      found: `${lostWords(lost)}${named > 0 ? `, ${named} named in the bar` : ''}`,
      isGood: lost.length === 0,
    };
  });
}

const diskRow = (fault: string, outcome: DiskOutcome | undefined): Row => ({
  fault,
  times: String(outcome?.times ?? 0),
  wanted: 'an error on the card, the words stay, “Try again” saves them, all is there after a restart',
  found:
    outcome === undefined
      ? 'skipped: this system lets nothing be mounted'
      : `${outcome.shown} errors shown, ${outcome.acknowledged} changes acknowledged, ${lostWords(outcome.lost)}`,
  isGood: outcome === undefined || (outcome.lost.length === 0 && outcome.shown === outcome.times),
});

async function disks(start: Start, dir: string): Promise<Row[]> {
  const disk = join(dir, 'disk');
  let full: DiskOutcome | undefined;
  if (mayMount() && mountSmallDisk(disk, 96)) {
    full = await fillAgainAndAgain(start, disk, join(disk, 'profile'), FILLS, SEED).finally(() => unmount(disk));
  }
  const locked = mayMount() ? await writeWhereForbidden(start, join(dir, 'locked')) : undefined;
  return [diskRow('disk full', full), diskRow('journal’s folder read-only', locked)];
}

const ms = ({ median, p99 }: Times): string => `median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;

async function times(start: Start, dir: string): Promise<Row[]> {
  const app = await start(join(dir, 'times'));
  const words = await wordsToMark(app.page);
  const typed = await timeNotes(app.page, words[0] ?? '', NOTES);
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  const costs = await timeCopies(app.page, NOTES);
  const alone = await timeJournal(NOTES);
  const syncs = await countSyncs(app.pid, () => note(app.page, words[1] ?? '', 'counted'));
  await app.close();
  const [journal, database, both] = [costs.journal.median, costs.database.median, costs.both.median];
  const ratio = (of: number): string => `${(of / database).toFixed(2)} ×`;
  return [
    {
      fault: 'from a key in a note to “Saved”, the rest of 300 ms before writing left out',
      times: String(typed.count),
      wanted: 'within half a second with the rest',
      found: `${ms({ ...typed, median: typed.median - 300, p99: typed.p99 - 300 })}; with the rest ${ms(typed)}`,
      isGood: typed.median < 500,
    },
    {
      fault: 'cost of a change',
      times: String(costs.both.count),
      wanted: 'measured, not judged: it depends on the disk',
      found:
        `database alone ${ms(costs.database)}; journal alone, with the host’s way to main, ${ms(costs.journal)} ` +
        `(${ratio(journal)}), without it ${ms(alone)} (${ratio(alone.median)}); both ${ms(costs.both)} (${ratio(both)})`,
      isGood: true,
    },
    {
      fault: 'fsync of main while a mark is made and a note saved',
      times: '1',
      wanted: 'at least one for each of the two changes',
      found: syncs === undefined ? 'skipped: strace is not here, or may not watch' : `${syncs} calls`,
      isGood: syncs === undefined || syncs >= 2,
    },
  ];
}

async function sequences(): Promise<Row[]> {
  const args = [commandFile('vitest'), 'run', 'tests/renderer/storage/crash-sequences.test.ts'];
  const env = { ...process.env, LONG_TESTS: '1', FAULTS_SEED: String(SEED) };
  const [status] = (await once(spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }), 'close')) as [
    number,
  ];
  return [
    {
      fault: 'random sequences of edits, undone and redone, with power cuts at any await, one copy lost beside',
      times: '1,000',
      wanted: 'the state acknowledged, or the one on its way, in both copies',
      found: status === 0 ? '0 lost' : 'a sequence that loses something',
      isGood: status === 0,
    },
  ];
}

async function main(): Promise<number> {
  buildIfStale();
  const chromium = ensureChromium();
  if (chromium === undefined) return 1;
  process.env['CHROMIUM_PATH'] = chromium;
  const version = /\d+/.exec(spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? '?';
  const begun = Date.now();
  const dir = mkdtempSync(join(tmpdir(), 'zhupi-faults-'));
  mkdirSync(join(dir, 'home'));
  const start = hostStart(ROOT, join(dir, 'home'));
  const rows: Row[] = [];
  const report = (): string => {
    const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
    return `Seed ${SEED}, in the host on Chromium ${version}, ${minutes} minutes.\n\n${tableOf(rows)}\n`;
  };
  try {
    for (const [name, act] of [
      ['times', times],
      ['disks', disks],
      ['sequences', sequences],
      ['damage', damages],
      ['kills', kills],
    ] as const) {
      say(`${name}…`);
      rows.push(...(await act(start, dir)));
      // What is known by now is there, should a later part break off.
      if (values.out !== undefined) writeFileSync(values.out, report());
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  say(`\n${report()}`);
  return rows.every(({ isGood }) => isGood) ? 0 : 1;
}

runMain(main);
