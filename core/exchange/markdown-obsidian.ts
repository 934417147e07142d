import { stringify } from 'yaml';
import { citationOf, quotesOf, type GivenQuote } from './export-words';
import type { ExportOptions } from './format';
import { escapeMarkdown, noteText, obsidianTags, withoutControls } from './markdown-escape';
import type { ExportedNote, ExportedText, NotesModel } from './notes-model';

function frontMatter(model: NotesModel, text: ExportedText, quotes: ExportOptions['quotes']): string {
  const tags = obsidianTags(text.notes.flatMap(({ annotation }) => annotation.tags));
  const fields = {
    title: withoutControls(quotes === 'source' ? text.sourceTitle : text.title),
    language: quotes === 'source' ? text.sourceLanguage : text.language,
    source: `urn:sha256:${text.sourceHash}`,
    exported: new Date(model.exported).toISOString(),
    notes: text.notes.length,
    ...(tags.length > 0 && { tags }),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---`;
}

/** One line of a callout: the label of a colour is the person's own words. */
const labelled = (label: string): string => (label === '' ? '' : ` · ${escapeMarkdown(label.replace(/\s+/g, ' '))}`);

function quoteLines(quotes: readonly GivenQuote[], withScript: boolean): string[] {
  return quotes.flatMap(({ words, script }, index) => [
    ...(index > 0 ? [''] : []),
    ...escapeMarkdown(words).split('\n'),
    ...(withScript ? [`*${escapeMarkdown(script)}*`] : []),
  ]);
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
  return [callout, `^zhupi-${annotation.id}`, noteText(annotation.note), tagLine]
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * Notes for Obsidian: YAML front matter at byte 0, then for each note a quote callout, its block id alone on a line,
 * the note and its tags. A part for each note; ends with one newline.
 */
export function* obsidianParts(model: NotesModel, options: ExportOptions): Generator<string> {
  for (const [index, text] of model.texts.entries()) {
    const title = `# ${escapeMarkdown(options.quotes === 'source' ? text.sourceTitle : text.title)}`;
    yield index === 0 ? `${frontMatter(model, text, options.quotes)}\n\n${title}\n` : `\n${title}\n`;
    for (const note of text.notes) yield `\n${noteBlock(model, text, note, options)}\n`;
  }
}
