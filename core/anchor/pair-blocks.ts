import { heaviestAscending } from './ascending';
import { bigramsOf, commonOf, kinOf, type Bigrams } from './block-likeness';
import type { FoldedEdition } from './folded-edition';

/** Blocks are taken for the same from this similarity on: twice the common bigrams by all bigrams (Dice). */
const ALIKE = 0.45;

/** A block is taken for a part of another from this share of its bigrams on, if it has enough of them. */
const PART = 0.6;
const FEWEST_OF_PART = 4;

/** Blocks that one block is compared with, and pairs of blocks that one gap between paired blocks may hold. */
const MOST_KIN = 4;
const MOST_PAIRS = 2_500;

/** Blocks of either edition that are one passage: paired, split or joined. Numbers of blocks, ascending. */
export interface Passage {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

/** Pairs found so far, each block's partner by its number, −1 where there is none. */
class Pairing {
  readonly old: FoldedEdition;
  readonly now: FoldedEdition;
  readonly ofOld: Int32Array;
  readonly ofNew: Int32Array;
  readonly #oldBigrams = new Map<number, Bigrams>();
  readonly #newBigrams = new Map<number, Bigrams>();

  constructor(old: FoldedEdition, now: FoldedEdition) {
    this.old = old;
    this.now = now;
    this.ofOld = new Int32Array(old.blocks.length).fill(-1);
    this.ofNew = new Int32Array(now.blocks.length).fill(-1);
  }

  pair(old: number, now: number): void {
    this.ofOld[old] = now;
    this.ofNew[now] = old;
  }

  isFree(old: number, now: number): boolean {
    return this.ofOld[old] === -1 && this.ofNew[now] === -1;
  }

  isEqual(old: number, now: number): boolean {
    const words = this.old.blocks[old]?.words;
    return words !== undefined && words === this.now.blocks[now]?.words;
  }

  freeOld(): number[] {
    return [...this.ofOld.keys()].filter((block) => this.ofOld[block] === -1);
  }

  freeNew(): number[] {
    return [...this.ofNew.keys()].filter((block) => this.ofNew[block] === -1);
  }

  oldBigrams(block: number): Bigrams {
    return known(this.#oldBigrams, block, () => bigramsOf(this.old, block));
  }

  newBigrams(block: number): Bigrams {
    return known(this.#newBigrams, block, () => bigramsOf(this.now, block));
  }

  alikeness(old: number, now: number): number {
    const [one, other] = [this.oldBigrams(old), this.newBigrams(now)];
    const all = Math.max(1, one.length + other.length);
    // Lengths alone can tell that they are not.
    if (2 * Math.min(one.length, other.length) <= ALIKE * all) return 0;
    return (2 * commonOf(one, other)) / all;
  }
}

function known<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}

/** Blocks by their words, in order. */
function byWords({ blocks }: FoldedEdition): Map<string, number[]> {
  const places = new Map<string, number[]>();
  blocks.forEach(({ words }, block) => known(places, words, () => []).push(block));
  return places;
}

/** Pairs what has the same words: what stands once on either side, its neighbours, then as many as there were. */
function pairEqual(pairing: Pairing): void {
  const now = byWords(pairing.now);
  const old = byWords(pairing.old);
  for (const [words, [block = -1, ...more]] of old) {
    const [partner = -1, ...others] = now.get(words) ?? [];
    if (partner >= 0 && more.length === 0 && others.length === 0) pairing.pair(block, partner);
  }
  const follow = (block: number, step: 1 | -1): void => {
    const partner = pairing.ofOld[block] ?? -1;
    const [next, beside] = [block + step, partner + step];
    if (partner >= 0 && pairing.isEqual(next, beside) && pairing.isFree(next, beside)) pairing.pair(next, beside);
  };
  for (let block = 0; block < pairing.ofOld.length; block++) follow(block, 1);
  for (let block = pairing.ofOld.length - 1; block >= 0; block--) follow(block, -1);
  for (const [words, all] of old) {
    const left = all.filter((block) => pairing.ofOld[block] === -1);
    const others = (now.get(words) ?? []).filter((block) => pairing.ofNew[block] === -1);
    if (left.length === others.length)
      left.forEach((block, at) => {
        pairing.pair(block, others[at] ?? -1);
      });
  }
}

/** From this similarity on, neighbours of a pair are a pair too, before anything is looked for farther away. */
const ALIKE_BESIDE = 0.55;

/** Pairs the blocks that follow, or precede, a pair as long as they are alike. */
function pairBeside(pairing: Pairing): void {
  const { ofOld, ofNew } = pairing;
  const follow = (block: number, partner: number): void => {
    if (!pairing.isFree(block, partner)) return;
    if (pairing.alikeness(block, partner) > ALIKE_BESIDE) pairing.pair(block, partner);
  };
  follow(0, 0);
  for (let block = 0; block < ofOld.length; block++) {
    const partner = ofOld[block] ?? -1;
    if (partner >= 0) follow(block + 1, partner + 1);
  }
  follow(ofOld.length - 1, ofNew.length - 1);
  for (let block = ofOld.length - 1; block >= 0; block--) {
    const partner = ofOld[block] ?? -1;
    if (partner >= 0) follow(block - 1, partner - 1);
  }
}

/** Pairs blocks that share rare words, those most alike first, wherever they stand. */
function pairAlike(pairing: Pairing): Map<number, number[]> {
  const kin = kinOf(pairing.old, pairing.freeOld(), pairing.now, pairing.freeNew(), MOST_KIN);
  const pairs = [...kin].flatMap(([old, found]) =>
    found.map((now) => ({ old, now, alike: pairing.alikeness(old, now) })),
  );
  const wanted = pairs.filter(({ alike }) => alike > ALIKE);
  wanted.sort((a, b) => b.alike - a.alike || a.old - b.old || a.now - b.now);
  for (const { old, now } of wanted) if (pairing.isFree(old, now)) pairing.pair(old, now);
  return kin;
}

/** Pairs what lies between two pairs in order: the choice whose similarities sum up highest. */
function pairWithin(pairing: Pairing, olds: readonly number[], news: readonly number[]): void {
  const width = news.length + 1;
  const best = new Float64Array((olds.length + 1) * width);
  const likeness = (at: number, to: number): number => {
    const [old, now] = [olds[at] ?? -1, news[to] ?? -1];
    const alike = pairing.isEqual(old, now) ? 1 : pairing.alikeness(old, now);
    return alike > ALIKE ? alike : 0;
  };
  const scores = olds.map((_old, at) => Float64Array.from(news, (_now, to) => likeness(at, to)));
  const bestAt = (at: number, to: number): number => best[at * width + to] ?? 0;
  for (let at = olds.length - 1; at >= 0; at--) {
    for (let to = news.length - 1; to >= 0; to--) {
      const score = scores[at]?.[to] ?? 0;
      const taken = score > 0 ? score + bestAt(at + 1, to + 1) : 0;
      best[at * width + to] = Math.max(taken, bestAt(at + 1, to), bestAt(at, to + 1));
    }
  }
  for (let at = 0, to = 0; at < olds.length && to < news.length;) {
    const score = scores[at]?.[to] ?? 0;
    if (score > 0 && bestAt(at, to) === score + bestAt(at + 1, to + 1))
      pairing.pair(olds[at++] ?? -1, news[to++] ?? -1);
    else if (bestAt(at, to) === bestAt(at + 1, to)) at++;
    else to++;
  }
}

/** Pairs free blocks in the gaps between blocks that are paired in order. */
function pairBetween(pairing: Pairing): void {
  const chain = heaviestAscending(pairing.ofOld);
  const ends = [...chain, pairing.ofOld.length];
  let [old, now] = [0, 0];
  for (const end of ends) {
    const partner = end < pairing.ofOld.length ? (pairing.ofOld[end] ?? -1) : pairing.ofNew.length;
    const olds = freeIn(pairing.ofOld, old, end);
    const news = freeIn(pairing.ofNew, now, partner);
    if (olds.length * news.length <= MOST_PAIRS) pairWithin(pairing, olds, news);
    old = end + 1;
    now = partner + 1;
  }
}

function freeIn(partners: Int32Array, from: number, end: number): number[] {
  const free: number[] = [];
  for (let block = from; block < end; block++) if (partners[block] === -1) free.push(block);
  return free;
}

/** The block of which this one is a part, of some that may be; undefined if it is a part of none. */
function wholeOf(part: Bigrams, wholes: readonly (readonly [number, Bigrams])[]): number | undefined {
  if (part.length < FEWEST_OF_PART) return undefined;
  let found: number | undefined;
  let most = PART * part.length;
  for (const [block, bigrams] of wholes) {
    const common = commonOf(part, bigrams);
    if (common <= most) continue;
    most = common;
    found = block;
  }
  return found;
}

/** Joins sets of blocks: old ones by their number, new ones after them. */
class Sets {
  readonly #above: Int32Array;

  constructor(count: number) {
    this.#above = Int32Array.from({ length: count }, (_block, index) => index);
  }

  of(block: number): number {
    let root = block;
    while (this.#above[root] !== root) {
      this.#above[root] = this.#above[this.#above[root] ?? root] ?? root;
      root = this.#above[root] ?? root;
    }
    return root;
  }

  join(one: number, other: number): void {
    this.#above[this.of(one)] = this.of(other);
  }
}

const beside = (partners: Int32Array, block: number): number[] =>
  [partners[block - 1] ?? -1, partners[block + 1] ?? -1].filter((partner) => partner >= 0);

/** Adds blocks without a partner to the passage that they are a part of: paragraphs that were split or joined. */
function joinParts(pairing: Pairing, kin: Map<number, number[]>, sets: Sets): void {
  const { old, ofOld, ofNew } = pairing;
  const kinOfNew = new Map<number, number[]>();
  for (const [block, found] of kin) for (const now of found) known(kinOfNew, now, () => []).push(block);
  const parts: [number, number][] = [];
  for (const part of pairing.freeOld()) {
    const near = [...(kin.get(part) ?? []), ...beside(ofOld, part)];
    const whole = wholeOf(
      pairing.oldBigrams(part),
      near.map((now) => [now, pairing.newBigrams(now)] as const),
    );
    if (whole !== undefined) parts.push([part, old.blocks.length + whole]);
  }
  for (const part of pairing.freeNew()) {
    const near = [...(kinOfNew.get(part) ?? []).slice(0, 2 * MOST_KIN), ...beside(ofNew, part)];
    const whole = wholeOf(
      pairing.newBigrams(part),
      near.map((block) => [block, pairing.oldBigrams(block)] as const),
    );
    if (whole !== undefined) parts.push([whole, old.blocks.length + part]);
  }
  for (const [one, other] of parts) sets.join(one, other);
}

/**
 * Which blocks of one edition became which of another: first those with the same words, then those alike in bigrams
 * (wherever they stand, then in order between those found), last those that are part of another. Passages come in
 * the order of their first old block; what has no counterpart is in none.
 */
export function pairBlocks(old: FoldedEdition, now: FoldedEdition): Passage[] {
  const pairing = new Pairing(old, now);
  pairEqual(pairing);
  pairBeside(pairing);
  const kin = pairAlike(pairing);
  pairBetween(pairing);
  const sets = new Sets(old.blocks.length + now.blocks.length);
  pairing.ofOld.forEach((partner, block) => {
    if (partner >= 0) sets.join(block, old.blocks.length + partner);
  });
  joinParts(pairing, kin, sets);
  const passages = new Map<number, { old: number[]; now: number[] }>();
  const empty = () => ({ old: [], now: [] });
  old.blocks.forEach((_block, index) => known(passages, sets.of(index), empty).old.push(index));
  now.blocks.forEach((_block, index) => known(passages, sets.of(old.blocks.length + index), empty).now.push(index));
  return [...passages.values()].filter((passage) => passage.old.length > 0 && passage.now.length > 0);
}
