import { possibleTime } from '../iso-time';
import { NO_AUTHOR } from './clippings';

// Records of a Kindle's “My Clippings.txt”, in the languages that people who read Chinese have theirs in.

/** What a record is; `limit` stands where the publisher lets no more be copied. */
export type ClippingKind = 'highlight' | 'note' | 'bookmark' | 'limit';

/** Where a record stands: locations, or pages where a book has no locations. */
export interface ClippingPlace {
  readonly unit: 'location' | 'page';
  readonly start: number;
  readonly end: number;
}

/** A record as it stands in the file. */
export interface Clipping {
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly kind: ClippingKind;
  readonly title: string;
  readonly place: ClippingPlace | undefined;
  /** Milliseconds since 1970 UTC; undefined where no date can be read. */
  readonly at: number | undefined;
  readonly words: string;
}

/** In this order: what is said of a bookmark or a note may hold the word for a highlight as well. */
const KINDS: readonly (readonly [RegExp, ClippingKind])[] = [
  [/bookmark|书签|書籤|書簽/i, 'bookmark'],
  [/\bnote\b|笔记|筆記|註記|附註|註解|注解|批註|批注|註釋|注释/i, 'note'],
  [/highlight|clip|标注|標註|標注|標記|重點|劃線|畫線|醒目|剪切|剪貼/i, 'highlight'],
];

const LIMIT = /^<(?:you have reached the clipping limit|您已达到本内容的剪贴上限|您已達到)/i;

const LOCATION = /(?:location|loc\.|位置)\s*#?\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?/i;
const PAGE = /(?:page|第)\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?/i;

function placeOf(line: string): ClippingPlace | undefined {
  const location = LOCATION.exec(line);
  const [, from, to] = location ?? PAGE.exec(line) ?? [];
  if (from === undefined) return undefined;
  const start = Number(from);
  // Old devices leave out what is the same: 1234-36.
  const whole = to !== undefined && to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  return { unit: location === null ? 'page' : 'location', start, end: Math.max(start, Number(whole ?? from)) };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH = new RegExp(`\\b(${MONTHS.join('|')})[a-z]*\\b`, 'i');
const CHINESE_DAY = /(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日/;
const CLOCK = /(凌晨|早上|上午|中午|下午|晚上)?\s*(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap])?\.?m?/i;

/** Year, month from 0 and day of a date. */
function dayOf(words: string): readonly [number, number, number] | undefined {
  const [, year, month, day] = CHINESE_DAY.exec(words) ?? [];
  if (year !== undefined) return [Number(year), Number(month) - 1, Number(day)];
  const name = MONTH.exec(words)?.[1]?.toLowerCase();
  const inYear = /\b(\d{4})\b/.exec(words)?.[1];
  const inMonth = /\b(\d{1,2})\b(?!:)/.exec(words)?.[1];
  if (name === undefined || inYear === undefined || inMonth === undefined) return undefined;
  return [Number(inYear), MONTHS.findIndex((each) => each === name), Number(inMonth)];
}

/** When a record was made, by the clock of the place, which is taken to be this computer's. */
function momentOf(words: string): number | undefined {
  const day = dayOf(words);
  if (day === undefined) return undefined;
  const [, part = '', hours = '0', minutes = '0', seconds = '0', half = ''] = CLOCK.exec(words) ?? [];
  const isAfternoon = /下午|晚上|中午/.test(part) || half.toLowerCase() === 'p';
  const isMorning = /凌晨|早上|上午/.test(part) || half.toLowerCase() === 'a';
  const given = Number(hours);
  const hour = isAfternoon && given < 12 ? given + 12 : isMorning && given === 12 ? 0 : given;
  return possibleTime(new Date(...day, hour, Number(minutes), Number(seconds)).getTime());
}

/** A title without the author, who stands in the last brackets, which may hold others. */
function titleIn(line: string): string {
  const words = line.replace(/^\ufeff/, '').trim();
  if (words === NO_AUTHOR) return '';
  if (!words.endsWith(')')) return words;
  let depth = 0;
  for (let at = words.length - 1; at > 0; at -= 1) {
    if (words.charAt(at) === ')') depth += 1;
    if (words.charAt(at) === '(') depth -= 1;
    if (depth === 0) return words.charAt(at - 1) === ' ' ? words.slice(0, at).trim() : words;
  }
  return words;
}

/** The record with this number, of these lines; undefined where its second line says of nothing what it is. */
export function clippingOf(number: number, [book = '', about = '', ...lines]: readonly string[]): Clipping | undefined {
  const line = about.trim();
  const parts = line.split('|');
  const date = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const said = parts.slice(0, Math.max(1, parts.length - 1)).join('|');
  const kind = line.startsWith('-') ? KINDS.find(([sign]) => sign.test(said))?.[1] : undefined;
  if (kind === undefined) return undefined;
  // After what it says of itself comes one empty line.
  const words = (lines[0]?.trim() === '' ? lines.slice(1) : lines).join('\n').trim();
  const isLimit = kind === 'highlight' && LIMIT.test(words);
  return {
    number,
    kind: isLimit ? 'limit' : kind,
    title: titleIn(book),
    place: placeOf(said),
    at: momentOf(date),
    words,
  };
}
