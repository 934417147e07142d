/**
 * What lines that run down need besides, on paper: all other rules are told along the flow. The first column stands at
 * the right, and pages follow each other in the order in which they are read. A page is laid across: its columns are then
 * some forty characters long, as much as is read with ease.
 *
 * Notes run down as the text does, in smaller type after their paragraph, as commentaries are printed within a classic.
 * Across they would be boxes that no page can break, and a long note would be cut off at the edge of the paper.
 */
export const VERTICAL = `
@page { size: A4 landscape; margin: 22mm 24mm 21mm; @bottom-center { writing-mode: horizontal-tb; } }
.vertical { writing-mode: vertical-rl; text-underline-position: left; }
/* The other font's digits are not as wide as a cell and stand beside its middle. */
.vertical .upright { font-family: 'Noto Serif SC Variable', var(--serif); text-combine-upright: all;
  text-autospace: no-autospace; text-indent: 0; }
.vertical :is(.reference, .number) .upright { font-family: var(--sans); }
/* Readings stand to the right of their columns, so lines under words are drawn at the left. They are measured from the
   edge of the characters, and not from a baseline that lies within them. */
.vertical mark { text-underline-offset: .02em; }
.vertical mark mark { text-underline-offset: .14em; }
.vertical .reference { vertical-align: 1em; }
/* Room between a number and a character with a reading throws that character out of its column (Chromium 156). */
.vertical ruby { text-autospace: no-autospace; }
.vertical .dotted { text-emphasis-position: over right; }
`;
