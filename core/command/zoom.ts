import type { Command } from './commands';

/** How zoom changes: a step nearer, a step farther, or back to actual size. */
export const ZOOM_CHANGES = ['in', 'out', 'reset'] as const;

/** One of ZOOM_CHANGES. */
export type ZoomBy = (typeof ZOOM_CHANGES)[number];

/** The commands that zoom, and how. */
export const ZOOMS = { 'zoom-in': 'in', 'zoom-out': 'out', 'actual-size': 'reset' } as const satisfies Partial<
  Record<Command, ZoomBy>
>;

/** True for a command that zooms. */
export const isZoom = (command: Command): command is keyof typeof ZOOMS => Object.hasOwn(ZOOMS, command);
