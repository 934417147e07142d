import { decode, encode } from '../codec';
import { Link, type Answers } from '../link';
import type { ChildConfig, ChildOps, HostOps } from '../messages';
import { makeApp } from './app';
import { browserWindowClass, WindowList, type BrowserWindow } from './browser-window';
import type { SomeAnswers, StubContext } from './context';
import { makeDesktop } from './desktop';
import { makeIpcMain } from './ipc-main';
import { makeMenus } from './menu';
import { makeNetwork } from './network';
import { preventable, strict } from './strict';

/** The stand-in for the `electron` module in main, and the two things its runner tells it. */
export interface Stub {
  readonly electron: object;
  readonly crashed: (error: unknown) => void;
  readonly becomeReady: () => void;
}

/** The answers to what the test process reports of its pages. */
function pageAnswers(windows: WindowList, lastClosed: () => void): SomeAnswers {
  const showOnce = (window: BrowserWindow): void => {
    if (window.__shownOnce) return;
    window.__shownOnce = true;
    window.emit('ready-to-show');
  };
  return {
    'win.navigate': ({ win, url }) => {
      const event = preventable({ url, isSameDocument: false, isMainFrame: true });
      windows.open.get(win)?.webContents.emit('will-navigate', event, url);
      return { prevented: event.defaultPrevented };
    },
    'win.open': ({ win, ...details }) => {
      const more = { referrer: { url: '', policy: 'default' }, disposition: 'foreground-tab' };
      return windows.open.get(win)?.webContents.__open({ ...more, ...details }) ?? { action: 'deny' };
    },
    'win.event': ({ win, event, url, title, args = [] }) => {
      const window = windows.open.get(win);
      if (window === undefined) return undefined;
      if (url !== undefined) window.webContents.__url = url;
      if (title !== undefined) {
        window.webContents.__title = title;
        window.setTitle(title);
      }
      if (event === 'render-process-gone') window.webContents.__crashed = true;
      if (event === 'did-navigate') window.webContents.__crashed = false;
      if (event === 'did-finish-load') showOnce(window);
      window.webContents.emit(event, {}, ...args);
      return undefined;
    },
    'win.closed': ({ win }) => {
      const window = windows.open.get(win);
      if (window === undefined) return undefined;
      forget(windows, window);
      lastClosed();
      return undefined;
    },
  };
}

/** Takes a closed window out of the list, and says so to whoever listens. */
function forget(windows: WindowList, window: BrowserWindow): void {
  window.__gone = true;
  windows.open.delete(window.id);
  if (windows.focused?.id === window.id) windows.focused = [...windows.open.values()].at(-1) ?? null;
  window.webContents.emit('destroyed');
  window.emit('closed');
}

/** Runs a function that a test sends, with the stand-in or one of its windows as first argument. */
async function evaluate(source: string, subject: unknown, arg: string): Promise<string> {
  // The very purpose: a test's own function, run where the app's main runs, as Playwright does in Electron.
  const run = (0, eval)(`(${source})`) as (subject: unknown, arg: unknown) => unknown;
  return encode(await run(subject, decode(arg)));
}

/** Builds the stand-in. `send` carries messages to the test process, `onMessage` those that come from it. */
export function makeStub(
  config: ChildConfig,
  send: (message: object) => void,
  onMessage: (receive: (message: unknown) => void) => void,
): Stub {
  const log: (readonly [string, unknown[]])[] = [];
  const windows = new WindowList();
  const crashed = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`[main] ${text}\n`);
    link.tell('crashed', { error: text });
  };
  const answers: Partial<Record<keyof ChildOps, unknown>> = {};
  const link = new Link<HostOps, ChildOps>(send, answers as Answers<ChildOps>, (_op, error) => {
    crashed(error);
  });
  const context: StubContext = { config, link, record: (api, ...args) => log.push([api, args]) };

  const { app, life } = makeApp(context, {
    all: () => [...windows.open.values()],
  });
  const network = makeNetwork(context, {
    isReady: () => life.isReady,
    userData: () => app.getPath('userData'),
    windows,
  });
  const { ipcMain, answers: ipcAnswers } = makeIpcMain(windows);
  const around = {
    context,
    session: network.defaultSession,
    partitionOf: network.partitionOf,
    isReady: () => life.isReady,
    announce: (window: BrowserWindow) => {
      life.events.emit('browser-window-created', {}, window);
      life.events.emit('web-contents-created', {}, window.webContents);
    },
    onError: crashed,
  };
  const electron = strict('', {
    app,
    BrowserWindow: browserWindowClass(around, windows),
    ipcMain,
    protocol: network.protocol,
    net: network.net,
    session: network.session,
    ...makeMenus(context, { focusedWindow: () => windows.focused, quit: life.quit }),
    ...makeDesktop(context),
  });
  Object.assign(answers, ipcAnswers, network.answers, pageAnswers(windows, life.lastClosed), {
    evaluate: ({ source, arg, win }: ChildOps['evaluate']['args']) =>
      evaluate(source, win === undefined ? electron : windows.open.get(win), arg),
    log: () => encode(log),
    'app.quit': () => {
      life.quit();
    },
  });
  onMessage((message) => void link.receive(message));
  return { electron, crashed, becomeReady: () => setImmediate(life.becomeReady) };
}
