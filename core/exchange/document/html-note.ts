import { partsOfNote, type LinkGoal, type NotePart } from '../../note/markup';
import { attributeWords, htmlWords } from './html-escape';
import { describeMarkLink } from '../mark-link';

/** The address within the file of the note with this id; undefined where the file does not hold it. */
export type PlaceOfMark = (markId: string) => string | undefined;

const hrefOf = (goal: LinkGoal, placeOf: PlaceOfMark): string =>
  goal.kind === 'address' ? goal.address : (placeOf(goal.link.markId) ?? describeMarkLink(goal.link));

const within = (tag: string, parts: readonly NotePart[], placeOf: PlaceOfMark): string =>
  `<${tag}>${partsHtml(parts, placeOf)}</${tag}>`;

const wordsIn = (parts: readonly NotePart[]): string =>
  parts.map((part) => ('parts' in part ? wordsIn(part.parts) : 'words' in part ? part.words : '')).join('');

/** Chinese has no slanted letters: what is stressed is dotted, as in print. */
const emphasisTag = (parts: readonly NotePart[]): string =>
  /\p{Script=Han}/u.test(wordsIn(parts)) ? '<em class="dotted">' : '<em>';

/** Elements for parts that hold nothing but others. */
const TAGS = {
  paragraph: 'p',
  strong: 'strong',
  struck: 's',
  quote: 'blockquote',
  item: 'li',
  row: 'tr',
  cell: 'td',
} as const;

function partHtml(part: NotePart, placeOf: PlaceOfMark): string {
  switch (part.kind) {
    case 'words':
      return htmlWords(part.words);
    case 'code':
      return `<code>${htmlWords(part.words)}</code>`;
    case 'code-block':
      return `<pre><code>${htmlWords(part.words)}</code></pre>`;
    case 'break':
      return '<br>';
    case 'rule':
      return '<hr>';
    case 'table':
      return `<table><tbody>${partsHtml(part.parts, placeOf)}</tbody></table>`;
    case 'list':
      if (part.start === undefined) return within('ul', part.parts, placeOf);
      return `<ol start="${part.start}">${partsHtml(part.parts, placeOf)}</ol>`;
    case 'heading':
      // No heading of the document: a note would come between its parts.
      return `<p><strong>${partsHtml(part.parts, placeOf)}</strong></p>`;
    case 'emphasis':
      return `${emphasisTag(part.parts)}${partsHtml(part.parts, placeOf)}</em>`;
    case 'link':
      return `<a href="${attributeWords(hrefOf(part.goal, placeOf))}">${partsHtml(part.parts, placeOf)}</a>`;
    case 'paragraph':
    case 'strong':
    case 'struck':
    case 'quote':
    case 'item':
    case 'row':
    case 'cell':
      return within(TAGS[part.kind], part.parts, placeOf);
  }
}

const partsHtml = (parts: readonly NotePart[], placeOf: PlaceOfMark): string =>
  parts.map((part) => partHtml(part, placeOf)).join('');

/** A note's Markdown as HTML: only elements of ours, and every word of it escaped. */
export const noteHtml = (note: string, placeOf: PlaceOfMark): string => partsHtml(partsOfNote(note), placeOf);
