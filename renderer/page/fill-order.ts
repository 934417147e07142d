/** Blocks from one number up to, and without, another. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** Which blocks of a text are still to be filled, and in what order: those nearest to the reader first, both ways. */
export class FillOrder {
  readonly #stale: Uint8Array;
  #left: number;
  /** All blocks before this one and from `#centre` on are filled, and likewise above. */
  #below = 0;
  #above = -1;
  #centre: BlockRange = { from: 0, to: 0 };

  /** All of `count` blocks are to be filled. */
  constructor(count: number) {
    this.#stale = new Uint8Array(count).fill(1);
    this.#left = count;
  }

  /** How many blocks are still to be filled. */
  get left(): number {
    return this.#left;
  }

  /** True while this block is still to be filled. */
  has(block: number): boolean {
    return this.#stale[block] === 1;
  }

  /** Notes that a block is filled. */
  done(block: number): void {
    if (!this.has(block)) return;
    this.#stale[block] = 0;
    this.#left--;
  }

  /** Tells which blocks the reader sees: what is nearest to them comes first from now on. */
  near({ from, to }: BlockRange): void {
    if (from === this.#centre.from && to === this.#centre.to) return;
    this.#centre = { from, to };
    this.#below = from;
    this.#above = from - 1;
  }

  /** The block to fill next; undefined once all are filled. Of two equally near it is the one below. */
  next(): number | undefined {
    const count = this.#stale.length;
    while (this.#below < count && !this.has(this.#below)) this.#below++;
    while (this.#above >= 0 && !this.has(this.#above)) this.#above--;
    const below = this.#below < count ? this.#below - this.#centre.to : Infinity;
    const above = this.#above >= 0 ? this.#centre.from - 1 - this.#above : Infinity;
    if (below === Infinity && above === Infinity) return undefined;
    return below <= above ? this.#below : this.#above;
  }
}
