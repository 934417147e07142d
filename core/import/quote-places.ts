/** Where a quote stands, in order; `isMany` says that it stands in more places than are told. */
export interface QuotePlaces {
  readonly places: readonly number[];
  readonly isMany: boolean;
}

/** Places of one quote that are told. */
const MOST_PLACES = 256;

/** Steps that may be spent on comparing quotes with a text, for texts and quotes that are made to take for ever. */
const MOST_STEPS = 200_000_000;

interface Wanted {
  readonly points: Int32Array;
  readonly places: number[];
  isMany: boolean;
}

const BASE = 0x01000193;

/** The longest power of two that is not more than a number. */
const powerBelow = (length: number): number => 2 ** Math.floor(Math.log2(length));

function hashOf(points: Int32Array, length: number): number {
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, BASE) + (points[at] ?? 0)) | 0;
  return hash;
}

function stands(text: Int32Array, at: number, { points }: Wanted): boolean {
  if (at + points.length > text.length) return false;
  for (let next = 0; next < points.length; next++) if (text[at + next] !== points[next]) return false;
  return true;
}

/** Hashes of quotes, and a table of bits that says of nearly all others that they are none. */
class Hashes {
  readonly #byHash = new Map<number, Wanted[]>();
  readonly #bits = new Uint8Array(1 << 16);

  add(hash: number, wanted: Wanted): void {
    const others = this.#byHash.get(hash);
    if (others === undefined) this.#byHash.set(hash, [wanted]);
    else others.push(wanted);
    this.#bits[(hash ^ (hash >>> 16)) & 0xffff] = 1;
  }

  of(hash: number): readonly Wanted[] | undefined {
    return this.#bits[(hash ^ (hash >>> 16)) & 0xffff] === 1 ? this.#byHash.get(hash) : undefined;
  }
}

/** One pass over the text for all quotes that are found by their first `length` code points. */
function scan(text: Int32Array, length: number, hashes: Hashes, effort: { left: number }): void {
  let out = 1;
  for (let step = 1; step < length; step++) out = Math.imul(out, BASE);
  let hash = hashOf(text, length);
  for (let at = 0; at + length <= text.length; at++) {
    for (const wanted of hashes.of(hash) ?? []) {
      if (wanted.isMany) continue;
      effort.left -= wanted.points.length;
      if (effort.left < 0) wanted.isMany = true;
      else if (stands(text, at, wanted)) {
        if (wanted.places.length < MOST_PLACES) wanted.places.push(at);
        else wanted.isMany = true;
      }
    }
    hash = (Math.imul(hash - Math.imul(text[at] ?? 0, out), BASE) + (text[at + length] ?? 0)) | 0;
  }
}

/** Equal for two quotes exactly if they are of the same code points. */
export const quoteKey = (points: Int32Array): string => points.join(' ');

/**
 * Where quotes stand in a text, both as code points: the places of each, by its key. One pass for each power of two
 * among the lengths, however many quotes; it yields after each. An empty quote stands nowhere.
 */
export function* quotePlaces(
  text: Int32Array,
  quotes: Iterable<Int32Array>,
): Generator<undefined, ReadonlyMap<string, QuotePlaces>, undefined> {
  const all = new Map<string, Wanted>();
  const byLength = new Map<number, Hashes>();
  for (const points of quotes) {
    const key = quoteKey(points);
    if (points.length === 0 || all.has(key)) continue;
    const wanted: Wanted = { points, places: [], isMany: false };
    all.set(key, wanted);
    const length = powerBelow(points.length);
    const hashes = byLength.get(length) ?? new Hashes();
    byLength.set(length, hashes);
    hashes.add(hashOf(points, length), wanted);
  }
  const effort = { left: MOST_STEPS };
  for (const [length, hashes] of byLength) {
    if (length <= text.length) scan(text, length, hashes, effort);
    yield undefined;
  }
  return all;
}
