import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync, type BuildOptions } from 'esbuild';

const HERE = __dirname;
const OUT = join(HERE, '../../out/host');

/** What the host runs outside the test process, as plain JavaScript. */
export interface HostBundle {
  /** The child process in which main runs. */
  readonly childFile: string;
  /** Source that defines `hostShim`, to be run in a page. */
  readonly shimSource: string;
}

function bundled(entry: string, options: BuildOptions): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(HERE, entry)],
    bundle: true,
    write: false,
    logLevel: 'error',
    external: ['electron'],
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}

/** Writes a file whole or not at all: several workers may do so at once. */
function writeWhole(file: string, text: string): void {
  mkdirSync(OUT, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function build(): HostBundle {
  const child = bundled('child.ts', { platform: 'node', format: 'cjs', target: 'node20' });
  const childFile = join(OUT, 'child.cjs');
  let there: string | undefined;
  try {
    there = readFileSync(childFile, 'utf8');
  } catch {
    there = undefined;
  }
  if (there !== child) writeWhole(childFile, child);
  const shimSource = bundled('page-shim.ts', { format: 'iife', globalName: 'hostShim', target: 'chrome140' });
  return { childFile, shimSource };
}

let made: HostBundle | undefined;

/** Bundles the two parts, once in each process. */
export const hostBundle = (): HostBundle => (made ??= build());
