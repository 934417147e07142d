import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StubContext } from './context';
import { deferred, preventable, strict } from './strict';

/** What quitting needs to know of the windows. */
export interface OpenWindows {
  readonly all: () => readonly { close(): void; isDestroyed(): boolean; readonly __closing: boolean }[];
}

interface Package {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
}

class SingleInstance {
  #server: Server | undefined;
  readonly #userData: () => string;
  readonly #onSecond: (argv: readonly string[], cwd: string, data: unknown) => void;

  constructor(userData: () => string, onSecond: (argv: readonly string[], cwd: string, data: unknown) => void) {
    this.#userData = userData;
    this.#onSecond = onSecond;
  }

  get isHeld(): boolean {
    return this.#server !== undefined;
  }

  /** Synchronous as in Electron: a lock file decides, a socket carries the second instance's arguments. */
  request(data: unknown): boolean {
    const lock = join(this.#userData(), 'host-instance.lock');
    if (this.#isHeldByOther(lock)) {
      const hello = JSON.stringify({ argv: process.argv, cwd: process.cwd(), data });
      connect(this.#address())
        .on('error', () => undefined)
        .end(hello);
      return false;
    }
    writeFileSync(lock, String(process.pid));
    if (process.platform !== 'win32') rmSync(this.#address(), { force: true });
    this.#server = createServer((socket) => {
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => {
        const hello = JSON.parse(text) as { argv: string[]; cwd: string; data: unknown };
        this.#onSecond(hello.argv, hello.cwd, hello.data);
      });
    }).listen(this.#address());
    this.#server.unref();
    return true;
  }

  release(): void {
    if (this.#server === undefined) return;
    this.#server.close();
    this.#server = undefined;
    rmSync(join(this.#userData(), 'host-instance.lock'), { force: true });
  }

  #isHeldByOther(lock: string): boolean {
    try {
      process.kill(Number(readFileSync(lock, 'utf8')), 0);
      return true;
    } catch {
      return false;
    }
  }

  #address(): string {
    const name = `host-${createHash('sha1').update(this.#userData()).digest('hex').slice(0, 16)}`;
    return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  }
}

function pathsOf(home: string, name: string): Record<string, string> {
  const config = join(home, '.config');
  return {
    home,
    appData: config,
    userData: join(config, name),
    temp: tmpdir(),
    desktop: join(home, 'Desktop'),
    documents: join(home, 'Documents'),
    downloads: join(home, 'Downloads'),
    exe: process.execPath,
    logs: join(home, 'logs'),
    crashDumps: join(home, 'crashes'),
  };
}

/** What does nothing in the host, by name. */
const silent = (...names: readonly string[]): Record<string, () => void> =>
  Object.fromEntries(names.map((name) => [name, () => undefined]));

/** The order of events in which Electron becomes ready and quits. */
class Lifecycle {
  readonly events = new EventEmitter();
  readonly ready = deferred();
  isReady = false;
  isExiting = false;
  #isQuitting = false;
  readonly #windows: OpenWindows;
  readonly #beforeExit: (code: number) => Promise<void>;

  constructor(windows: OpenWindows, beforeExit: (code: number) => Promise<void>) {
    this.#windows = windows;
    this.#beforeExit = beforeExit;
  }

  readonly becomeReady = (): void => {
    if (this.isExiting) return;
    this.isReady = true;
    this.events.emit('will-finish-launching');
    this.events.emit('ready', {}, {});
    this.ready.resolve();
  };

  readonly quit = (): void => {
    if (this.#isQuitting || this.isExiting) return;
    setImmediate(() => {
      this.#closeAll();
    });
  };

  /** To be called when a window is gone: goes on with quitting, or tells the app that none is left. */
  readonly lastClosed = (): void => {
    if (this.#windows.all().length > 0) return;
    if (!this.#isQuitting) {
      if (!this.events.emit('window-all-closed')) this.quit();
      return;
    }
    const event = preventable({});
    this.events.emit('will-quit', event);
    if (event.defaultPrevented) this.#isQuitting = false;
    else void this.exit(0);
  };

  async exit(code: number): Promise<void> {
    if (this.isExiting) return;
    this.isExiting = true;
    await this.#beforeExit(code).catch(() => undefined);
    this.events.emit('quit', {}, code);
    process.exit(code);
  }

  #closeAll(): void {
    const event = preventable({});
    this.events.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#isQuitting = true;
    // All of them are told, as in Electron; one that stays open ends the quitting.
    const stays = this.#windows.all().filter((window) => {
      window.close();
      return !window.isDestroyed() && !window.__closing;
    });
    if (stays.length > 0) {
      this.#isQuitting = false;
      return;
    }
    this.lastClosed();
  }
}

/** The members of `app` that say who and where it is. */
function identity({ config, record }: StubContext, pkg: Package, name: string): object {
  const given = (key: string): string | undefined =>
    config.args.find((arg) => arg === `--${key}` || arg.startsWith(`--${key}=`));
  return {
    isPackaged: config.resourcesPath !== undefined,
    name,
    commandLine: strict('app.commandLine', {
      appendSwitch: (...args: unknown[]) => {
        record('commandLine.appendSwitch', ...args);
      },
      hasSwitch: (key: string) => given(key) !== undefined,
      getSwitchValue: (key: string) => given(key)?.slice(key.length + 3) ?? '',
    }),
    getName: () => name,
    getVersion: () => pkg.version,
    getLocale: () => config.locale,
    getSystemLocale: () => config.locale,
    getPreferredSystemLanguages: () => [config.locale],
    getAppPath: () => config.root,
    enableSandbox: () => {
      record('app.enableSandbox');
    },
    relaunch: (options: unknown) => {
      record('app.relaunch', options);
    },
  };
}

/** The stand-in for `app`, and its lifecycle for the other parts. */
export function makeApp(context: StubContext, windows: OpenWindows) {
  const { config, link } = context;
  const pkg = JSON.parse(readFileSync(join(config.root, 'package.json'), 'utf8')) as Package;
  const name = pkg.productName ?? pkg.name;
  const paths = pathsOf(config.home, name);
  const getPath = (key: string): string => {
    const path = paths[key];
    if (path === undefined) throw new Error(`Failed to get '${key}' path`);
    if (key === 'userData') mkdirSync(path, { recursive: true });
    return path;
  };
  const life = new Lifecycle(windows, async (code) => {
    await link.ask('quit', { code });
    instance.release();
  });
  const instance = new SingleInstance(
    () => getPath('userData'),
    (argv, cwd, data) => life.events.emit('second-instance', preventable({}), argv, cwd, data),
  );
  const members = {
    whenReady: () => life.ready.promise,
    isReady: () => life.isReady,
    getPath,
    setPath: (key: string, path: string) => {
      paths[key] = path;
    },
    requestSingleInstanceLock: (data?: unknown) => instance.request(data),
    hasSingleInstanceLock: () => instance.isHeld,
    releaseSingleInstanceLock: () => {
      instance.release();
    },
    quit: life.quit,
    exit: (code = 0) => void life.exit(code),
    ...silent(
      'setName',
      'setAppUserModelId',
      'setAboutPanelOptions',
      'disableHardwareAcceleration',
      'focus',
      'show',
      'hide',
    ),
  };
  const app = strict('app', Object.assign(life.events, identity(context, pkg, name), members));
  return { app, life };
}
