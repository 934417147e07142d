import type { FlushBeforeClose } from './flush-before-close';

/** A window that is to go with all others. */
export type Leaving = Pick<FlushBeforeClose, 'isFree' | 'isReady' | 'isOpen' | 'seal'>;

/**
 * Goes on with quitting when something has changed about one of the windows. None goes before all may, and none is
 * sealed before all have written: a person goes on typing in one while another is still busy.
 */
export function quitTogether(windows: readonly Leaving[], quit: () => void): void {
  if (windows.every(({ isFree }) => isFree)) quit();
  else if (windows.every(({ isReady }) => isReady)) for (const window of windows) window.seal();
  // One that was opened meanwhile has yet to be asked.
  else if (windows.some(({ isOpen, isReady }) => isOpen && !isReady)) quit();
}
