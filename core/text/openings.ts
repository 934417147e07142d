import { codePointSpan, type CodePointSpan } from '../support/offset';
import type { Text } from './text';

/** The opening words of a paragraph, by which it can be known. */
export interface Opening {
  readonly span: CodePointSpan;
  readonly block: number;
  /** True if the sentence goes on behind them. */
  readonly isCut: boolean;
}

/** Most paragraphs that are named: more would be no help to find anything. */
const MOST_PARAGRAPHS = 60;

/** Code points of an opening that are enough to know a paragraph by. */
const LONGEST = 24;

/** Fewest code points of an opening that a comma may close. */
const SHORTEST = 8;

/** A clause that only says when: 2021年1月24日， */
const DATE = /^(?:[\d〇零一二三四五六七八九十]+[年月日號号時时]|[上下]午|今天|昨日|近日|日前)+$/;

/** A paragraph that is a note on the text, wholly in brackets: （來源：科技部） */
const ASIDE = /^[（(［[【].*[）)］\]】]$/;

const CLAUSE_END = /[，,：:。；;！!？?]/;

const leadOf = (line: string): string => {
  const end = line.search(CLAUSE_END);
  return end < 0 || end > SHORTEST ? '' : line.slice(0, end);
};

/** First clauses that open more than one paragraph, as 許強表示: they tell none from another. */
function repeatedLeads(lines: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    lines.map(leadOf).filter((lead) => {
      if (lead === '' || !seen.has(lead)) {
        seen.add(lead);
        return false;
      }
      return true;
    }),
  );
}

/** How many UTF-16 units at the start of a line say nothing of what it is about. */
function skipped(line: string, repeated: ReadonlySet<string>): number {
  const end = line.search(CLAUSE_END);
  const first = end < 0 ? '' : line.slice(0, end);
  const isEmpty = (first !== '' && repeated.has(first)) || DATE.test(first);
  return isEmpty && end + 1 < line.length ? end + 1 : 0;
}

/** The opening of one line, which begins at this canonical offset: to the first stop or comma that closes enough. */
function openingOf(line: string, start: number, repeated: ReadonlySet<string>): Omit<Opening, 'block'> {
  const skip = skipped(line, repeated);
  const words = Array.from(line.slice(skip, skip + 2 * LONGEST + 2));
  const stop = words.findIndex((sign, at) => /[。；;！!？?]/.test(sign) || (at >= SHORTEST && /[，,：:]/.test(sign)));
  const length = stop < 0 ? words.length : stop;
  const from = start + Array.from(line.slice(0, skip)).length;
  return { span: codePointSpan(from, from + Math.min(Math.max(length, 1), LONGEST)), isCut: length > LONGEST };
}

/**
 * The opening words of a text's paragraphs, of every nth in a long text. What many paragraphs open with, and mere
 * dates, are left out; so are notes in brackets. `words` are the blocks joined by one newline.
 */
export function openingsOf(text: Text, words: string): Opening[] {
  const stride = Math.max(1, Math.ceil(text.blocks.length / MOST_PARAGRAPHS));
  const lines = words.split('\n');
  const repeated = repeatedLeads(lines);
  return text.blocks.flatMap(({ span }, block): Opening[] => {
    const line = lines[block] ?? '';
    if (block % stride !== 0 || line === '') return [];
    if (text.blocks.length > 1 && ASIDE.test(line)) return [];
    return [{ ...openingOf(line, span.start, repeated), block }];
  });
}
