import type { Colour } from '../../annotation/annotation';
import { annotatedSteps, type AnnotatedBlock, type AnnotatedRun, type AnnotatedText } from './annotated-text';
import { citationOf, exportWords, quotesOf, type GivenQuote } from '../export-words';
import type { ExportOptions } from '../format';
import { uprightNumbers } from '../../text/upright-numbers';
import { attributeWords, htmlWords } from './html-escape';
import { noteHtml, type PlaceOfMark } from './html-note';
import { htmlStyle } from './html-style';
import { colourWords, dayOf, markWords } from './mark-words';
import type { ExportedNote, ExportedText, NotesModel } from '../notes-model';

/** What is the same for all notes and blocks of one text. */
interface Around {
  readonly model: NotesModel;
  readonly options: ExportOptions;
  readonly text: ExportedText;
  /** Stands before the numbers of notes in ids, since each text has its own first note. */
  readonly prefix: string;
  readonly placeOf: PlaceOfMark;
  readonly heading: 'h2' | 'h3';
}

const lang = (tag: string): string => `lang="${attributeWords(tag)}"`;

/** A number that stands upright in its column, in one cell. */
const uprightHtml = (number: string): string => `<span class="upright">${number}</span>`;

/** Chinese words, or a number by itself; where lines run down, with short numbers upright. */
function wordsHtml({ options }: Pick<Around, 'options'>, words: string): string {
  if (options.lines === 'horizontal') return htmlWords(words);
  let [html, at] = ['', 0];
  for (const { start, end } of uprightNumbers(words)) {
    html += htmlWords(words.slice(at, start)) + uprightHtml(words.slice(start, end));
    at = end;
  }
  return html + htmlWords(words.slice(at));
}

/** What the document says itself. English lies on its side, and its numbers with it. */
const ownWordsHtml = (around: Around, words: string): string =>
  around.model.language === 'en' ? htmlWords(words) : wordsHtml(around, words);

function runHtml({ words, reading, upright, looks }: AnnotatedRun): string {
  const plain = upright === true ? uprightHtml(words) : htmlWords(words);
  const inner = reading === undefined ? plain : `<ruby>${plain}<rt>${htmlWords(reading)}</rt></ruby>`;
  // The look on top is the innermost.
  return looks.reduceRight((html, { colour, style }) => `<mark class="${colour} ${style}">${html}</mark>`, inner);
}

function reference(around: Around, note: number): string {
  const { prefix, model } = around;
  const [id, number] = [`${prefix}${note + 1}`, note + 1];
  const label = markWords(model).toNote(number);
  return `<a class="reference" id="m${id}" href="#n${id}" role="doc-noteref" aria-label="${label}">${wordsHtml(around, `${number}`)}</a>`;
}

/** A block with its marks, and after the words of each note its number: for one that goes on, at the block's end. */
function blockHtml(around: Around, { kind, runs, begun }: AnnotatedBlock): string {
  const waiting = new Set(around.options.notes ? begun : []);
  let html = '';
  for (const run of runs) {
    html += runHtml(run);
    for (const note of run.ends) if (waiting.delete(note)) html += reference(around, note);
  }
  for (const note of waiting) html += reference(around, note);
  const { heading } = around;
  return kind === 'heading' ? `<${heading} class="title">${html}</${heading}>\n` : `<p>${html}</p>\n`;
}

function quoteHtml(around: Around, quote: GivenQuote, isRepeated: boolean, withScript: boolean): string {
  const { words, language, script } = quote;
  const lines = words.split('\n').map((line) => `<p ${lang(language)}>${wordsHtml(around, line)}</p>`);
  // Not within the quote, of which a long one is cut off where the text itself is at hand.
  const said = withScript ? `<p class="script">${htmlWords(script)}</p>\n` : '';
  return `<blockquote class="quote${isRepeated ? ' repeated' : ''}">${lines.join('')}</blockquote>\n${said}`;
}

function noteItem(around: Around, place: number, note: ExportedNote): string {
  const { model, options, text, prefix, placeOf } = around;
  const [id, number] = [`${prefix}${place + 1}`, place + 1];
  const words = markWords(model);
  const { colour, style, note: said, tags } = note.annotation;
  const isPlaced = text.shown !== undefined && note.paragraphs !== undefined;
  const quotes = quotesOf(model, text, note, options.quotes);
  const withScript = options.citation || quotes.length > 1;
  const shownNumber = isPlaced
    ? `<a class="number" href="#m${id}" role="doc-backlink" aria-label="${words.toText(number)}">${wordsHtml(around, `${number}`)}</a>`
    : `<span class="number">${wordsHtml(around, `${number}`)}</span>`;
  return [
    `<li class="note ${colour}" id="n${id}">\n`,
    `<p class="about-mark">${shownNumber}<span><bdi>${htmlWords(colourWords(model, note))}</bdi>`,
    `<span class="hidden">${exportWords(model).between}${words.styles[style]}</span></span></p>\n`,
    ...quotes.map((quote) => quoteHtml(around, quote, isPlaced && quote.words === note.displayed, withScript)),
    said.trim() === '' ? '' : `<div class="said" dir="auto">${noteHtml(said, placeOf)}</div>\n`,
    tags.length === 0
      ? ''
      : `<ul class="tags">${tags.map((tag) => `<li><bdi>#${htmlWords(tag)}</bdi></li>`).join('')}</ul>\n`,
    options.citation ? `<p class="citation">${ownWordsHtml(around, citationOf(model, text, note))}</p>\n` : '',
    '</li>\n',
  ].join('');
}

function* notesList(around: Around, notes: readonly number[], label: string): Generator<string> {
  yield `<ol class="notes" ${lang(around.model.language)} aria-label="${attributeWords(label)}">\n`;
  for (const place of notes) {
    const note = around.text.notes[place];
    if (note !== undefined) yield noteItem(around, place, note);
  }
  yield '</ol>\n';
}

/** Blocks of a group: few enough for a browser to lay out at once where there are very many. */
const GROUP = 50;

/** Blocks, each with its notes right after it, in groups. */
function* groupsHtml(around: Around, blocks: AnnotatedText['blocks']): Generator<string> {
  let count = 0;
  for (const block of blocks) {
    if (count % GROUP === 0) yield `${count === 0 ? '' : '</div>\n'}<div class="group">\n`;
    count++;
    yield blockHtml(around, block);
    if (!around.options.notes || block.begun.length === 0) continue;
    yield* notesList(around, block.begun, markWords(around.model).notesOn(block.number));
  }
  if (count > 0) yield '</div>\n';
}

const coloursOf = (notes: readonly ExportedNote[]): Colour[] => [
  ...new Set(notes.map(({ annotation }) => annotation.colour)),
];

/** What each colour means, where the person has said so. */
function legend(notes: readonly ExportedNote[]): string {
  const labels = new Map(notes.map(({ annotation, label }) => [annotation.colour, label] as const));
  const items = [...labels]
    .filter(([, label]) => label !== '')
    .map(([colour, label]) => `<li class="${colour}"><i></i><bdi>${htmlWords(label)}</bdi></li>`);
  return items.length === 0 ? '' : `<ul class="legend">${items.join('')}</ul>\n`;
}

function headHtml(around: Around): string {
  const { model, text, options, heading } = around;
  const title = heading === 'h2' ? 'h1' : 'h2';
  const words = exportWords(model);
  const about = [
    words.modes[model.mode],
    ...(options.notes ? [ownWordsHtml(around, markWords(model).count(text.notes.length))] : []),
    `<time>${dayOf(model)}</time>`,
  ];
  return [
    `<header class="head">\n<${title} ${lang(text.language)}>${wordsHtml(around, text.title)}</${title}>\n`,
    `<p class="about">${about.join(words.between)}</p>\n${legend(text.notes)}</header>\n`,
  ].join('');
}

/** Steps that write nothing yet: empty parts, at which whoever asks can pause. */
function* pausing<Value>(steps: Generator<undefined, Value, undefined>): Generator<string, Value, undefined> {
  let next = steps.next();
  while (next.done !== true) {
    yield '';
    next = steps.next();
  }
  return next.value;
}

function* textHtml(around: Around): Generator<string> {
  const { model, text, options, heading } = around;
  const { blocks, apart } = yield* pausing(annotatedSteps(text, options.glosses, options.lines === 'vertical'));
  yield headHtml(around);
  if (text.shown !== undefined) {
    const withReadings = options.glosses && text.shown.text.glosses.length > 0;
    yield `<div class="words${withReadings ? ' with-readings' : ''}" ${lang(text.language)}>\n`;
    yield* groupsHtml(around, blocks);
    yield '</div>\n';
  }
  if (options.notes && apart.length > 0) {
    const { apart: title } = markWords(model);
    yield `<section class="apart">\n`;
    if (text.shown !== undefined) yield `<${heading}>${title}</${heading}>\n`;
    yield* notesList(around, apart, title);
    yield '</section>\n';
  }
}

/** Nothing is loaded and nothing runs, whatever the words are; the style is the one written below. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Texts with their marks, and with their notes where asked for, as one HTML document that asks for nothing else: no
 * script, no font, no picture. In parts, about one for each block. `isSealed`: it says itself that nothing may be
 * loaded; a document that is given a style sheet by others does not.
 */
export function* htmlDocument(model: NotesModel, options: ExportOptions, isSealed: boolean): Generator<string> {
  const title = model.texts.map((text) => text.title).join('、');
  const notes = model.texts.flatMap((text) => text.notes);
  const policy = isSealed ? `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n` : '';
  yield `<!DOCTYPE html>\n<html lang="${model.language}" class="${options.lines}">\n<head>\n<meta charset="utf-8">\n${policy}`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n';
  yield `<meta name="generator" content="${attributeWords(`Zhupi ${model.version}`.trim())}">\n`;
  yield `<title>${attributeWords(exportWords(model).notesOn(title))}</title>\n`;
  yield `<style>${htmlStyle(model.palette, coloursOf(notes), options.lines)}</style>\n</head>\n`;
  yield `<body class="${options.notes ? 'with-notes' : 'plain'}">\n<main class="sheet">\n`;
  if (model.texts.length > 1) yield `<h1 class="hidden">${htmlWords(exportWords(model).notesOn(title))}</h1>\n`;
  const places = new Map<string, string>();
  for (const [index, text] of model.texts.entries()) {
    if (!options.notes) break;
    for (const [note, { annotation }] of text.notes.entries())
      places.set(annotation.id, `#n${prefixOf(index)}${note + 1}`);
  }
  for (const [index, text] of model.texts.entries()) {
    const heading = model.texts.length > 1 ? 'h3' : 'h2';
    yield* textHtml({ model, options, text, prefix: prefixOf(index), placeOf: (id) => places.get(id), heading });
  }
  yield `<footer class="foot">${attributeWords(markWords(model).madeBy(model.version))}</footer>\n`;
  yield '</main>\n</body>\n</html>\n';
}

/** What tells the ids of one text from those of another. */
const prefixOf = (index: number): string => (index === 0 ? '' : `${index + 1}-`);
