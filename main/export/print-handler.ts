import type { BrowserWindow } from 'electron';
import type { Handlers } from '#core/ipc/contract';
import type { Log } from '../log';
import type { Printer } from './pdf-of';

/** Answers the page's request to print. What it shows of the outcome goes to the window that asked. */
export function printHandler(
  paper: Printer['paper'],
  asking: () => BrowserWindow | undefined,
  log: Log,
): Handlers['print.start'] {
  return async (document) => {
    const window = asking();
    try {
      return { kind: await paper(document) };
    } catch (error) {
      log(`printing failed: ${error instanceof Error ? error.name : typeof error}`);
      return { kind: 'failed' };
    } finally {
      // The system's dialog belonged to the hidden window, which has gone.
      if (window !== undefined && !window.isDestroyed()) window.focus();
    }
  };
}
