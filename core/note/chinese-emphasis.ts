import type { MarkdownIt } from 'markdown-it';

/** Characters of Chinese writing, its punctuation among them; in UTF-16 units, the higher planes by their first. */
const isChinese = (unit: number): boolean =>
  (unit >= 0x2e80 && unit <= 0x9fff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0xfe30 && unit <= 0xfe4f) ||
  (unit >= 0xff00 && unit <= 0xffef) ||
  (unit >= 0xd840 && unit <= 0xd8ff) ||
  // “”‘’ — … · stand in Chinese text as well.
  [0x201c, 0x201d, 0x2018, 0x2019, 0x2014, 0x2026, 0x00b7].includes(unit);

/** What stands on one side of a run of * or ~. */
interface Side {
  readonly isSpace: boolean;
  readonly isChinese: boolean;
  /** Punctuation other than Chinese. */
  readonly isPunctuation: boolean;
}

/**
 * Lets **「重點」**是 be bold: CommonMark asks for a space beside a run that has punctuation within, and Chinese has
 * none. The rule is that of the proposal “CJK-friendly emphasis” to CommonMark.
 */
export function lenientToChinese(parser: MarkdownIt): MarkdownIt {
  const { isWhiteSpace, isPunctCharCode, isMdAsciiPunct } = parser.utils;
  const sideOf = (unit: number, other: number): Side => {
    // A low surrogate is told by the high one before it.
    const chinese = isChinese(unit) || (unit >= 0xdc00 && unit <= 0xdfff && isChinese(other));
    return {
      isSpace: isWhiteSpace(unit),
      isChinese: chinese,
      isPunctuation: !chinese && (isMdAsciiPunct(unit) || isPunctCharCode(unit)),
    };
  };
  const flanks = (inner: Side, outer: Side): boolean =>
    !inner.isSpace && (!inner.isPunctuation || outer.isSpace || outer.isPunctuation || outer.isChinese);
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      if (!canSplitWord) return scanned;
      const at = (index: number): number => (index >= 0 && index < this.posMax ? this.src.charCodeAt(index) : 0x20);
      const before = sideOf(at(start - 1), at(start - 2));
      const after = sideOf(at(start + scanned.length), 0);
      return {
        ...scanned,
        can_open: scanned.can_open || flanks(after, before),
        can_close: scanned.can_close || flanks(before, after),
      };
    }
  };
  return parser;
}
