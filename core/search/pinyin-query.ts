import { plainFold } from './fold';

/** Most ways to split that are looked for: what is typed has one or two, only nonsense has more. */
const MOST_WAYS = 24;

/** Letters of the longest syllables, zhuang and its like. */
const LONGEST = 6;

/** Initials and the finals that follow them, and syllables without an initial. */
const SYLLABLE = new RegExp(
  `^(?:${[
    'a[ino]?|ang|ê|e[inr]?|eng|ou?',
    '[bpm](?:a[ino]?|ang|e[in]?|eng|i|ian|iao|ie|ing?|iu|ou?|u)',
    'f(?:an?|ang|ei|eng?|ou?|u)',
    '[dt](?:a[ino]?|ang|e[in]?|eng|ia?|ian|iao|ie|ing|iu|ong|ou|u|uan|ui|un|uo)',
    '[nl](?:a[ino]?|ang|e[in]?|eng|ia?|ian|iang|iao|ie|ing?|iu|ong|ou?|u|uan|un|uo|[uü]e|ü)',
    '[gkh](?:a[ino]?|ang|e[in]?|eng|ong|ou|ua?|uai|uan|uang|ui|un|uo)',
    '[jqx](?:ia?|ian|iang|iao|ie|ing?|iong|iu|[uü](?:|an|e|n))',
    '[zcs]h?(?:a[ino]?|ang|e[in]?|eng|i|ong|ou|ua?|uai|uan|uang|ui|un|uo)',
    'r(?:an|ang|ao|en?|eng|i|ong|ou|ua?|uan|ui|un|uo)',
    'y(?:an?|ang|ao|e|i|ing?|ong|ou?|[uü](?:|an|e|n))',
    'w(?:a[in]?|ang|e[in]|eng|o|u)',
  ].join('|')})$`,
);

/** Marks of the four tones, and the circumflex over e, which few keyboards have. */
const TONE_MARKS = /[\u0300\u0301\u0302\u0304\u030c]/gu;

/** A syllable as readings have it: after j, q, x and y a u is written for ü, and nue and lue are nüe and lüe. */
function spelt(syllable: string): string {
  if (/^[jqxy]ü/u.test(syllable)) return syllable.replace('ü', 'u');
  return /^[nl]ue$/.test(syllable) ? syllable.replace('u', 'ü') : syllable;
}

/** Ways to split, each a list of syllables. */
export type Ways = readonly (readonly string[])[];

/**
 * All ways to split letters into syllables, those with longer first syllables first. `known` keeps what was found for
 * endings, which are come to again and again.
 */
function waysToSplit(letters: string, known = new Map<string, Ways>([['', [[]]]])): Ways {
  const found = known.get(letters);
  if (found !== undefined) return found;
  const ways: string[][] = [];
  for (let length = Math.min(LONGEST, letters.length); length > 0; length--) {
    const first = letters.slice(0, length);
    if (!SYLLABLE.test(first)) continue;
    for (const rest of waysToSplit(letters.slice(length), known)) ways.push([spelt(first), ...rest]);
  }
  const most = ways.slice(0, MOST_WAYS);
  known.set(letters, most);
  return most;
}

/** Most letters that are taken for pinyin: more are no words that anybody looks for. */
const MOST_LETTERS = 60;

/**
 * The syllables that words may stand for as pinyin, in each way to split them; none where they are no pinyin. Syllables
 * may be parted by spaces, apostrophes or tone numbers; tones are left out, v and u: are ü. `xian` is 先 and 西安.
 */
export function parsePinyin(words: string): Ways {
  const letters = plainFold
    .fold(words)
    .normalize('NFD')
    .replaceAll(TONE_MARKS, '')
    .normalize('NFC')
    .replaceAll('u:', 'ü')
    .replaceAll('v', 'ü');
  const parts = letters.split(/[\s'’\d-]+/u).filter(Boolean);
  if (parts.join('').length > MOST_LETTERS || parts.length === 0) return [];
  let ways: Ways = [[]];
  for (const part of parts) {
    const further = waysToSplit(part);
    ways = ways.flatMap((way) => further.map((rest) => [...way, ...rest])).slice(0, MOST_WAYS);
  }
  return ways;
}
