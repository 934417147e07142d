import { citationOf, quotesOf } from '../export-words';
import type { ExportOptions } from '../format';
import { escapeMarkdown, oneLine } from './markdown-escape';
import { noteText } from './markdown-note';
import { headedNotes, labelled, quoteLines, titleOf } from '../given-words';
import type { ExportedNote, ExportedText, NotesModel } from '../notes-model';

/** Where a note stands, what its colour means and its tags, as words on a line below it. */
function aboutNote(model: NotesModel, text: ExportedText, note: ExportedNote, options: ExportOptions): string {
  const { annotation, label, paragraphs } = note;
  const place = paragraphs === undefined ? '' : `¶ ${paragraphs.first}`;
  const parts = [
    options.citation || place === '' ? escapeMarkdown(citationOf(model, text, note)) : place,
    labelled(label),
    ...annotation.tags.map((tag) => labelled(oneLine(tag))),
  ];
  return `— ${parts.join('')}`;
}

function noteBlock(model: NotesModel, text: ExportedText, note: ExportedNote, options: ExportOptions): string {
  const quotes = quotesOf(model, text, note, options.quotes);
  const quoted = quoteLines(quotes, options.citation || quotes.length > 1)
    // Readers of CommonMark run lines together; paragraphs of the text stay apart.
    .flatMap((line, index) => (index === 0 || line === '' ? [line] : ['', line]))
    .filter((line, index, all) => line !== '' || all[index - 1] !== '')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  return [quoted, noteText(note.annotation.note, 'plain'), aboutNote(model, text, note, options)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * Notes as CommonMark for any reader: headings, block quotes, the note below its quote, then where it stands, what its
 * colour means and its tags as words. A part for each note; ends with one newline.
 */
export function* plainParts(model: NotesModel, options: ExportOptions): Generator<string> {
  for (const [index, text] of model.texts.entries()) {
    yield `${index === 0 ? '' : '\n'}# ${escapeMarkdown(titleOf(text, options))}\n`;
    for (const { note, heading } of headedNotes(model, text)) {
      const section = heading === undefined ? '' : `\n## ${escapeMarkdown(heading)}\n`;
      yield `${section}\n${noteBlock(model, text, note, options)}\n`;
    }
  }
}
