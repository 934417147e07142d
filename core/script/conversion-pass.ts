import { isHighSurrogate } from '../support/surrogate';
import type { AlignmentBuilder } from './alignment';
import {
  AS_SINGLES,
  CLOSER,
  followBit,
  LENGTH,
  matchAt,
  ONE_POINT,
  PLAIN_PAIR,
  RECORD_SIZE,
  UNIT_FOR_UNIT,
  VALUE_LENGTH,
  VALUE_SHIFT,
  type Bounds,
  type MatchTable,
} from './match-table';
import { isOperator } from './ideographic-description';
import type { Units } from './units';

/** What one pass over a text needs, and where it writes. All offsets are in UTF-16 units. */
export interface Pass {
  readonly table: MatchTable;
  readonly text: Units;
  readonly bounds: Bounds;
  /** Where ideographic descriptions end, by where they begin; undefined where the text holds no operator. */
  readonly descriptions: Int32Array | undefined;
  /** Holds at least as many numbers as the text has units. */
  readonly candidates: Int32Array;
  /** Takes a sign where a segment of the text begins: a phrase is one, and so is what lies between two phrases. */
  readonly paint: Uint8Array | undefined;
}

/** Where a pass that converts writes. */
export interface Output {
  /** Holds at least as many units as the text. */
  readonly out: Uint16Array;
  /** Takes what does not run unit for unit. */
  readonly blocks: AlignmentBuilder;
  /** An array of at least this length, which may be the text's own: asked for where the text's length changes. */
  readonly assembly: (length: number) => Uint16Array;
}

/**
 * Writes what stands for each unit alone, and lists where that may not be all: where a longer key may begin, or a
 * unit that needs a closer look. Without a branch, since none of them could be predicted: a second loop over the few
 * that are listed is faster. Returns how many there are.
 */
function convertSingles({ table: { lead }, text, candidates }: Pass, out: Uint16Array): number {
  const { array, length } = text;
  let count = 0;
  let unit = array[0] ?? 0;
  for (let at = 0; at < length; at++) {
    const next = array[at + 1] ?? 0;
    const entry = lead[unit] ?? 0;
    out[at] = entry;
    candidates[count] = at;
    count += ((entry >>> followBit(next)) | (entry >>> 31)) & 1;
    unit = next;
  }
  return count;
}

/** Converts a text once, the longest match at each place, from left to right. Returns what was written. */
export function convertOnce(pass: Pass, output: Output): Units {
  const count = convertSingles(pass, output.out);
  const { length } = pass.text;
  const edits = new Edits(pass, output);
  resolve(pass, count, edits);
  return edits.movesText ? edits.assembled() : { array: output.out, length };
}

/** Where the segments of a text begin, by its longest matches: `paint` gets a sign there. `unused` is written over. */
export function paintSegments(pass: Pass, unused: Uint16Array): void {
  resolve(pass, convertSingles(pass, unused), undefined);
}

/** Finds the matches among the candidates; `edits` takes those that are more than their units alone. */
function resolve(pass: Pass, count: number, edits: Edits | undefined): void {
  const { table, text, bounds, descriptions, candidates, paint } = pass;
  const { array, length } = text;
  let end = 0;
  for (let index = 0; index < count; index++) {
    const at = candidates[index] ?? 0;
    if (at < end) continue;
    let record = matchAt(table, array, at, length, bounds);
    if (record === PLAIN_PAIR) {
      end = at + 2;
      if (paint !== undefined) paint[at] = paint[end] = 1;
      continue;
    }
    if (record < 0) {
      const unit = array[at] ?? 0;
      const entry = table.lead[unit] ?? 0;
      if ((entry & CLOSER) === 0) continue;
      if (isOperator(unit)) {
        end = Math.max(at + 1, descriptions?.[at] ?? 0);
        edits?.leave(at, end);
        continue;
      }
      record = (entry & 0xffff) * RECORD_SIZE;
    }
    const head = table.records[record] ?? 0;
    end = at + (head & LENGTH);
    if ((head & AS_SINGLES) === 0) edits?.replace(record, at);
    if (paint !== undefined && (head & ONE_POINT) === 0) paint[at] = paint[end] = 1;
  }
}

function pointsIn(pool: Uint16Array, start: number, length: number): number {
  let points = length;
  for (let at = start; at < start + length; at++) if (isHighSurrogate(pool[at] ?? 0)) points--;
  return points;
}

/** What a pass writes beside what stands for each unit alone. */
class Edits {
  readonly #pass: Pass;
  readonly #output: Output;
  /** Records and where they stand, of matches that change the text's length. */
  readonly #moving: number[] = [];
  /** By how much the text has grown so far, in UTF-16 units. */
  #growth = 0;

  constructor(pass: Pass, output: Output) {
    this.#pass = pass;
    this.#output = output;
  }

  /** True if words stand elsewhere than before; where they do, the text may still be as long as it was. */
  get movesText(): boolean {
    return this.#moving.length > 0;
  }

  /** Leaves a stretch as the text has it. */
  leave(start: number, end: number): void {
    const { out } = this.#output;
    const { array } = this.#pass.text;
    for (let at = start; at < end; at++) out[at] = array[at] ?? 0;
  }

  /** Puts the value of a record in the place of its key. */
  replace(record: number, at: number): void {
    const { records, pool } = this.#pass.table;
    const head = records[record] ?? 0;
    const key = records[record + 1] ?? 0;
    const length = head & LENGTH;
    const valueLength = (head >> VALUE_SHIFT) & VALUE_LENGTH;
    if ((head & UNIT_FOR_UNIT) === 0) this.#addBlocks(at, key, length, valueLength);
    if (valueLength === length) {
      const { out } = this.#output;
      for (let unit = 0; unit < length; unit++) out[at + unit] = pool[key + length + 1 + unit] ?? 0;
    } else {
      this.#moving.push(record, at);
      this.#growth += valueLength - length;
    }
  }

  /** Joins what lies between the matches that change the text's length with their values. */
  assembled(): Units {
    const { table, text } = this.#pass;
    const { out, assembly } = this.#output;
    const { records, pool } = table;
    const length = text.length + this.#growth;
    const array = assembly(length);
    let from = 0;
    let to = 0;
    for (let index = 0; index < this.#moving.length; index += 2) {
      const record = this.#moving[index] ?? 0;
      const at = this.#moving[index + 1] ?? 0;
      const head = records[record] ?? 0;
      const value = (records[record + 1] ?? 0) + (head & LENGTH) + 1;
      const valueLength = (head >> VALUE_SHIFT) & VALUE_LENGTH;
      array.set(out.subarray(from, at), to);
      to += at - from;
      for (let unit = 0; unit < valueLength; unit++) array[to + unit] = pool[value + unit] ?? 0;
      to += valueLength;
      from = at + (head & LENGTH);
    }
    array.set(out.subarray(from, text.length), to);
    return { array, length };
  }

  /**
   * Aligns a key with its value. As many code points as before pair one by one; otherwise the whole pairs as one,
   * since to trim common ends would leave half-words. Dictionaries hold whole code points: a high surrogate tells.
   */
  #addBlocks(at: number, key: number, length: number, valueLength: number): void {
    const { pool } = this.#pass.table;
    const { blocks } = this.#output;
    const value = key + length + 1;
    const to = at + this.#growth;
    if (pointsIn(pool, key, length) !== pointsIn(pool, value, valueLength)) {
      blocks.add(at, to, length, valueLength);
      return;
    }
    for (let src = 0, dst = 0; src < length;) {
      const srcLength = isHighSurrogate(pool[key + src] ?? 0) ? 2 : 1;
      const dstLength = isHighSurrogate(pool[value + dst] ?? 0) ? 2 : 1;
      if (srcLength !== dstLength) blocks.add(at + src, to + dst, srcLength, dstLength);
      src += srcLength;
      dst += dstLength;
    }
  }
}
