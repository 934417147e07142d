import {
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Tab,
  TextRun,
  UnderlineType,
  type ICommentOptions,
  type IParagraphOptions,
  type IRunOptions,
  type IStylesOptions,
  type ParagraphChild,
} from 'docx';
import type { WordComment, WordDocument, WordParagraph, WordRun } from '#core/exchange/document/word-document';

/** A tag as Word names languages: it knows regions, and no scripts. */
function eastAsian(tag: string): string {
  if (tag.startsWith('zh-Hans')) return 'zh-CN';
  return /HK|MO/.test(tag) ? 'zh-HK' : 'zh-TW';
}

/** Windows and Word for Mac have these; whoever has not is given the system's own font for the language. */
const serif = (tag: string): string => (eastAsian(tag) === 'zh-CN' ? 'SimSun' : 'PMingLiU');

const fontOf = (tag: string): IRunOptions => ({
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: serif(tag) },
  language: { value: 'en-US', eastAsia: eastAsian(tag) },
});

/** A run's words; a tab is an element of its own in Word. */
function wordsOf(words: string): IRunOptions {
  const parts = words.split('\t');
  return parts.length === 1
    ? { text: words }
    : { children: parts.flatMap((part, at) => (at > 0 ? [new Tab(), part] : [part])) };
}

function runOf({ words, shading, underline, border, strike }: WordRun): TextRun {
  const options: IRunOptions = {
    ...wordsOf(words),
    ...(shading !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: shading } }),
    ...(underline && {
      underline: {
        type: underline.kind === 'wave' ? UnderlineType.WAVE : UnderlineType.THICK,
        color: underline.colour,
      },
    }),
    ...(border !== undefined && { border: { style: BorderStyle.SINGLE, size: 6, space: 0, color: border } }),
    strike: strike === true,
  };
  return new TextRun(options);
}

const piecesOf = (paragraph: WordParagraph): ParagraphChild[] =>
  paragraph.pieces.flatMap((piece): ParagraphChild[] => {
    switch (piece.kind) {
      case 'run':
        return [runOf(piece.run)];
      case 'begin':
        return [new CommentRangeStart(piece.comment)];
      case 'end':
        return [new CommentRangeEnd(piece.comment), new TextRun({ children: [new CommentReference(piece.comment)] })];
    }
  });

const STYLES: Readonly<Record<WordParagraph['style'], IParagraphOptions>> = {
  title: { heading: HeadingLevel.TITLE },
  heading: { heading: HeadingLevel.HEADING_1 },
  paragraph: { style: 'Body' },
  quote: { style: 'Quoted' },
  small: { style: 'Small' },
};

const paragraphOf = (paragraph: WordParagraph): Paragraph =>
  new Paragraph({ ...STYLES[paragraph.style], children: piecesOf(paragraph) });

const initialsOf = (author: string): string => Array.from(author.trim()).slice(0, 2).join('');

const commentOf = ({ author, at, lines }: WordComment, id: number): ICommentOptions => ({
  ...{ id, author, initials: initialsOf(author), date: new Date(at) },
  children: (lines.length === 0 ? [''] : lines).map(
    (line) => new Paragraph({ children: [new TextRun(wordsOf(line))] }),
  ),
});

/** Sizes are half points, distances twentieths of a point. */
const stylesOf = (tag: string): IStylesOptions => ({
  default: {
    document: { run: { ...fontOf(tag), size: 24 } },
    title: {
      run: { ...fontOf(tag), size: 40, bold: true, color: '221E19' },
      paragraph: { spacing: { before: 0, after: 120, line: 360 } },
    },
    heading1: {
      run: { ...fontOf(tag), size: 28, bold: true, color: '221E19' },
      paragraph: { spacing: { before: 360, after: 160, line: 360 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: 'both', spacing: { line: 420 }, indent: { firstLineChars: 200, firstLine: 480 } },
    },
    {
      id: 'Quoted',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { line: 380, after: 120 }, indent: { left: 480 } },
    },
    {
      id: 'Small',
      name: 'Subtitle',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 18, color: '5A524B' },
      paragraph: { spacing: { after: 480 } },
    },
  ],
});

/** A4, with margins as Word has them. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1440, bottom: 1440, left: 1701, right: 1701 } };

/** The bytes of a document for Word (Office Open XML), its comments on the very words that they are about. */
export const docxOf = (document: WordDocument): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: document.title,
      creator: document.author,
      lastModifiedBy: document.author,
      styles: stylesOf(document.language),
      comments: { children: document.comments.map(commentOf) },
      sections: [{ properties: { page: PAGE }, children: document.paragraphs.map(paragraphOf) }],
    }),
  );
