import { KEPT_TABLES, keyOf, type Change, type KeptTable } from './change';

/** How many records a table holds, and a hash of all of them that does not depend on their order. */
export interface TableFingerprint {
  readonly count: number;
  /** 64 bits in hexadecimal. Equal tables have equal hashes; it finds faults, it does not withstand forgery. */
  readonly hash: string;
}

/** The fingerprints of all tables. */
export type Fingerprint = Readonly<Record<KeptTable, TableFingerprint>>;

/** Start values and factors of two 32-bit hashes (FNV-1a's, and a second odd pair). */
const FIRST = { start: 0x811c9dc5, factor: 0x01000193 };
const SECOND = { start: 0x9e3779b9, factor: 0x85ebca6b };

function hashOf(words: string, { start, factor }: typeof FIRST): number {
  let hash = start;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), factor);
  // The last units would else reach only the upper bits.
  hash = Math.imul(hash ^ (hash >>> 16), factor);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * What tells two states of a record apart. Texts never change but with their source, and are long: the hash of the
 * source stands for them. Everything else is told by its whole content, as JSON: order of fields and all.
 */
export function stateOf(change: Change): string {
  switch (change.table) {
    case 'texts':
      return change.record.sourceHash;
    case 'editions':
      return '';
    case 'annotations':
    case 'bookmarks':
    case 'corrections':
    case 'positions':
    case 'settings':
      return JSON.stringify(change.record);
  }
}

const hex = (sum: number): string => sum.toString(16).padStart(8, '0');

/** The fingerprints of these records; stand-ins do for long ones. */
export function fingerprintOf(changes: Iterable<Change>): Fingerprint {
  const tables = new Map(KEPT_TABLES.map((table) => [table, { count: 0, first: 0, second: 0 }]));
  for (const change of changes) {
    const sums = tables.get(change.table);
    if (sums === undefined) continue;
    const words = `${keyOf(change)}\n${stateOf(change)}`;
    sums.count++;
    sums.first = (sums.first + hashOf(words, FIRST)) >>> 0;
    sums.second = (sums.second + hashOf(words, SECOND)) >>> 0;
  }
  const taken = [...tables].map(([table, { count, first, second }]) => [
    table,
    { count, hash: hex(first) + hex(second) },
  ]);
  // Made from all tables of KEPT_TABLES.
  return Object.fromEntries(taken) as Fingerprint;
}

/** The tables in which two states of everything differ. */
export const differing = (one: Fingerprint, other: Fingerprint): KeptTable[] =>
  KEPT_TABLES.filter((table) => one[table].count !== other[table].count || one[table].hash !== other[table].hash);
