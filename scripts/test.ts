import { join } from 'node:path';
import { commandFile, ROOT, runNode, say } from './run';

/** The gates, in order: quick ones first. Each is a JavaScript file to run and its arguments. */
const tsx = commandFile('tsx');
const script = (name: string): readonly [string, readonly string[]] => [tsx, [join(ROOT, 'scripts', name)]];
const GATES: readonly (readonly [string, readonly [string, readonly string[]]])[] = [
  ['format', [commandFile('prettier'), ['--check', '.']]],
  ['lint', [commandFile('eslint'), ['.', '--max-warnings=0']]],
  ['dependency rules', script('rules.ts')],
  ['types', [commandFile('typescript', 'tsc'), ['-b']]],
  ['unit tests', [commandFile('vitest'), ['run']]],
  ['build and end-to-end tests', script('e2e.ts')],
];

const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

function main(): number {
  const times: string[] = [];
  const started = performance.now();
  for (const [name, [file, args]] of GATES) {
    say(`\n=== ${name}`);
    const from = performance.now();
    const code = runNode(file, args);
    times.push(`${name}: ${seconds(from)}`);
    if (code === 0) continue;
    say(`\n${name} failed.`);
    return code;
  }
  say(`\nAll gates passed in ${seconds(started)} (${times.join(', ')}).`);
  return 0;
}

process.exitCode = main();
