/** A line of the table: what was done, how often, what must be, what was found, and whether that is so. */
export interface Row {
  readonly fault: string;
  readonly times: string;
  readonly wanted: string;
  readonly found: string;
  readonly isGood: boolean;
}

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** The rows as a table in Markdown. */
export const tableOf = (rows: readonly Row[]): string =>
  [
    '| What was done | Times | What must be | What was found | |',
    '| --- | ---: | --- | --- | --- |',
    ...rows.map(
      ({ fault, times, wanted, found, isGood }) =>
        `| ${cell(fault)} | ${times} | ${cell(wanted)} | ${cell(found)} | ${isGood ? 'yes' : '**NO**'} |`,
    ),
  ].join('\n');

/** What was lost, in words: how much, and the first of it. */
export const lostWords = (lost: readonly string[]): string =>
  lost.length === 0 ? '0 lost' : `${lost.length} lost: ${lost.slice(0, 3).join('; ')}`;
