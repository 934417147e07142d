import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(__dirname, '..');

/** The file behind a package's command: run with Node itself, it needs no shell and no .cmd on Windows. */
export function commandFile(pkg: string, command = pkg): string {
  // Read as a file: not every package lets its own package.json be imported.
  const manifest = join(ROOT, 'node_modules', pkg, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${pkg} has no command ${command}`);
  return join(dirname(manifest), file);
}

/** Runs a JavaScript file with this Node, its output shown; returns its exit code. */
export function runNode(file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: ROOT, stdio: 'inherit', env });
  return status ?? 1;
}

/** Writes a line for the person who runs the script. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
