import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { commandFile, ROOT, runNode, say } from './run';

const STAMP = join(ROOT, 'out/build-stamp');

/** All that a build is made from. Texts are read at run time, but a build names their folder, so they count too. */
const INPUTS = ['core', 'main', 'preload', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

function filesIn(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  const entries = readdirSync(full, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hash of everything that a build is made from. */
function inputHash(): string {
  const hash = createHash('sha256');
  const files = INPUTS.flatMap((path) => (path.includes('.') ? [join(ROOT, path)] : filesIn(path)));
  for (const file of files.sort()) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

const isFresh = (wanted: string): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted;

/** Builds the app into `out/`. Throws if that fails. */
export function build(wanted = inputHash()): void {
  if (runNode(commandFile('electron-vite'), ['build', '--logLevel', 'warn']) !== 0) throw new Error('the build failed');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

/** Builds the app unless the build in `out/` is of these very sources. */
export function buildIfStale(): void {
  const wanted = inputHash();
  if (isFresh(wanted)) {
    say('The build is up to date.');
    return;
  }
  say('Building…');
  build(wanted);
}

// Others import this file: only as the script that was started does it build.
if (basename(process.argv[1] ?? '') === 'build.ts') build();
