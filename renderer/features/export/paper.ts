import type { WordDocument } from '#core/exchange/document/word-document';

// What stands in a document, as words to be shown: nothing of a file ever becomes markup of the page.

/** A stretch of words of a paragraph that look alike. */
export interface PaperPiece {
  readonly words: string;
  /** A reading set over the words. */
  readonly reading?: string;
  readonly isMarked: boolean;
  /** True for the number of a note, which is no word of the text. */
  readonly isNumber?: true;
}

/** What is said of a marked stretch, at the margin. */
export interface PaperComment {
  readonly author: string;
  readonly lines: readonly string[];
}

/** A paragraph of a document, with the comments whose stretches end in it. */
export interface PaperParagraph {
  readonly style: 'title' | 'heading' | 'paragraph' | 'quote' | 'small';
  readonly pieces: readonly PaperPiece[];
  readonly comments: readonly PaperComment[];
}

/** The beginning of a document. */
export interface Paper {
  readonly paragraphs: readonly PaperParagraph[];
  /** False if the document goes on. */
  readonly isWhole: boolean;
}

/** UTF-16 units and pieces of a document that are shown: all of them become elements at once. */
const MOST_UNITS = 8_000;
const MOST_PIECES = 1_200;

/** Counts what is taken, up to what is shown of a document. */
class Allowance {
  #units = MOST_UNITS;
  #pieces = MOST_PIECES;

  take(units: number): void {
    this.#units -= units;
    this.#pieces--;
  }

  get isSpent(): boolean {
    return this.#units <= 0 || this.#pieces <= 0;
  }
}

/** The beginning of a document for Word. */
export function paperOfWord(document: WordDocument): Paper {
  const allowance = new Allowance();
  const open = new Set<number>();
  const paragraphs: PaperParagraph[] = [];
  for (const { style, pieces } of document.paragraphs) {
    if (allowance.isSpent) return { paragraphs, isWhole: false };
    const shown: PaperPiece[] = [];
    const comments: PaperComment[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'begin') open.add(piece.comment);
      else if (piece.kind === 'end') {
        open.delete(piece.comment);
        const said = document.comments[piece.comment];
        if (said === undefined) continue;
        comments.push(said);
        for (const line of said.lines) allowance.take(line.length);
      } else {
        const { words, ...look } = piece.run;
        shown.push({ words, isMarked: open.size > 0 || Object.keys(look).length > 0 });
        allowance.take(words.length);
      }
    }
    paragraphs.push({ style, pieces: shown, comments });
  }
  return { paragraphs, isWhole: true };
}

const STYLES: Readonly<Record<string, PaperParagraph['style']>> = {
  H1: 'title',
  ...{ H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading' },
  BLOCKQUOTE: 'quote',
  ...{ ASIDE: 'small', FOOTER: 'small', HEADER: 'paragraph' },
};

/** Elements that begin a line of their own. */
const BLOCKS =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/;

/** Elements whose words are not words of the document. */
const UNSEEN = /^(HEAD|STYLE|SCRIPT|TEMPLATE|TITLE|RP|RT)$/;

/** True for an element that holds the number of a note. */
const holdsNumber = (element: Element): boolean => element.matches('.number, [role=doc-noteref]');

/** Reads the words of an HTML document off its tree. */
class HtmlWords {
  readonly #allowance = new Allowance();
  readonly #paragraphs: PaperParagraph[] = [];
  #pieces: PaperPiece[] = [];

  read(root: Element): Paper {
    const isWhole = this.#walk(root, 'paragraph', false);
    this.#end('paragraph');
    return { paragraphs: this.#paragraphs, isWhole };
  }

  #end(style: PaperParagraph['style']): void {
    const last = this.#pieces.at(-1);
    if (last?.words === ' ') this.#pieces.pop();
    if (this.#pieces.length > 0) this.#paragraphs.push({ style, pieces: this.#pieces, comments: [] });
    this.#pieces = [];
  }

  #put(words: string, isMarked: boolean, reading?: string): void {
    const shown = words.replace(/\s+/g, ' ');
    if (shown === '' || (shown === ' ' && this.#pieces.length === 0)) return;
    this.#pieces.push({ words: shown, isMarked, ...(reading !== undefined && reading !== '' && { reading }) });
    this.#allowance.take(shown.length);
  }

  /** False where there is more than is shown. */
  #walk(element: Element, style: PaperParagraph['style'], isMarked: boolean): boolean {
    for (const child of element.childNodes) {
      if (this.#allowance.isSpent) return false;
      if (child.nodeType === Node.TEXT_NODE) this.#put(child.textContent ?? '', isMarked);
      if (!(child instanceof Element) || UNSEEN.test(child.tagName)) continue;
      if (child.tagName === 'RUBY') {
        const base = [...child.childNodes].filter(({ nodeName }) => !UNSEEN.test(nodeName));
        const words = base.map(({ textContent }) => textContent ?? '').join('');
        this.#put(words, isMarked || child.querySelector('mark') !== null, child.querySelector('rt')?.textContent);
        continue;
      }
      if (holdsNumber(child)) {
        this.#pieces.push({ words: child.textContent, isMarked: false, isNumber: true });
        continue;
      }
      const isBlock = BLOCKS.test(child.tagName);
      const inner = STYLES[child.tagName] ?? style;
      if (isBlock) this.#end(style);
      const isRead = this.#walk(child, inner, isMarked || child.tagName === 'MARK');
      if (isBlock) this.#end(inner);
      if (!isRead) return false;
    }
    return true;
  }
}

/** Characters of HTML that are looked at: its head and its markup take more than its words. */
const READ_UNITS = 20 * MOST_UNITS;

/** The beginning of an HTML document. The parser's document is inert: it runs nothing and loads nothing. */
export function paperOfHtml(html: string): Paper {
  const { body } = new DOMParser().parseFromString(html.slice(0, READ_UNITS), 'text/html');
  const { paragraphs, isWhole } = new HtmlWords().read(body);
  return { paragraphs, isWhole: isWhole && html.length <= READ_UNITS };
}
