/** A line of a source with its glosses taken out. Offsets are in code points. */
export interface GlossedLine {
  readonly text: string;
  readonly glosses: readonly {
    /** Offset of the character in `text`. */
    readonly at: number;
    /** Offset of the character in the line as it came. */
    readonly rawAt: number;
    readonly base: string;
    readonly reading: string;
  }[];
}

const FINALS =
  'iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üan|üe|ün|a|e|i|o|u|ü';
const SYLLABLE = new RegExp(`^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:${FINALS})$`, 'u');

/** Macron, acute, caron and grave: the tone marks of Hanyu Pinyin (GB/T 16159). */
const TONE = /[\u0304\u0301\u030c\u0300]/gu;

/** Syllables in the neutral tone that carry no mark and are read so in running text. */
const NEUTRAL = new Set(['de', 'le', 'me', 'ne', 'zi', 'men', 'zhe']);

/**
 * True for one syllable of Hanyu Pinyin with exactly one tone mark, or a particle in the neutral tone. Anything else
 * in parentheses, such as an abbreviation or a remark, is text.
 */
export function isPinyinSyllable(text: string): boolean {
  const decomposed = text.normalize('NFD');
  const tones = decomposed.match(TONE)?.length ?? 0;
  const plain = decomposed.replace(TONE, '').normalize('NFC');
  return tones === 0 ? NEUTRAL.has(plain) : tones === 1 && SYLLABLE.test(plain);
}

const PARENTHESIS = /(\p{Script=Han})[(（]([\p{Script=Latin}\p{M}]{1,10})[)）]/gu;

const lengthOf = (text: string): number => Array.from(text).length;

/** Takes the glosses out of a line: a reading in parentheses after the character that it belongs to. */
export function readGlosses(line: string): GlossedLine {
  const glosses: { at: number; rawAt: number; base: string; reading: string }[] = [];
  let text = '';
  let length = 0;
  let rawLength = 0;
  let from = 0;
  for (const match of line.matchAll(PARENTHESIS)) {
    const [whole, base = '', reading = ''] = match;
    if (!isPinyinSyllable(reading)) continue;
    const before = line.slice(from, match.index);
    const beforeLength = lengthOf(before);
    length += beforeLength;
    rawLength += beforeLength;
    glosses.push({ at: length, rawAt: rawLength, base, reading: reading.normalize('NFC') });
    text += before + base;
    length += 1;
    rawLength += lengthOf(whole);
    from = match.index + whole.length;
  }
  return { text: text + line.slice(from), glosses };
}
