import type { Layout } from '#core/text/layout';

/** A rectangle in CSS pixels of the window. */
export interface WindowBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A rectangle along the two axes of a text, in CSS pixels that grow the way one reads: from line to line (`start` to
 * `end`), and along a line (`lineStart` to `lineEnd`). In horizontal text these are the window's own; in vertical text
 * lines are columns that follow each other to the left, so `start` is the negative of a right edge.
 */
export interface FlowBox {
  readonly start: number;
  readonly end: number;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/**
 * The way in which a page flows. All that is said of its geometry (what stands first in sight, how far to scroll, where
 * a caret goes) is said along these axes, and so holds in either layout.
 */
export interface Flow {
  readonly layout: Layout;
  readonly boxOf: (rect: WindowBox) => FlowBox;
  /** A point of the window, from its place along a line and its place from line to line. */
  readonly pointAt: (line: number, at: number) => { readonly x: number; readonly y: number };
  /** How far a scroller stands from the beginning of its text; never negative. */
  readonly scrolled: (scroller: Element) => number;
  /** Scrolls at once, onward where `by` is positive. */
  readonly scrollBy: (scroller: Element, by: number) => void;
  /** How long a line can be in an element, and how far its lines follow each other. */
  readonly lineSizeOf: (element: Element) => number;
  readonly sizeOf: (element: Element) => number;
}

const horizontal: Flow = {
  layout: 'horizontal',
  boxOf: ({ left, top, right, bottom }) => ({ start: top, end: bottom, lineStart: left, lineEnd: right }),
  pointAt: (line, at) => ({ x: line, y: at }),
  scrolled: ({ scrollTop }) => scrollTop,
  scrollBy: (scroller, by) => {
    scroller.scrollTop += by;
  },
  lineSizeOf: ({ clientWidth }) => clientWidth,
  sizeOf: ({ clientHeight }) => clientHeight,
};

const vertical: Flow = {
  layout: 'vertical',
  boxOf: ({ left, top, right, bottom }) => ({ start: -right, end: -left, lineStart: top, lineEnd: bottom }),
  pointAt: (line, at) => ({ x: -at, y: line }),
  // What overflows in vertical-rl does so at the left, where `scrollLeft` is negative.
  scrolled: ({ scrollLeft }) => -scrollLeft,
  scrollBy: (scroller, by) => {
    scroller.scrollLeft -= by;
  },
  lineSizeOf: ({ clientHeight }) => clientHeight,
  sizeOf: ({ clientWidth }) => clientWidth,
};

/** The flow of each layout. */
export const FLOWS: Readonly<Record<Layout, Flow>> = { horizontal, vertical };
