import type { Text } from '#core/text/text';
import type { BlockRange } from './fill-order';
import type { Flow, FlowBox } from './flow';

/**
 * UTF-16 units of text that close a section: enough that skipping one saves work and that there are not too many, few
 * enough that laying out those that come into sight in one frame is not felt.
 */
const SECTION_LENGTH = 500;

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
 * Builds the elements of a text's blocks, in sections. `lineLength`: characters to a line, by which the room that what
 * was never laid out takes is guessed.
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
    element.style.containIntrinsicBlockSize = `auto ${lines}lh`;
    element.append(...open);
    sections.push({ element, from: elements.length - open.length, to: elements.length });
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
  return { elements, sections };
}

const boxIn = (flow: Flow, element: HTMLElement | undefined): FlowBox | undefined =>
  element && flow.boxOf(element.getBoundingClientRect());

/** How many members of a list lie wholly before a place of the flow; they follow each other. */
function countBefore(
  flow: Flow,
  count: number,
  elementOf: (index: number) => HTMLElement | undefined,
  place: number,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boxIn(flow, elementOf(middle))?.end ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for a block that reaches beyond a place. One that is skipped would do so beyond its section, unseen. */
const isSeenAfter = (flow: Flow, element: HTMLElement | undefined, place: number): boolean =>
  element?.checkVisibility({ contentVisibilityAuto: true }) === true && (boxIn(flow, element)?.end ?? 0) > place;

/**
 * The first block that reaches beyond a place of the flow, or the last of all. Sections are looked
 * at first: to ask for the place of a block in a section that is skipped would lay that section out.
 */
export function blockAfter({ elements, sections }: PageBlocks, flow: Flow, place: number): number {
  let index = Math.min(
    countBefore(flow, sections.length, (at) => sections[at]?.element, place),
    sections.length - 1,
  );
  // A section that was never in sight has a guessed size, which its blocks may exceed.
  while (index > 0 && isSeenAfter(flow, elements[(sections[index]?.from ?? 0) - 1], place)) index--;
  const section = sections[index];
  if (section === undefined) return 0;
  const { from, to } = section;
  const before = countBefore(flow, to - from, (at) => elements[from + at], place);
  return Math.min(from + before, elements.length - 1);
}

/** The blocks of the sections that reach into a stretch of the flow. */
export function sectionsBetween({ sections }: PageBlocks, flow: Flow, start: number, end: number): BlockRange {
  const elementOf = (at: number): HTMLElement | undefined => sections[at]?.element;
  const first = countBefore(flow, sections.length, elementOf, start);
  let last = first;
  while ((boxIn(flow, elementOf(last + 1))?.start ?? Infinity) < end) last++;
  return { from: sections[first]?.from ?? 0, to: sections[last]?.to ?? sections.at(-1)?.to ?? 0 };
}
