import { escapeMarkdown } from './markdown-escape';

// Plugins of Obsidian run code that stands in a file: Dataview what is marked as its own, Templater whatever stands
// between its signs, also in code.

const RUN_SPAN = /^`+\s*\$?=|<%/;

/** A line, cut into words, code, words, …, with the spans of code that a plugin would run among the words. */
export function withRunSpansAsWords([first = '', ...rest]: readonly string[]): readonly string[] {
  const pieces = [first];
  for (let at = 0; at < rest.length; at += 2) {
    const [code = '', after = ''] = rest.slice(at, at + 2);
    if (RUN_SPAN.test(code)) pieces.push(`${pieces.pop() ?? ''}${escapeMarkdown(code)}${after}`);
    else pieces.push(code, after);
  }
  return pieces;
}

/** A line of which nobody knows what is code in it, with no beginning of a span that Dataview would run. */
export const withoutRunSpans = (line: string): string =>
  line.replace(/\\[^]|`+(?=\s*\$?=)/g, (found) => (found.startsWith('\\') ? found : '\\`'.repeat(found.length)));

/** Opens a fence that a plugin runs, after signs of lists; what stands for another sign in its name may stand for any. */
const RUN_FENCE =
  /^((?:\s*(?:[-+*]|\d{1,9}[.)])(?=\s)){0,9}\s*(?:`{3,}|~{3,})\s*)(?=[^\s\\&]*[\\&]|(?:dataview|datacore|query|templater|tasks|js-engine|meta-bind|button|run-))/i;

/** A line as a whole, of code or of words: what it opens is not run, and no code is Templater's. */
export const stillLine = (line: string): string => line.replace(RUN_FENCE, '$1text ').replace(/<%/g, '< %');
