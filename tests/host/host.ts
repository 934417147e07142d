import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { hostBundle } from './bundle';
import { decode, encode } from './codec';
import { HostPages } from './host-pages';
import { Link } from './link';
import type { ChildConfig, ChildOps, HostOps } from './messages';

export { CHROMIUM_ARGS, systemChromium } from './chromium';

// The ambient namespace of Electron's types names the module that main sees.
type ElectronModule = typeof Electron.CrossProcessExports;

/** How an app is launched in the host. */
export interface HostOptions {
  /** The app's folder, with its package.json and its build. */
  readonly root: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Stands for the person's home folder. */
  readonly home: string;
  readonly executablePath?: string;
  readonly locale?: string;
  readonly execPath?: string;
  /** Runs as packaged, with this process.resourcesPath; `root` is then the unpacked app.asar. */
  readonly resourcesPath?: string;
  /** Shares a running browser: fast, but nothing in the profile survives a relaunch. */
  readonly browser?: Browser;
  /** False shows the pages in a window of Chromium. */
  readonly headless?: boolean;
}

/** How long the parts of a launch took, in milliseconds. */
export interface HostStats {
  spawnMs?: number;
  chromiumMs?: number;
  firstWindowMs?: number;
}

const DEFAULT_LOCALE = 'en-US';
const GONE = 'host: the main process has exited';

function configOf(options: HostOptions): ChildConfig {
  const main = (JSON.parse(readFileSync(join(options.root, 'package.json'), 'utf8')) as { main: string }).main;
  if (!existsSync(resolve(options.root, main))) throw new Error(`build the app first: ${main} is missing`);
  const electron = createRequire(__filename).resolve('electron/package.json');
  return {
    root: options.root,
    main,
    args: options.args ?? [],
    home: options.home,
    locale: options.locale ?? DEFAULT_LOCALE,
    electronVersion: (JSON.parse(readFileSync(electron, 'utf8')) as { version: string }).version,
    chromeVersion: '0',
    resourcesPath: options.resourcesPath,
  };
}

/**
 * An app whose real built main runs in a child Node process with a stand-in for `electron`, and whose windows are
 * pages of an installed Chromium with the app's real built preload. It has the part of Playwright's
 * ElectronApplication that the specs use.
 */
export class HostApp extends EventEmitter {
  /** Every request that was not for the app's own schemes. */
  readonly blocked: string[] = [];
  /** Uncaught errors of main, preloads that failed, and what the host could not do. */
  readonly errors: string[] = [];
  readonly stats: HostStats = {};
  readonly #child: ChildProcess;
  readonly #link: Link<ChildOps, HostOps>;
  readonly #pages: HostPages;
  readonly #started = performance.now();
  #exited = false;
  #stderr = '';

  private constructor(options: HostOptions, child: ChildProcess) {
    super();
    this.#child = child;
    const send = (message: object): void => {
      // A child that is killed at this very moment says so by its exit.
      if (!this.#exited && child.connected) child.send(message, () => undefined);
    };
    const { executablePath, locale = DEFAULT_LOCALE, browser, headless = true } = options;
    this.#pages = new HostPages({
      link: () => this.#link,
      options: {
        locale,
        headless,
        ...(executablePath !== undefined && { executablePath }),
        ...(browser !== undefined && { browser }),
      },
      userData: () => this.evaluate(({ app }) => app.getPath('userData')),
      blocked: this.blocked,
      errors: this.errors,
      emit: (event, value) => {
        if (event === 'window') this.#noteWindow();
        this.emit(event, value);
      },
      hasExited: () => this.#exited,
    });
    this.#link = new Link<ChildOps, HostOps>(send, this.#pages.answers(), (op, error) => {
      if (!this.#exited) this.errors.push(`${op}: ${String(error)}`);
    });
    child.on('message', (message) => void this.#link.receive(message));
    child.on('exit', () => void this.#teardown());
    this.#listenToOutput('stdout');
    this.#listenToOutput('stderr');
  }

  /** Starts main. Its first window comes a little later: see `firstWindow`. */
  static async launch(options: HostOptions): Promise<HostApp> {
    const config = configOf(options);
    mkdirSync(options.home, { recursive: true });
    const child = fork(hostBundle().childFile, [], {
      serialization: 'advanced',
      cwd: options.root,
      silent: true,
      execArgv: [],
      ...(options.execPath !== undefined && { execPath: options.execPath }),
      env: { ...(options.env ?? process.env), ELECTRON_HOST_CONFIG: JSON.stringify(config) },
    });
    const app = new HostApp(options, child);
    await once(child, 'spawn');
    app.stats.spawnMs = performance.now() - app.#started;
    return app;
  }

  process(): ChildProcess {
    return this.#child;
  }

  windows(): Page[] {
    return this.#pages.all;
  }

  context(): BrowserContext {
    if (this.#pages.context === undefined) throw new Error('host: there is no window yet');
    return this.#pages.context;
  }

  async firstWindow({ timeout = 20_000 } = {}): Promise<Page> {
    const [first] = this.windows();
    return first ?? this.waitForEvent('window', { timeout });
  }

  /** Waits for `window` (a page) or `close`, or for an event of the host's own. Fails if main exits before. */
  waitForEvent(name: string, { timeout = 20_000 } = {}): Promise<Page> {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        fail(new Error(`host: no '${name}' in ${timeout} ms; ${this.errors.join('\n')}`));
      }, timeout);
      this.once(name, (value: Page) => {
        clearTimeout(timer);
        done(value);
      });
      if (name === 'close') return;
      this.once('close', () => {
        clearTimeout(timer);
        fail(new Error(`host: main exited before '${name}'\n${this.#stderr}`));
      });
    });
  }

  /** Runs a function in main, with the stand-in for `electron` as its first argument. */
  async evaluate<Result, Arg>(
    run: (electron: ElectronModule, arg: Arg) => Result | Promise<Result>,
    arg?: Arg,
  ): Promise<Result> {
    const reply = await this.#ask('evaluate', { source: run.toString(), arg: encode(arg) });
    return decode(reply) as Result;
  }

  /** The BrowserWindow behind a page, to run functions on. */
  browserWindow(page: Page) {
    const win = this.#pages.windowOf(page)?.id ?? 0;
    return Promise.resolve({
      evaluate: async <Result, Arg>(
        run: (window: Electron.BrowserWindow, arg: Arg) => Result | Promise<Result>,
        arg?: Arg,
      ): Promise<Result> =>
        decode(await this.#ask('evaluate', { source: run.toString(), arg: encode(arg), win })) as Result,
    });
  }

  /** Quits as a person does: the app may keep its windows open first, to write what is not yet written. */
  async close(): Promise<void> {
    if (this.#exited) return;
    const gone = once(this, 'close');
    this.#link.tell('app.quit', undefined);
    await gone;
  }

  /** What main did to the world outside: `[api, args]` in order. */
  async sideEffects(): Promise<[string, unknown[]][]> {
    return decode(await this.#ask('log', undefined)) as [string, unknown[]][];
  }

  /** A power cut: kills main and the whole browser at once. */
  async crash(): Promise<void> {
    const cdp = await this.context().browser()?.newBrowserCDPSession();
    const { processInfo } = (await cdp?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const gone = once(this, 'close');
    for (const { type, id } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
    this.#child.kill('SIGKILL');
    await gone;
  }

  #ask<Op extends keyof ChildOps>(op: Op, args: ChildOps[Op]['args']): Promise<ChildOps[Op]['result']> {
    return this.#exited ? Promise.reject(new Error(GONE)) : this.#link.ask(op, args);
  }

  #noteWindow(): void {
    this.stats.firstWindowMs ??= performance.now() - this.#started;
    if (this.#pages.startMs !== undefined) this.stats.chromiumMs = this.#pages.startMs;
  }

  #listenToOutput(name: 'stdout' | 'stderr'): void {
    this.#child[name]?.on('data', (data: Buffer) => {
      if (name === 'stderr') this.#stderr = (this.#stderr + data.toString()).slice(-4000);
      this.emit(name, data.toString());
      if (process.env['HOST_DEBUG'] !== undefined) process[name].write(data);
    });
  }

  async #teardown(): Promise<void> {
    if (this.#exited) return;
    this.#exited = true;
    this.#link.cut(GONE);
    await this.#pages.close();
    this.emit('close');
  }
}
