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

/** A bare address of a kind that is refused; some readers make a link of any. */
export const unlinked = (words: string): string =>
  words.replace(/[a-z][a-z\d+.-]*:(?=\/\/)/gi, (scheme, at: number) =>
    /^(?:https?|zhupi):$/i.test(scheme) || words.charAt(at - 1) === '\\' ? scheme : `${scheme}\\`,
  );
