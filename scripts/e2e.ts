import { spawnSync } from 'node:child_process';
import { buildIfStale } from './build';
import { electronVersion, fetchElectron } from './electron-binary';
import { ensureChromium } from './ensure-chromium';
import { commandFile, runNode, say } from './run';

const versionOf = (chromium: string): string =>
  spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout.trim() || chromium;

/** Says in so many words what the tests run in, and makes sure that it is there. */
function prepare(): NodeJS.ProcessEnv | undefined {
  const electron = process.env['E2E_HOST'] === '1' ? undefined : fetchElectron();
  if (electron !== undefined) {
    say(`End-to-end tests run in real Electron ${electronVersion()}.`);
    return process.env;
  }
  const chromium = ensureChromium();
  if (chromium === undefined) return undefined;
  say(`End-to-end tests run in the host, NOT in real Electron ${electronVersion()}, whose binary is not here:`);
  say(`the real built main on Node ${process.versions.node}, the real page and preload in ${versionOf(chromium)}.`);
  return { ...process.env, E2E_HOST: '1', CHROMIUM_PATH: chromium };
}

function main(): number {
  buildIfStale();
  const env = prepare();
  // Playwright itself fails where it finds no test.
  return env === undefined
    ? 1
    : runNode(commandFile('@playwright/test', 'playwright'), ['test', ...process.argv.slice(2)], env);
}

process.exitCode = main();
