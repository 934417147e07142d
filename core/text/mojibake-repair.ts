import { GBK_LEADS, GBK_TRAILS, gbkTable } from './gbk';
import type { LineRepair } from './punctuation-repairs';
import type { WordList } from './word-list';

// GBK text whose first byte was lost to a question mark is decoded one byte off from there: a lead is taken for a
// trail and the reverse, until a trail below 0x80 stands alone and ends it. Where the shifted bytes happened to form
// no character, the pair was lost too. With one such pair lost, as many characters stand there as were meant, and
// only then can the stretch be repaired without moving what follows.

/** A question mark, the shifted characters, and the trail that was left over. */
const SHIFTED = /\?((?:[^\p{ASCII}]|[!,;:()]){2,40})([@-~])(?![a-z])/gu;

/** Punctuation that is folded to ASCII elsewhere in such files was full-width when the bytes were shifted. */
const UNFOLDED: Readonly<Record<string, string>> = { '!': '！', ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/** How much likelier than what stands there a repair must be, in the units of `likelihood`. */
const MARGIN = 6;

/** By how much the best guess must be ahead of the next, in the same units. */
const CERTAINTY = 0.6;

const STOPS = '。，、；：！？';
const QUOTES = '“”‘’《》〈〉（）「」『』';
const HAN = /\p{Script=Han}/u;

/** How much one character looks like text: a known one, or punctuation where it is usual. */
function likelihoodOf(character: string, words: WordList): number {
  if (!HAN.test(character)) return STOPS.includes(character) ? 3 : QUOTES.includes(character) ? 1 : -2;
  const common = words.ofCharacter(character);
  return common === 0 ? -4 : Math.log1p(common) * 0.3 - 1;
}

/** How much two characters look like neighbours. */
const likelihoodOfPair = (character: string, next: string | undefined, words: WordList): number =>
  next !== undefined && HAN.test(character) && HAN.test(next) ? 2 * Math.log1p(words.ofPair(character, next)) : 0;

/** How much a stretch looks like text: known characters, known neighbours, punctuation where it is usual. */
function likelihood(text: string, words: WordList): number {
  const characters = Array.from(text);
  let sum = 0;
  characters.forEach((character, index) => {
    sum += likelihoodOf(character, words) + likelihoodOfPair(character, characters[index + 1], words);
  });
  return sum;
}

/** The bytes behind the shifted characters and their leftover trail, without the lost first byte. */
function bytesOf(shifted: string, trail: string): number[] | undefined {
  const table = gbkTable();
  const bytes: number[] = [];
  for (const character of shifted) {
    const pair = table.pairOf(UNFOLDED[character] ?? character);
    if (pair === undefined) return undefined;
    bytes.push(pair >> 8, pair & 0xff);
  }
  bytes.push(trail.charCodeAt(0));
  return bytes;
}

/** Decodes bytes pair by pair; undefined where a pair is no character. */
function decodePairs(bytes: readonly number[]): string | undefined {
  const table = gbkTable();
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const character = table.characterOf((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
    if (character === undefined) return undefined;
    text += character;
  }
  return text;
}

/** Bytes that are the second half of one character and the first of the next, and together none: what was lost. */
function* findLostPairs(): Generator<readonly [trail: number, lead: number]> {
  const table = gbkTable();
  for (let trail = GBK_TRAILS.first; trail <= GBK_TRAILS.last; trail++) {
    for (let lead = GBK_LEADS.first; lead <= GBK_LEADS.last; lead++) {
      if (table.characterOf(trail * 256 + lead) === undefined) yield [trail, lead];
    }
  }
}

let lost: readonly (readonly [trail: number, lead: number])[] | undefined;

/** All of them, found when first asked for. */
const lostPairs = (): readonly (readonly [trail: number, lead: number])[] => (lost ??= [...findLostPairs()]);

interface Candidate {
  readonly text: string;
  readonly score: number;
  /** By how much it is likelier than the next. */
  readonly lead: number;
}

const NO_CANDIDATE: Candidate = { text: '', score: -Infinity, lead: 0 };

/** The likelier of the best so far and another. */
function better(best: Candidate, text: string, score: number): Candidate {
  if (score <= best.score - best.lead || text === best.text) return best;
  return score > best.score ? { text, score, lead: score - best.score } : { ...best, lead: best.score - score };
}

/** A character that one half of a lost pair would make, and how much it looks like text beside its known neighbour. */
interface Half {
  readonly character: string;
  readonly score: number;
}

/** What each byte of a range makes of a pair of bytes, where that is a character; by that byte. */
function halvesOf(
  bytes: { readonly first: number; readonly last: number },
  pairWith: (byte: number) => number,
  score: (character: string) => number,
): ReadonlyMap<number, Half> {
  const table = gbkTable();
  const halves = new Map<number, Half>();
  for (let byte = bytes.first; byte <= bytes.last; byte++) {
    const character = table.characterOf(pairWith(byte));
    if (character !== undefined) halves.set(byte, { character, score: score(character) });
  }
  return halves;
}

/** The likeliest text behind shifted bytes that begin with a whole character, with the lost pair tried everywhere. */
function likeliestRest(bytes: readonly number[], after: string, words: WordList): Candidate {
  let best = NO_CANDIDATE;
  // The lost pair begins with a trail, so it follows a lead: at every odd place.
  for (let place = 1; place < bytes.length; place += 2) {
    const start = decodePairs(bytes.slice(0, place - 1));
    const end = decodePairs(bytes.slice(place + 1));
    if (start === undefined || end === undefined) continue;
    const [before, behind] = [start.at(-1), (end + after).at(0)];
    const [given, follows] = [bytes[place - 1] ?? 0, bytes[place] ?? 0];
    const firsts = halvesOf(
      GBK_TRAILS,
      (trail) => given * 256 + trail,
      (first) => likelihoodOf(first, words) + (before === undefined ? 0 : likelihoodOfPair(before, first, words)),
    );
    const seconds = halvesOf(
      GBK_LEADS,
      (lead) => lead * 256 + follows,
      (second) => likelihoodOf(second, words) + likelihoodOfPair(second, behind, words),
    );
    // What stands about the two is the same for all of them.
    const around = likelihood(start, words) + likelihood(end + after, words);
    for (const [trail, lead] of lostPairs()) {
      const [first, second] = [firsts.get(trail), seconds.get(lead)];
      if (first === undefined || second === undefined) continue;
      const joined = likelihoodOfPair(first.character, second.character, words);
      const text = start + first.character + second.character + end;
      best = better(best, text, around + first.score + joined + second.score);
    }
  }
  return best;
}

/** The likeliest character whose second byte is known, between what stands before and after it. */
function likeliestFirst(trail: number, before: string, after: string, words: WordList): Candidate {
  const table = gbkTable();
  let best = NO_CANDIDATE;
  for (let lead = GBK_LEADS.first; lead <= GBK_LEADS.last; lead++) {
    const text = table.characterOf(lead * 256 + trail);
    if (text !== undefined) best = better(best, text, likelihood(before + text + after, words));
  }
  return best;
}

/**
 * Finds and repairs stretches of a line that were decoded one byte off, from a stop whose first byte was lost.
 * Nothing is repaired that is not far likelier than what stands there and clearly likelier than anything else, or
 * that would change the number of code points: a wrong repair is worse than none.
 */
export function mojibakeRepairs(line: string, words: WordList): LineRepair[] {
  if (!line.includes('?')) return [];
  return [...line.matchAll(SHIFTED)].flatMap((match): LineRepair[] => {
    const [found, shifted = '', trail = ''] = match;
    const bytes = bytesOf(shifted, trail);
    if (bytes === undefined) return [];
    const before = line.slice(Math.max(0, match.index - 2), match.index);
    const after = line.slice(match.index + found.length).slice(0, 2);
    const rest = likeliestRest(bytes.slice(1), after, words);
    const first = likeliestFirst(bytes[0] ?? 0, before, rest.text.slice(0, 2), words);
    // Of a character whose first byte is gone too little is left; of a stop, which is common, enough.
    if (!STOPS.includes(first.text) || Math.min(first.lead, rest.lead) < CERTAINTY) return [];
    const reading = first.text + rest.text;
    const gain = likelihood(before + reading + after, words) - likelihood(before + found + after, words);
    if (gain < MARGIN || Array.from(reading).length !== Array.from(found).length) return [];
    return [{ start: Array.from(line.slice(0, match.index)).length, found, reading }];
  });
}
