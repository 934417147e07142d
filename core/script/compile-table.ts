import {
  AS_SINGLES,
  CLOSER,
  followBit,
  GOLDEN,
  MORE,
  ONE_POINT,
  PLAIN_TWO,
  RECORD_SIZE,
  SLOT_SIZE,
  TWO,
  UNIT_FOR_UNIT,
  VALUE_SHIFT,
  type MatchTable,
} from './match-table';
import { isSurrogate } from '../support/surrogate';
import { readEntries, type Entries } from './dictionary-entries';
import { FIRST_OPERATOR, LAST_OPERATOR } from './ideographic-description';

/** Entries of a step, and slots of one: a millisecond or two before anything is optimised. */
const STEP = 0x800;

const log2Over = (count: number): number => 32 - Math.clz32(Math.max(8, count) - 1);

/** Longer keys by the hash of their first two units; those of one pair are linked, the longest first. */
class Chains {
  readonly slotPairs: Int32Array;
  readonly slotShift: number;
  /** By slot and then from entry to entry: the number of an entry plus one; 0 ends. */
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly #entries: Entries;

  constructor(entries: Entries, longer: number) {
    // Pairs are not more than keys, so that a fifth of the slots at least stays empty and every search ends.
    const bits = log2Over(Math.ceil(longer * 1.25));
    this.slotPairs = new Int32Array(1 << bits);
    this.heads = new Int32Array(1 << bits);
    this.slotShift = 32 - bits;
    this.next = new Int32Array(entries.count);
    this.#entries = entries;
  }

  /** Adds an entry; one with the same key that was added before loses to it. */
  add(entry: number): void {
    const { keyLengths } = this.#entries;
    const slot = this.#slotFor(this.#pairOf(entry));
    let before = -1;
    let at = (this.heads[slot] ?? 0) - 1;
    while (at >= 0 && (keyLengths[at] ?? 0) > (keyLengths[entry] ?? 0)) {
      before = at;
      at = (this.next[at] ?? 0) - 1;
    }
    const older = this.#sameKey(before, at, entry);
    if (older !== undefined) {
      if (older.before < 0) this.heads[slot] = this.next[older.at] ?? 0;
      else this.next[older.before] = this.next[older.at] ?? 0;
      if (older.at === at) at = (this.next[at] ?? 0) - 1;
    }
    this.next[entry] = at + 1;
    if (before < 0) this.heads[slot] = entry + 1;
    else this.next[before] = entry + 1;
  }

  #pairOf(entry: number): number {
    const { pool, keys } = this.#entries;
    const key = keys[entry] ?? 0;
    return ((pool[key] ?? 0) << 16) | (pool[key + 1] ?? 0);
  }

  #slotFor(pair: number): number {
    let slot = Math.imul(pair, GOLDEN) >>> this.slotShift;
    while (this.slotPairs[slot] !== 0 && this.slotPairs[slot] !== pair) slot = (slot + 1) & (this.heads.length - 1);
    this.slotPairs[slot] = pair;
    return slot;
  }

  /** The entry with the key of this one, among those of its length from `at` on, with the one before it. */
  #sameKey(firstBefore: number, first: number, entry: number): { before: number; at: number } | undefined {
    const { keyLengths } = this.#entries;
    let before = firstBefore;
    for (let at = first; at >= 0 && keyLengths[at] === keyLengths[entry]; at = (this.next[at] ?? 0) - 1) {
      if (this.#isSameKey(at, entry)) return { before, at };
      before = at;
    }
    return undefined;
  }

  #isSameKey(one: number, other: number): boolean {
    const { pool, keys, keyLengths } = this.#entries;
    for (let unit = 0; unit < (keyLengths[one] ?? 0); unit++) {
      if (pool[(keys[one] ?? 0) + unit] !== pool[(keys[other] ?? 0) + unit]) return false;
    }
    return true;
  }
}

/** Writes records one behind the other. */
class RecordWriter {
  readonly records: Int32Array;
  to = 0;
  readonly #entries: Entries;
  readonly #lead: Int32Array;

  constructor(entries: Entries, lead: Int32Array, most: number) {
    this.records = new Int32Array(most);
    this.#entries = entries;
    this.#lead = lead;
  }

  /** Writes a record; returns its head. */
  put(entry: number): number {
    const head = this.#head(entry);
    this.add(head);
    this.add(this.#entries.keys[entry] ?? 0);
    return head;
  }

  add(number: number): void {
    this.records[this.to++] = number;
  }

  /** Lengths and flags of an entry, with its third unit in the upper half. */
  #head(entry: number): number {
    const { pool, keys, keyLengths, valueLengths } = this.#entries;
    const key = keys[entry] ?? 0;
    const length = keyLengths[entry] ?? 0;
    const valueLength = valueLengths[entry] ?? 0;
    let flags = length === valueLength ? UNIT_FOR_UNIT | AS_SINGLES : 0;
    for (let at = key; at < key + length + 1 + valueLength; at++) if (isSurrogate(pool[at] ?? 0)) flags = 0;
    for (let unit = 0; unit < length; unit++) {
      const single = this.#lead[pool[key + unit] ?? 0] ?? 0;
      if (single < 0 || (single & 0xffff) !== pool[key + length + 1 + unit]) flags &= ~AS_SINGLES;
    }
    if (length === 1 || (length === 2 && isSurrogate(pool[key] ?? 0))) flags |= ONE_POINT;
    return (length > 2 ? (pool[key + 2] ?? 0) << 16 : 0) | flags | (valueLength << VALUE_SHIFT) | length;
  }
}

/** Writes the group of a pair, given its first entry; returns what its slot says of it. */
function writeGroup({ keyLengths, keys, pool }: Entries, next: Int32Array, first: number, writer: RecordWriter) {
  let last = first;
  while ((next[last] ?? 0) > 0) last = (next[last] ?? 0) - 1;
  let slot = writer.to;
  if (keyLengths[last] === 2) {
    const head = writer.put(last);
    slot |= (head & AS_SINGLES) !== 0 && (head & ONE_POINT) === 0 ? TWO | PLAIN_TWO : TWO;
  }
  if (keyLengths[first] === 2) return slot;
  const thirds = writer.to;
  let bits = 0;
  writer.add(0);
  for (let entry = first; entry >= 0 && (keyLengths[entry] ?? 0) > 2; entry = (next[entry] ?? 0) - 1) {
    bits |= 1 << ((pool[(keys[entry] ?? 0) + 2] ?? 0) & 31);
    writer.put(entry);
  }
  writer.add(0);
  writer.records[thirds] = bits;
  return slot | MORE;
}

/** Lays the records out, those of a pair side by side; those of single keys that need one come first. */
function* layOut(
  entries: Entries,
  chains: Chains,
  lead: Int32Array,
  singles: Iterable<number>,
): Generator<undefined, Omit<MatchTable, 'lead' | 'pool'>, undefined> {
  const { slotPairs, slotShift, heads, next } = chains;
  const pairs = heads.reduce((count, head) => (head === 0 ? count : count + 1), 0);
  const writer = new RecordWriter(entries, lead, entries.count * RECORD_SIZE + pairs * 2);
  const slots = new Int32Array(heads.length * SLOT_SIZE);
  const bitShift = 32 - log2Over(pairs * 12);
  const pairBits = new Uint8Array(Math.max(1, (1 << (32 - bitShift)) >> 3));
  for (const entry of singles) {
    const unit = entries.pool[entries.keys[entry] ?? 0] ?? 0;
    lead[unit] = ((lead[unit] ?? 0) & ~0xffff) | CLOSER | (writer.to / RECORD_SIZE);
    writer.put(entry);
  }
  const layPair = (number: number): void => {
    const head = heads[number] ?? 0;
    if (head === 0) return;
    const pair = slotPairs[number] ?? 0;
    slots[number * SLOT_SIZE] = pair;
    slots[number * SLOT_SIZE + 1] = writeGroup(entries, next, head - 1, writer);
    const bit = Math.imul(pair, GOLDEN) >>> bitShift;
    pairBits[bit >> 3] = (pairBits[bit >> 3] ?? 0) | (1 << (bit & 7));
  };
  for (let from = 0; from < heads.length; from += STEP) {
    const to = Math.min(heads.length, from + STEP);
    for (let number = from; number < to; number++) layPair(number);
    yield;
  }
  return { records: writer.records.slice(0, writer.to), slots, slotShift, pairBits, bitShift };
}

/** Keys as they are put into a table: those of one unit into what it says of the unit, longer ones into chains. */
class Keys {
  readonly lead = new Int32Array(0x10000);
  /** Entries of one unit whose value is longer, by that unit. */
  readonly singles = new Map<number, number>();
  readonly chains: Chains;
  readonly #entries: Entries;

  constructor(entries: Entries) {
    for (let unit = 0; unit < this.lead.length; unit++) this.lead[unit] = unit;
    for (let unit = FIRST_OPERATOR; unit <= LAST_OPERATOR; unit++) this.lead[unit] = unit | CLOSER;
    const longer = entries.keyLengths.reduce((count, length) => (length > 1 ? count + 1 : count), 0);
    this.chains = new Chains(entries, longer);
    this.#entries = entries;
  }

  add(entry: number): void {
    const { pool, keys, keyLengths, valueLengths } = this.#entries;
    const { lead, singles } = this;
    const key = keys[entry] ?? 0;
    const unit = pool[key] ?? 0;
    if ((keyLengths[entry] ?? 0) > 1) {
      this.chains.add(entry);
      lead[unit] = (lead[unit] ?? 0) | (1 << followBit(pool[key + 1] ?? 0));
    } else if (valueLengths[entry] === 1) {
      singles.delete(unit);
      lead[unit] = ((lead[unit] ?? 0) & ~0xffff) | (pool[key + 2] ?? 0);
    } else singles.set(unit, entry);
  }
}

/**
 * Compiles dictionaries in the form that opencc-js ships, in steps of which none is felt. Where one repeats a key, the last
 * one counts.
 */
export function* compileSteps(sources: readonly string[]): Generator<undefined, MatchTable, undefined> {
  // Backwards, so that whatever is added later wins: among dictionaries the earlier, within one the later.
  const entries = yield* readEntries(sources.toReversed());
  const keys = new Keys(entries);
  for (let from = 0; from < entries.count; from += STEP) {
    const to = Math.min(entries.count, from + STEP);
    for (let entry = from; entry < to; entry++) keys.add(entry);
    yield;
  }
  const { lead, chains, singles } = keys;
  return { lead, pool: entries.pool, ...(yield* layOut(entries, chains, lead, singles.values())) };
}
