/** What is chosen of csv-stringify. */
export interface StringifyOptions {
  readonly delimiter: string;
  readonly record_delimiter: string;
  readonly quoted: boolean;
  readonly quoted_empty: boolean;
}

/** Records as CSV, each ended by the delimiter of records. */
export function stringify(records: readonly (readonly string[])[], options: StringifyOptions): string;

/** What is chosen of csv-parse. */
export interface ParseOptions {
  readonly relax_column_count: boolean;
  readonly skip_empty_lines: boolean;
  readonly delimiter: string;
  /** The number of the last record that is read, from 1. */
  readonly to?: number;
}

/** The fields of each record. Throws where a quote is left open or stands where none may. */
export function parse(text: string, options: ParseOptions): string[][];
