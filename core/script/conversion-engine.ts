import { alignmentBuilder, compose, IDENTITY, type Alignment } from './alignment';
import type { Dictionary, Entry } from './dictionary';
import { codePointLength, descriptionEnds } from './ideographic-description';

/** Dictionaries that are looked up together: the longest match wins, and among equals the earlier dictionary. */
export type DictionaryGroup = readonly Dictionary[];

/** What a conversion consists of, after OpenCC. */
export interface Recipe {
  /** Passes over the whole text that come first, and unify compatibility ideographs. */
  readonly normalization: readonly DictionaryGroup[];
  /** Cuts the normalised text into segments that no later match crosses; undefined leaves it whole. */
  readonly segmentation: DictionaryGroup | undefined;
  /** Passes over each segment. */
  readonly passes: readonly DictionaryGroup[];
}

/** A converted text, and how it lies beside the text before. */
export interface Converted {
  readonly display: string;
  readonly alignment: Alignment;
}

/** Converts a text by a recipe, in time linear in its length. */
export function convertText(recipe: Recipe, text: string): Converted {
  const normalised = inPasses(recipe.normalization, { display: text, alignment: IDENTITY }, [text.length]);
  const { display } = normalised;
  const cuts = recipe.segmentation === undefined ? [display.length] : segment(recipe.segmentation, display);
  return inPasses(recipe.passes, normalised, cuts);
}

/** Offsets in UTF-16 units at which the segments of a text end, ascending; the last is the end of the text. */
type Cuts = readonly number[];

function inPasses(passes: readonly DictionaryGroup[], before: Converted, firstCuts: Cuts): Converted {
  let text = before;
  let cuts = firstCuts;
  for (const group of passes) {
    const { display, alignment } = convertOnce(group, text.display, cuts);
    cuts = carryCuts(cuts, alignment);
    text = { display, alignment: compose(text.alignment, alignment) };
  }
  return text;
}

/** A match is a segment of its own, and so is all that lies between two matches. */
function segment(group: DictionaryGroup, text: string): Cuts {
  const cuts: number[] = [];
  forEachMatch(group, text, [text.length], (at, entry) => {
    if (at > (cuts.at(-1) ?? 0)) cuts.push(at);
    cuts.push(at + entry.length);
  });
  if (cuts.at(-1) !== text.length) cuts.push(text.length);
  return cuts;
}

function convertOnce(group: DictionaryGroup, text: string, cuts: Cuts): Converted {
  const pieces: string[] = [];
  const blocks = alignmentBuilder();
  let copied = 0;
  let drift = 0;
  forEachMatch(group, text, cuts, (at, { length, value, shifts }) => {
    if (at > copied) pieces.push(text.slice(copied, at));
    pieces.push(value);
    for (const { src, dst, srcLength, dstLength } of shifts) {
      blocks.add(at + src, at + drift + dst, srcLength, dstLength);
    }
    copied = at + length;
    drift += value.length - length;
  });
  if (copied === 0) return { display: text, alignment: IDENTITY };
  pieces.push(text.slice(copied));
  return { display: pieces.join(''), alignment: blocks.build() };
}

/** Where the cuts lie after a pass. No match crosses a cut, so that each falls between blocks. */
function carryCuts(cuts: Cuts, { count, src, dst, srcLength, dstLength }: Alignment): Cuts {
  if (count === 0) return cuts;
  let block = 0;
  let drift = 0;
  return cuts.map((cut) => {
    for (; block < count && (src[block] ?? 0) < cut; block++) {
      drift = (dst[block] ?? 0) + (dstLength[block] ?? 0) - (src[block] ?? 0) - (srcLength[block] ?? 0);
    }
    return cut + drift;
  });
}

/** Visits the longest matches of a text from left to right, each within one segment, none within a description. */
function forEachMatch(
  group: DictionaryGroup,
  text: string,
  cuts: Cuts,
  visit: (at: number, entry: Entry) => void,
): void {
  const descriptions = descriptionEnds(text, cuts);
  let at = 0;
  for (const cut of cuts) {
    while (at < cut) {
      const entry = longestOf(group, text, at, cut);
      if (entry !== undefined) {
        visit(at, entry);
        at += entry.length;
      } else {
        const end = descriptions?.[at] ?? 0;
        at = end > 0 ? end : at + codePointLength(text, at);
      }
    }
  }
}

function longestOf(group: DictionaryGroup, text: string, at: number, limit: number): Entry | undefined {
  let longest: Entry | undefined;
  for (const dictionary of group) {
    const entry = dictionary.longestAt(text, at, limit);
    if (entry !== undefined && entry.length > (longest?.length ?? 0)) longest = entry;
  }
  return longest;
}
