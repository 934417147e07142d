/** A quote that is looked for, as code points; one that is empty stands nowhere. */
export interface Sought {
  readonly points: Int32Array;
}

const BASE = 0x01000193;

/** The longest power of two that is not more than a number. */
const powerBelow = (length: number): number => 2 ** Math.floor(Math.log2(length));

function hashOf(points: Int32Array, length: number): number {
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, BASE) + (points[at] ?? 0)) | 0;
  return hash;
}

/** True if a quote stands at a place of a text, both as code points. */
export function stands(text: Int32Array, at: number, { points }: Sought): boolean {
  if (at + points.length > text.length) return false;
  for (let next = 0; next < points.length; next++) if (text[at + next] !== points[next]) return false;
  return true;
}

/** Hashes of quotes, and a table of bits that says of nearly all others that they are none. */
class Hashes<Quote> {
  readonly #byHash = new Map<number, Quote[]>();
  readonly #bits = new Uint8Array(1 << 16);

  add(hash: number, quote: Quote): void {
    const others = this.#byHash.get(hash);
    if (others === undefined) this.#byHash.set(hash, [quote]);
    else others.push(quote);
    this.#bits[(hash ^ (hash >>> 16)) & 0xffff] = 1;
  }

  of(hash: number): readonly Quote[] | undefined {
    return this.#bits[(hash ^ (hash >>> 16)) & 0xffff] === 1 ? this.#byHash.get(hash) : undefined;
  }
}

/** Called where a quote may stand: its beginning has the hash of what stands there (Karp and Rabin). */
export type Meet<Quote> = (quote: Quote, at: number) => void;

/** One pass over the text for all quotes that are found by their first `length` code points. */
function scan<Quote>(text: Int32Array, length: number, hashes: Hashes<Quote>, meet: Meet<Quote>): void {
  let out = 1;
  for (let step = 1; step < length; step++) out = Math.imul(out, BASE);
  let hash = hashOf(text, length);
  for (let at = 0; at + length <= text.length; at++) {
    const met = hashes.of(hash);
    if (met !== undefined) for (const quote of met) meet(quote, at);
    hash = (Math.imul(hash - Math.imul(text[at] ?? 0, out), BASE) + (text[at + length] ?? 0)) | 0;
  }
}

/**
 * Goes through a text of code points for quotes, from left to right in each of its passes: one for each power of two
 * among the lengths, however many quotes. It yields after each pass. Whether a quote does stand where it is met is for
 * the caller to see (`stands`), who knows what that may cost.
 */
export function* passesFor<Quote extends Sought>(
  text: Int32Array,
  quotes: Iterable<Quote>,
  meet: Meet<Quote>,
): Generator<undefined, void, undefined> {
  const byLength = new Map<number, Hashes<Quote>>();
  for (const quote of quotes) {
    const { points } = quote;
    if (points.length === 0) continue;
    const length = powerBelow(points.length);
    const hashes = byLength.get(length) ?? new Hashes<Quote>();
    byLength.set(length, hashes);
    hashes.add(hashOf(points, length), quote);
  }
  for (const [length, hashes] of byLength) {
    if (length <= text.length) scan(text, length, hashes, meet);
    yield undefined;
  }
}
