import { styleIn } from '../fonts/style-in';
import type { PageView } from './page-view';

/** Files do not depend on the size. */
const SIZE = '20px';

/** A font as a canvas takes it, and the characters that were asked of it. */
interface Asked {
  readonly font: string;
  readonly characters: Set<string>;
}

const asked = (font: string): Asked => ({ font, characters: new Set() });

/**
 * Has the font files of a text come before its words do. A file that comes while words are in sight lets the browser lay out
 * all of them anew; while a text is scrolled quickly that would be felt. Nothing is laid out here: a canvas that measures
 * characters has the browser load what it would draw them with, and nothing else.
 */
export class GlyphsAhead {
  readonly #view: PageView;
  readonly #pen = document.createElement('canvas').getContext('2d');
  #words = asked('');
  #headings = asked('');
  #block = 0;

  constructor(view: PageView) {
    this.#view = view;
  }

  /** Begins anew at the first block, in the fonts that words of a language (BCP 47) are set in now. */
  begin(language: string): void {
    // The page itself may not be of that language yet.
    const [face, bold] = styleIn(language, (style) => [
      style.getPropertyValue('--text-face'),
      style.getPropertyValue('--heading-weight'),
    ]);
    const words = `400 ${SIZE} ${face}`;
    const headings = `${bold} ${SIZE} ${face}`;
    if (words !== this.#words.font) this.#words = asked(words);
    if (headings !== this.#headings.font) this.#headings = asked(headings);
    this.#block = 0;
  }

  /** Asks for what the next block needs; false once all have. */
  next(): boolean {
    const { shown } = this.#view;
    const kind = shown?.text.blocks[this.#block]?.kind;
    if (shown === undefined || kind === undefined) return false;
    this.#ask(kind === 'heading' ? this.#headings : this.#words, shown.block(this.#block).display);
    this.#block++;
    return true;
  }

  #ask({ font, characters }: Asked, text: string): void {
    let unknown = '';
    for (const character of text) {
      if (characters.has(character)) continue;
      characters.add(character);
      unknown += character;
    }
    if (unknown === '' || this.#pen === null) return;
    this.#pen.font = font;
    this.#pen.measureText(unknown);
  }
}
