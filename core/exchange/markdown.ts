import { stringify } from 'yaml';
import type { ExportedNote, NotesDocument } from './notes-document';

/** Marks that Markdown, or Obsidian on top of it, would take for syntax anywhere in a line. */
const INLINE_SYNTAX = /[\\`*_[\]<>~$|#^{}]|%%|==|&(?=#?\w+;)/g;

/** Openings that would make a line a heading, list, quote, rule, table or front matter. */
const LINE_OPENING = /^(\s*)(?:([-+=:])|(\d+)([.)]))/;

const withoutControls = (text: string): string =>
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

const noteText = (note: string): string => withoutControls(note).trim().split('\n').map(escapeNoteLine).join('\n');

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

const tagsOf = (tags: readonly string[]): string[] => [
  ...new Set(tags.map(obsidianTag).filter((tag) => tag !== undefined)),
];

function frontMatter({ title, language, sourceHash, exported, notes }: NotesDocument): string {
  const tags = tagsOf(notes.flatMap((note) => note.tags));
  const fields = {
    title: withoutControls(title),
    language,
    source: `urn:sha256:${sourceHash}`,
    exported: new Date(exported).toISOString(),
    notes: notes.length,
    ...(tags.length > 0 && { tags }),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---`;
}

/** One line of a callout: the label of a colour is the person's own words. */
const labelled = (label: string): string => (label === '' ? '' : ` · ${escapeMarkdown(label.replace(/\s+/g, ' '))}`);

function noteBlock({ id, quote, note, tags, label, paragraph }: ExportedNote): string {
  const lines = escapeMarkdown(quote).split('\n');
  const place = paragraph === undefined ? '' : ` ¶ ${paragraph}`;
  const callout = [`[!quote]${place}${labelled(label)}`, ...lines].map((line) => `> ${line}`.trimEnd()).join('\n');
  const words = noteText(note);
  const tagLine = tagsOf(tags)
    .map((tag) => `#${tag}`)
    .join(' ');
  return [callout, `^zhupi-${id}`, words, tagLine].filter((part) => part !== '').join('\n\n');
}

/**
 * Notes as Markdown for Obsidian and other readers: YAML front matter at byte 0, then for each note a quote
 * callout, its block id alone on a line, the note and its tags. Ends with one newline.
 */
export function toMarkdown(document: NotesDocument): string {
  const title = `# ${escapeMarkdown(document.title)}`;
  return [frontMatter(document), title, ...document.notes.map(noteBlock)].join('\n\n') + '\n';
}
