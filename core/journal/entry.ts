import { z } from 'zod';
import { KEPT_TABLES, type Change } from '../kept/change';

/**
 * A record of the journal, one to a line. Entries are numbered without a gap over all files, so that a file that is
 * gone is missed.
 */
export interface Entry {
  /** Its number: 1 and up. */
  readonly seq: number;
  /** When it was written, in milliseconds since 1970 UTC. */
  readonly at: number;
  /** What was kept, all of it or nothing. */
  readonly changes: readonly Change[];
  /** The numbers of entries that did not come to hold after all, since the disk or the database could not take them. */
  readonly voids?: readonly number[];
  /** The id of the journal: the first entry of each file says it. */
  readonly journal?: string;
  /** How many records a snapshot holds: its last entry says it. */
  readonly records?: number;
}

/** Changes as they cross from one process to another; their records are the page's own, and only it looks into them. */
export const changesSchema = z.array(
  z.custom<Change>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      'table' in value &&
      KEPT_TABLES.some((table) => table === value.table) &&
      'record' in value &&
      typeof value.record === 'object' &&
      value.record !== null,
  ),
);

const entrySchema = z.object({
  seq: z.int().min(0),
  at: z.number(),
  changes: changesSchema,
  voids: z.array(z.int()).exactOptional(),
  journal: z.string().exactOptional(),
  records: z.int().exactOptional(),
});

/** An entry from its JSON; undefined for what is none. */
export function parseEntry(json: string): Entry | undefined {
  try {
    return entrySchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}
