/** A repair of one line, in code points from its start. */
export interface LineRepair {
  readonly start: number;
  readonly found: string;
  readonly reading: string;
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/** Chinese characters and the punctuation of theirs alone: curly quotes and dashes stand in Latin text as well. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

const isChinese = (character: string | undefined): boolean => character !== undefined && CHINESE.test(character);

/** Pairs of parentheses that touch Chinese text anywhere: both are repaired or neither is. */
function parenthesisRepairs(characters: readonly string[]): number[] {
  const open: number[] = [];
  const found: number[] = [];
  characters.forEach((character, index) => {
    if (character === '(') open.push(index);
    if (character !== ')') return;
    const start = open.pop();
    if (start === undefined) return;
    const neighbours = [start - 1, start + 1, index - 1, index + 1].map((at) => characters[at]);
    if (neighbours.some(isChinese)) found.push(start, index);
  });
  return found;
}

/**
 * Full-width punctuation that was folded to ASCII: a sign of the seven that touches Chinese text. The point of 2.9,
 * the comma of 1,000, the colon of 12:30 and signs inside Latin text touch none.
 */
export function punctuationRepairs(line: string): LineRepair[] {
  if (!/[,;:!?()]/.test(line) || !CHINESE.test(line)) return [];
  const characters = Array.from(line);
  const places = parenthesisRepairs(characters);
  characters.forEach((character, index) => {
    if (!',;:!?'.includes(character)) return;
    if (isChinese(characters[index - 1]) || isChinese(characters[index + 1])) places.push(index);
  });
  return places
    .sort((a, b) => a - b)
    .map((start) => ({ start, found: characters[start] ?? '', reading: FULL_WIDTH[characters[start] ?? ''] ?? '' }));
}
