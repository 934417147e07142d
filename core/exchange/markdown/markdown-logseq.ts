import { citationOf, quotesOf } from '../export-words';
import type { ExportOptions } from '../format';
import { escapeMarkdown, oneLine } from './markdown-escape';
import { logseqLine } from './logseq-words';
import { noteText } from './markdown-note';
import { allTitles, headedNotes, quoteLines, sharedOf, titleOf } from '../given-words';
import type { ExportedNote, ExportedText, NotesModel } from '../notes-model';
import { nearestNamed } from '../paper-colours';

/** Signs that make a link, a tag, a macro, a formula or HTML of a property's value, where nothing can escape them. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ...{ '[': '［', ']': '］', '#': '＃', '{': '｛', '}': '｝', '<': '＜', '>': '＞' },
  ...{ '(': '（', '@': '＠', '\\': '＼', ':': '：', $: '＄' },
};

/** The value of a property: words on one line. */
const valueOf = (words: string): string =>
  oneLine(words).replace(
    /[[\]#{}<>$]|\((?=\()|@(?=@)|\\(?=[()])|(?<!\b(?:https?|zhupi)):(?=\/\/)/gi,
    (sign) => FULL_WIDTH[sign] ?? sign,
  );

/** Values of a property that stands for several, which commas part. */
const valuesOf = (words: readonly string[]): string =>
  [...new Set(words.map((each) => valueOf(each).replaceAll(',', '，')))].filter((each) => each !== '').join(', ');

/** A block: its first line after a bullet, its properties, the rest of its lines. `depth` counts from 0. */
function block(
  depth: number,
  lines: readonly string[],
  properties: readonly (readonly [string, string])[] = [],
): string {
  const indent = '\t'.repeat(depth);
  const [first = '', ...rest] = lines;
  return [
    `${indent}- ${first}`.trimEnd(),
    ...properties.filter(([, value]) => value !== '').map(([name, value]) => `${indent}  ${name}:: ${value}`),
    ...rest.map((line) => `${indent}  ${line}`.trimEnd()),
    '',
  ].join('\n');
}

/** Properties as Logseq writes them for what is marked in a PDF; it shows such a block as a mark in its colour. */
function propertiesOf(model: NotesModel, { annotation, paragraphs, label }: ExportedNote) {
  return [
    ['ls-type', 'annotation'],
    ['hl-page', paragraphs === undefined ? '' : `${paragraphs.first}`],
    ['hl-color', nearestNamed(model.palette, annotation.colour)],
    ['id', annotation.id],
    ['label', valueOf(label)],
    ['tags', valuesOf(annotation.tags)],
  ] as const;
}

function noteBlocks(
  model: NotesModel,
  { text, depth }: { readonly text: ExportedText; readonly depth: number },
  note: ExportedNote,
  options: ExportOptions,
): string {
  const quotes = quotesOf(model, text, note, options.quotes);
  const lines = [
    ...quoteLines(quotes, options.citation || quotes.length > 1),
    ...(options.citation ? [`— ${escapeMarkdown(citationOf(model, text, note))}`] : []),
  ].map(logseqLine);
  const own = noteText(note.annotation.note, 'logseq');
  const mark = block(depth, lines, propertiesOf(model, note));
  return own === '' ? mark : mark + block(depth + 1, own.split('\n'));
}

function pageProperties(model: NotesModel, options: ExportOptions): string {
  const of = (property: (text: ExportedText) => string): string => [sharedOf(model.texts, property)].flat().join(', ');
  return [
    `title:: ${valueOf(allTitles(model, options))}`,
    `language:: ${of((text) => (options.quotes === 'source' ? text.sourceLanguage : text.language))}`,
    `source:: ${of(({ sourceHash }) => `urn:sha256:${sourceHash}`)}`,
    `exported:: ${new Date(model.exported).toISOString()}`,
    '',
  ].join('\n');
}

/**
 * Notes as a page of Logseq's file graph: properties of the page first, then a block for each mark with its properties,
 * and the note as a block below it. Sections are blocks, and so are texts where there are several. A part for each note;
 * ends with one newline.
 */
export function* logseqParts(model: NotesModel, options: ExportOptions): Generator<string> {
  yield `${pageProperties(model, options)}\n`;
  const isOne = model.texts.length === 1;
  for (const text of model.texts) {
    const top = isOne ? 0 : 1;
    if (!isOne) yield block(0, [`# ${logseqLine(escapeMarkdown(titleOf(text, options)))}`]);
    let depth = top;
    for (const { note, heading } of headedNotes(model, text)) {
      if (heading !== undefined) {
        depth = top + 1;
        yield block(top, [`## ${logseqLine(escapeMarkdown(heading))}`]);
      }
      yield noteBlocks(model, { text, depth }, note, options);
    }
  }
}
