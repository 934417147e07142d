import { z } from 'zod';
import { ZOOM_CHANGES } from '../command/zoom';
import { LAYOUTS } from '../text/layout';
import { LONGEST_EXPORT } from './export-contract';

/** Requests about windows, and what a window shows on paper. */
export const windowContract = {
  /** Opens another window, with this text or the one that was read last. */
  'window.open': {
    request: z.strictObject({ textId: z.string().min(1).max(500).optional() }),
    reply: z.undefined(),
  },
  /** Makes what all windows show larger or smaller. */
  'window.zoom': { request: z.strictObject({ by: z.enum(ZOOM_CHANGES) }), reply: z.undefined() },
  /**
   * Prints an HTML document that asks for nothing, whose lines run so; the person chooses printer and paper in the
   * system's dialog.
   */
  'print.start': {
    request: z.strictObject({ html: z.string().max(LONGEST_EXPORT), lines: z.enum(LAYOUTS) }),
    reply: z.object({ kind: z.enum(['printed', 'cancelled', 'failed']) }),
  },
};

/** What comes with the news that the zoom has changed: percent of the actual size. */
export const zoomedSchema = z.object({ percent: z.int() });
