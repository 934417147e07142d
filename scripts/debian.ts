import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** True where packages can be installed without asking anybody: as root, on Debian and its kin. */
export const mayInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function aptGet(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work for a moment.
  const waiting = ['-o', 'DPkg::Lock::Timeout=120'];
  return (
    spawnSync('apt-get', ['-qq', ...waiting, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  );
}

/** Installs packages, without those that are only recommended; resolves to whether they are there. */
export const aptInstall = (packages: readonly string[]): boolean =>
  aptGet('update') && aptGet('install', '-y', '--no-install-recommends', ...packages);
