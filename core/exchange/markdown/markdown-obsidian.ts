import { Scalar, stringify } from 'yaml';
import { citationOf, quotesOf } from '../export-words';
import type { ExportOptions } from '../format';
import { escapeMarkdown, obsidianTags } from './markdown-escape';
import { noteText } from './markdown-note';
import { allTitles, headedNotes, labelled, quoteLines, sharedOf, titleOf } from '../given-words';
import { noteCount, type ExportedNote, type ExportedText, type NotesModel } from '../notes-model';

/** The sign of Templater's, which it looks for in all of a file. */
const SIGN = '<%';

/** Words in front matter in which Templater finds nothing: in quotes a sign can stand by its number. */
function stillScalar(words: string): string | Scalar {
  if (!words.includes(SIGN)) return words;
  const scalar = new Scalar(words);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function frontMatter(model: NotesModel, options: ExportOptions): string {
  const { texts } = model;
  const tags = obsidianTags(texts.flatMap(({ notes }) => notes.flatMap(({ annotation }) => annotation.tags)));
  const fields = {
    title: stillScalar(allTitles(model, options)),
    language: sharedOf(texts, (text) => (options.quotes === 'source' ? text.sourceLanguage : text.language)),
    source: sharedOf(texts, ({ sourceHash }) => `urn:sha256:${sourceHash}`),
    exported: new Date(model.exported).toISOString(),
    notes: noteCount(model),
    ...(tags.length > 0 && { tags }),
  };
  return `---\n${stringify(fields, { lineWidth: 0 }).replaceAll(SIGN, '\\x3c%')}---`;
}

function noteBlock(model: NotesModel, text: ExportedText, note: ExportedNote, options: ExportOptions): string {
  const { annotation, label, paragraphs } = note;
  const quotes = quotesOf(model, text, note, options.quotes);
  const place = paragraphs === undefined ? '' : ` ¶ ${paragraphs.first}`;
  const lines = [
    `[!quote]${place}${labelled(label)}`,
    ...quoteLines(quotes, options.citation || quotes.length > 1),
    ...(options.citation ? [`— ${escapeMarkdown(citationOf(model, text, note))}`] : []),
  ];
  const callout = lines.map((line) => `> ${line}`.trimEnd()).join('\n');
  const tagLine = obsidianTags(annotation.tags)
    .map((tag) => `#${tag}`)
    .join(' ');
  return [callout, `^zhupi-${annotation.id}`, noteText(annotation.note, 'obsidian'), tagLine]
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * Notes for Obsidian: YAML front matter at byte 0, a heading for each text and each of its sections, and for each note
 * a quote callout, its block id alone on a line, the note and its tags. A part for each note; ends with one newline.
 */
export function* obsidianParts(model: NotesModel, options: ExportOptions): Generator<string> {
  yield `${frontMatter(model, options)}\n`;
  for (const text of model.texts) {
    yield `\n# ${escapeMarkdown(titleOf(text, options))}\n`;
    for (const { note, heading } of headedNotes(model, text)) {
      const section = heading === undefined ? '' : `\n## ${escapeMarkdown(heading)}\n`;
      yield `${section}\n${noteBlock(model, text, note, options)}\n`;
    }
  }
}
