import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../tests/host/chromium';
import { say } from './run';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

const COMMANDS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: `sudo apt-get install -y ${PACKAGES.join(' ')}`,
  darwin: 'brew install --cask chromium',
  win32: 'winget install Hibbiki.Chromium',
};

const mayInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function aptGet(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/**
 * The installed Chromium. Where there is none it is installed, as root on Debian and its kin; elsewhere the one
 * command to run is printed and undefined returned.
 */
export function ensureChromium(): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  if (mayInstall()) {
    say(`Installing ${PACKAGES.join(' and ')}…`);
    if (aptGet('update') && aptGet('install', '-y', '--no-install-recommends', ...PACKAGES)) return findChromium();
  }
  say(`No Chromium is installed. Install it with this command, then try again:\n  ${COMMANDS[process.platform] ?? ''}`);
  return undefined;
}
