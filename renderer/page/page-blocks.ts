import type { Text } from '#core/text/text';
import type { BlockRange } from './fill-order';
import type { Flow, FlowBox } from './flow';

/**
 * UTF-16 units of text that close a section: enough that skipping one saves work and that there are not too many, few
 * enough that laying out those that come into sight in one frame is not felt.
 */
const SECTION_LENGTH = 500;

/** Sections of a part: with some 16,000 characters in one, there are as few of both as can be in a text of a million. */
const SECTIONS_IN_PART = 32;

/** Some blocks that the browser lays out together, or skips together while they are out of sight. */
export interface Section extends BlockRange {
  readonly element: HTMLElement;
}

/** Sections that the browser skips together far from sight: what a frame looks at does not grow with the text. */
export interface Part {
  readonly element: HTMLElement;
  /** Its sections, by their places in the list of all. */
  readonly sections: { readonly from: number; readonly to: number };
}

/** The elements of a text, empty. */
export interface PageBlocks {
  readonly elements: readonly HTMLElement[];
  readonly sections: readonly Section[];
  readonly parts: readonly Part[];
}

/** The attribute that carries a block's number: on the page, or in a second column beside it. */
export type BlockAttribute = 'data-block' | 'data-parallel-block';

/** An element around others that follow each other, with the room that it takes until it was laid out. */
function wrap(className: string, children: readonly HTMLElement[], lines: number): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.style.containIntrinsicBlockSize = `auto ${lines}lh`;
  element.append(...children);
  return element;
}

/** Gathers sections into parts. `lines`: the guess of each section. */
function partsOf(sections: readonly Section[], lines: readonly number[]): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < sections.length; from += SECTIONS_IN_PART) {
    const to = Math.min(sections.length, from + SECTIONS_IN_PART);
    const own = sections.slice(from, to).map(({ element }) => element);
    const guess = lines.slice(from, to).reduce((sum, each) => sum + each, 0);
    parts.push({ element: wrap('part', own, guess), sections: { from, to } });
  }
  return parts;
}

/**
 * Builds the elements of a text's blocks, in sections and parts. `lineLength`: characters to a line, by which the room
 * that what was never laid out takes is guessed.
 */
export function buildBlocks(text: Text, attribute: BlockAttribute, lineLength: number): PageBlocks {
  const elements: HTMLElement[] = [];
  const sections: Section[] = [];
  const guesses: number[] = [];
  let open: HTMLElement[] = [];
  let length = 0;
  let lines = 0;
  const close = (): void => {
    if (open.length === 0) return;
    sections.push({ element: wrap('section', open, lines), from: elements.length - open.length, to: elements.length });
    guesses.push(lines);
    open = [];
    length = 0;
    lines = 0;
  };
  text.blocks.forEach(({ kind, span }, block) => {
    const element = document.createElement(kind === 'heading' ? 'h2' : 'p');
    element.setAttribute(attribute, String(block));
    const guess = Math.ceil((span.end - span.start + 2) / lineLength);
    // Until it is filled: empty blocks without room would let all that follows them come into sight.
    element.style.minBlockSize = `${guess}lh`;
    elements.push(element);
    open.push(element);
    length += span.end - span.start;
    lines += guess;
    if (length >= SECTION_LENGTH) close();
  });
  close();
  return { elements, sections, parts: partsOf(sections, guesses) };
}

const boxIn = (flow: Flow, element: HTMLElement | undefined): FlowBox | undefined =>
  element && flow.boxOf(element.getBoundingClientRect());

/** The first place in a list, from `low` up to `high`, of what does not lie wholly before a place of the flow. */
function firstBeyond(
  flow: Flow,
  [low, high]: readonly [number, number],
  elementOf: (index: number) => HTMLElement | undefined,
  place: number,
): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boxIn(flow, elementOf(middle))?.end ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first section that reaches beyond a place of the flow, or the last of all. Only one part is asked for its own. */
function sectionAfter({ sections, parts }: PageBlocks, flow: Flow, place: number): number {
  const part = parts[firstBeyond(flow, [0, parts.length - 1], (at) => parts[at]?.element, place)];
  const { from, to } = part?.sections ?? { from: 0, to: 1 };
  return firstBeyond(flow, [from, to - 1], (at) => sections[at]?.element, place);
}

/** True for a block that reaches beyond a place. One that is skipped would do so beyond its section, unseen. */
const isSeenAfter = (flow: Flow, element: HTMLElement | undefined, place: number): boolean =>
  element?.checkVisibility({ contentVisibilityAuto: true }) === true && (boxIn(flow, element)?.end ?? 0) > place;

/**
 * The first block that reaches beyond a place of the flow, or the last of all. Parts and sections are looked
 * at first: to ask for the place of a block in one that is skipped would lay that one out.
 */
export function blockAfter(blocks: PageBlocks, flow: Flow, place: number): number {
  const { elements, sections } = blocks;
  let index = sectionAfter(blocks, flow, place);
  // A section that was never in sight has a guessed size, which its blocks may exceed.
  while (index > 0 && isSeenAfter(flow, elements[(sections[index]?.from ?? 0) - 1], place)) index--;
  const { from, to } = sections[index] ?? { from: 0, to: 1 };
  return firstBeyond(flow, [from, to === elements.length ? to - 1 : to], (at) => elements[at], place);
}

/** The blocks of the sections that reach into a stretch of the flow. */
export function sectionsBetween(blocks: PageBlocks, flow: Flow, start: number, end: number): BlockRange {
  const { sections } = blocks;
  const first = sectionAfter(blocks, flow, start);
  let last = first;
  while ((boxIn(flow, sections[last + 1]?.element)?.start ?? Infinity) < end) last++;
  return { from: sections[first]?.from ?? 0, to: sections[last]?.to ?? sections.at(-1)?.to ?? 0 };
}

/** How many blocks end before a place in the DOM beside them. */
export function blocksBefore({ elements }: PageBlocks, container: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(container, offset);
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    // Positive: the end of the block lies behind the place.
    if (element !== undefined && range.comparePoint(element, element.childNodes.length) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
