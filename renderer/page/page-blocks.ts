import type { Text } from '#core/text/text';
import type { BlockRange } from './fill-order';

/**
 * UTF-16 units of text that close a section: enough that skipping one saves work and that there are not too many,
 * few enough that laying one out is not felt.
 */
const SECTION_LENGTH = 2_000;

/** Some blocks that the browser lays out together, or skips together while they are out of sight. */
export interface Section extends BlockRange {
  readonly element: HTMLElement;
}

/** The elements of a text, empty. */
export interface PageBlocks {
  readonly elements: readonly HTMLElement[];
  readonly sections: readonly Section[];
}

/** The attribute that carries a block's number: on the page, or in a second column beside it. */
export type BlockAttribute = 'data-block' | 'data-parallel-block';

/**
 * Builds the elements of a text's blocks, in sections. `lineLength`: characters to a line, by which the height of what
 * was never laid out is guessed.
 */
export function buildBlocks(text: Text, attribute: BlockAttribute, lineLength: number): PageBlocks {
  const elements: HTMLElement[] = [];
  const sections: Section[] = [];
  let open: HTMLElement[] = [];
  let length = 0;
  let lines = 0;
  const close = (): void => {
    if (open.length === 0) return;
    const element = document.createElement('div');
    element.className = 'section';
    element.style.containIntrinsicHeight = `auto ${lines}lh`;
    element.append(...open);
    sections.push({ element, from: elements.length - open.length, to: elements.length });
    open = [];
    length = 0;
    lines = 0;
  };
  text.blocks.forEach(({ kind, span }, block) => {
    const element = document.createElement(kind === 'heading' ? 'h2' : 'p');
    element.setAttribute(attribute, String(block));
    elements.push(element);
    open.push(element);
    length += span.end - span.start;
    lines += Math.ceil((span.end - span.start + 2) / lineLength);
    if (length >= SECTION_LENGTH) close();
  });
  close();
  return { elements, sections };
}

/** How many members of a list lie wholly above a height of the window (CSS pixels); they lie one below the other. */
function countAbove(count: number, elementOf: (index: number) => HTMLElement | undefined, height: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elementOf(middle)?.getBoundingClientRect().bottom ?? Infinity) <= height) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for a block that reaches below a height. One that is skipped would do so beyond its section, unseen. */
const isSeenBelow = (element: HTMLElement | undefined, height: number): boolean =>
  element?.checkVisibility({ contentVisibilityAuto: true }) === true && element.getBoundingClientRect().bottom > height;

/**
 * The first block that reaches below a height of the window (CSS pixels), or the last of all. Sections are looked
 * at first: to ask for the place of a block in a section that is skipped would lay that section out.
 */
export function blockBelow({ elements, sections }: PageBlocks, height: number): number {
  let index = Math.min(
    countAbove(sections.length, (at) => sections[at]?.element, height),
    sections.length - 1,
  );
  // A section that was never in sight has a guessed height, which its blocks may exceed.
  while (index > 0 && isSeenBelow(elements[(sections[index]?.from ?? 0) - 1], height)) index--;
  const section = sections[index];
  if (section === undefined) return 0;
  const { from, to } = section;
  const above = countAbove(to - from, (at) => elements[from + at], height);
  return Math.min(from + above, elements.length - 1);
}

/** The blocks of the sections that reach into a stretch of the window's height (CSS pixels). */
export function sectionsBetween({ sections }: PageBlocks, top: number, bottom: number): BlockRange {
  const elementOf = (at: number): HTMLElement | undefined => sections[at]?.element;
  const first = countAbove(sections.length, elementOf, top);
  let last = first;
  while ((elementOf(last + 1)?.getBoundingClientRect().top ?? Infinity) < bottom) last++;
  return { from: sections[first]?.from ?? 0, to: sections[last]?.to ?? sections.at(-1)?.to ?? 0 };
}
