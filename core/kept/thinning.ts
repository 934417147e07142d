const DAY_MS = 24 * 60 * 60 * 1000;

/** For how many periods of each kind the newest copy stays. Only periods that have a copy count. */
const KEPT_PERIODS = { days: 12, weeks: 10, months: 9 } as const;

interface Calendar {
  readonly day: number;
  readonly week: number;
  readonly month: number;
}

/** The periods of the person's own calendar that a time lies in, each numbered from 1970 on; weeks begin on Monday. */
function calendarOf(time: number): Calendar {
  const local = new Date(time);
  const day = Math.floor(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS);
  // 1 January 1970 was a Thursday.
  return { day, week: Math.floor((day + 3) / 7), month: local.getFullYear() * 12 + local.getMonth() };
}

/** The newest time of each of the last periods that have one. `newestFirst` is in descending order. */
function newestOfEach(newestFirst: readonly number[], count: number, periodOf: (time: number) => number): number[] {
  const newest = new Map<number, number>();
  for (const time of newestFirst) {
    const period = periodOf(time);
    if (newest.has(period)) continue;
    if (newest.size === count) break;
    newest.set(period, time);
  }
  return [...newest.values()];
}

/** Equal exactly for two times of one day of the person's own calendar. Times in milliseconds since 1970 UTC. */
export const dayOf = (time: number): number => calendarOf(time).day;

/**
 * Which of the copies made at these times (milliseconds since 1970 UTC, in any order) are to stay: the newest of each of
 * the last 12 days, 10 weeks and 9 months that have a copy. So who was away for a year loses none, and thinning after
 * each copy leaves what thinning all of them at once does. A time later than `now` comes from a clock that was wrong: it
 * stays, and takes the place of none. Returned in ascending order, each time once.
 */
export function keptOf(times: readonly number[], now: number): readonly number[] {
  const newestFirst = [...new Set(times)].sort((one, other) => other - one);
  const past = newestFirst.filter((time) => time <= now);
  const kept = new Set([
    ...newestFirst.filter((time) => time > now),
    ...newestOfEach(past, KEPT_PERIODS.days, (time) => calendarOf(time).day),
    ...newestOfEach(past, KEPT_PERIODS.weeks, (time) => calendarOf(time).week),
    ...newestOfEach(past, KEPT_PERIODS.months, (time) => calendarOf(time).month),
  ]);
  return [...kept].sort((one, other) => one - other);
}
