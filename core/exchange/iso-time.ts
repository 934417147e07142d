/** The last millisecond of the year 9999: RFC 3339 knows no later one. */
const LAST = 253_402_300_799_999;

/** The last moment that a date can be, in milliseconds since 1970 UTC. */
const LAST_DATE = 8.64e15;

/** ISO 8601, and with a space for the T and before the zone, as Readwise writes it. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A time as ISO 8601 has it, in UTC. `at` is in milliseconds since 1970 UTC; what is later than 9999 becomes its end. */
export const isoTime = (at: number): string => new Date(Math.min(Math.max(at, 0), LAST)).toISOString();

/**
 * A time that notes can have, in milliseconds since 1970 UTC: undefined for what is no date, and for times before 1970,
 * when nobody kept notes in files. No record may have another, so every reader asks this of the times of its files.
 */
export const possibleTime = (at: number): number | undefined => (at >= 0 && at <= LAST_DATE ? at : undefined);

/**
 * The time that a file gives in ISO 8601, in milliseconds since 1970 UTC; undefined for anything else. Without a zone it
 * is taken for UTC, so that every computer reads the same.
 */
export function timeIn(given: unknown): number | undefined {
  const [, day, time = '00:00', zone = 'Z'] = typeof given === 'string' ? (ISO.exec(given.trim()) ?? []) : [];
  if (day === undefined) return undefined;
  return possibleTime(Date.parse(`${day}T${time}${zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2')}`));
}

/** When a note was made and changed, as far as a file says. */
export function timesIn(
  created: unknown,
  modified: unknown,
): { readonly created?: number; readonly modified?: number } {
  const [made, changed] = [timeIn(created), timeIn(modified)];
  return { ...(made !== undefined && { created: made }), ...(changed !== undefined && { modified: changed }) };
}
