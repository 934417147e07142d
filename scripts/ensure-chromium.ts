import { findChromium } from '../tests/host/chromium';
import { aptInstall, mayInstall } from './debian';
import { say } from './run';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

const COMMANDS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: `sudo apt-get install -y ${PACKAGES.join(' ')}`,
  darwin: 'brew install --cask chromium',
  win32: 'winget install Hibbiki.Chromium',
};

/**
 * The installed Chromium. Where there is none it is installed, as root on Debian and its kin; elsewhere the one
 * command to run is printed and undefined returned.
 */
export function ensureChromium(): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  if (mayInstall()) {
    say(`Installing ${PACKAGES.join(' and ')}…`);
    if (aptInstall(PACKAGES)) return findChromium();
  }
  say(`No Chromium is installed. Install it with this command, then try again:\n  ${COMMANDS[process.platform] ?? ''}`);
  return undefined;
}
