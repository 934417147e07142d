import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { commandFile, ROOT, say } from './run';
import { runMain } from './run-main';

/** A JavaScript file to run and its arguments. */
type Gate = readonly [name: string, file: string, ...args: string[]];

const script = (name: string): string => join(ROOT, 'scripts', name);
const tsx = commandFile('tsx');

/**
 * The gates in order, quick ones first. Lanes of one row run side by side, each gate of a lane after the other: so the
 * two cores of a small machine have about as much to do.
 */
const ROWS: readonly (readonly (readonly Gate[])[])[] = [
  [
    [['format', commandFile('prettier'), '--check', '.']],
    [
      ['dependency rules', tsx, script('rules.ts')],
      ['types', commandFile('typescript', 'tsc'), '-b'],
    ],
  ],
  [
    [
      ['lint', commandFile('eslint'), '.', '--max-warnings=0'],
      ['independent readers', tsx, script('readers.ts')],
    ],
    [['unit tests', commandFile('vitest'), 'run']],
  ],
  [[['build and end-to-end tests', tsx, script('e2e.ts')]]],
];

const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

interface Outcome {
  readonly name: string;
  readonly code: number;
  readonly time: string;
}

/** Runs a gate. Its output is shown as it comes where it runs alone, else when it is done. */
function run([name, file, ...args]: Gate, isAlone: boolean): Promise<Outcome> {
  const from = performance.now();
  const gate = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
  });
  const output: Buffer[] = [];
  gate.stdout?.on('data', (part: Buffer) => output.push(part));
  gate.stderr?.on('data', (part: Buffer) => output.push(part));
  if (isAlone) say(`\n=== ${name}`);
  return new Promise((resolve, reject) => {
    gate.on('error', reject);
    gate.on('close', (code) => {
      if (!isAlone) say(`\n=== ${name}\n${Buffer.concat(output).toString()}`);
      resolve({ name, code: code ?? 1, time: seconds(from) });
    });
  });
}

/** Runs the gates of a lane until one fails. */
async function runLane(lane: readonly Gate[], isAlone: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const gate of lane) {
    const outcome = await run(gate, isAlone);
    outcomes.push(outcome);
    if (outcome.code !== 0) break;
  }
  return outcomes;
}

async function main(): Promise<number> {
  const times: string[] = [];
  const started = performance.now();
  for (const row of ROWS) {
    const outcomes = (await Promise.all(row.map((lane) => runLane(lane, row.length === 1)))).flat();
    times.push(...outcomes.map(({ name, time }) => `${name}: ${time}`));
    const failed = outcomes.filter(({ code }) => code !== 0);
    for (const { name } of failed) say(`\n${name} failed.`);
    if (failed.length > 0) return failed[0]?.code ?? 1;
  }
  say(`\nAll gates passed in ${seconds(started)} (${times.join(', ')}).`);
  return 0;
}

runMain(main);
