/** Marks that Markdown, or Obsidian on top of it, would take for syntax anywhere in a line. */
const INLINE_SYNTAX = /[\\`*_[\]<>~$|#^{}]|%%|==|&(?=#?\w+;)/g;

/** Openings that would make a line a heading, list, quote, rule, table or front matter. */
const LINE_OPENING = /^(\s*)(?:([-+=:])|(\d+)([.)]))/;

/** A text without control characters: each becomes U+FFFD. Tabs and newlines stay. */
export const withoutControls = (text: string): string =>
  // A NUL ends a file for some readers; the other controls show nothing anywhere. Tab and newline stay.
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd');

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
 * A note is Markdown of the person's own and stays so, less what would reach out of it: HTML, comments, headings,
 * quotes, rules and block ids.
 */
function escapeNoteLine(line: string): string {
  return line
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/%%/g, '\\%\\%')
    .replace(/^(\s*)([#>])/, '$1\\$2')
    .replace(/^(\s*)(-{3,}|={3,}|\*{3,}|_{3,})(\s*)$/, '$1\\$2$3')
    .replace(/^(\s*)\^/, '$1\\^');
}

/** A note as it goes into a Markdown file. */
export const noteText = (note: string): string =>
  withoutControls(note).trim().split('\n').map(escapeNoteLine).join('\n');

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
