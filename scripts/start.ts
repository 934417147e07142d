import { spawnSync } from 'node:child_process';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { isCommand } from '../main/command/arguments';
import { HostApp } from '../tests/host/host';
import { runCommandInHost } from '../tests/host/run-command';
import { buildIfStale } from './build';
import { fetchElectron } from './electron-binary';
import { ensureChromium } from './ensure-chromium';
import { ROOT, say } from './run';
import { runMain } from './run-main';

const args = process.argv.slice(2);

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** Where the host keeps a person's profile: not where Electron does, since the two cannot share a database. */
const HOST_PROFILE = join(homedir(), '.zhupi-host');

/** Runs real Electron. As root its sandbox cannot start, and only then is it left out. */
function runElectron(binary: string): number {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) say('Running as root: Electron starts without its sandbox.');
  const { status } = spawnSync(binary, [...(isRoot ? ['--no-sandbox'] : []), '.', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return status ?? 1;
}

async function showInWindow(chromium: string): Promise<number> {
  const app = await HostApp.launch({
    root: ROOT,
    args: [`--user-data-dir=${HOST_PROFILE}`, ...args],
    home: homedir(),
    executablePath: chromium,
    headless: false,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
  });
  app.on('stderr', (text: string) => process.stderr.write(text));
  await app.waitForEvent('close', { timeout: 2 ** 31 - 1 });
  return 0;
}

async function takePicture(chromium: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'zhupi-start-'));
  const picture = join(ROOT, 'out/first-page.png');
  const given = args.some((arg) => arg.startsWith('--user-data-dir='));
  const profile = given ? [] : [`--user-data-dir=${join(home, 'profile')}`];
  const app = await HostApp.launch({ root: ROOT, args: [...profile, ...args], home, executablePath: chromium });
  try {
    const page = await app.firstWindow();
    await page.locator('[data-block], [role=alert]').first().waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: picture });
    say(`There is no display. A picture of the first page: ${picture}`);
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
  return app.errors.length === 0 ? 0 : 1;
}

/** Runs a command that ends by itself, as the export of notes; what it says is all that is said. */
async function runCommand(electron: string | undefined): Promise<number> {
  if (electron !== undefined && hasDisplay) return runElectron(electron);
  const chromium = ensureChromium();
  if (chromium === undefined) return 1;
  const home = mkdtempSync(join(tmpdir(), 'zhupi-start-'));
  try {
    const { code, stdout, stderr } = await runCommandInHost({ root: ROOT, args, home, executablePath: chromium });
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return code;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function start(): Promise<number> {
  buildIfStale();
  const electron = fetchElectron();
  if (isCommand(args)) return runCommand(electron);
  if (electron !== undefined && hasDisplay) return runElectron(electron);
  say(
    electron === undefined
      ? "Electron's binary cannot be downloaded here: opening Zhupi in the installed Chromium instead."
      : 'Electron needs a display and there is none: rendering Zhupi in the installed Chromium instead.',
  );
  const chromium = ensureChromium();
  if (chromium === undefined) return 1;
  return hasDisplay ? showInWindow(chromium) : takePicture(chromium);
}

runMain(start);
