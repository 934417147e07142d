import type { Alignment } from '../script/alignment';
import type { Projection } from '../script/projection';
import { unitSpan, type UnitSpan } from '../support/offset';
import type { Matcher, SearchedText } from './matcher';

/** A match in a displayed block. */
export interface ShownMatch {
  readonly block: number;
  /** Where in the displayed block, in UTF-16 units. */
  readonly span: UnitSpan;
  readonly projection: Projection;
}

interface LayerBlock {
  readonly block: number;
  readonly projection: Projection;
  /** Where the block starts in the joined text of the layer. */
  readonly start: number;
  readonly folded: string;
}

/**
 * What a text shows in one mode, as far as looking through its canonical text would not find it: the blocks that are not,
 * unit for unit, the same when folded. In them, only matches that touch what differs say anything new.
 */
export class ShownLayer {
  readonly #blocks: LayerBlock[] = [];
  /** Start and end of each stretch that differs, one after the other, in units of the joined text. */
  readonly #changes: number[] = [];
  #length = 0;
  #joined: SearchedText | undefined;

  /** UTF-16 units of what has to be looked through. */
  get length(): number {
    return this.#length;
  }

  /** Takes up a block, unless it shows, when folded, what its canonical words are when folded. */
  add(block: number, projection: Projection, folded: string, canonical: string): void {
    const { alignment, source } = projection;
    if (alignment.count === 0 && folded === canonical) return;
    const start = this.#length;
    const isComparable = source.length === canonical.length;
    const note = (from: number, to: number): void => {
      this.#note(start + from, start + to);
    };
    if (isComparable) forEachChange(folded, canonical, alignment, note);
    else note(0, folded.length);
    this.#blocks.push({ block, projection, start, folded });
    this.#length += folded.length + 1;
    this.#joined = undefined;
  }

  /** Calls back with the matches that canonical words do not give. */
  forEachMatch(matcher: Matcher, visit: (found: ShownMatch) => void): void {
    let change = 0;
    let at = 0;
    matcher.forEach(this.#text(), (from) => {
      const to = from + matcher.length;
      while (change < this.#changes.length && (this.#changes[change + 1] ?? 0) <= from) change += 2;
      if ((this.#changes[change] ?? Infinity) >= to) return;
      while ((this.#blocks[at + 1]?.start ?? Infinity) <= from) at++;
      const found = this.#blocks[at];
      if (found === undefined) return;
      const { block, projection, start } = found;
      visit({ block, projection, span: unitSpan(from - start, to - start) });
    });
  }

  #note(from: number, to: number): void {
    const last = this.#changes.length - 1;
    if (last >= 0 && this.#changes[last] === from) this.#changes[last] = to;
    else this.#changes.push(from, to);
  }

  #text(): SearchedText {
    if (this.#joined !== undefined) return this.#joined;
    const blocks = this.#blocks;
    const folded = blocks.map((block) => block.folded).join('\n');
    let plain: string | undefined;
    this.#joined = {
      folded,
      // Only few ways to search need it.
      get plain() {
        return (plain ??= blocks.map(({ projection }) => projection.display).join('\n'));
      },
    };
    return this.#joined;
  }
}

/** Calls back with the stretches of a displayed block in which it is not, unit for unit, the other text. */
function forEachChange(
  shown: string,
  canonical: string,
  { count, src, dst, srcLength, dstLength }: Alignment,
  visit: (from: number, to: number) => void,
): void {
  let from = 0;
  let behind = 0;
  for (let block = 0; block <= count; block++) {
    const end = dst[block] ?? shown.length;
    for (let at = from; at < end; at++) {
      if (shown.charCodeAt(at) !== canonical.charCodeAt(at + behind)) visit(at, at + 1);
    }
    if (block === count) return;
    from = end + (dstLength[block] ?? 0);
    visit(end, from);
    behind = (src[block] ?? 0) + (srcLength[block] ?? 0) - from;
  }
}
