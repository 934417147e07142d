import type { Notice } from '#core/text/overlays';
import type { CodePointSpan } from '#core/support/offset';
import type { DisplayPoint, DisplayStretch, ShownText } from '#core/text/shown-text';
import { displayOffset, domPlace, fillBlock, type BlockContent } from './block-dom';

/** Blocks to a section: enough that skipping one saves work, few enough that laying one out is not felt. */
const BLOCKS_PER_SECTION = 50;

/** How the page is to be filled. */
export interface PageOptions {
  readonly glosses: boolean;
}

/**
 * The text on the page: builds its blocks inside an element, and turns places in the DOM into places of the
 * displayed text and back. It alone knows how the blocks are made.
 */
export class PageView {
  readonly root: HTMLElement;
  readonly #blocks: HTMLElement[] = [];
  readonly #contents: BlockContent[] = [];
  #shown: ShownText | undefined;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  /** What the page shows now. */
  get shown(): ShownText | undefined {
    return this.#shown;
  }

  /** Shows a text. Where only the script or the layers changed, the blocks' elements stay. */
  show(shown: ShownText, { glosses }: PageOptions): void {
    if (this.#shown?.text !== shown.text) this.#build(shown);
    this.#shown = shown;
    this.#blocks.forEach((element, block) => {
      this.#contents[block] = fillBlock(element, shown, block, glosses);
    });
  }

  /** The element of a block. */
  block(number: number): HTMLElement | undefined {
    return this.#blocks[number];
  }

  /** What there is to say about the stretch that this element carries. */
  noticeOf(element: HTMLElement): Notice | undefined {
    return this.#contents[this.#numberOf(element)]?.notices.get(element);
  }

  /** The elements with something to say in the block of this one, in order. */
  noticesBeside(element: HTMLElement): HTMLElement[] {
    return [...(this.#contents[this.#numberOf(element)]?.notices.keys() ?? [])];
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
    const content = this.#contents[block];
    return content === undefined ? undefined : domPlace(content.texts, offset, leaning);
  }

  /** A place in the DOM as a place of the displayed text; undefined outside the blocks. */
  pointOf(container: Node, offset: number): DisplayPoint | undefined {
    const element = container instanceof Element ? container : container.parentElement;
    const holder = element?.closest<HTMLElement>('[data-block]');
    if (holder && this.root.contains(holder)) {
      const block = this.#numberOf(holder);
      const content = this.#contents[block];
      return content && { block, offset: displayOffset(content.texts, container, offset) };
    }
    return this.root.contains(container) ? this.#pointBetweenBlocks(container, offset) : undefined;
  }

  /** The rectangles that a canonical span covers on the screen, in CSS pixels of the window. */
  rectsOf(span: CodePointSpan): DOMRect[] {
    return (this.#shown?.stretchesOf(span) ?? []).flatMap((stretch) => {
      const range = this.#liveRange(stretch);
      return range === undefined ? [] : [...range.getClientRects()].filter((rect) => rect.width > 0);
    });
  }

  #liveRange(stretch: DisplayStretch): Range | undefined {
    const still = this.staticRange(stretch);
    if (still === undefined) return undefined;
    const range = document.createRange();
    range.setStart(still.startContainer, still.startOffset);
    range.setEnd(still.endContainer, still.endOffset);
    return range;
  }

  /** A place beside a block, as when everything is selected: the end of the last block before it. */
  #pointBetweenBlocks(container: Node, offset: number): DisplayPoint {
    const range = document.createRange();
    range.setStart(container, offset);
    let point: DisplayPoint = { block: 0, offset: 0 };
    this.#blocks.forEach((element, block) => {
      if (range.comparePoint(element, element.childNodes.length) > 0) return;
      point = { block, offset: this.#shown?.block(block).display.length ?? 0 };
    });
    return point;
  }

  #numberOf(element: HTMLElement): number {
    return Number(element.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? -1);
  }

  #build(shown: ShownText): void {
    const { blocks } = shown.text;
    this.#blocks.length = 0;
    this.#contents.length = 0;
    const sections = document.createDocumentFragment();
    for (let from = 0; from < blocks.length; from += BLOCKS_PER_SECTION) {
      const section = document.createElement('div');
      section.className = 'section';
      blocks.slice(from, from + BLOCKS_PER_SECTION).forEach(({ kind }, index) => {
        const element = document.createElement(kind === 'heading' ? 'h2' : 'p');
        element.dataset['block'] = String(from + index);
        this.#blocks.push(element);
        section.append(element);
      });
      sections.append(section);
    }
    this.root.classList.toggle('long', blocks.length > BLOCKS_PER_SECTION);
    this.root.replaceChildren(sections);
  }
}
