import { blockAt } from '../anchor/spread';
import { indexCodePoints, type CodePointIndex } from '../support/code-point-index';
import { codePoints, codePointSpan, type CodePoints, type CodePointSpan, type UnitSpan } from '../support/offset';
import { enumerationsIn, type EnumeratedItem, type Enumeration } from './enumerations';
import { headingsOf, type Heading } from './headings';
import { readingOf } from './layers';
import { openingsOf } from './openings';
import type { Text } from './text';

/** A place in a text that the table of contents names. Nothing is invented: all its words are the text's own. */
export interface ContentsEntry {
  /** The words that name it, a span of the canonical text. */
  readonly span: CodePointSpan;
  /** The number that the text gives it, where it stands apart from those words. */
  readonly number?: CodePointSpan;
  /** True if the sentence goes on behind those words. */
  readonly isCut: boolean;
  readonly block: number;
  /** Where its section begins, in the canonical text. */
  readonly start: CodePoints;
  /** How deep it lies: 1 for the outermost. */
  readonly level: number;
  /** True where the whole block is a heading. */
  readonly isHeading?: true;
}

/** Code points of an item's words that are enough to know it by. */
const LONGEST_ITEM = 24;

/** Fewest code points of an item's words that a comma or colon may close. */
const SHORTEST_ITEM = 4;

/** Most items that are shown: a text that counts off more does so all the time. */
const MOST_ITEMS = 120;

/** An entry that may yet be found to lie within another. */
interface Section extends Omit<ContentsEntry, 'level'> {
  /** Where its section ends, in the canonical text. */
  readonly end: number;
}

/** A text as contents are read from it: its words with repairs, which are as long as what they replace. */
interface Read {
  readonly text: Text;
  readonly words: string;
  readonly points: CodePointIndex;
}

const pointsOf = ({ points }: Read, { start, end }: UnitSpan): CodePointSpan => ({
  start: points.toCodePoints(start),
  end: points.toCodePoints(end),
});

const blockEnd = (text: Text, offset: number): number => text.blocks[blockAt(text.blocks, offset)]?.span.end ?? offset;

/** What the words of all items begin with says nothing about any: how many code points that is. */
function commonLead(words: readonly (readonly string[])[]): number {
  const [first = [], ...others] = words;
  const differs = first.findIndex((sign, at) => others.some((other) => other[at] !== sign));
  const lead = differs < 0 ? first.length : differs;
  return lead >= 2 && words.every((each) => each.length >= lead + SHORTEST_ITEM) ? lead : 0;
}

/** How many code points of an item's words name it: to a comma or colon, if anything was said before it. */
function nameLength(words: readonly string[]): number {
  let isQuoted = false;
  for (const [at, sign] of words.entries()) {
    if (/[“「『《]/.test(sign)) isQuoted = true;
    else if (/[”」』》]/.test(sign)) isQuoted = false;
    else if (!isQuoted && at >= SHORTEST_ITEM && /[，,：:]/.test(sign)) return at;
  }
  return words.length;
}

function sectionOf(read: Read, item: EnumeratedItem, lead: number, end: number): Section {
  const { words: units, number } = item;
  const words = Array.from(read.words.slice(units.start, units.end)).slice(lead);
  const length = nameLength(words);
  const start = read.points.toCodePoints(units.start) + lead;
  const span = codePointSpan(start, start + Math.min(length, LONGEST_ITEM));
  const own = pointsOf(read, number);
  const block = blockAt(read.text.blocks, own.start);
  // The sign may begin before the number, as in （一）.
  const from = Math.max(read.text.blocks[block]?.span.start ?? 0, own.start - 1);
  const opens = from === (read.text.blocks[block]?.span.start ?? 0);
  return { span, number: own, isCut: length > LONGEST_ITEM, block, start: codePoints(opens ? from : own.start), end };
}

/** The items of an enumeration as sections, each of which ends where the next begins. */
function itemsOf(read: Read, { items }: Enumeration, limit: (offset: number) => number): Section[] {
  const lead = commonLead(items.map(({ words }) => Array.from(read.words.slice(words.start, words.end))));
  const sections: Section[] = [];
  for (const item of items.toReversed()) {
    const at = read.points.toCodePoints(item.number.start);
    const next = sections[0]?.start;
    sections.unshift(sectionOf(read, item, lead, next ?? limit(at)));
  }
  return sections;
}

/** True if an item is a line of its own, under which other paragraphs stand. */
function isTitle({ text }: Read, section: Section): boolean {
  const block = text.blocks[section.block]?.span;
  return block?.start === section.start && block.end - section.span.end <= 1;
}

/** A section for what an enumeration is announced by. */
function announcedBy(read: Read, { announced }: Enumeration, items: readonly Section[]): Section[] {
  if (announced === undefined) return [];
  const span = pointsOf(read, announced);
  const end = Math.max(blockEnd(read.text, span.start), items.at(-1)?.end ?? 0);
  return [{ span, isCut: false, block: blockAt(read.text.blocks, span.start), start: span.start, end }];
}

/** Gives each section its level: one more than that of the section it lies in. */
function nested(sections: readonly Section[]): ContentsEntry[] {
  const open: Section[] = [];
  return sections
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((section) => {
      while (open.length > 0 && (open.at(-1)?.end ?? 0) <= section.start) open.pop();
      open.push(section);
      const { end, ...entry } = section;
      return { ...entry, level: open.length };
    });
}

function headingSections(headings: readonly Heading[], text: Text): Section[] {
  const last = text.blocks.at(-1)?.span.end ?? 0;
  return headings.map(({ span, block, rank }, index) => {
    const next = headings.slice(index + 1).find((other) => other.rank <= rank);
    return { span, isCut: false, isHeading: true, block, start: span.start, end: next?.span.start ?? last + 1 };
  });
}

/** Where there are no headings: the paragraphs by their opening words, less those within what is counted off. */
function paragraphSections(read: Read, counted: readonly Section[]): Section[] {
  const { text, words } = read;
  const taken = counted.filter((section) => isTitle(read, section));
  const openings = openingsOf(text, words).filter(
    ({ block }) => !taken.some(({ start, end }) => isWithin(text.blocks[block]?.span.start ?? 0, start, end)),
  );
  return openings.map(({ span, block, isCut }, index) => {
    const start = text.blocks[block]?.span.start ?? span.start;
    const next = text.blocks[openings[index + 1]?.block ?? -1]?.span.start ?? Infinity;
    const title = taken.find((section) => section.start > start)?.start ?? Infinity;
    return { span, isCut, block, start, end: Math.min(next, title) };
  });
}

const isWithin = (offset: number, start: number, end: number): boolean => offset >= start && offset < end;

/** A paragraph that announces what is counted off is named by that, not by its opening words. */
function named(paragraphs: readonly Section[], announced: readonly Section[]): Section[] {
  const byBlock = new Map(announced.map((section) => [section.block, section]));
  const renamed = paragraphs.map((section) => {
    const other = byBlock.get(section.block);
    byBlock.delete(section.block);
    return other === undefined ? section : { ...other, start: section.start, end: Math.max(section.end, other.end) };
  });
  return [...renamed, ...byBlock.values()];
}

const known = new WeakMap<Text, readonly ContentsEntry[]>();

/**
 * The contents of a text, read once, in its order: its headings, or where it has none the opening words of its paragraphs, of
 * every nth in a long text; and below them what the text counts off (一是…二是…), under the words that announce it
 * (六大工程).
 */
export function contentsOf(text: Text): readonly ContentsEntry[] {
  const made = known.get(text) ?? readContents(text);
  known.set(text, made);
  return made;
}

function readContents(text: Text): ContentsEntry[] {
  const words = readingOf(text);
  const read: Read = { text, words, points: indexCodePoints(words) };
  const headings = headingsOf(text, words);
  const bounds = headings.map(({ span }) => span.start);
  const found = enumerationsIn(words);
  const enumerations = found.reduce((sum, { items }) => sum + items.length, 0) > MOST_ITEMS ? [] : found;
  const counted = enumerations.map((enumeration) => {
    const titles = itemsOf(read, enumeration, (offset) => blockEnd(text, offset));
    if (!titles.every((item) => isTitle(read, item))) return { enumeration, items: titles };
    const last = (offset: number): number => bounds.find((bound) => bound > offset) ?? words.length + 1;
    return { enumeration, items: itemsOf(read, enumeration, last) };
  });
  const items = counted.flatMap((each) => each.items);
  const announced = counted.flatMap((each) => announcedBy(read, each.enumeration, each.items));
  if (headings.length > 0) return nested([...headingSections(headings, text), ...announced, ...items]);
  return nested([...named(paragraphSections(read, items), announced), ...items]);
}

/** The entry in whose section a canonical offset lies: the innermost; the first where it lies before all. */
export const entryAt = (entries: readonly ContentsEntry[], offset: number): ContentsEntry | undefined =>
  entries.findLast(({ start }) => start <= offset) ?? entries[0];
