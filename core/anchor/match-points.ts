import { diffArrays } from 'diff';
import { heaviestAscending } from './ascending';

/** Equal stretches of two sequences, each in its own offsets. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** How much comparing may still be done, in steps of the library. What it does not reach is left without a match. */
export interface Effort {
  left: number;
}

/** Lengths of the stretches that cut a long comparison into short ones where they stand once on either side. */
const CUTS = [8, 4, 3] as const;

/** Pairs of code points up to which there is no need to cut. */
const SMALL = 64 * 64;

/** Most edits that one comparison may find, and most by which its sides may differ in length. */
const MOST_EDITS = 600;
const MOST_LONGER = 4_096;

/** A stretch of each side. */
interface Gap {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

type Points = Int32Array;

/** A run that may still grow. */
interface Growing extends Run {
  length: number;
}

/** Adds a run; one that goes on where the last ends makes that longer. */
function add(found: Growing[], from: number, to: number, length: number): void {
  const last = found.at(-1);
  if (last === undefined || last.from + last.length !== from || last.to + last.length !== to) {
    found.push({ from, to, length });
  } else last.length += length;
}

function hashAt(points: Points, at: number, length: number): number {
  let hash = 0;
  for (let next = at; next < at + length; next++) hash = (Math.imul(hash, 0x01000193) ^ (points[next] ?? 0)) | 0;
  return hash;
}

function isSame(one: Points, at: number, other: Points, to: number, length: number): boolean {
  for (let next = 0; next < length; next++) if (one[at + next] !== other[to + next]) return false;
  return true;
}

/** Where each stretch of a length that stands once begins, by its hash. */
function onceIn(points: Points, from: number, end: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + length <= end; at++) {
    const hash = hashAt(points, at, length);
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

/** Stretches of this length that stand once on either side, as many as keep their order. */
function cutsOf(old: Points, now: Points, gap: Gap, length: number): Run[] {
  const there = onceIn(now, gap.to, gap.toEnd, length);
  const runs: Run[] = [];
  for (const [hash, from] of onceIn(old, gap.from, gap.fromEnd, length)) {
    const to = there.get(hash) ?? -1;
    if (from >= 0 && to >= 0 && isSame(old, from, now, to, length)) runs.push({ from, to, length });
  }
  runs.sort((a, b) => a.from - b.from);
  return heaviestAscending(runs.map(({ to }) => to)).flatMap((at) => runs[at] ?? []);
}

/** What the library finds, within the effort that is left. */
function compare(old: Points, now: Points, gap: Gap, effort: Effort, found: Growing[]): void {
  const [length, newLength] = [gap.fromEnd - gap.from, gap.toEnd - gap.to];
  const longer = Math.abs(length - newLength);
  if (longer > MOST_LONGER) return;
  const before = Array.from(old.subarray(gap.from, gap.fromEnd));
  const after = Array.from(now.subarray(gap.to, gap.toEnd));
  const most = Math.min(length + newLength, MOST_EDITS + longer);
  const changes = diffArrays(before, after, { maxEditLength: most });
  let { from, to } = gap;
  let edits = 0;
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) add(found, from, to, count);
    if (!added) from += count;
    if (!removed) to += count;
    if (added || removed) edits += count;
  }
  const spent = changes === undefined ? most : edits;
  effort.left -= spent * Math.min(spent, 2 * Math.min(length, newLength)) + 1;
}

/** Compares what lies between runs that are known, and adds those too. */
function between(old: Points, now: Points, gap: Gap, runs: readonly Run[], level: number, work: Work): void {
  let { from, to } = gap;
  for (const run of runs) {
    // Stretches that overlap are one run.
    const skip = Math.max(0, from - run.from, to - run.to);
    if (skip >= run.length) continue;
    const next = { from: run.from + skip, to: run.to + skip, length: run.length - skip };
    match(old, now, { from, fromEnd: next.from, to, toEnd: next.to }, level, work);
    add(work.found, next.from, next.to, next.length);
    from = next.from + next.length;
    to = next.to + next.length;
  }
  match(old, now, { from, fromEnd: gap.fromEnd, to, toEnd: gap.toEnd }, level, work);
}

interface Work {
  readonly found: Growing[];
  readonly effort: Effort;
}

function match(old: Points, now: Points, gap: Gap, level: number, work: Work): void {
  let { from, fromEnd, to, toEnd } = gap;
  while (from < fromEnd && to < toEnd && old[from] === now[to]) {
    from++;
    to++;
  }
  if (from > gap.from) add(work.found, gap.from, gap.to, from - gap.from);
  while (from < fromEnd && to < toEnd && old[fromEnd - 1] === now[toEnd - 1]) {
    fromEnd--;
    toEnd--;
  }
  const rest = { from, fromEnd, to, toEnd };
  if (from < fromEnd && to < toEnd && work.effort.left > 0) {
    const isSmall = (fromEnd - from) * (toEnd - to) <= SMALL;
    const length = isSmall ? undefined : CUTS[level];
    if (length === undefined) compare(old, now, rest, work.effort, work.found);
    else between(old, now, rest, cutsOf(old, now, rest, length), level + 1, work);
  }
  if (fromEnd < gap.fromEnd) add(work.found, fromEnd, toEnd, gap.fromEnd - fromEnd);
}

/**
 * What two sequences of code points have in common, in order: whole equal runs, ascending on both sides. Near-linear:
 * stretches that stand once on either side cut the comparison, and each part is compared within the effort given,
 * which is used up by what is done.
 */
export function matchPoints(old: Int32Array, now: Int32Array, effort: Effort): Run[] {
  const work: Work = { found: [], effort };
  match(old, now, { from: 0, fromEnd: old.length, to: 0, toEnd: now.length }, 0, work);
  return withoutChance(work.found, old.length, now.length);
}

/**
 * Leaves out runs so much shorter than what was changed on both sides of them that they are equal by chance: in a
 * passage that was written anew a 的 is not what became of another 的.
 */
function withoutChance(runs: readonly Run[], oldLength: number, newLength: number): Run[] {
  return runs.filter((run, index) => {
    const last = runs[index - 1];
    const next = runs[index + 1];
    const before = Math.max(
      run.from - (last === undefined ? 0 : last.from + last.length),
      run.to - (last === undefined ? 0 : last.to + last.length),
    );
    const after = Math.max(
      (next?.from ?? oldLength) - run.from - run.length,
      (next?.to ?? newLength) - run.to - run.length,
    );
    return run.length * 2 >= Math.min(before, after);
  });
}
