import { splitsPair } from './code-point-index';

/** The beginning of a string, of at most so many code points: no character is cut in two. */
export function firstCharacters(text: string, most: number): string {
  let end = 0;
  for (let count = 0; count < most && end < text.length; count++) end += splitsPair(text, end + 1) ? 2 : 1;
  return text.slice(0, end);
}
