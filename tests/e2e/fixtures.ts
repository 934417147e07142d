import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  _electron,
  chromium,
  expect,
  test as base,
  type Browser,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { spawn } from 'node:child_process';
import { CHROMIUM_ARGS, HostApp, systemChromium } from '../host/host';
import { runCommandInHost, type CommandOutcome } from '../host/run-command';

// The one place that knows whether real Electron or the host runs the app. Specs do not.

const ROOT = resolve(__dirname, '../..');
const ELECTRON = join(ROOT, 'node_modules/electron');

function electronIsPresent(): boolean {
  const pathFile = join(ELECTRON, 'path.txt');
  return existsSync(pathFile) && existsSync(join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8')));
}

/** True where the specs run in real Electron; E2E_HOST=1 asks for the host all the same. */
export const runsRealElectron = electronIsPresent() && process.env['E2E_HOST'] !== '1';

/** A running app, as far as specs use it. */
export interface App {
  readonly evaluate: ElectronApplication['evaluate'];
  firstWindow(): Promise<Page>;
  waitForEvent(event: 'window'): Promise<Page>;
  windows(): Page[];
  close(): Promise<void>;
  process(): ReturnType<ElectronApplication['process']>;
}

interface Fixtures {
  /** `shared`: one browser for a worker, fast. `persistent`: a profile that outlives the program. */
  profile: 'shared' | 'persistent';
  /** A folder of the test's own. */
  dir: string;
  /** The host of the app launched last; undefined in real Electron. */
  host: { current: HostApp | undefined };
  /** Launches the app with a profile inside `dir`; `extra` are more arguments, `root` another copy of the app. */
  launch: (extra?: readonly string[], root?: string) => Promise<App>;
  /** Runs the app as a command that ends by itself, with a profile inside `dir`. */
  command: (args: readonly string[]) => Promise<CommandOutcome>;
  /** The app that was launched last. */
  last: { current: App | undefined };
  /** A power cut: the app launched last is killed, in the host its browser too. */
  crash: () => Promise<void>;
}

const launchElectron = (args: readonly string[], root: string): Promise<ElectronApplication> =>
  _electron.launch({
    // Named, since a copy of the app has no Electron of its own.
    executablePath: join(ELECTRON, 'dist', readFileSync(join(ELECTRON, 'path.txt'), 'utf8')),
    cwd: root,
    args: ['.', '--lang=en-US', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
    env: { ...process.env, LANGUAGE: 'en_US' },
  });

/** Runs Electron as a person runs a command, and hears what it says. */
async function commandInElectron(args: readonly string[]): Promise<CommandOutcome> {
  const binary = join(ELECTRON, 'dist', readFileSync(join(ELECTRON, 'path.txt'), 'utf8'));
  const child = spawn(binary, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.', ...args], { cwd: ROOT });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()));
  await once(child, 'close');
  return { code: child.exitCode ?? 1, ...said };
}

/** The later of two equal switches wins in Electron, and in the host. */
const profileArgs = (dir: string, extra: readonly string[]): string[] =>
  extra.some((arg) => arg.startsWith('--user-data-dir=')) ? [] : [`--user-data-dir=${join(dir, 'profile')}`];

export const test = base.extend<Fixtures, { browserOfWorker: () => Promise<Browser> }>({
  profile: ['shared', { option: true }],
  browserOfWorker: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      let browser: Browser | undefined;
      await use(
        async () =>
          (browser ??= await chromium.launch({
            executablePath: systemChromium(),
            args: CHROMIUM_ARGS,
            chromiumSandbox: false,
          })),
      );
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- as above
  dir: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'zhupi-e2e-'));
    await use(dir);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  host: async ({}, use) => use({ current: undefined }),
  // eslint-disable-next-line no-empty-pattern -- as above
  last: async ({}, use) => use({ current: undefined }),
  launch: async ({ dir, host, last, profile, browserOfWorker }, use) => {
    const apps: App[] = [];
    await use(async (extra = [], root = ROOT) => {
      const args = [...profileArgs(dir, extra), ...extra];
      if (runsRealElectron) {
        const app = await launchElectron(args, root);
        apps.push(app);
        last.current = app;
        return app;
      }
      const shared = profile === 'shared' && { browser: await browserOfWorker() };
      host.current = await HostApp.launch({ root, args, home: join(dir, 'home'), ...shared });
      // The host's `evaluate` hands the stand-in to the function, typed as what it stands in for.
      apps.push(host.current);
      last.current = host.current;
      return host.current;
    });
    for (const app of apps) await app.close().catch(() => undefined);
    expect(host.current?.errors ?? [], 'errors seen by the host').toEqual([]);
  },
  command: async ({ dir }, use) => {
    await use((args) => {
      const all = [...profileArgs(dir, args), ...args];
      return runsRealElectron
        ? commandInElectron(all)
        : runCommandInHost({ root: ROOT, args: all, home: join(dir, 'home'), executablePath: systemChromium() });
    });
  },
  crash: async ({ host, last }, use) => {
    await use(async () => {
      if (host.current !== undefined) return host.current.crash();
      const main = last.current?.process();
      const gone = main && once(main, 'exit');
      main?.kill('SIGKILL');
      await gone;
    });
  },
});
export { expect };

/**
 * A story that others tell as well, in another theme, script or language, or at greater length: `npm test` has ten
 * minutes. Such stories are told where LONG_TESTS is set.
 */
export const LONG = { tag: '@long' } as const;

/** LONG for those of some like stories that are not told each time. */
export const longUnless = (isTold: boolean): { readonly tag?: '@long' } => (isTold ? {} : LONG);
