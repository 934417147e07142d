import { addressTaken, definitionsIn } from '../../note/markup';

/** Words between brackets that hold no others. */
const INNER = /(?:[^[\]\\]|\\[^])*/.source;

/** What is escaped already, and a reference: [words][label], [label][] or [label]. */
const REFERENCE = new RegExp(`\\\\[^]|\\[(${INNER})\\](?:\\[(${INNER})\\])?(?![[(:])`, 'g');

/**
 * How a note's references become links that name their address themselves: a definition, which holds for a whole file,
 * would reach into other notes. Takes words outside code.
 */
export function linkedAs(note: string): (words: string) => string {
  const addressOf = definitionsIn(note);
  if (addressOf === undefined) return (words) => words;
  return (words) =>
    words.replace(REFERENCE, (found, text?: string, label?: string) => {
      if (text === undefined || text.startsWith('^')) return found;
      const address = addressOf(label === undefined || label === '' ? text : label);
      if (address === undefined) return found;
      return `[${text}](${address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`;
    });
}

/** Whether what stands at an offset, in UTF-16 units, is the end of a link's words, before an address that is refused. */
export const endsRefusedLink = (words: string, at: number): boolean =>
  words.startsWith('](', at) && addressTaken(words, at + 2) === undefined;

const BRACKET = /\\[^]|[[\]]/g;

/**
 * A line, cut into words, code, words, …, with the brackets of its words escaped that have no counterpart: pandoc looks
 * for it in all that follows, and takes what stands between for the name of a definition.
 */
export function paired(pieces: readonly string[]): readonly string[] {
  const open: string[] = [];
  const lone = new Set<string>();
  const isWords = (place: number): boolean => place % 2 === 0;
  for (const [place, piece] of pieces.entries()) {
    for (const { 0: found, index } of isWords(place) ? piece.matchAll(BRACKET) : []) {
      if (found === '[') open.push(`${place} ${index}`);
      if (found === ']' && open.pop() === undefined) lone.add(`${place} ${index}`);
    }
  }
  for (const each of open) lone.add(each);
  return pieces.map((piece, place) =>
    isWords(place)
      ? piece.replace(BRACKET, (found, at: number) => (lone.has(`${place} ${at}`) ? `\\${found}` : found))
      : piece,
  );
}
