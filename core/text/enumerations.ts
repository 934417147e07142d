import { unitSpan, type UnitSpan } from '../support/offset';

/** One of several things that a text counts off, as in 一是…；二是…. */
export interface EnumeratedItem {
  /** The number as the text writes it, without what stands around it. */
  readonly number: UnitSpan;
  /** The words that it is about, to the end of the sentence. */
  readonly words: UnitSpan;
}

/** Things that a text counts off from one upward, at least three of them. All offsets are UTF-16 units. */
export interface Enumeration {
  readonly items: readonly EnumeratedItem[];
  /** The words before them that say how many there are, as 六大工程 before six; absent where none do. */
  readonly announced?: UnitSpan;
}

const DIGITS = '一二三四五六七八九十';

/**
 * The signs that open an item. Each stands where a clause or a sentence begins, so that 一、二、三 in a row and 十一是
 * within a number are none. The first group is what comes before the number, the second the number.
 */
const SIGNS: readonly RegExp[] = [
  // 一是, 一要, 一為
  /(?<=^|[。；！？：，;:!?,\n])()([一二三四五六七八九十]{1,3})[是要為为]/gm,
  // 第一，
  /(?<=^|[。；！？：，;:!?,\n])(第)([一二三四五六七八九十]{1,3})[，,、：:是]/gm,
  // 一、
  /(?<=^|[。；！？：;:!?\n])()([一二三四五六七八九十]{1,3})、/gm,
  // （一）
  /(?<=^|[。；！？：，;:!?,\n])([（(])([一二三四五六七八九十]{1,3})[）)]/gm,
  // 1. and 1、, but not 2.9
  /(?<=^|[。；！？：;:!?\n])()([1-9]\d?)(?:[.．](?!\d)|、)\s*/gm,
  // （1）
  /(?<=^|[。；！？：，;:!?,\n])([（(])([1-9]\d?)[）)]/gm,
];

/** Fewest items that are taken for an enumeration. */
const FEWEST = 3;

/** Most UTF-16 units from one item to the next. */
const FARTHEST = 4_000;

/** Where the words of an item end at the latest. */
const SENTENCE_END = /[。；！？;!?\n]/g;

/** Words of measure, by which a number counts things. */
const MEASURES = '(?:大|个|個|项|項|点|點|条|條|种|種|类|類|步|层|層|方面|部分)';

/** What a number as written is worth, from 1 to 99; undefined if it is no number. */
export function valueOf(number: string): number | undefined {
  if (/^\d+$/.test(number)) return Number(number);
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(number) ?? [];
  if (ten === undefined || (ten === '' && tens !== '' && ones !== '')) return undefined;
  const digit = (sign = ''): number => DIGITS.indexOf(sign) + 1;
  if (ten === '') return tens === '' && ones === '' ? undefined : digit(tens === '' ? ones : tens);
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

/** How a text may write a number: 六, 6. Two is also 两. */
function writings(count: number): string {
  const ones = count % 10 === 0 ? '' : (DIGITS[(count % 10) - 1] ?? '');
  const tens = count < 10 ? '' : `${count < 20 ? '' : (DIGITS[Math.floor(count / 10) - 1] ?? '')}十`;
  return `(?:${tens}${ones}|${count})`;
}

/** The last words before an enumeration that say how many things there are. */
function announcement(words: string, from: number, to: number, count: number): UnitSpan | undefined {
  const pattern = new RegExp(
    `(?<![${DIGITS}百千第\\d.])${writings(count)}${MEASURES}\\p{Script=Han}{0,6}(?=[，。：；,.:;!！?？\\n]|$)`,
    'gu',
  );
  const found = [...words.slice(from, to).matchAll(pattern)].at(-1);
  return found && unitSpan(from + found.index, from + found.index + found[0].length);
}

/** An item with the value of its number, as it was found. */
interface Found extends EnumeratedItem {
  readonly at: number;
  readonly value: number;
}

function* found(words: string, sign: RegExp): Generator<Found> {
  for (const match of words.matchAll(sign)) {
    const [whole, before = '', number = ''] = match;
    const value = valueOf(number);
    if (value === undefined) continue;
    const numberAt = match.index + before.length;
    const wordsAt = match.index + whole.length;
    SENTENCE_END.lastIndex = wordsAt;
    const end = SENTENCE_END.exec(words)?.index ?? words.length;
    if (end === wordsAt) continue;
    const spans = { number: unitSpan(numberAt, numberAt + number.length), words: unitSpan(wordsAt, end) };
    yield { at: match.index, value, ...spans };
  }
}

/** Runs of items that count from one upward without a gap. */
function* runs(items: Iterable<Found>): Generator<readonly Found[]> {
  let run: Found[] = [];
  for (const item of items) {
    const last = run.at(-1);
    if (last !== undefined && item.value === last.value + 1 && item.at - last.at <= FARTHEST) run.push(item);
    else {
      if (run.length >= FEWEST) yield run;
      run = item.value === 1 ? [item] : [];
    }
  }
  if (run.length >= FEWEST) yield run;
}

/**
 * What a text counts off, in the order of its first items; `words` are its blocks joined by one newline. Only numbers
 * that begin with one and leave none out are taken, three at least, each where a clause begins.
 */
export function enumerationsIn(words: string): Enumeration[] {
  return SIGNS.flatMap((sign) => [...runs(found(words, sign))])
    .sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0))
    .map((run): Enumeration => {
      const first = run[0]?.at ?? 0;
      // Its own paragraph says how many, or the one before where the first item opens one.
      const from = words.lastIndexOf('\n', first - 2) + 1;
      const announced = first === 0 ? undefined : announcement(words, from, first, run.length);
      const items = run.map(({ number, words: own }) => ({ number, words: own }));
      return announced === undefined ? { items } : { items, announced };
    });
}
