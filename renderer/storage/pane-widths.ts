/** A pane beside the page. */
export type PaneName = 'contents' | 'notes';

/** The width of each pane at first, and the least and the most that it may have, in CSS pixels. */
export const PANE_WIDTHS: Readonly<
  Record<PaneName, { readonly first: number; readonly least: number; readonly most: number }>
> = {
  contents: { first: 216, least: 160, most: 480 },
  notes: { first: 320, least: 240, most: 640 },
};

/** The page is never narrower than this for the sake of a pane, in CSS pixels. */
export const LEAST_PAGE = 320;

/**
 * The width that a pane gets of the one that is wanted: within its own limits, and so that the page keeps its least
 * beside it and the other pane. `room` is the width of the window, `other` that of the other pane, 0 where it is folded.
 */
export function widthOfPane(pane: PaneName, wanted: number, room: number, other: number): number {
  const { least, most } = PANE_WIDTHS[pane];
  return Math.round(Math.max(least, Math.min(wanted, most, room - other - LEAST_PAGE)));
}
