import type { BrowserWindow } from 'electron';
import type { Log } from '../log';
import type { MainStrings } from '../menu/strings';
import { isSecondChosen } from './ask';
import { PageRecovery } from './page-recovery';

/** What watching a window's page needs to know of the application around it. */
export interface WatchParts {
  readonly strings: () => MainStrings;
  readonly quit: () => void;
  /** Called when the page is gone, so that nothing is asked of it until it speaks again. */
  readonly onGone: () => void;
  readonly log: Log;
}

async function askAfterCrashes(window: BrowserWindow, strings: MainStrings): Promise<'reload' | 'quit'> {
  const quits = await isSecondChosen(window, {
    type: 'error',
    message: strings.pageGone,
    detail: strings.pageGoneDetail,
    buttons: [strings.reload, strings.quit],
  });
  return quits ? 'quit' : 'reload';
}

async function askWhileHung(
  window: BrowserWindow,
  strings: MainStrings,
  signal: AbortSignal,
): Promise<'wait' | 'reload'> {
  const reloads = await isSecondChosen(window, {
    type: 'question',
    message: strings.pageHangs,
    detail: strings.pageHangsDetail,
    buttons: [strings.wait, strings.reload],
    signal,
  });
  return reloads ? 'reload' : 'wait';
}

/** Brings the page of a window back whenever its process dies or hangs. */
export function watchPage(window: BrowserWindow, { strings, quit, onGone, log }: WatchParts): void {
  const contents = window.webContents;
  const recovery = new PageRecovery({
    now: () => performance.now(),
    reload: () => {
      if (!window.isDestroyed()) contents.reload();
    },
    crash: () => {
      contents.forcefullyCrashRenderer();
    },
    askAfterCrashes: () => askAfterCrashes(window, strings()),
    askWhileHung: (signal) => askWhileHung(window, strings(), signal),
    quit,
    log,
  });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    onGone();
    log(`the page's process ended with code ${String(exitCode)}`);
    recovery.gone(reason);
  });
  contents.on('unresponsive', () => {
    recovery.unresponsive();
  });
  contents.on('responsive', () => {
    recovery.responsive();
  });
}
