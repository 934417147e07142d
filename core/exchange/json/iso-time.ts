/** The last millisecond of the year 9999: RFC 3339 knows no later one. */
const LAST = 253_402_300_799_999;

const ISO = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A time as ISO 8601 has it, in UTC. `at` is in milliseconds since 1970 UTC; what is later than 9999 becomes its end. */
export const isoTime = (at: number): string => new Date(Math.min(Math.max(at, 0), LAST)).toISOString();

/**
 * The time that a file gives in ISO 8601, in milliseconds since 1970 UTC; undefined for anything else, and for times
 * before 1970, when nobody kept notes in files. Without a zone it is taken for UTC, so that every computer reads the same.
 */
export function timeIn(given: unknown): number | undefined {
  const [, day, time = '00:00', zone = 'Z'] = typeof given === 'string' ? (ISO.exec(given) ?? []) : [];
  if (day === undefined) return undefined;
  const at = Date.parse(`${day}T${time}${zone}`);
  return at >= 0 ? at : undefined;
}

/** When a note was made and changed, as far as a file says. */
export function timesIn(
  created: unknown,
  modified: unknown,
): { readonly created?: number; readonly modified?: number } {
  const [made, changed] = [timeIn(created), timeIn(modified)];
  return { ...(made !== undefined && { created: made }), ...(changed !== undefined && { modified: changed }) };
}
