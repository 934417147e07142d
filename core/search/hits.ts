import { countBelow } from '../support/count-below';
import { codePointSpan, type CodePointSpan } from '../support/offset';

/** Hits of a search in a text: stretches of the canonical text in code points, in order, each once. */
export class Hits {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Code points of the longest hit. */
  readonly #longest: number;

  /** `starts` and `ends` belong together, and come in the order of the starts. */
  constructor(starts: Int32Array, ends: Int32Array) {
    this.#starts = starts;
    this.#ends = ends;
    let longest = 0;
    for (let hit = 0; hit < starts.length; hit++) longest = Math.max(longest, (ends[hit] ?? 0) - (starts[hit] ?? 0));
    this.#longest = longest;
  }

  /** How many there are. */
  get count(): number {
    return this.#starts.length;
  }

  /** The stretch of the hit with this number, counted from 0. */
  span(hit: number): CodePointSpan {
    return codePointSpan(this.#starts[hit] ?? 0, this.#ends[hit] ?? 0);
  }

  /** The number of the first hit that starts at or after a canonical offset (code points); `count` where none does. */
  firstFrom(offset: number): number {
    return countBelow(this.#starts, offset);
  }

  /** The number of the hit on exactly these words; -1 where none is. */
  find(span: CodePointSpan): number {
    for (let hit = this.firstFrom(span.start); this.#starts[hit] === span.start; hit++) {
      if (this.#ends[hit] === span.end) return hit;
    }
    return -1;
  }

  /** The hits that share a code point with a span, in order. */
  within({ start, end }: CodePointSpan): CodePointSpan[] {
    const found: CodePointSpan[] = [];
    for (let hit = this.firstFrom(start - this.#longest + 1); (this.#starts[hit] ?? Infinity) < end; hit++) {
      if ((this.#ends[hit] ?? 0) > start) found.push(this.span(hit));
    }
    return found;
  }
}

/** No hits. */
export const NO_HITS = new Hits(new Int32Array(0), new Int32Array(0));

/** Collects hits in any order. */
export class HitCollector {
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #count = 0;
  #isSorted = true;

  /** Adds a stretch of the canonical text, in code points. */
  add(start: number, end: number): void {
    if (this.#count === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    if (this.#count > 0 && start <= (this.#starts[this.#count - 1] ?? 0)) this.#isSorted = false;
    this.#starts[this.#count] = start;
    this.#ends[this.#count++] = end;
  }

  /** All that was added, in order, and of equal ones only one. */
  build(): Hits {
    const starts = this.#starts.slice(0, this.#count);
    const ends = this.#ends.slice(0, this.#count);
    if (this.#isSorted) return new Hits(starts, ends);
    const order = Int32Array.from(starts.keys()).sort(
      (one, other) => (starts[one] ?? 0) - (starts[other] ?? 0) || (ends[one] ?? 0) - (ends[other] ?? 0),
    );
    const kept = order.filter((hit, at) => {
      const before = order[at - 1];
      return before === undefined || starts[before] !== starts[hit] || ends[before] !== ends[hit];
    });
    return new Hits(
      kept.map((hit) => starts[hit] ?? 0),
      kept.map((hit) => ends[hit] ?? 0),
    );
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
