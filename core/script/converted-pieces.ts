import { alignmentBuilder, type Alignment } from './alignment';

/** A converted text, and how it lies beside the text before. */
export interface Converted {
  readonly display: string;
  readonly alignment: Alignment;
}

/** Joins the pieces of a text that were converted each by itself. */
export class ConvertedPieces {
  readonly #texts: string[] = [];
  readonly #blocks = alignmentBuilder();
  #src = 0;
  #dst = 0;

  /** Adds the next piece, which was `length` UTF-16 units of the text before. */
  add(length: number, { display, alignment }: Converted): void {
    const { count, src, dst, srcLength, dstLength } = alignment;
    for (let block = 0; block < count; block++) {
      const [at, to] = [this.#src + (src[block] ?? 0), this.#dst + (dst[block] ?? 0)];
      this.#blocks.add(at, to, srcLength[block] ?? 0, dstLength[block] ?? 0);
    }
    this.#texts.push(display);
    this.#src += length;
    this.#dst += display.length;
  }

  /** All pieces as one text. */
  joined(): Converted {
    return { display: this.#texts.join(''), alignment: this.#blocks.build() };
  }
}
