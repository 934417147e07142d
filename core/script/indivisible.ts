import { alignmentBuilder, IDENTITY, type Alignment } from './alignment';

// A surrogate pair, or any character but a line break with the variation selectors that follow it
// (Unicode 23.4: U+FE00-FE0F, and U+E0100-E01EF, which are used for ideographs).
const INDIVISIBLE = /[^\r\n][\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]+|[\u{10000}-\u{10ffff}]/gu;

const MAY_BE_INDIVISIBLE = /[\ud800-\udbff\ufe00-\ufe0f]/;

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
