import { stringify } from '../../support/csv-packages';
import { quotesOf } from '../export-words';
import type { ExportOptions, Format } from '../format';
import { guarded } from './formula';
import { withoutControls } from '../markdown/markdown-escape';
import { describeMarkLink } from '../mark-link';
import { titleOf } from '../given-words';
import type { ExportedNote, ExportedText, NotesModel } from '../notes-model';
import { readwiseNote } from './readwise-note';

/** The columns that Readwise takes, in the order of its own template; it asks for the first alone. */
export const READWISE_COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'] as const;

const row = (fields: readonly string[]): string =>
  // No byte order mark: it would become part of the name of the one column that must be there.
  stringify([fields.map((field) => guarded(withoutControls(field)))], {
    delimiter: ',',
    record_delimiter: '\r\n',
    quoted: true,
    quoted_empty: true,
  });

function fieldsOf(model: NotesModel, text: ExportedText, note: ExportedNote, options: ExportOptions): string[] {
  const { annotation, paragraphs } = note;
  const words = quotesOf(model, text, note, options.quotes).map((quote) => quote.words);
  return [
    words.join('\n'),
    titleOf(text, options),
    '',
    describeMarkLink({ markId: annotation.id, textId: text.id, quote: annotation.quote.exact }),
    readwiseNote(annotation.tags.map(withoutControls), withoutControls(annotation.note)),
    paragraphs === undefined ? '' : `${paragraphs.first}`,
    new Date(annotation.created).toISOString(),
  ];
}

function* parts(model: NotesModel, options: ExportOptions): Generator<string> {
  yield row(READWISE_COLUMNS);
  for (const text of model.texts) for (const note of text.notes) yield row(fieldsOf(model, text, note, options));
}

/**
 * Notes as CSV for Readwise: UTF-8 without a byte order mark, every field quoted, none a formula. The location is the
 * number of the paragraph, the date ISO 8601 in UTC, the address a link to the mark, which Readwise calls the source.
 * Two things it cannot carry: control characters, and spaces in tags.
 */
export const readwise: Format = {
  id: 'readwise',
  extension: 'csv',
  words: {
    en: { name: 'CSV for Readwise', description: 'A table for Readwise’s import.' },
    'zh-Hant': { name: 'Readwise CSV', description: '表格檔，可匯入 Readwise。' },
    'zh-Hans': { name: 'Readwise CSV', description: '表格文件，可导入 Readwise。' },
  },
  options: ['quotes'],
  write: (model, options) => ({ kind: 'text', parts: parts(model, options) }),
};
