import { LENGTH, VALUE_LENGTH } from './match-table';

const SPACE = 0x20;
const BAR = 0x7c;

/** UTF-16 units of a step: a millisecond or two before anything is optimised. */
const STEP = 0x4000;

/** Entries of dictionaries, each found in the pool of all their units. */
export interface Entries {
  readonly pool: Uint16Array;
  readonly count: number;
  /** Where each key begins in the pool; its value begins one unit after its end. */
  readonly keys: Int32Array;
  readonly keyLengths: Uint8Array;
  readonly valueLengths: Uint8Array;
}

/** Gathers the units of dictionaries, and counts their entries. */
class Pool {
  readonly units: Uint16Array;
  /** How many entries the units have. */
  count = 0;
  #to = 0;

  constructor(sources: readonly string[]) {
    this.units = new Uint16Array(sources.reduce((sum, source) => sum + source.length + 1, 0));
  }

  add(source: string, from: number, to: number): void {
    for (let at = from; at < to; at++) this.#put(source.charCodeAt(at));
  }

  /** Ends a dictionary. */
  end(): void {
    this.#put(BAR);
  }

  #put(unit: number): void {
    this.units[this.#to++] = unit;
    if (unit === BAR) this.count++;
  }
}

/** Finds where entries begin and end. */
class EntryReader {
  readonly entries: Entries;
  #entry = 0;
  #start = 0;
  #space = -1;

  constructor({ units, count }: Pool) {
    this.entries = {
      pool: units,
      count,
      keys: new Int32Array(count),
      keyLengths: new Uint8Array(count),
      valueLengths: new Uint8Array(count),
    };
  }

  read(from: number, to: number): void {
    const { pool } = this.entries;
    for (let at = from; at < to; at++) {
      const unit = pool[at];
      if (unit === SPACE && this.#space < 0) this.#space = at;
      else if (unit === BAR) this.#end(at);
    }
  }

  #end(at: number): void {
    const { pool, keys, keyLengths, valueLengths } = this.entries;
    const [start, space] = [this.#start, this.#space];
    if (space <= start || space >= at - 1 || space - start > LENGTH || at - space - 1 > VALUE_LENGTH) {
      throw new Error(`not a dictionary entry: ${JSON.stringify(String.fromCharCode(...pool.subarray(start, at)))}`);
    }
    keys[this.#entry] = start;
    keyLengths[this.#entry] = space - start;
    valueLengths[this.#entry] = at - space - 1;
    this.#entry++;
    this.#start = at + 1;
    this.#space = -1;
  }
}

/**
 * Finds the entries of dictionaries in the form that opencc-js ships, `key value|key value`, in steps. Throws where one is
 * not of that form: an empty value would show nothing for something, and a mark on it could not be painted.
 */
export function* readEntries(sources: readonly string[]): Generator<undefined, Entries, undefined> {
  const pool = new Pool(sources);
  for (const source of sources) {
    for (let from = 0; from < source.length; from += STEP) {
      pool.add(source, from, Math.min(source.length, from + STEP));
      yield;
    }
    pool.end();
  }
  const reader = new EntryReader(pool);
  for (let from = 0; from < pool.units.length; from += STEP) {
    reader.read(from, Math.min(pool.units.length, from + STEP));
    yield;
  }
  return reader.entries;
}
