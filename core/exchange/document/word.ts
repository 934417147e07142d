import type { Palette } from '../../annotation/palette';
import { plainNote } from '../../note/markup';
import { drained } from '../../support/drained';
import { annotatedText, type AnnotatedBlock, type Look } from './annotated-text';
import { citationOf, exportWords, quotesOf } from '../export-words';
import type { ExportOptions, Format } from '../format';
import { colourWords, dayOf, markWords } from './mark-words';
import type { ExportedNote, ExportedText, NotesModel } from '../notes-model';
import { paperColour } from '../paper-colours';
import { printable, withoutTurns } from './printable';
import type { WordComment, WordDocument, WordParagraph, WordPiece, WordRun } from './word-document';

/** The author of comments where the person gives no name: Word takes none without one. */
const PROGRAM = 'Zhupi';

/** Longest name of an author that Word shows, in UTF-16 units (ST_String of w:author, as Word enforces it). */
const LONGEST_AUTHOR = 54;

/** Words as they stand in the document: such as XML can hold, and none that would turn its lines around. */
export const wordWords = (words: string): string => withoutTurns(printable(words));

/** How marks of these looks are drawn: of several of one style the one on top. */
function drawn(palette: Palette, looks: readonly Look[]): Omit<WordRun, 'words'> {
  const parts: Omit<WordRun, 'words'> = {};
  for (const { colour, style } of looks) {
    const { wash, ink } = paperColour(palette, colour);
    if (style === 'highlight') parts.shading = wash.slice(1);
    else if (style === 'outline') parts.border = ink.slice(1);
    else if (style === 'strikethrough') parts.strike = true;
    else parts.underline = { kind: style === 'wavy' ? 'wave' : 'single', colour: ink.slice(1) };
  }
  return parts;
}

const words = (text: string, look: Omit<WordRun, 'words'> = {}): WordPiece => ({
  kind: 'run',
  run: { words: wordWords(text), ...look },
});

const isEvent = (at: number): boolean => Math.abs(at) <= 8.64e15;

/** What a comment says: the note; its tags; what its colour means; the quote where it is not in the text; its place. */
function linesOf(model: NotesModel, text: ExportedText, note: ExportedNote, options: ExportOptions): string[] {
  const { annotation, label, displayed } = note;
  const said = annotation.note.trim() === '' ? [] : plainNote(annotation.note).split('\n');
  const tags = annotation.tags.map((tag) => `#${tag}`).join(' ');
  const quotes = quotesOf(model, text, note, options.quotes).filter((quote) => quote.words !== displayed);
  const { colon } = markWords(model);
  const lines = [
    ...said,
    tags,
    // A mark about which nothing is said is still a mark: what its colour is called stands for it.
    label === '' && said.length === 0 && tags === '' ? colourWords(model, note) : label,
    ...quotes.map((quote) => `${quote.script}${colon}${quote.words.replaceAll('\n', ' ')}`),
    options.citation ? citationOf(model, text, note) : '',
  ];
  return lines.filter((line) => line.trim() !== '').map(wordWords);
}

/** Builds the paragraphs and the comments of a document. */
class WordMaking {
  readonly paragraphs: WordParagraph[] = [];
  readonly comments: WordComment[] = [];
  readonly #model: NotesModel;
  readonly #options: ExportOptions;

  constructor(model: NotesModel, options: ExportOptions) {
    this.#model = model;
    this.#options = options;
  }

  add(style: WordParagraph['style'], pieces: WordPiece[], language?: string): void {
    this.paragraphs.push({ style, pieces, ...(language !== undefined && { language }) });
  }

  /** Yields after each comment and each paragraph. */
  *addText(text: ExportedText): Generator<undefined, void, undefined> {
    const { blocks, apart } = annotatedText(text, false);
    const { language } = this.#model;
    this.add('title', [words(text.title)], text.language);
    const { modes, between } = exportWords(this.#model);
    const about = [modes[this.#model.mode], markWords(this.#model).count(text.notes.length), dayOf(this.#model)];
    this.add('small', [words(about.join(between))], language);
    const first = this.comments.length;
    for (const note of text.notes) {
      this.#addComment(text, note);
      yield undefined;
    }
    for (const block of blocks) {
      this.#addBlock(text, block, first);
      yield undefined;
    }
    if (apart.length === 0) return;
    if (text.shown !== undefined) this.add('heading', [words(markWords(this.#model).apart)], language);
    for (const place of apart) {
      this.#addApart(text, place, first);
      yield undefined;
    }
  }

  #addComment(text: ExportedText, note: ExportedNote): void {
    const { created } = note.annotation;
    const author = wordWords(this.#options.author).replace(/\s+/g, ' ').trim().slice(0, LONGEST_AUTHOR);
    this.comments.push({
      author: author === '' ? PROGRAM : author,
      at: isEvent(created) ? created : this.#model.exported,
      lines: linesOf(this.#model, text, note, this.#options),
    });
  }

  #addBlock(text: ExportedText, { kind, runs }: AnnotatedBlock, first: number): void {
    const pieces = runs.flatMap((run): WordPiece[] => [
      ...run.begins.map((note): WordPiece => ({ kind: 'begin', comment: first + note })),
      words(run.words, drawn(this.#model.palette, run.looks)),
      ...run.ends.map((note): WordPiece => ({ kind: 'end', comment: first + note })),
    ]);
    this.add(kind, pieces, text.language);
  }

  /** A note without a place in the text: its words stand for themselves, a paragraph for each line of them. */
  #addApart(text: ExportedText, place: number, first: number): void {
    const note = text.notes[place];
    if (note === undefined) return;
    const [quote] = quotesOf(this.#model, text, note, this.#options.quotes);
    const lines = quote.words.split('\n');
    for (const [index, line] of lines.entries()) {
      const pieces: WordPiece[] = [words(line, drawn(this.#model.palette, [note.annotation]))];
      if (index === 0) pieces.unshift({ kind: 'begin', comment: first + place });
      if (index === lines.length - 1) pieces.push({ kind: 'end', comment: first + place });
      this.add('quote', pieces, quote.language);
    }
  }
}

/** Texts with their marks as a document for Word, a comment on the very words of each mark. It pauses as Written says. */
export function* wordSteps(model: NotesModel, options: ExportOptions): Generator<undefined, WordDocument, undefined> {
  const making = new WordMaking(model, options);
  for (const text of model.texts) yield* making.addText(text);
  const [first] = model.texts;
  return {
    title: wordWords(model.texts.map(({ title }) => title).join('、')),
    author: making.comments[0]?.author ?? PROGRAM,
    language: first?.language ?? model.language,
    paragraphs: making.paragraphs,
    comments: making.comments,
  };
}

/** The document that `wordSteps` makes, at once. */
export const wordDocument = (model: NotesModel, options: ExportOptions): WordDocument =>
  drained(wordSteps(model, options));

/** A text with its marks for Word, its notes as comments. */
export const word: Format = {
  id: 'word',
  extension: 'docx',
  words: {
    en: { name: 'Word', description: 'The text as a Word document, each note a comment on its words.' },
    'zh-Hant': { name: 'Word', description: '正文存為 Word 文件，每則批註都是所標文字上的註解。' },
    'zh-Hans': { name: 'Word', description: '正文存为 Word 文档，每条批注都是所标文字上的批注。' },
  },
  options: ['quotes', 'citation', 'author'],
  write: (model, options) => ({ kind: 'word', steps: wordSteps(model, options) }),
};
