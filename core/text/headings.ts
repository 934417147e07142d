import type { CodePointSpan } from '../support/offset';
import type { Text } from './text';

/** A block that names what follows it. */
export interface Heading {
  readonly span: CodePointSpan;
  readonly block: number;
  /** Its place among the kinds of headings: the smaller, the more it stands over. */
  readonly rank: number;
}

const NUMBER = '[〇零一二三四五六七八九十百千两兩\\d]{1,7}';

/** What the number of a heading says about its rank, from the outermost inward. */
const RANKS: readonly RegExp[] = [
  new RegExp(`^(?:第${NUMBER}[卷部編编冊册集]|卷(?:之)?${NUMBER}(?!\\p{Script=Han}))`, 'u'),
  new RegExp(`^第${NUMBER}[章回篇讲講]`, 'u'),
  new RegExp(`^第${NUMBER}[節节]`, 'u'),
  new RegExp(`^${NUMBER}、`, 'u'),
  new RegExp(`^[（(]${NUMBER}[）)]`, 'u'),
  /^\d+[.．](?!\d)/,
];

/** Ranks that tell a heading in a plain text, where nothing else does. */
const SPOKEN_RANKS = 3;

/** Longest line, in UTF-16 units, that can be a heading in a plain text. */
const LONGEST = 40;

const rankOf = (line: string): number => RANKS.findIndex((rank) => rank.test(line));

/** True for a line such as 第一回, alone or with a title: it ends no sentence, and its number stands apart. */
function looksLikeHeading(line: string): boolean {
  const rank = line.length <= LONGEST ? rankOf(line) : -1;
  if (rank < 0 || rank >= SPOKEN_RANKS || /[。；;]|[，,！!？?]$/.test(line)) return false;
  const number = RANKS[rank]?.exec(line)?.[0] ?? '';
  return /^(?:$|[\s\u3000：:、.·—-])/.test(line.slice(number.length));
}

/**
 * The headings of a text, in its order: the blocks that its file marks as such; in a file that marks none, lines that
 * are numbered as headings are (第一章 …), if there are two or more. `words` are its blocks joined by one newline.
 */
export function headingsOf(text: Text, words: string): Heading[] {
  const lines = words.split('\n');
  const isMarked = text.blocks.some(({ kind }) => kind === 'heading');
  const headings = text.blocks.flatMap(({ kind, span }, block): Heading[] => {
    const line = lines[block] ?? '';
    if (isMarked ? kind !== 'heading' : !looksLikeHeading(line)) return [];
    return [{ span, block, rank: rankOf(line) }];
  });
  if (!isMarked && headings.length < 2) return [];
  // One without a number stands beside the outermost of those that have one.
  const outermost = Math.min(...new Set(headings.map(({ rank }) => rank).filter((rank) => rank >= 0)));
  return headings.map((heading) => (heading.rank < 0 ? { ...heading, rank: outermost } : heading));
}
