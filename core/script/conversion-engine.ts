import { alignmentBuilder, carrySigns, compose, IDENTITY, type Alignment } from './alignment';
import { ConvertedPieces, type Converted } from './converted-pieces';
import { convertOnce, paintSegments, type Pass } from './conversion-pass';
import { descriptionEnds, holdsOperator } from './ideographic-description';
import type { MatchTable } from './match-table';
import { offsetsFor, otherSlot, signsFor, unitsFor, type Slot } from './scratch';
import { MAY_HOLD_COMPATIBILITY, MAY_HOLD_OPERATOR, MAY_HOLD_PAIR, readUnits, writeUnits, type Units } from './units';

/** What a conversion consists of, after OpenCC. */
export interface Recipe {
  /** Passes over the whole text that come first, and unify compatibility ideographs. */
  readonly normalization: readonly MatchTable[];
  /**
   * Cuts the normalised text into segments that no later match crosses. `first-pass`: the phrases of the first pass
   * are those segments, so that it finds them on its way; undefined leaves the text whole.
   */
  readonly segmentation: MatchTable | 'first-pass' | undefined;
  /** Passes over each segment. */
  readonly passes: readonly MatchTable[];
}

/**
 * UTF-16 units after which a long text is cut at the next end of a line or sentence: so many that the working memory
 * of a piece stays in the processor's cache.
 */
const PIECE = 0x2000;

/** Where a text may be cut: no key of any dictionary holds these, so that no match goes over them. */
const ENDS = /[\n。]/g;

/**
 * Converts a text by a recipe, in time linear in its length. `vetoes` is not 0 at offsets of the text (UTF-16 units)
 * where no phrase of its words may end.
 */
export function convertText(recipe: Recipe, text: string, vetoes?: Uint8Array): Converted {
  if (text.length <= PIECE || holdsOperator(text)) return convertPiece(recipe, text, 0, text.length, vetoes);
  const pieces = new ConvertedPieces();
  for (let from = 0; from < text.length;) {
    ENDS.lastIndex = from + PIECE;
    const end = ENDS.test(text) ? ENDS.lastIndex : text.length;
    pieces.add(end - from, convertPiece(recipe, text, from, end, vetoes?.subarray(from)));
    from = end;
  }
  return pieces.joined();
}

function convertPiece(recipe: Recipe, text: string, from: number, end: number, vetoes?: Uint8Array): Converted {
  const length = end - from;
  if (length === 0) return { display: '', alignment: IDENTITY };
  const array = unitsFor(0, length);
  const holds = readUnits(text, from, end, array);
  const run = new Run({ array, length }, (holds & MAY_HOLD_OPERATOR) !== 0, vetoes);
  if ((holds & (MAY_HOLD_PAIR | MAY_HOLD_COMPATIBILITY)) !== 0)
    for (const table of recipe.normalization) run.pass(table);
  run.segmentAndConvert(recipe);
  return { display: writeUnits(run.text, holds), alignment: run.alignment };
}

/** One conversion of one text, pass by pass. */
class Run {
  text: Units;
  alignment: Alignment = IDENTITY;
  readonly #holdsOperator: boolean;
  #slot: Slot = 0;
  #vetoes: Uint8Array | undefined;
  #cuts: Uint8Array | undefined;
  #cutsSlot: Slot = 0;

  constructor(text: Units, holdsOperator: boolean, vetoes: Uint8Array | undefined) {
    this.text = text;
    this.#holdsOperator = holdsOperator;
    this.#vetoes = vetoes;
  }

  segmentAndConvert({ segmentation, passes }: Recipe): void {
    if (typeof segmentation === 'object') this.#segment(segmentation);
    passes.forEach((table, index) => {
      this.pass(table, index === 0 && segmentation === 'first-pass' && passes.length > 1);
    });
  }

  /** Passes over the text once; `paints`: the phrases that it finds become the segments of later passes. */
  pass(table: MatchTable, paints = false): void {
    const { length } = this.text;
    const from = this.#slot;
    const to = otherSlot(from);
    const paint = paints ? signsFor(this.#cutsSlot, length + 1) : undefined;
    const blocks = alignmentBuilder();
    const out = unitsFor(to, length);
    this.text = convertOnce(this.#parts(table, paint), { out, blocks, assembly: (units) => unitsFor(from, units) });
    this.#slot = this.text.array === out ? to : from;
    if (paint !== undefined) this.#cuts = paint;
    this.#proceed(length, blocks.build());
  }

  #segment(table: MatchTable): void {
    const cuts = signsFor(this.#cutsSlot, this.text.length + 1);
    paintSegments(this.#parts(table, cuts), unitsFor(otherSlot(this.#slot), this.text.length));
    this.#cuts = cuts;
  }

  #parts(table: MatchTable, paint: Uint8Array | undefined): Pass {
    const { text } = this;
    const bounds = { cuts: this.#cuts, vetoes: this.#vetoes };
    return { table, text, bounds, descriptions: this.#descriptions(), candidates: offsetsFor(0, text.length), paint };
  }

  /** Carries what is known of the text before a pass over to the text after it. */
  #proceed(length: number, alignment: Alignment): void {
    this.#cuts = this.#carried(this.#cuts, length, alignment);
    this.#vetoes = this.#vetoes && carrySigns(this.#vetoes, length, alignment, new Uint8Array(this.text.length + 1));
    this.alignment = compose(this.alignment, alignment);
  }

  #carried(cuts: Uint8Array | undefined, length: number, alignment: Alignment): Uint8Array | undefined {
    if (cuts === undefined || alignment.count === 0) return cuts;
    this.#cutsSlot = otherSlot(this.#cutsSlot);
    return carrySigns(cuts, length, alignment, signsFor(this.#cutsSlot, this.text.length + 1));
  }

  #descriptions(): Int32Array | undefined {
    if (!this.#holdsOperator) return undefined;
    const ends = offsetsFor(1, this.text.length);
    descriptionEnds(ends, this.text.array, this.text.length, this.#cuts);
    return ends;
  }
}
