import { spreadOverBlocks } from '#core/anchor/spread';
import type { Layout } from '#core/text/layout';
import type { Notice } from '#core/text/overlays';
import { codePointSpan, type CodePointSpan } from '#core/support/offset';
import type { DisplayPoint, DisplayStretch, ShownText } from '#core/text/shown-text';
import { displayOffset, domPlace, fillBlock, uprightAround, type BlockContent } from './block-dom';
import { FillOrder, type BlockRange } from './fill-order';
import { FLOWS, type Flow, type FlowBox } from './flow';
import {
  blockAfter,
  blocksBefore,
  buildBlocks,
  sectionsBetween,
  type BlockAttribute,
  type PageBlocks,
} from './page-blocks';

/** Code points up to which a text is filled at once: what that takes is not felt. */
const FILLED_AT_ONCE = 20_000;

const isLong = ({ text }: ShownText): boolean => (text.blocks.at(-1)?.span.end ?? 0) > FILLED_AT_ONCE;

/** How the page is to be filled. */
export interface PageOptions {
  readonly glosses: boolean;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
  readonly layout: Layout;
}

/**
 * The text on the page: builds its blocks inside an element, and turns places in the DOM into places of the displayed
 * text and back. A short text is filled at once; of a long one, blocks are filled when they are asked for or their turn
 * comes, and nothing answers for what a block showed before.
 */
export class PageView {
  readonly root: HTMLElement;
  readonly #attribute: BlockAttribute;
  #blocks: PageBlocks = { elements: [], sections: [], parts: [] };
  #contents: (BlockContent | undefined)[] = [];
  #order = new FillOrder(0);
  #shown: ShownText | undefined;
  #options: PageOptions = { glosses: true, language: '', layout: 'horizontal' };
  #onFill: (block: number) => void = () => undefined;

  constructor(root: HTMLElement, attribute: BlockAttribute = 'data-block') {
    this.root = root;
    this.#attribute = attribute;
  }

  /** What the page shows now. */
  get shown(): ShownText | undefined {
    return this.#shown;
  }

  /** How the page flows: along it all places are told. */
  get flow(): Flow {
    return FLOWS[this.#options.layout];
  }

  /** BCP 47 tag of the script displayed, which a long text takes on bit by bit. */
  get language(): string {
    return this.#options.language;
  }

  /** True if the text is filled bit by bit. */
  get isLong(): boolean {
    return this.#shown !== undefined && isLong(this.#shown);
  }

  /** Calls back whenever a block was filled: what held to its words before holds no more. */
  onFill(listener: (block: number) => void): void {
    this.#onFill = listener;
  }

  /**
   * Shows a text. Where only the script or the layers changed, the blocks' elements stay. The blocks of a long text
   * are filled by `fillAll` and `fillNext`, and when they are asked for.
   */
  show(shown: ShownText, options: PageOptions): void {
    const isOther = this.#shown?.text !== shown.text;
    this.#shown = shown;
    this.#options = options;
    if (isOther) {
      this.#blocks = buildBlocks(shown.text, this.#attribute, this.#lineLength());
      this.#contents = [];
      this.root.classList.toggle('long', isLong(shown));
      this.root.replaceChildren(this.#frameOf(shown));
    }
    this.#order = new FillOrder(this.#blocks.elements.length);
    this.root.classList.toggle('with-readings', options.glosses && shown.text.glosses.length > 0);
    if (!this.isLong) {
      this.root.lang = options.language;
      this.fillAll({ from: 0, to: this.#blocks.elements.length });
    }
    this.#noteProgress();
  }

  /** True once a block shows the text as it is shown now. */
  isFilled(block: number): boolean {
    return block < this.#blocks.elements.length && !this.#order.has(block);
  }

  /** Fills these blocks where they are not filled yet. */
  fillAll({ from, to }: BlockRange): void {
    for (let block = Math.max(0, from); block < Math.min(to, this.#blocks.elements.length); block++) this.#fill(block);
  }

  /** Tells which blocks are seen: those nearest to them are filled next. */
  near(seen: BlockRange): void {
    this.#order.near(seen);
  }

  /** How many characters stand on a line, as long as lines are now. */
  #lineLength(): number {
    const size = parseFloat(getComputedStyle(this.root).fontSize) || 20;
    return Math.max(8, Math.floor(this.flow.lineSizeOf(this.root) / size));
  }

  /** Fills one more block; false once all are filled. */
  fillNext(): boolean {
    // Late and by itself, since it makes the browser look at every section again. Each block has its own already.
    if (this.root.lang !== this.#options.language) {
      this.root.lang = this.#options.language;
      return true;
    }
    const block = this.#order.next();
    if (block !== undefined) this.#fill(block);
    return this.#order.left > 0;
  }

  /** The first block that reaches beyond a place of the flow. */
  blockAfter(place: number): number {
    return blockAfter(this.#blocks, this.flow, place);
  }

  /** The blocks of the sections that reach into a stretch of the flow. */
  sectionsBetween(start: number, end: number): BlockRange {
    return sectionsBetween(this.#blocks, this.flow, start, end);
  }

  /** The element of a block; undefined outside the text. */
  readonly elementOf = (block: number): HTMLElement | undefined => this.#blocks.elements[block];

  /** Where a block stands in the flow; undefined outside the text. */
  boxOf(block: number): FlowBox | undefined {
    const element = this.elementOf(block);
    return element && this.flow.boxOf(element.getBoundingClientRect());
  }

  /** What there is to say about the stretch that this element carries. */
  noticeOf(element: HTMLElement): Notice | undefined {
    return this.#content(this.#numberOf(element))?.notices.get(element);
  }

  /** The elements with something to say in the block of this one, in order. */
  noticesBeside(element: HTMLElement): HTMLElement[] {
    return this.noticesOf(this.#numberOf(element));
  }

  /** The elements with something to say in a block, in order. */
  noticesOf(block: number): HTMLElement[] {
    return [...(this.#content(block)?.notices.keys() ?? [])];
  }

  /** A displayed stretch as a range that does not follow the DOM, which is what highlights want. */
  staticRange({ block, span }: DisplayStretch): StaticRange | undefined {
    const start = this.place({ block, offset: span.start }, 'start');
    const end = this.place({ block, offset: span.end }, 'end');
    if (start === undefined || end === undefined) return undefined;
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  }

  /** A place of the displayed text as a place in the DOM. */
  place({ block, offset }: DisplayPoint, leaning: 'start' | 'end'): { node: Text; offset: number } | undefined {
    const content = this.#content(block);
    return content === undefined ? undefined : domPlace(content.texts, offset, leaning);
  }

  /** A place in the DOM as a place of the displayed text; undefined outside the blocks. */
  pointOf(container: Node, offset: number): DisplayPoint | undefined {
    const element = container instanceof Element ? container : container.parentElement;
    const holder = element?.closest<HTMLElement>(`[${this.#attribute}]`);
    if (!holder || !this.root.contains(holder)) {
      return this.root.contains(container) ? this.#pointBetweenBlocks(container, offset) : undefined;
    }
    const block = this.#numberOf(holder);
    const content = this.#contents[block];
    if (content === undefined || this.isFilled(block)) {
      const { texts } = this.#content(block) ?? {};
      return texts && { block, offset: displayOffset(texts, container, offset) };
    }
    // The place is one of the words shown before: to fill the block first would take it away.
    const before = { block, offset: displayOffset(content.texts, container, offset) };
    return this.#shown?.pointOf(content.shown.offsetOf(before));
  }

  /** A canonical span with the whole of each number that stands upright at its ends: such a number is one sign. */
  outward(span: CodePointSpan): CodePointSpan {
    const shown = this.#shown;
    if (shown === undefined || this.flow.layout === 'horizontal') return span;
    const edge = (at: number, side: 'start' | 'end'): number => {
      const { block, offset } = shown.pointOf(at);
      const content = this.#content(block);
      const number = content && uprightAround(content.texts, offset);
      return number === undefined ? at : shown.offsetOf({ block, offset: number[side] });
    };
    return codePointSpan(edge(span.start, 'start'), edge(span.end, 'end'));
  }

  /** The first and the last stretch that a canonical span covers; the same one where it lies in one block. */
  endsOf(span: CodePointSpan): [DisplayStretch, DisplayStretch] | undefined {
    const shown = this.#shown;
    const stretches = shown ? spreadOverBlocks(shown.text.blocks, span) : [];
    const [first, last] = [stretches[0], stretches.at(-1)];
    if (shown === undefined || first === undefined || last === undefined) return undefined;
    const display = ({ block, span: own }: typeof first): DisplayStretch => ({
      block,
      span: shown.block(block).toDisplay(own),
    });
    return [display(first), display(last)];
  }

  /**
   * The rectangles that a canonical span covers on the screen, in CSS pixels of the window. Of a span over many
   * blocks only those of the first and the last are given, which tell where it begins and ends.
   */
  rectsOf(span: CodePointSpan): DOMRect[] {
    const [first, last] = this.endsOf(span) ?? [];
    return [first, first?.block === last?.block ? undefined : last].flatMap((stretch) => {
      const range = stretch && this.#liveRange(stretch);
      return range === undefined
        ? []
        : [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    });
  }

  #liveRange(stretch: DisplayStretch): Range | undefined {
    const still = this.staticRange(stretch);
    if (still === undefined) return undefined;
    // Lays a skipped section out: asked for the rectangles of words that were just filled, a range gives none.
    this.#blocks.elements[stretch.block]?.getBoundingClientRect();
    const range = document.createRange();
    range.setStart(still.startContainer, still.startOffset);
    range.setEnd(still.endContainer, still.endOffset);
    return range;
  }

  /** A place beside a block, as when everything is selected: the end of the last block before it. */
  #pointBetweenBlocks(container: Node, offset: number): DisplayPoint {
    const block = blocksBefore(this.#blocks, container, offset) - 1;
    return block < 0 ? { block: 0, offset: 0 } : { block, offset: this.#shown?.block(block).display.length ?? 0 };
  }

  /**
   * The element that holds the sections. In a long text it stands between the page's language and the blocks, so that
   * naming a new one on the page changes the style of nothing below: each block has a language of its own.
   */
  #frameOf(shown: ShownText): HTMLElement {
    const frame = document.createElement('div');
    frame.className = 'blocks';
    if (isLong(shown)) frame.lang = 'zh';
    frame.append(...this.#blocks.parts.map(({ element }) => element));
    return frame;
  }

  #numberOf(element: HTMLElement): number {
    return Number(element.closest(`[${this.#attribute}]`)?.getAttribute(this.#attribute) ?? -1);
  }

  /** What a block shows, filled first where it is not. */
  #content(block: number): BlockContent | undefined {
    this.#fill(block);
    return this.#contents[block];
  }

  #fill(block: number): void {
    const element = this.#blocks.elements[block];
    if (element === undefined || this.#shown === undefined || !this.#order.has(block)) return;
    const { glosses, layout } = this.#options;
    const what = { shown: this.#shown, block, glosses, upright: layout === 'vertical' };
    // In a long text the language stands on each block, so that a change of it lays out no more than what was filled.
    if (this.isLong) element.lang = this.#options.language;
    this.#contents[block] = fillBlock(element, what, this.#contents[block]);
    this.#order.done(block);
    this.#onFill(block);
    if (this.#order.left === 0) this.#noteProgress();
  }

  /** Says on the element whether all of the text is on the page as it is shown now. */
  #noteProgress(): void {
    this.root.toggleAttribute('data-filling', this.#order.left > 0);
  }
}
