import { codePointSpan, type CodePointSpan } from '../support/offset';
import { canonicalOf } from './text-index';
import type { Text } from './text';

/** A place in a text that the table of contents names. */
export interface ContentsEntry {
  /** The words that name it, a span of the canonical text. */
  readonly span: CodePointSpan;
  readonly block: number;
}

/** Most entries of a contents made from paragraphs: more would be no help to find anything. */
const MOST_PARAGRAPHS = 60;

/** Code points of a paragraph's opening that are enough to know it by. */
const LONGEST_OPENING = 18;

/** The opening words of a block: to the first stop or comma, and not longer than a line of the pane. */
function openingOf(text: Text, block: number): CodePointSpan | undefined {
  const span = text.blocks[block]?.span;
  if (span === undefined) return undefined;
  const opening = codePointSpan(span.start, Math.min(span.end, span.start + LONGEST_OPENING));
  const words = Array.from(canonicalOf(text, opening));
  const stop = words.findIndex((character, index) => index >= 8 && /[,，。；;：:!！?？]/.test(character));
  return codePointSpan(span.start, stop < 0 ? opening.end : span.start + stop);
}

/**
 * The contents of a text: its headings; where it has none, the opening words of its paragraphs, of every nth in a
 * long text. Nothing is invented: all words are the text's own.
 */
export function contentsOf(text: Text): ContentsEntry[] {
  const headings = text.blocks.flatMap(({ kind, span }, block) => (kind === 'heading' ? [{ span, block }] : []));
  if (headings.length > 0) return headings;
  const stride = Math.max(1, Math.ceil(text.blocks.length / MOST_PARAGRAPHS));
  return text.blocks.flatMap((_block, block): ContentsEntry[] => {
    const span = block % stride === 0 ? openingOf(text, block) : undefined;
    return span === undefined ? [] : [{ span, block }];
  });
}
