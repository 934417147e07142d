import { join } from 'node:path';
import { BrowserWindow, Menu, screen } from 'electron';
import { APP_ORIGIN } from '../protocol/app-protocol';
import type { MainStrings } from '../menu/strings';
import type { Log } from '../log';
import { isSecondChosen } from './ask';
import { FlushBeforeClose } from './flush-before-close';
import { watchPage } from './watch-page';
import { fieldItems } from '../menu/field-menu';
import { boundsBeside, boundsToOpen, SMALLEST_SIZE, type WindowState } from './window-state';

/** What a window needs to know of the application around it. */
export interface MainWindowParts {
  readonly preload: string;
  /** How the last window was left. */
  readonly kept: WindowState | undefined;
  /** The window that it is opened from, which it must not cover. */
  readonly beside: BrowserWindow | undefined;
  /** The text that it opens with; undefined for the one that was read last. */
  readonly textId: string | undefined;
  /** Colour behind the page until it paints, so that a dark theme does not flash. */
  readonly backgroundColor: string;
  readonly strings: () => MainStrings;
  readonly quit: () => void;
  /** The page has written all it had. */
  readonly onReady: () => void;
  /** Nothing keeps it from closing any more. */
  readonly onFree: () => void;
  /** The person is about to be asked whether it may close all the same. */
  readonly onAsking: () => void;
  readonly stay: () => void;
  /** Called whenever the window is about to close, also if it then stays. */
  readonly onClosing: () => void;
  readonly log: Log;
}

/** A window in which a person reads. */
export interface MainWindow {
  readonly browserWindow: BrowserWindow;
  /** The page has asked for something, so it is alive and may hold what is not yet written. */
  wake(): void;
  /** What it does before it closes. */
  readonly closing: FlushBeforeClose;
}

/** How a window stands now. */
export function stateOf(window: BrowserWindow): Omit<WindowState, 'zoom'> {
  const { x, y, width, height } = window.getNormalBounds();
  return {
    ...{ x: Math.round(x), y: Math.round(y), width, height },
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  };
}

/** The address of the page, which names the text to begin with where there is one to name. */
const addressOf = (textId: string | undefined): string =>
  `${APP_ORIGIN}/index.html${textId === undefined ? '' : `#${new URLSearchParams({ text: textId }).toString()}`}`;

function makeBrowserWindow(parts: MainWindowParts): BrowserWindow {
  const { kept, beside } = parts;
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...(beside === undefined ? boundsToOpen(kept, displays) : boundsBeside(beside.getNormalBounds(), displays)),
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    show: false,
    title: 'Zhupi',
    backgroundColor: parts.backgroundColor,
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium would download dictionaries for it.
      spellcheck: false,
    },
  });
  if (beside !== undefined) return window;
  if (kept?.maximized === true) window.maximize();
  if (kept?.fullScreen === true) window.setFullScreen(true);
  return window;
}

async function askPerson(window: BrowserWindow, strings: MainStrings, signal: AbortSignal): Promise<'stay' | 'close'> {
  const closes = await isSecondChosen(window, {
    type: 'warning',
    message: strings.couldNotKeep,
    detail: strings.couldNotKeepDetail,
    buttons: [strings.stay, strings.closeAnyway],
    signal,
  });
  return closes ? 'close' : 'stay';
}

/** Opens a window and loads the page. */
export function openMainWindow(parts: MainWindowParts): MainWindow {
  const window = makeBrowserWindow(parts);
  let awake = false;
  const closing = new FlushBeforeClose({
    isAwake: () => awake && !window.webContents.isCrashed(),
    askToFlush: () => {
      window.webContents.send('window.flush');
    },
    askToSeal: () => {
      window.webContents.send('window.seal');
    },
    unseal: () => {
      window.webContents.send('window.unseal');
    },
    askPerson: (signal) => {
      parts.onAsking();
      return askPerson(window, parts.strings(), signal);
    },
    onReady: parts.onReady,
    onFree: parts.onFree,
    stay: parts.stay,
    wait: (delayMs, then) => {
      const timer = setTimeout(then, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  watchPage(window, {
    strings: parts.strings,
    quit: parts.quit,
    onGone: () => {
      awake = false;
    },
    log: parts.log,
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', (event) => {
    parts.onClosing();
    closing.closing(event);
  });
  window.webContents.on('context-menu', (_event, params) => {
    // What the page has a menu of its own for it has prevented.
    const items = fieldItems(params, parts.strings());
    if (items !== undefined) Menu.buildFromTemplate(items).popup({ window });
  });
  void window.loadURL(addressOf(parts.textId));
  return {
    browserWindow: window,
    wake: () => {
      awake = true;
    },
    closing,
  };
}

/** Where the preload lies in a build. */
export const preloadFile = (outFolder: string): string => join(outFolder, 'preload', 'index.js');
