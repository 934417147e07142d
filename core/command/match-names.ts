import { plainFold } from '../search/fold';

/** How names are read by who types pinyin, and by who types the other script. */
export interface PinyinNames {
  /** Folds both scripts; offsets stay. */
  readonly fold: (text: string) => string;
  /** The offsets, in UTF-16 units, of the characters that letters stand for, wholly or by their initials. */
  readonly match: (name: string, letters: string) => readonly number[] | undefined;
}

/** How what was typed was found in the names of something. */
export interface NameMatch {
  /** The better the lower. */
  readonly score: number;
  /** Which of the names it was found in. */
  readonly name: number;
  /** Offsets of what was found in that name, in UTF-16 units, ascending. */
  readonly at: readonly number[];
}

const stretch = (from: number, length: number): number[] => Array.from({ length }, (_each, index) => from + index);

const isWordStart = (name: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? ' ');

/** What was typed as a stretch of the name: at its start, at the start of a word, anywhere. */
function asStretch(name: string, typed: string): Omit<NameMatch, 'name'> | undefined {
  let found: number | undefined;
  for (let at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1)) {
    found ??= at;
    if (isWordStart(name, at)) return { score: at === 0 ? 0 : 1, at: stretch(at, typed.length) };
  }
  return found === undefined ? undefined : { score: 2, at: stretch(found, typed.length) };
}

/** The offsets of letters in a name where each goes on from the one before or begins a word: `exno` is Export notes. */
function byWordStarts(name: string, letters: string): number[] | undefined {
  let ways = new Map<number, readonly number[]>([[-1, []]]);
  for (const letter of letters) {
    const next = new Map<number, readonly number[]>();
    for (const [last, way] of ways) {
      for (let at = last + 1; at < name.length; at++) {
        const isNear = last >= 0 && at === last + 1;
        if (name[at] === letter && (isNear || isWordStart(name, at)) && !next.has(at)) next.set(at, [...way, at]);
      }
    }
    ways = next;
  }
  const [first] = ways.values();
  return first && [...first];
}

/** The offsets of letters in a name, in their order, whatever stands between them. */
function scattered(name: string, letters: string): number[] | undefined {
  const at: number[] = [];
  for (const letter of letters) {
    const next = name.indexOf(letter, (at.at(-1) ?? -1) + 1);
    if (next < 0) return undefined;
    at.push(next);
  }
  return at;
}

/** The offsets of what letters stand for as pinyin. Signs between the characters are passed over. */
function asRead(name: string, letters: string, pinyin: PinyinNames): number[] | undefined {
  if (!/\p{Script=Han}/u.test(name)) return undefined;
  const offsets = Array.from({ length: name.length }, (_each, index) => index).filter((index) =>
    /[\p{L}\p{N}]/u.test(name[index] ?? ''),
  );
  const spoken = offsets.map((index) => name[index]).join('');
  return pinyin.match(spoken, letters)?.map((at) => offsets[at] ?? 0);
}

const LATIN = /^[a-z0-9üê]+$/;

function matchOne(typed: string, name: string, pinyin: PinyinNames | undefined): Omit<NameMatch, 'name'> | undefined {
  const fold = pinyin?.fold ?? ((text: string) => plainFold.fold(text));
  const folded = fold(name);
  const wanted = fold(typed);
  const direct = asStretch(folded, wanted);
  if (direct !== undefined) return direct;
  const letters = wanted.replaceAll(/[\s'’]+/gu, '');
  if (letters.length < 2 || !LATIN.test(letters)) return undefined;
  const read = pinyin && asRead(folded, letters, pinyin);
  if (read !== undefined) return { score: read[0] === 0 ? 3 : 4, at: read };
  const words = byWordStarts(folded, letters);
  if (words !== undefined) return { score: 3, at: words };
  const loose = letters.length < 3 ? undefined : scattered(folded, letters);
  return loose && { score: 6, at: loose };
}

/** What a match in another language's name is behind one in the name that is seen. */
const BEHIND = 0.5;

/**
 * Finds what was typed in the names of something, the first of which is the one that is seen: width, case and script do
 * not matter; letters may also be pinyin, whole or by initials, the beginnings of words, or just come in this order.
 * Undefined where no name holds it. Nothing typed is found in every name.
 */
export function matchNames(
  typed: string,
  names: readonly string[],
  pinyin: PinyinNames | undefined,
): NameMatch | undefined {
  const wanted = plainFold.fold(typed).trim().replaceAll(/\s+/gu, ' ');
  if (wanted === '') return { score: 0, name: 0, at: [] };
  let best: NameMatch | undefined;
  names.forEach((name, index) => {
    const match = matchOne(wanted, name, pinyin);
    if (match === undefined) return;
    const score = match.score + (index === 0 ? 0 : BEHIND);
    if (best === undefined || score < best.score) best = { ...match, score, name: index };
  });
  return best;
}
