import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loadConversion } from '#core/script/conversion';
import type { Conversion } from '#core/script/conversion-table';
import { loadProjector } from '#core/script/projector';
import { codePointSpan, unitSpan } from '#core/support/offset';
import { ROOT } from '../scripts/run';
import { hansCorpus, seeded } from '../tests/support/corpus';
import { oracle } from '../tests/support/oracle';
import { figure, median, missed, printTable, times, type Limit } from './table';

const MILLION = 1_000_000;

/** Least ratio to opencc-js that each conversion must reach, its map included; the last is the hardest case. */
const LEAST: readonly (readonly [Conversion, number])[] = [
  ['s2t', 4],
  ['s2tw', 4],
  ['s2twp', 4],
  ['s2hk', 4],
  ['t2s', 4],
  ['tw2s', 4],
  ['hk2s', 4],
  ['tw2sp', 3.3],
];

/** The corpus in the script that a conversion starts from. */
function sourceFor(name: Conversion, hans: string): string {
  if (name.startsWith('s')) return hans;
  if (name.startsWith('tw')) return oracle(name === 'tw2sp' ? 's2twp' : 's2tw')(hans);
  return oracle(name.startsWith('hk') ? 's2hk' : 's2t')(hans);
}

async function speed(hans: string): Promise<Limit[]> {
  const rows = [['', 'ours, ms', 'opencc-js, ms', 'blocks in the map per 1,000', 'same text']];
  const limits: Limit[] = [];
  for (const [name, least] of LEAST) {
    const { convert } = await loadConversion(name);
    const peer = oracle(name);
    const text = sourceFor(name, hans);
    const { display, alignment } = convert(text);
    const [ours = [], theirs = []] = times(9, [() => convert(text), () => peer(text)]);
    const ratio = median(theirs) / median(ours);
    const same = display === peer(text) ? 'yes' : 'NO';
    const blocks = figure((alignment.count / text.length) * 1000);
    rows.push([`${name} ${ratio.toFixed(1)}×`, figure(median(ours)), figure(median(theirs)), blocks, same]);
    limits.push(
      { name: `${name} against opencc-js`, ratio, least },
      { name: `${name} same text`, ratio: Number(same === 'yes'), least: 1 },
    );
  }
  printTable('Conversion of 1,000,000 characters with its map, against opencc-js (text only)', rows);
  return limits;
}

async function linearity(hans: string): Promise<Limit[]> {
  const ten = await hansCorpus(10 * MILLION, 2);
  const rows = [['', '1 million, ms', '10 million, ms per million']];
  const limits: Limit[] = [];
  for (const [name] of LEAST) {
    const { convert } = await loadConversion(name);
    const [one, all] = [sourceFor(name, hans), sourceFor(name, ten)];
    const [small = [], large = []] = times(5, [() => convert(one), () => convert(all)]);
    const perMillion = (median(large) / all.length) * one.length;
    const ratio = perMillion / median(small);
    rows.push([`${name} ${ratio.toFixed(2)}×`, figure(median(small)), figure(perMillion)]);
    limits.push({ name: `${name} per million at 10 million against 1 million`, ratio, most: 1.3 });
  }
  printTable('Time for a million characters, 10 million at once against 1 million', rows);
  return limits;
}

const HOSTILE: readonly (readonly [string, string])[] = [
  ['U+2FF0 alone', '\u2ff0'],
  ['one character', '一'],
  ['one character that becomes two units', '㓆'],
  ['one phrase that grows', '内存'],
  ['beginnings of phrases', '人工智人工智能人一不'],
  ['a description in each place', '\u2ff0木\u2ff1'],
  ['lone surrogates', '\ud800\ud800\udc00'],
];

async function hostility(hans: string): Promise<Limit[]> {
  const { convert } = await loadConversion('s2twp');
  const peer = oracle('s2twp');
  const rows = [['', 'ms', 'prose, ms', 'opencc-js, ms']];
  const limits: Limit[] = [];
  for (const [name, unit] of HOSTILE) {
    const text = unit.repeat(MILLION / unit.length);
    const [hostile = [], prose = []] = times(5, [() => convert(text), () => convert(hans)]);
    const ratio = median(hostile) / median(prose);
    // It does not come back from operators that are not completed.
    const theirs = /[\u2ff0-\u2fff]/.test(unit) ? undefined : times(1, [() => peer(text)])[0];
    const peerMs = theirs === undefined ? 'hangs' : figure(median(theirs));
    rows.push([`${name} ${ratio.toFixed(1)}×`, figure(median(hostile)), figure(median(prose)), peerMs]);
    limits.push({ name: `1,000,000 × ${name} against prose`, ratio, most: 10 });
  }
  printTable('Hostile texts of 1,000,000 characters against prose, s2twp', rows);
  return limits;
}

/** What the app pays for: paragraphs, each by itself, and offsets through a projection. */
async function paragraphs(hans: string): Promise<Limit[]> {
  const rows = [['', 'ours, ms', 'opencc-js, ms']];
  for (const [name] of LEAST) {
    const { convert } = await loadConversion(name);
    const peer = oracle(name);
    const blocks = sourceFor(name, hans).split('\n');
    const [ours = [], theirs = []] = times(5, [() => blocks.map((block) => convert(block)), () => blocks.map(peer)]);
    rows.push([`${name} ${(median(theirs) / median(ours)).toFixed(1)}×`, figure(median(ours)), figure(median(theirs))]);
  }
  printTable('The same text paragraph by paragraph', rows);
  const projector = await loadProjector('hans', 'taiwan-phrases');
  const projections = hans.split('\n').map((block) => projector.project(block));
  const random = seeded(3);
  const asked = Array.from({ length: 100_000 }, () => {
    const projection = projections[Math.floor(random() * projections.length)];
    return { projection, at: Math.floor(random() * 150) };
  });
  const shown = asked.map(({ projection, at }) => projection?.toDisplay(codePointSpan(at, at + 2)));
  const [there = [], back = []] = times(9, [
    () => asked.map(({ projection, at }) => projection?.toDisplay(codePointSpan(at, at + 2))),
    () => asked.map(({ projection }, index) => projection?.toCanonical(shown[index] ?? unitSpan(0, 1))),
  ]);
  const each = [there, back].map((taken) => (median(taken) * 1000) / asked.length);
  printTable('A span through the map of its paragraph, both ends snapped', [
    ['', 'µs each'],
    ['to the display', figure(each[0] ?? NaN)],
    ['to the canonical text', figure(each[1] ?? NaN)],
  ]);
  return each.map((ratio) => ({ name: 'µs for a span through a map', ratio, most: 1 }));
}

/** What building all directions costs a fresh process: milliseconds and bytes. */
function construction(whose: 'ours' | 'opencc-js'): { ms: number; bytes: number } {
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', join(ROOT, 'out/bench/construction.mjs'), whose], {
    encoding: 'utf8',
  });
  const { ms, bytes } = JSON.parse(stdout) as { ms: number; bytes: number };
  return { ms, bytes };
}

function constructions(): Limit[] {
  const runs = Array.from({ length: 7 }, () => ({ ours: construction('ours'), theirs: construction('opencc-js') }));
  const of = (pick: (run: (typeof runs)[number]) => number): number => median(runs.map(pick));
  const [oursMs, theirsMs] = [of(({ ours }) => ours.ms), of(({ theirs }) => theirs.ms)];
  const [oursMb, theirsMb] = [of(({ ours }) => ours.bytes / 2 ** 20), of(({ theirs }) => theirs.bytes / 2 ** 20)];
  printTable('Building all ten directions in a fresh process', [
    ['', 'ours', 'opencc-js'],
    [`time ${(theirsMs / oursMs).toFixed(1)}×`, `${figure(oursMs)} ms`, `${figure(theirsMs)} ms`],
    [`memory ${(theirsMb / oursMb).toFixed(1)}×`, `${figure(oursMb)} MB`, `${figure(theirsMb)} MB`],
  ]);
  return [
    { name: 'time of construction', ratio: theirsMs / oursMs, least: 4 },
    { name: 'memory of construction', ratio: theirsMb / oursMb, least: 10 },
  ];
}

async function main(): Promise<void> {
  const hans = await hansCorpus(MILLION);
  const limits = [
    ...(await speed(hans)),
    ...constructions(),
    ...(await linearity(hans)),
    ...(await hostility(hans)),
    ...(await paragraphs(hans)),
  ];
  process.exitCode = missed(limits);
}

void main();
