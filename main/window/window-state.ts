import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
  // States of earlier versions have neither.
  fullScreen: z.boolean().catch(false),
  /** Percent of the actual size, for all windows. */
  zoom: z.int().min(50).max(300).catch(100),
});

/** How a window was left; its place in device-independent pixels of the whole desktop. */
export type WindowState = z.infer<typeof stateSchema>;

/** Size of the window at the first start, in device-independent pixels. */
export const FIRST_SIZE = { width: 1280, height: 800 };

/** A window is never smaller than this, so that the bar and one pane stay usable. */
export const SMALLEST_SIZE = { width: 720, height: 480 };

/** Enough of a window must lie on a display to be grabbed with the mouse, in device-independent pixels. */
const GRIP = 80;

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

/** True if a window of these bounds could be seen and moved on one of the displays. */
export const isReachable = (window: Rectangle, displays: readonly Rectangle[]): boolean =>
  displays.some(
    (display) =>
      overlap(window.x, window.width, display.x, display.width) >= GRIP &&
      overlap(window.y, GRIP, display.y, display.height) >= GRIP / 2,
  );

/** Reads what was kept; undefined if there is nothing, or nothing that makes sense. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Keeps the state. The old file stays whole until the new one is. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.new`;
  writeFileSync(draft, JSON.stringify(state));
  renameSync(draft, file);
}

/** The bounds to open with: the kept ones where they can still be reached, else the first size, centred by the system. */
export function boundsToOpen(
  kept: Rectangle | undefined,
  displays: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (kept === undefined) return FIRST_SIZE;
  const size = {
    width: Math.max(kept.width, SMALLEST_SIZE.width),
    height: Math.max(kept.height, SMALLEST_SIZE.height),
  };
  return isReachable(kept, displays) ? { x: kept.x, y: kept.y, ...size } : size;
}

/** How far a window lies from the one that it was opened from, in device-independent pixels. */
const CASCADE = 28;

/**
 * The bounds of a window beside one that is open: as large, a little lower and to the right; from the corner of its
 * display again where it would reach beyond it.
 */
export function boundsBeside(open: Rectangle, displays: readonly Rectangle[]): Rectangle {
  const [first] = displays;
  const display = displays.find((each) => isReachable(open, [each])) ?? first;
  const next = { ...open, x: open.x + CASCADE, y: open.y + CASCADE };
  if (display === undefined) return next;
  return {
    ...next,
    x: next.x + next.width > display.x + display.width ? display.x : next.x,
    y: next.y + next.height > display.y + display.height ? display.y : next.y,
  };
}
