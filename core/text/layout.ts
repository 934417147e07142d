/** How the lines of a page run: from left to right below each other, or from top to bottom, the first at the right. */
export const LAYOUTS = ['horizontal', 'vertical'] as const;

/** How the lines of a page run. */
export type Layout = (typeof LAYOUTS)[number];

/** The layout that a page turns to from this one. */
export const otherLayout = (layout: Layout): Layout => (layout === 'vertical' ? 'horizontal' : 'vertical');

/** How one gets on in a text: by scrolling it, or by turning pages that begin and end with whole lines. */
export const TURNINGS = ['scroll', 'pages'] as const;
