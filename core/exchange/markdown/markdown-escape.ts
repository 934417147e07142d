/** Marks that Markdown, or Obsidian and its Templater on top of it, would take for syntax anywhere in a line. */
const INLINE_SYNTAX = /[\\`*_[\]<>~$|#^{}]|%%|(?<=<)%|==|&(?=#?\w+;)/g;

/** Openings that would make a line a heading, list, quote, rule, table or front matter. */
const LINE_OPENING = /^(\s*)(?:([-+=:])|(\d+)([.)]))/;

/** A text without control characters: each becomes U+FFFD. Tabs and newlines stay. */
export const withoutControls = (text: string): string =>
  // A NUL ends a file for some readers; the other controls show nothing anywhere. Tab and newline stay.
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd');

/** Words on one line, without control characters: whatever ends a line, and spaces around it, become one space. */
export const oneLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim();

const escapeSyntax = (found: string): string => Array.from(found, (character) => `\\${character}`).join('');

function escapeLine(line: string): string {
  return line
    .replace(INLINE_SYNTAX, escapeSyntax)
    .replace(LINE_OPENING, (_all, space: string, sign?: string, number?: string, mark?: string) =>
      sign === undefined ? `${space}${number ?? ''}\\${mark ?? ''}` : `${space}\\${sign}`,
    );
}

/** Words that must come out as these very words, whatever they look like. */
export const escapeMarkdown = (text: string): string => withoutControls(text).split('\n').map(escapeLine).join('\n');

/**
 * A tag that Obsidian takes: letters, digits, `_`, `-` and `/`, not digits alone. Undefined if nothing is left.
 */
export function obsidianTag(tag: string): string | undefined {
  const plain = tag
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_/-]/gu, '');
  if (plain === '') return undefined;
  return /^\p{N}+$/u.test(plain) ? `_${plain}` : plain;
}

/** Tags as Obsidian takes them, each once. */
export const obsidianTags = (tags: readonly string[]): string[] => [
  ...new Set(tags.map(obsidianTag).filter((tag) => tag !== undefined)),
];
