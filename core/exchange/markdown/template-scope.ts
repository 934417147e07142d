import { citationOf, exportWords, quotesOf } from '../export-words';
import type { ExportOptions } from '../format';
import { describeMarkLink } from '../mark-link';
import { allTitles, titleOf } from '../given-words';
import { noteCount, type ExportedNote, type ExportedText, type NotesModel } from '../notes-model';

const isoOf = (at: number): string => new Date(at).toISOString();

type Choice = Pick<ExportOptions, 'quotes'>;

function noteScope(model: NotesModel, text: ExportedText, note: ExportedNote, { quotes }: Choice) {
  const { annotation, displayed, source, paragraphs, section, label } = note;
  return {
    quote: quotesOf(model, text, note, quotes)
      .map(({ words }) => words)
      .join('\n'),
    displayed,
    source,
    note: annotation.note,
    tags: [...annotation.tags],
    colour: annotation.colour,
    label,
    style: annotation.style,
    citation: citationOf(model, text, note),
    paragraph: paragraphs?.first ?? null,
    last_paragraph: paragraphs?.last ?? null,
    section: section ?? null,
    link: describeMarkLink({ markId: annotation.id, textId: text.id, quote: annotation.quote.exact }),
    id: annotation.id,
    created: isoOf(annotation.created),
    modified: isoOf(annotation.modified),
    made_in: exportWords(model).modes[annotation.script],
  };
}

/** What a template knows of one note. */
export type NoteScope = ReturnType<typeof noteScope>;

/**
 * All that a template knows, made note by note so that whoever asks can pause: yields after each, and returns the
 * whole. Every variable is there whatever the notes have; null where they have nothing.
 */
export function* templateScope(model: NotesModel, options: Choice): Generator<undefined, object, undefined> {
  const texts: object[] = [];
  for (const text of model.texts) {
    const notes: NoteScope[] = [];
    for (const note of text.notes) {
      notes.push(noteScope(model, text, note, options));
      yield undefined;
    }
    texts.push({
      title: titleOf(text, options),
      source_title: text.sourceTitle,
      language: options.quotes === 'source' ? text.sourceLanguage : text.language,
      source_language: text.sourceLanguage,
      hash: text.sourceHash,
      id: text.id,
      count: notes.length,
      notes,
    });
  }
  return {
    title: allTitles(model, options),
    texts,
    count: noteCount(model),
    exported: isoOf(model.exported),
    language: model.language,
    script: exportWords(model).modes[model.mode],
    version: model.version,
  };
}
