import { say } from '../scripts/run';

/** The middle of some figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** A figure with as many digits as say something. */
export const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** Prints rows under a title, columns aligned; the first row names the columns. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_name, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  say(`\n${title}\n`);
  for (const row of rows)
    say(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** Times of several runs of some tasks in milliseconds, in turn, so that all meet the same weather. */
export function times(runs: number, tasks: readonly (() => unknown)[]): number[][] {
  const taken: number[][] = tasks.map(() => []);
  // The first four runs let the compiler warm up, and do not count.
  for (let run = -4; run < runs; run++) {
    tasks.forEach((task, index) => {
      const from = performance.now();
      task();
      if (run >= 0) taken[index]?.push(performance.now() - from);
    });
  }
  return taken;
}

/** A figure and what it must reach, or may not exceed. */
export interface Limit {
  readonly name: string;
  readonly ratio: number;
  readonly least?: number;
  readonly most?: number;
}

/** Says which limits were missed; returns the exit code. Fails too where there was none to check. */
export function missed(limits: readonly Limit[]): number {
  const failing = limits.filter(({ ratio, least = -Infinity, most = Infinity }) => !(ratio >= least && ratio <= most));
  for (const { name, ratio, least, most } of failing) {
    say(`missed: ${name} is ${figure(ratio)}, ${least === undefined ? `not over ${most ?? ''}` : `at least ${least}`}`);
  }
  say(failing.length === 0 ? `\nAll ${limits.length} limits were kept.` : '');
  return failing.length === 0 && limits.length > 0 ? 0 : 1;
}
