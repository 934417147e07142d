import { alignmentBuilder, IDENTITY, type Alignment } from './alignment';

// A surrogate pair, or any character but a line break with the variation selectors that follow it
// (Unicode 23.4: U+FE00-FE0F, U+E0100-E01EF, which are used for ideographs, and the Mongolian ones).
const INDIVISIBLE = /[^\r\n]\p{Variation_Selector}+|[\u{10000}-\u{10ffff}]/gu;

const MAY_BE_INDIVISIBLE = /[\ud800-\udbff]|[\u180b-\u180f]|[\ufe00-\ufe0f]/;

/**
 * The stretches of a text that no boundary may fall into, as blocks of the text beside itself: surrogate pairs, and
 * characters with their variation selectors.
 */
export function indivisible(text: string): Alignment {
  if (!MAY_BE_INDIVISIBLE.test(text)) return IDENTITY;
  const blocks = alignmentBuilder();
  for (const { index, 0: found } of text.matchAll(INDIVISIBLE)) blocks.add(index, index, found.length, found.length);
  return blocks.build();
}
