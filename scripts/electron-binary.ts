import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run';

const ELECTRON = join(ROOT, 'node_modules/electron');

/** A binary that has to come over a slow line still comes; one that cannot be had fails long before. */
const LONGEST_DOWNLOAD_MS = 5 * 60_000;

/** The version of Electron that is pinned. */
export const electronVersion = (): string =>
  (JSON.parse(readFileSync(join(ELECTRON, 'package.json'), 'utf8')) as { version: string }).version;

/** Electron's binary, if it is there. */
export function findElectron(): string | undefined {
  const pathFile = join(ELECTRON, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

/** Electron's binary, downloaded if need be; undefined where it cannot be had. */
export function fetchElectron(): string | undefined {
  const found = findElectron();
  if (found !== undefined) return found;
  spawnSync(process.execPath, [join(ELECTRON, 'install.js')], {
    cwd: ROOT,
    stdio: 'ignore',
    timeout: LONGEST_DOWNLOAD_MS,
  });
  return findElectron();
}
