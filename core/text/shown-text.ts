import { blockAt, offsetInText, spreadOverBlocks } from '../anchor/spread';
import type { IsForm } from '../script/forms';
import type { FixedStretch, Projection, Projector } from '../script/projection';
import { NO_VARIANTS, type Variants } from '../script/variants';
import { codePointSpan, unitSpan, type CodePointSpan, type UnitSpan } from '../support/offset';
import { readingOfBlock } from './layers';
import type { Text } from './text';

/** A place on the page: a block's number, and an offset into its displayed text in UTF-16 units. */
export interface DisplayPoint {
  readonly block: number;
  readonly offset: number;
}

/** A stretch of one displayed block. */
export interface DisplayStretch {
  readonly block: number;
  readonly span: UnitSpan;
}

/** What a reader has fixed in a block of these words, which stands at `span` of the canonical text. */
export type FixedIn = (span: CodePointSpan, words: string) => readonly FixedStretch[];

const NOTHING_FIXED: FixedIn = () => [];

/**
 * A text as it is shown: in one script, with repairs on or off. It turns spans of the canonical text into places
 * on the page and back, snapping outward to whole units. Blocks are projected when first asked for.
 */
export class ShownText {
  readonly text: Text;
  readonly repairs: boolean;
  /** Which characters are marked as having more than one counterpart in the conversion shown. */
  readonly variants: Variants;
  readonly #projector: Projector;
  readonly #fixedIn: FixedIn;
  readonly #projections = new Map<number, Projection>();

  constructor(
    text: Text,
    projector: Projector,
    repairs: boolean,
    fixedIn: FixedIn = NOTHING_FIXED,
    variants: Variants = NO_VARIANTS,
  ) {
    this.text = text;
    this.repairs = repairs;
    this.variants = variants;
    this.#projector = projector;
    this.#fixedIn = fixedIn;
  }

  /** The same text in the same script, with other stretches fixed. */
  withFixed(fixedIn: FixedIn): ShownText {
    return new ShownText(this.text, this.#projector, this.repairs, fixedIn, this.variants);
  }

  /** The title in the script shown; corrections of the text do not reach it. */
  get title(): string {
    return this.#projector.project(this.text.title).display;
  }

  /** The projection of a block, made once. */
  block(index: number): Projection {
    const known = this.#projections.get(index);
    if (known !== undefined) return known;
    const words = readingOfBlock(this.text, index, this.repairs);
    const span = this.text.blocks[index]?.span;
    const made = this.#projector.project(words, span === undefined ? [] : this.#fixedIn(span, words));
    this.#projections.set(index, made);
    return made;
  }

  /** Whether what is shown for a character is a form of it, by the conversion shown. */
  get isForm(): IsForm {
    return this.#projector.isForm;
  }

  /** Where a canonical span is shown, a stretch for each block that it touches. */
  stretchesOf(span: CodePointSpan): DisplayStretch[] {
    return spreadOverBlocks(this.text.blocks, span).map((stretch) => ({
      block: stretch.block,
      span: this.block(stretch.block).toDisplay(stretch.span),
    }));
  }

  /** The words shown for a canonical span, blocks joined by a newline. */
  displayOf(span: CodePointSpan): string {
    return this.stretchesOf(span)
      .map(({ block, span: { start, end } }) => this.block(block).display.slice(start, end))
      .join('\n');
  }

  /** Where a canonical offset is shown. */
  pointOf(offset: number): DisplayPoint {
    const block = blockAt(this.text.blocks, offset);
    const at = offset - (this.text.blocks[block]?.span.start ?? 0);
    return { block, offset: this.block(block).toDisplay(codePointSpan(at, at)).start };
  }

  /** The canonical offset of a place on the page; inside a unit, the start of that unit. */
  offsetOf(point: DisplayPoint): number {
    const { start } = this.block(point.block).toCanonical(unitSpan(point.offset, point.offset));
    return offsetInText(this.text.blocks, point.block, start);
  }

  /**
   * The canonical span that two places on the page enclose, in either order, snapped outward to whole units;
   * undefined if nothing lies between them.
   */
  spanBetween(one: DisplayPoint, other: DisplayPoint): CodePointSpan | undefined {
    const [from, to] = isBefore(one, other) ? [one, other] : [other, one];
    const first = this.block(from.block);
    const start = first.toCanonical(unitSpan(from.offset, from.block === to.block ? to.offset : first.display.length));
    const end = from.block === to.block ? start : this.block(to.block).toCanonical(unitSpan(0, to.offset));
    const span = codePointSpan(
      offsetInText(this.text.blocks, from.block, start.start),
      offsetInText(this.text.blocks, to.block, end.end),
    );
    return this.#trimmed(span);
  }

  /** A span that ends or begins at a block's edge without taking a character of that block gives the edge back. */
  #trimmed(span: CodePointSpan): CodePointSpan | undefined {
    const stretches = spreadOverBlocks(this.text.blocks, span);
    const first = stretches[0];
    const last = stretches.at(-1);
    if (first === undefined || last === undefined) return undefined;
    return {
      start: offsetInText(this.text.blocks, first.block, first.span.start),
      end: offsetInText(this.text.blocks, last.block, last.span.end),
    };
  }
}

const isBefore = (one: DisplayPoint, other: DisplayPoint): boolean =>
  one.block < other.block || (one.block === other.block && one.offset <= other.offset);
