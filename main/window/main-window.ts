import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { APP_ORIGIN } from '../protocol/app-protocol';
import type { MainStrings } from '../menu/strings';
import type { Log } from '../log';
import { isSecondChosen } from './ask';
import { FlushBeforeClose } from './flush-before-close';
import { watchPage } from './watch-page';
import { boundsToOpen, readWindowState, SMALLEST_SIZE, writeWindowState, type WindowState } from './window-state';

/** What the main window needs to know of the application around it. */
export interface MainWindowParts {
  readonly preload: string;
  readonly stateFile: string;
  /** Colour behind the page until it paints, so that a dark theme does not flash. */
  readonly backgroundColor: string;
  readonly strings: () => MainStrings;
  /** True while the application, not just this window, is closing. */
  readonly isQuitting: () => boolean;
  readonly quit: () => void;
  readonly stay: () => void;
  readonly log: Log;
}

/** The window in which a person reads. */
export interface MainWindow {
  readonly browserWindow: BrowserWindow;
  /** The page has asked for something, so it is alive and may hold what is not yet written. */
  wake(): void;
  /** The page's answer to being asked to flush. */
  flushed(kept: boolean): void;
  /** Writes nothing of the profile from here on: it is of a newer version. */
  leaveProfile(): void;
}

function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { x: Math.round(x), y: Math.round(y), width, height, maximized: window.isMaximized() };
}

function makeBrowserWindow(parts: MainWindowParts): BrowserWindow {
  const kept = readWindowState(parts.stateFile);
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...boundsToOpen(kept, displays),
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
  if (kept?.maximized === true) window.maximize();
  return window;
}

async function askPerson(window: BrowserWindow, strings: MainStrings): Promise<'stay' | 'close'> {
  const closes = await isSecondChosen(window, {
    type: 'warning',
    message: strings.couldNotKeep,
    detail: strings.couldNotKeepDetail,
    buttons: [strings.stay, strings.closeAnyway],
  });
  return closes ? 'close' : 'stay';
}

/** Opens the window and loads the page. Size and place are kept when it closes. */
export function openMainWindow(parts: MainWindowParts): MainWindow {
  const window = makeBrowserWindow(parts);
  let awake = false;
  let isOurProfile = true;
  const closing = new FlushBeforeClose({
    isAwake: () => awake && !window.webContents.isCrashed(),
    askToFlush: () => {
      window.webContents.send('window.flush');
    },
    askPerson: () => askPerson(window, parts.strings()),
    closeForGood: () => {
      if (parts.isQuitting()) parts.quit();
      else window.close();
    },
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
    if (isOurProfile) writeWindowState(parts.stateFile, stateOf(window));
    closing.closing(event);
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return {
    browserWindow: window,
    wake: () => {
      awake = true;
    },
    flushed: (kept) => {
      closing.flushed(kept);
    },
    leaveProfile: () => {
      isOurProfile = false;
    },
  };
}

/** Where the preload lies in a build. */
export const preloadFile = (outFolder: string): string => join(outFolder, 'preload', 'index.js');
