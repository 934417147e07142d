/** A change to what a field holds: what stands between two offsets is replaced, then a stretch is selected. In UTF-16 units. */
export interface FieldChange {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly selected: readonly [number, number];
}

/** What a field holds, and what is selected in it, in UTF-16 units. */
export interface FieldContent {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const isMarked = (before: string, after: string, sign: string): boolean => {
  if (!before.endsWith(sign) || !after.startsWith(sign)) return false;
  if (sign !== '*') return true;
  // A single sign within **strong** is not emphasis of its own; three are both.
  const run = /\**$/.exec(before)?.[0].length ?? 0;
  return run % 2 === 1;
};

/** Puts a sign of Markdown (`**`, `*`) around what is selected, or takes it away where it is there. */
export function toggled({ value, start, end }: FieldContent, sign: '**' | '*'): FieldChange {
  const words = value.slice(start, end);
  const length = sign.length;
  if (isMarked(value.slice(0, start), value.slice(end), sign)) {
    return { from: start - length, to: end + length, words, selected: [start - length, end - length] };
  }
  return { from: start, to: end, words: `${sign}${words}${sign}`, selected: [start + length, end + length] };
}

const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?/;

/**
 * What Enter does at the end of an item of a list: it begins the next one, or ends the list where the item is empty.
 * Undefined where the caret is in no item, and Enter is but a new line.
 */
export function nextItem({ value, start, end }: FieldContent): FieldChange | undefined {
  if (start !== end) return undefined;
  const line = value.lastIndexOf('\n', start - 1) + 1;
  const item = ITEM.exec(value.slice(line, start));
  if (item === null) return undefined;
  const [opening, indent = '', bullet, number, point = '', space = ' ', box] = item;
  const [rest = ''] = value.slice(start).split('\n', 1);
  if (`${value.slice(line + opening.length, start)}${rest}`.trim() === '') {
    return { from: line, to: start, words: '', selected: [line, line] };
  }
  const sign = bullet ?? `${Number(number) + 1}${point}`;
  const words = `\n${indent}${sign}${space}${box === undefined ? '' : '[ ] '}`;
  const caret = start + words.length;
  return { from: start, to: start, words, selected: [caret, caret] };
}
