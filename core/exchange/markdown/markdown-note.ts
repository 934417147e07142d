import Markdown, { type MarkdownIt, type Token } from 'markdown-it';
import { withoutControls } from './markdown-escape';
import { logseqNote } from './logseq-words';
import { stillLine, withoutRunSpans, withRunSpansAsWords } from './obsidian-words';
import { endsRefusedLink, linkedAs, paired } from './note-links';

/** What a note becomes part of. */
export type NoteHost = 'obsidian' | 'logseq' | 'plain';

/** Where the lines of a note belong, as every reader sees it once headings, quotes and rules are escaped. */
interface NoteLines {
  readonly lines: readonly string[];
  /** Numbers of the lines that are code, each word of which stands for itself. */
  readonly code: ReadonlySet<number>;
  /** Lines that share their inline syntax: a code span may reach over all of them. From, and up to. */
  readonly paragraphs: readonly (readonly [number, number])[];
  /** What ends a fence that the note leaves open, which else would take in all that follows. */
  readonly fence: string | undefined;
}

let parser: MarkdownIt | undefined;

/** A parser of blocks that knows nothing of what is escaped anyway, so that it sees the blocks of the escaped note. */
const blockParser = (): MarkdownIt =>
  (parser ??= new Markdown({ html: false }).disable(['blockquote', 'heading', 'lheading', 'hr', 'reference']));

function isClosed(lines: readonly string[], [start, end]: readonly [number, number], fence: string): boolean {
  const last = lines[end - 1]?.trim() ?? '';
  return end - 1 > start && last.startsWith(fence) && last === fence.charAt(0).repeat(last.length);
}

function linesOf(note: string, host: NoteHost): NoteLines {
  const lines = note.split('\n');
  const code = new Set<number>();
  const paragraphs: (readonly [number, number])[] = [];
  let fence: string | undefined;
  const take = ({ type, map, level, markup }: Token): void => {
    if (map === null) return;
    const [start, end] = map;
    if (type === 'inline') paragraphs.push([start, end]);
    // Logseq knows no code that is only indented.
    const isCode = type === 'fence' || (type === 'code_block' && host !== 'logseq');
    if (!isCode) return;
    const isOpen = type === 'fence' && !isClosed(lines, [start, end], markup);
    // In a list readers differ over an open fence; what stands in it is escaped, to be safe in all of them.
    if (isOpen && level > 0) return;
    if (isOpen) fence = markup;
    for (let line = start; line < end; line += 1) code.add(line);
  };
  for (const token of blockParser().parse(note, {})) take(token);
  return { lines, code, paragraphs, fence };
}

/**
 * A line cut at its code spans: words, code, words, … Undefined where that line alone does not tell them: a run of
 * backticks without its counterpart, an escaped one, or a code span that the cell of a table might cut.
 */
function cutAtCode(line: string): readonly string[] | undefined {
  if (line.includes('\\`')) return undefined;
  const runs = [...line.matchAll(/`+/g)].map(({ 0: run, index }) => ({ run, index }));
  const pieces: string[] = [];
  let at = 0;
  for (let next = 0; next < runs.length;) {
    const opening = runs[next];
    let closing = next + 1;
    while (closing < runs.length && runs[closing]?.run !== opening?.run) closing += 1;
    const last = runs[closing];
    if (opening === undefined || last === undefined) return undefined;
    const end = last.index + last.run.length;
    const span = line.slice(opening.index, end);
    if (span.includes('|')) return undefined;
    pieces.push(line.slice(at, opening.index), span);
    at = end;
    next = closing + 1;
  }
  return [...pieces, line.slice(at)];
}

const ADDRESS = /^<(?:https?:\/\/|mailto:|zhupi:)[^\s<>"']*>/i;

/** Comments of Obsidian, signs of Templater, what is escaped already, HTML, pictures, footnotes, and ends of what links are made of. */
const REACHING = /\\?%{2,}|\\[^]|<(?=[a-z/!?])|!(?=\[)|(?<=<)%|\[(?=\^)|\^(?=\[)|\](?=\()/gi;

/**
 * Words outside code less HTML, comments, pictures, which a reader would fetch from somewhere, footnotes, which are
 * numbered through a whole file, and links to where the app leads nobody.
 */
const escapeInline = (words: string, host: NoteHost): string =>
  words.replace(REACHING, (found, at: number) => {
    if (found.endsWith('%') && found.length > 1 && found !== '\\%') return '\\%'.repeat(found.replace('\\', '').length);
    if (found.startsWith('\\') || (found === '<' && ADDRESS.test(words.slice(at)))) return found;
    if (found !== ']') return `\\${found}`;
    // For Logseq brackets that both are escaped hold a formula.
    return !endsRefusedLink(words, at) ? found : host === 'logseq' ? '] ' : '\\]';
  });

const escapedFor = (host: NoteHost, words: string): string =>
  host === 'logseq' ? logseqNote(escapeInline(words, host)) : escapeInline(words, host);

/** Signs of lists that other syntax may follow. */
const ITEMS = /^(\s*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){0,9})/.source;
const OPENING = new RegExp(`${ITEMS}([#>^])`);
const RULE = new RegExp(`${ITEMS}(=+\\s*|-+\\s*|([-*_])(?:[ \\t]*\\3){2,}\\s*)$`);
/** A definition of a link. */
const DEFINITION = new RegExp(`${ITEMS}\\[((?:[^[\\]\\\\]|\\\\.)*)\\]:`);
/** Opens what Logseq shows to nobody. */
const DRAWER = /^(\s*):(?=\w+:\s*$)/;
const PROPERTY = new RegExp(`${ITEMS}([^\\s:\`]+):(?=:(?:\\s|$))`);

function escapeOpening(line: string, host: NoteHost): string {
  const shared = line
    .replace(RULE, '$1\\$2')
    .replace(OPENING, '$1\\$2')
    .replace(DEFINITION, host === 'logseq' ? '$1\\[$2]:' : '$1\\[$2\\]:')
    .replace(/(\s)\^(?=[A-Za-z0-9-]+\s*$)/, '$1\\^');
  if (host !== 'logseq') return shared;
  // A minus begins a block of Logseq's own, and a word with two colons is a property of the block.
  return shared
    .replace(/^(\s*)[-+](?=[ \t])/, '$1*')
    .replace(PROPERTY, '$1$2\\:')
    .replace(DRAWER, '$1\\:');
}

function piecesFor(host: NoteHost, line: string, pieces: readonly string[] | undefined): readonly string[] {
  if (host !== 'obsidian') return pieces ?? [line];
  return pieces === undefined ? [withoutRunSpans(line)] : withRunSpansAsWords(pieces);
}

/**
 * A note as it goes into a Markdown file. It is Markdown of the person's own and stays so, with its links, lists, code,
 * tables and emphasis, less what would reach out of it: HTML, comments, pictures, headings, quotes, rules, block ids,
 * definitions, footnotes, open fences, links that the app refuses, and what a notebook or its plugins would run. What a plain reader would run together has its line breaks marked.
 */
export function noteText(note: string, host: NoteHost): string {
  const own = withoutControls(note).trim();
  const { lines, code, paragraphs, fence } = linesOf(own, host);
  const linked = linkedAs(own);
  const pieces = lines.map(cutAtCode);
  const breaks = new Set<number>();
  for (const [start, end] of paragraphs) {
    const isCertain = pieces.slice(start, end).every((each) => each !== undefined);
    for (let line = start; line < end; line += 1) {
      if (!isCertain) pieces[line] = undefined;
      if (host === 'plain' && line < end - 1) breaks.add(line);
    }
  }
  const written = lines.map((line, index) => {
    if (code.has(index)) return host === 'obsidian' ? stillLine(line) : line;
    const escaped = piecesFor(host, line, pieces[index]).map((piece, place) =>
      place % 2 === 1 ? piece : escapedFor(host, linked(piece)),
    );
    const words = (host === 'logseq' ? escaped : paired(escaped)).join('');
    const opened = host === 'obsidian' ? stillLine(escapeOpening(words, host)) : escapeOpening(words, host);
    return breaks.has(index) ? `${opened.trimEnd()}  ` : opened;
  });
  return [...written, ...(fence === undefined ? [] : [fence])].join('\n');
}
