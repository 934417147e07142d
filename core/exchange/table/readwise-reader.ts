import type { NamedColour } from '../../annotation/annotation';
import { parseTags } from '../../annotation/annotation';
import { parse } from '../../support/csv-packages';
import { failure, success } from '../../support/result';
import { unguarded } from './formula';
import { timeIn } from '../iso-time';
import { MOST_ENTRIES, type IncomingNote, type IncomingSource, type NoteReader, type Refused } from '../incoming';
import { parseMarkLink } from '../mark-link';
import { parseReadwiseNote } from './readwise-note';

/** The columns that are known, by the names that Readwise takes and those it gives, in lower case. */
const NAMES = {
  highlight: ['highlight'],
  title: ['title', 'book title'],
  address: ['url', 'source url'],
  note: ['note'],
  tags: ['tags'],
  colour: ['color', 'colour'],
  date: ['date', 'highlighted at'],
} as const;

type Column = keyof typeof NAMES;
type Columns = Readonly<Record<Column, number>>;

function columnsOf(header: readonly string[]): Columns | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  const at = (column: Column): number => names.findIndex((name) => NAMES[column].some((known) => known === name));
  const columns = {
    ...{ highlight: at('highlight'), title: at('title'), address: at('address'), note: at('note') },
    ...{ tags: at('tags'), colour: at('colour'), date: at('date') },
  };
  return columns.highlight < 0 ? undefined : columns;
}

/** The colours that Readwise names, as ours. */
const COLOURS: Readonly<Record<string, NamedColour>> = {
  ...{ yellow: 'yellow', orange: 'yellow', red: 'red', pink: 'red', green: 'green', blue: 'blue', purple: 'purple' },
};

function sourceOf(title: string, address: string, textId: string | undefined): IncomingSource {
  return {
    ...(title !== '' && { title }),
    ...(textId !== undefined && textId !== '' && { textId }),
    // A link to a mark is the address of no text.
    ...(address !== '' && textId === undefined && { address }),
  };
}

function entryOf(fields: readonly string[], columns: Columns, number: number): IncomingNote | Refused {
  const given = (column: Column): string => fields[columns[column]] ?? '';
  // Only what we guarded is unguarded: with others an apostrophe is one. Every row of ours has the link of its mark.
  const isOurs = /^zhupi:/i.test(given('address'));
  const field = (column: Column): string => (isOurs ? unguarded(given(column)) : given(column));
  const exact = field('highlight');
  const title = field('title');
  if (exact.trim() === '') return { number, why: 'no-quote', words: field('note').trim() || title };
  const link = parseMarkLink(field('address'));
  // Where tags have a column of their own, Readwise has taken them out of the note.
  const { tags, note } =
    columns.tags < 0 ? parseReadwiseNote(field('note')) : { tags: parseTags(field('tags')), note: field('note') };
  const colour = COLOURS[field('colour').trim().toLowerCase()];
  const created = timeIn(field('date'));
  return {
    number,
    ...(link && { markId: link.markId }),
    source: sourceOf(title, field('address'), link?.textId),
    quote: { exact, prefix: '', suffix: '' },
    note,
    tags,
    ...(colour && { colour }),
    ...(created !== undefined && { created }),
  };
}

const LOOSE = { relax_column_count: true, skip_empty_lines: true };

const firstLine = (text: string): string => /^[^\r\n]*/.exec(text)?.[0] ?? '';

/** What stands between fields; a spreadsheet takes the second where the comma is the point of decimals. */
const DELIMITERS = [',', ';', '\t'] as const;

type Delimiter = (typeof DELIMITERS)[number];

/** The fields of a header that stands on one line; none where that line is no CSV. */
function headerOf(text: string, delimiter: Delimiter): readonly string[] {
  try {
    return parse(firstLine(text).slice(0, 10_000), { ...LOOSE, delimiter })[0] ?? [];
  } catch {
    return [];
  }
}

/** What the fields of a file are kept apart by; undefined where no header with a column of highlights comes of it. */
const delimiterOf = (text: string): Delimiter | undefined =>
  DELIMITERS.find((delimiter) => columnsOf(headerOf(text, delimiter)) !== undefined);

/**
 * Reads CSV as Readwise takes it, so also our own, and as Readwise gives it; columns in any order, also with what a spreadsheet puts for the comma. Numbers count records
 * after the header. A quote that is left open makes the file a damaged one.
 */
export const readwiseReader: NoteReader = {
  format: 'readwise',
  extensions: ['csv'],
  claims: (text, parsed) => parsed === undefined && delimiterOf(text) !== undefined,
  read: function* (text) {
    let rows: string[][];
    try {
      rows = parse(text, { ...LOOSE, delimiter: delimiterOf(text) ?? ',', to: MOST_ENTRIES + 2 });
    } catch {
      return failure('damaged');
    }
    const [header = [], ...records] = rows;
    const columns = columnsOf(header);
    if (columns === undefined) return failure('unknown');
    const notes: IncomingNote[] = [];
    const refused: Refused[] = [];
    if (records.length > MOST_ENTRIES) return failure('too-large');
    for (const [index, fields] of records.entries()) {
      if (index % 64 === 63) yield undefined;
      const entry = entryOf(fields, columns, index + 1);
      if ('why' in entry) refused.push(entry);
      else notes.push(entry);
    }
    return success({ notes, refused });
  },
};
