/** Units up to which working memory is kept for the next conversion: far more than a paragraph has. */
const MOST_KEPT = 1 << 17;

/** Working memory that is used again, so that converting a paragraph allocates next to nothing. */
class Scratch<Memory extends { readonly length: number }> {
  readonly #make: (length: number) => Memory;
  #kept: Memory;

  constructor(make: (length: number) => Memory) {
    this.#make = make;
    this.#kept = make(0x400);
  }

  /** Memory of at least this length; what is in it is left over from before. */
  atLeast(length: number): Memory {
    if (length <= this.#kept.length) return this.#kept;
    const made = this.#make(length * 2 <= MOST_KEPT ? length * 2 : length);
    if (made.length <= MOST_KEPT) this.#kept = made;
    return made;
  }
}

const units = (): Scratch<Uint16Array> => new Scratch((length) => new Uint16Array(length));
const offsets = (): Scratch<Int32Array> => new Scratch((length) => new Int32Array(length));
const bytes = (): Scratch<Uint8Array> => new Scratch((length) => new Uint8Array(length));

/** Two of each, since a pass reads from one and writes to the other. */
const UNITS = [units(), units()] as const;
const BYTES = [bytes(), bytes()] as const;
const OFFSETS = [offsets(), offsets()] as const;

/** One of two. */
export type Slot = 0 | 1;

/** The other of two. */
export const otherSlot = (slot: Slot): Slot => (slot === 0 ? 1 : 0);

/** An array for at least so many UTF-16 units and one more, not cleared. */
export const unitsFor = (slot: Slot, length: number): Uint16Array => UNITS[slot].atLeast(length + 1);

/** An array for at least so many signs, cleared that far. */
export const signsFor = (slot: Slot, length: number): Uint8Array => BYTES[slot].atLeast(length).fill(0, 0, length);

/** An array for at least so many offsets, not cleared. */
export const offsetsFor = (slot: Slot, length: number): Int32Array => OFFSETS[slot].atLeast(length);
