import { exportWords, type GivenQuote } from './export-words';
import type { ExportOptions } from './format';
import { escapeMarkdown, oneLine } from './markdown/markdown-escape';
import type { ExportedNote, ExportedText, NotesModel } from './notes-model';

/** The title of a text in the script that is asked for, on one line. */
export const titleOf = (text: ExportedText, { quotes }: Pick<ExportOptions, 'quotes'>): string =>
  oneLine(quotes === 'source' ? text.sourceTitle : text.title);

/** The titles of all texts, on one line. */
export const allTitles = (model: NotesModel, options: Pick<ExportOptions, 'quotes'>): string =>
  model.texts.map((text) => titleOf(text, options)).join(exportWords(model).comma);

/** What all texts have in common; a list where they differ. */
export function sharedOf<Value>(texts: readonly ExportedText[], of: (text: ExportedText) => Value): Value | Value[] {
  const [first, ...others] = [...new Set(texts.map(of))];
  return first === undefined ? [] : others.length === 0 ? first : [first, ...others];
}

/** A note, and the heading that it is the first under; undefined where it stands under that of the one before. */
export interface HeadedNote {
  readonly note: ExportedNote;
  readonly heading: string | undefined;
}

/**
 * The notes on a text with the headings of its sections, as displayed, each on one line. Where a text has sections,
 * notes without a place stand under a heading of their own.
 */
export function headedNotes(model: NotesModel, text: ExportedText): HeadedNote[] {
  const { withoutPlace } = exportWords(model);
  const hasSections = text.notes.some(({ section }) => section !== undefined);
  let before: string | undefined;
  return text.notes.map((note) => {
    const under = hasSections && note.paragraphs === undefined ? withoutPlace : note.section;
    const isNew = under !== undefined && under !== before;
    before = under;
    return { note, heading: isNew ? oneLine(under) : undefined };
  });
}

/** The label of a colour, which is the person's own words, after a sign that sets it off; empty where there is none. */
export const labelled = (label: string): string => (label === '' ? '' : ` · ${escapeMarkdown(oneLine(label))}`);

/**
 * The lines of quotes as Markdown, without what marks them as quotes. Spaces before a line, which would make code of
 * it, are left out.
 */
export const quoteLines = (quotes: readonly GivenQuote[], withScript: boolean): string[] =>
  quotes.flatMap(({ words, script }, index) => [
    ...(index > 0 ? [''] : []),
    ...escapeMarkdown(words)
      .split('\n')
      .map((line) => line.replace(/^[ \t]+/, '')),
    ...(withScript ? [`*${escapeMarkdown(script)}*`] : []),
  ]);
