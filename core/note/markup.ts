import Markdown, { type Env, type MarkdownIt, type Token } from 'markdown-it';
import { parseMarkLink, type MarkLink } from '../exchange/mark-link';
import { lenientToChinese } from './chinese-emphasis';

/** Where a link in a note leads: to a mark, or to an address that is shown and not opened. */
export type LinkGoal =
  { readonly kind: 'mark'; readonly link: MarkLink } | { readonly kind: 'address'; readonly address: string };

/** A part of a note as it is to be shown. Words are plain text, never HTML. */
export type NotePart =
  | { readonly kind: 'words' | 'code' | 'code-block'; readonly words: string }
  | { readonly kind: 'break' | 'rule' }
  | {
      readonly kind: 'paragraph' | 'strong' | 'emphasis' | 'struck' | 'quote' | 'item' | 'table' | 'row' | 'cell';
      readonly parts: readonly NotePart[];
    }
  | { readonly kind: 'heading'; readonly level: number; readonly parts: readonly NotePart[] }
  /** `start` is the number of the first item; undefined for a list without numbers. */
  | { readonly kind: 'list'; readonly start: number | undefined; readonly parts: readonly NotePart[] }
  | { readonly kind: 'link'; readonly goal: LinkGoal; readonly parts: readonly NotePart[] };

/** A link that a person wrote is one only if it leads to a mark, to the web or to a mailbox. */
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s]/i;

function goalOf(address: string): LinkGoal | undefined {
  const link = parseMarkLink(address);
  if (link !== undefined) return { kind: 'mark', link };
  return ADDRESS.test(address) ? { kind: 'address', address } : undefined;
}

function makeParser(): MarkdownIt {
  // HTML stays the text that it is. A line break is one, as in any other place where notes are typed.
  const parser = new Markdown({ html: false, linkify: true, breaks: true, typographer: false });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  parser.validateLink = (address) => goalOf(address) !== undefined;
  return lenientToChinese(parser);
}

/** The kinds that are nothing but what they hold, by the name that the parser gives them. */
const HOLDING: Readonly<
  Record<string, 'paragraph' | 'strong' | 'emphasis' | 'struck' | 'quote' | 'item' | 'table' | 'row' | 'cell'>
> = {
  paragraph: 'paragraph',
  strong: 'strong',
  em: 'emphasis',
  s: 'struck',
  blockquote: 'quote',
  list_item: 'item',
  table: 'table',
  tr: 'row',
  th: 'cell',
  td: 'cell',
};

/** What stands between a token that opens and the one that closes it. */
function partOf(token: Token, parts: readonly NotePart[]): readonly NotePart[] {
  const name = token.type.replace(/_open$/, '');
  // In a list whose items stand close together paragraphs are no blocks.
  if (token.hidden) return parts;
  const holding = HOLDING[name];
  if (holding !== undefined) return [{ kind: holding, parts }];
  switch (name) {
    case 'heading':
      return [{ kind: 'heading', level: Number(token.tag.slice(1)), parts }];
    case 'bullet_list':
      return [{ kind: 'list', start: undefined, parts }];
    case 'ordered_list':
      return [{ kind: 'list', start: Number(token.attrGet('start') ?? 1), parts }];
    case 'link': {
      const goal = goalOf(String(token.attrGet('href') ?? ''));
      return goal === undefined ? parts : [{ kind: 'link', goal, parts }];
    }
    default:
      return parts;
  }
}

const wordsOf = (parts: readonly NotePart[]): string =>
  parts.map((part) => ('parts' in part ? wordsOf(part.parts) : 'words' in part ? part.words : '\n')).join('');

/** A token that neither opens nor closes anything. */
function leafOf(token: Token): readonly NotePart[] {
  switch (token.type) {
    case 'inline':
      return partsOf(token.children ?? []);
    case 'code_inline':
      return [{ kind: 'code', words: token.content }];
    case 'code_block':
    case 'fence':
      return [{ kind: 'code-block', words: token.content.replace(/\n$/, '') }];
    case 'softbreak':
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'image':
      // No picture is ever loaded: what it is said to show stands for it.
      return [{ kind: 'words', words: wordsOf(partsOf(token.children ?? [])) || token.content }];
    default:
      return token.content === '' ? [] : [{ kind: 'words', words: token.content }];
  }
}

/** A token that has been opened, and what it holds so far. */
interface Open {
  readonly token: Token | undefined;
  readonly parts: NotePart[];
}

function partsOf(tokens: readonly Token[]): readonly NotePart[] {
  const root: Open = { token: undefined, parts: [] };
  const open: Open[] = [root];
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, parts: [] });
    else if (token.nesting === 0) open.at(-1)?.parts.push(...leafOf(token));
    else {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed?.token !== undefined) open.at(-1)?.parts.push(...partOf(closed.token, closed.parts));
    }
  }
  return root.parts;
}

let parser: MarkdownIt | undefined;
const ownParser = (): MarkdownIt => (parser ??= makeParser());

/**
 * The address of a link as it is written in Markdown from an offset on, in UTF-16 units; undefined where it is none that
 * a note may have.
 */
export function addressTaken(written: string, from: number): string | undefined {
  const own = ownParser();
  const start = from + (/^[ \t]*/.exec(written.slice(from))?.[0].length ?? 0);
  const { ok, str } = own.helpers.parseLinkDestination(written, start, written.length);
  const address = ok ? own.normalizeLink(str) : '';
  return goalOf(address) === undefined ? undefined : address;
}

/** The addresses of the links that a note defines, by their labels; undefined where it defines none. */
export function definitionsIn(note: string): ((label: string) => string | undefined) | undefined {
  const { utils } = ownParser();
  const env: Env = {};
  if (note.includes(']:')) ownParser().parse(note, env);
  const { references } = env;
  return references && ((label) => references[utils.normalizeReference(label)]?.href);
}

const isSeen = (parts: readonly NotePart[]): boolean =>
  parts.some((part) =>
    'parts' in part ? isSeen(part.parts) : 'words' in part ? part.words !== '' : part.kind === 'rule',
  );

/**
 * A note, written in Markdown (CommonMark with tables and ~~struck~~), as the parts to show. Raw HTML and links to
 * anywhere but a mark, the web or a mailbox are the text that they are; for an image its words stand. A note of which
 * nothing would be seen (nested beyond all measure, an image without words) is shown as it is written.
 */
export function partsOfNote(note: string): readonly NotePart[] {
  const parts = partsOf(ownParser().parse(note, {}));
  if (isSeen(parts) || note.trim() === '') return parts;
  return [{ kind: 'paragraph', parts: [{ kind: 'words', words: note }] }];
}

/** The words of a note without its signs of Markdown: what is read of it where there is room for little. */
export const plainNote = (note: string): string =>
  partsOfNote(note)
    .map((part) => wordsOf([part]))
    .join('\n');
