import type { ZoomBy } from '#core/command/zoom';

/** The sizes that zoom goes through, in percent of the actual size; those of Chromium between its reasonable ends. */
export const ZOOM_STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** The zoom in percent after a change. One between two steps, as none of ours is, goes to the next one. */
export function zoomed(percent: number, by: ZoomBy): number {
  switch (by) {
    case 'reset':
      return 100;
    case 'in':
      return ZOOM_STEPS.find((step) => step > percent) ?? ZOOM_STEPS[ZOOM_STEPS.length - 1] ?? 100;
    case 'out':
      return ZOOM_STEPS.findLast((step) => step < percent) ?? ZOOM_STEPS[0];
  }
}
