/**
 * Dictionaries that are looked up together, compiled: the longest key wins, and of equal keys the one of the earlier
 * dictionary. Everything is counted in UTF-16 units. `matchAt` looks longer keys up.
 */
export interface MatchTable {
  /**
   * By UTF-16 unit. Low half: what stands for that unit alone, itself where no key is. Then a bit for each class of
   * units (followClass) that may follow it in a longer key, and CLOSER.
   */
  readonly lead: Int32Array;
  /** A bit for each hash of the first two units of a longer key: rejects most pairs that begin none. */
  readonly pairBits: Uint8Array;
  /** How far a hash is shifted to the right for its bit in `pairBits`. */
  readonly bitShift: number;
  /**
   * SLOT_SIZE numbers for each first two units of longer keys, by hash with linear probing: the two units (0 where
   * the slot is empty), and where their group begins in `records` with TWO, PLAIN_TWO and MORE. Small, because it is
   * the memory that is waited for: a pair that is a plain word by itself is known here, without its record.
   */
  readonly slots: Int32Array;
  /** How far a hash is shifted to the right for the number of its slot. */
  readonly slotShift: number;
  /**
   * Groups, one for each pair: with TWO the record of the key of just two units; with MORE a bit for each third unit
   * of its longer keys (by the lowest five bits), their records, the longest first, and a zero. A record is
   * RECORD_SIZE numbers: `third unit << 16 | flags | length of value << 5 | length of key`, and where the key begins
   * in the pool.
   */
  readonly records: Int32Array;
  /** The dictionaries as they came: each key is followed by one unit and its value. */
  readonly pool: Uint16Array;
}

/**
 * Bit of `lead`: the unit begins an ideographic description, or it is a key whose value is not one unit, and the low
 * half is the number of its record.
 */
export const CLOSER = 1 << 31;

/** Classes of units by which what follows a unit is told apart; more do not fit beside CLOSER. */
const CLASSES = 15;

/**
 * The bit of `lead` for a unit that follows. Most pairs of a text are told from the beginnings of keys by this alone,
 * without another look into memory.
 */
export const followBit = (next: number): number => 16 + (((next & 63) * CLASSES) >> 6);

/** Numbers in a record. */
export const RECORD_SIZE = 2;

/** Numbers in a slot. */
export const SLOT_SIZE = 2;

/** Flag of a slot: there are keys of three units and more. */
export const MORE = 1 << 31;

/** Flag of a slot: the pair itself is a key. */
export const TWO = 1 << 30;

/** Flag of a slot with TWO: that key is AS_SINGLES and no single code point. */
export const PLAIN_TWO = 1 << 29;

/** The rest of a slot: where its group begins. */
export const GROUP = PLAIN_TWO - 1;

/** Mask of a key's length in a record. */
export const LENGTH = 0x1f;

/** How far to the right a value's length is in a record. */
export const VALUE_SHIFT = 5;

/** Mask of a value's length there. */
export const VALUE_LENGTH = 0x3f;

/** Flag of a record: key and value run unit for unit, so that the match leaves nothing in the map. */
export const UNIT_FOR_UNIT = 1 << 11;

/** Flag of a record: the key is one code point, so that it is no phrase. */
export const ONE_POINT = 1 << 12;

/**
 * Flag of a record that is UNIT_FOR_UNIT: the value is what `lead` gives for each unit alone, so that the pool, far
 * away in memory, need not be read.
 */
export const AS_SINGLES = 1 << 13;

/** The multiplier of Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): 2^32 over the golden ratio. */
export const GOLDEN = 0x9e3779b1 | 0;

/** Where matches may not go. Both are by offset in UTF-16 units; undefined where there is no such thing. */
export interface Bounds {
  /** Not 0 where a segment begins: a match may not go over it. */
  readonly cuts: Uint8Array | undefined;
  /** Not 0 inside a word: a match of several characters may not end there. */
  readonly vetoes: Uint8Array | undefined;
}

/** What `matchAt` returns for a key of two units that is AS_SINGLES, whose record need not be read. */
export const PLAIN_PAIR = -2;

/**
 * The record of the longest key of two units or more that stands at `at` and ends by `end`, or PLAIN_PAIR; -1 if there
 * is none. Keys of one unit are in `lead`.
 */
export function matchAt(table: MatchTable, text: Uint16Array, at: number, end: number, bounds: Bounds): number {
  const { slots, pairBits, bitShift, slotShift } = table;
  const pair = ((text[at] ?? 0) << 16) | (text[at + 1] ?? 0);
  const hash = Math.imul(pair, GOLDEN);
  const bit = hash >>> bitShift;
  if ((((pairBits[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 0) return -1;
  let slot = (hash >>> slotShift) * SLOT_SIZE;
  for (let found = slots[slot] ?? 0; found !== pair; found = slots[slot] ?? 0) {
    if (found === 0) return -1;
    slot = (slot + SLOT_SIZE) & (slots.length - 1);
  }
  const limit = bounds.cuts === undefined ? end : limitAt(bounds.cuts, at, end);
  if (at + 2 > limit) return -1;
  const found = slots[slot + 1] ?? 0;
  if ((found & MORE) !== 0 && at + 2 < limit) {
    const record = longerAt(table, text, at, found, limit, bounds.vetoes);
    if (record >= 0) return record;
  }
  if ((found & TWO) === 0) return -1;
  if (bounds.vetoes !== undefined && isVetoed(table, found & GROUP, at, bounds.vetoes)) return -1;
  return (found & PLAIN_TWO) === 0 ? found & GROUP : PLAIN_PAIR;
}

/** The end of the segment that holds `at`, as far as a key can reach. */
function limitAt(cuts: Uint8Array, at: number, end: number): number {
  const reach = Math.min(end, at + LENGTH);
  let limit = at + 1;
  while (limit < reach && cuts[limit] === 0) limit++;
  return limit;
}

/** The first record of a pair's longer keys whose key stands in the text. */
function longerAt(
  table: MatchTable,
  text: Uint16Array,
  at: number,
  found: number,
  limit: number,
  vetoes: Uint8Array | undefined,
): number {
  const { records, pool } = table;
  const third = text[at + 2] ?? 0;
  const first = (found & GROUP) + ((found & TWO) === 0 ? 0 : RECORD_SIZE);
  if ((((records[first] ?? 0) >>> (third & 31)) & 1) === 0) return -1;
  for (let record = first + 1; ; record += RECORD_SIZE) {
    const head = records[record] ?? 0;
    if (head === 0) return -1;
    const length = head & LENGTH;
    if (head >>> 16 !== third || at + length > limit) continue;
    if (length > 3 && !endsAlike(pool, records[record + 1] ?? 0, text, at, length)) continue;
    if (vetoes === undefined || !isVetoed(table, record, at, vetoes)) return record;
  }
}

/** True if a key's units from the fourth on stand in the text. */
function endsAlike(pool: Uint16Array, key: number, text: Uint16Array, at: number, length: number): boolean {
  for (let unit = 3; unit < length; unit++) if (pool[key + unit] !== text[at + unit]) return false;
  return true;
}

/** True if a phrase would end where none may. */
function isVetoed({ records }: MatchTable, record: number, at: number, vetoes: Uint8Array): boolean {
  const head = records[record] ?? 0;
  return (head & ONE_POINT) === 0 && vetoes[at + (head & LENGTH)] !== 0;
}
