import { blockRuns, cutPieces, type Piece } from '#core/text/block-runs';
import { lastTogether } from '#core/text/last-line';
import { overlaysOf, type Notice, type Ruby } from '#core/text/overlays';
import type { ShownText } from '#core/text/shown-text';
import { uprightNumbers } from '#core/text/upright-numbers';

/** The text nodes of a displayed block, readings left out, each with the display offset at which it begins. */
export interface TextNodes {
  readonly nodes: readonly Text[];
  /** UTF-16 offsets into the displayed block, ascending, one for each node. */
  readonly starts: readonly number[];
}

/** What a block is to show. */
export interface BlockToFill {
  readonly shown: ShownText;
  readonly block: number;
  readonly glosses: boolean;
  /** True in vertical columns, where short numbers stand upright. */
  readonly upright: boolean;
}

/** What a block's element shows. */
export interface BlockContent {
  /** The text as it was shown when the block was filled. */
  readonly shown: ShownText;
  readonly texts: TextNodes;
  /** What there is to say, by the element that carries it. */
  readonly notices: ReadonlyMap<HTMLElement, Notice>;
}

/** Letters from which a reading is long, and two side by side together are. */
const LONG_READING = 6;
const LONG_PAIR = 7;

/** The letters of the readings right before and right after one; 0 where there is none. */
interface Beside {
  readonly before: number;
  readonly after: number;
}

/**
 * A character with its reading. Who listens hears the text once, as the character alone; the reading is told as what
 * describes it, where a screen reader is asked for that.
 */
function ruby(base: Text, reading: string, { before, after }: Beside): HTMLElement {
  const element = document.createElement('ruby');
  element.setAttribute('aria-description', reading);
  const { length } = reading;
  const isLongPair = (other: number): boolean => other > 0 && other + length >= LONG_PAIR;
  if (length >= LONG_READING || isLongPair(before) || isLongPair(after)) element.className = 'tight';
  if (isLongPair(before)) element.style.setProperty('--letters', String(before + length));
  const text = document.createElement('rt');
  text.textContent = reading;
  text.lang = 'zh-Latn-pinyin';
  text.setAttribute('aria-hidden', 'true');
  element.append(base, text);
  return element;
}

const ALONE: Beside = { before: 0, after: 0 };

/** What stands beside the characters that have a reading and stand next to one that has, by where they begin. */
function besidesOf(rubies: readonly Ruby[]): ReadonlyMap<number, Beside> {
  const besides = new Map<number, Beside>();
  rubies.forEach(({ span, reading }, index) => {
    const before = rubies[index - 1];
    if (before?.span.end !== span.start) return;
    besides.set(before.span.start, { ...(besides.get(before.span.start) ?? ALONE), after: reading.length });
    besides.set(span.start, { before: before.reading.length, after: 0 });
  });
  return besides;
}

const UPRIGHT = 'upright';

/** A number that stands upright in its column, in one cell. */
function uprightNumber(digits: Text): HTMLElement {
  const element = document.createElement('span');
  element.className = UPRIGHT;
  element.append(digits);
  return element;
}

/** What lines do not part. */
function togetherElement(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'together';
  return element;
}

function setPiece(node: Text, { reading, upright }: Piece, beside: Beside | undefined): Node {
  if (reading !== undefined) return ruby(node, reading, beside ?? ALONE);
  return upright === true ? uprightNumber(node) : node;
}

function classOf(notice: Notice): string {
  return notice.kind === 'repair' ? `repair ${notice.reason}` : notice.kind;
}

/** A stretch with something to say takes focus by arrow keys; the first of a block is its Tab stop. */
function noticeElement(notice: Notice, isFirst: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = classOf(notice);
  element.setAttribute('role', 'mark');
  element.tabIndex = isFirst ? 0 : -1;
  return element;
}

const NO_NOTICES: BlockContent['notices'] = new Map();

/** The one text node of a block that was plain. */
const onlyNode = (before: BlockContent | undefined): Text | undefined =>
  before?.notices.size === 0 && before.texts.nodes.length === 1 ? before.texts.nodes[0] : undefined;

/**
 * Fills a block's element with its displayed text. Text becomes text nodes, never markup. A block that is plain and
 * was plain `before` keeps its node: most are, and that is the quickest.
 */
export function fillBlock(
  element: HTMLElement,
  { shown, block, glosses, upright }: BlockToFill,
  before: BlockContent | undefined,
): BlockContent {
  // From here on the block holds its own room; see page-blocks.ts.
  if (before === undefined) element.style.removeProperty('min-block-size');
  const { display } = shown.block(block);
  const overlays = overlaysOf(shown, block);
  const { notices } = overlays;
  const rubies = glosses ? overlays.rubies : [];
  const numbers = upright ? uprightNumbers(display) : [];
  const kept = onlyNode(before);
  const isPlain = rubies.length === 0 && notices.length === 0 && numbers.length === 0;
  if (kept?.parentNode === element && display !== '' && isPlain) {
    kept.data = display;
    return { shown, texts: { nodes: [kept], starts: [0] }, notices: NO_NOTICES };
  }
  const nodes: Text[] = [];
  const starts: number[] = [];
  const carriers = new Map<HTMLElement, Notice>();
  const besides = besidesOf(rubies);
  let at = 0;
  const append = (parent: Node, piece: Piece): void => {
    const node = document.createTextNode(piece.text);
    nodes.push(node);
    starts.push(at);
    parent.appendChild(setPiece(node, piece, besides.get(at)));
    at += piece.text.length;
  };
  const content = document.createDocumentFragment();
  // Where a block has readings, Chromium 156 leaves a single character on its last line.
  const end = rubies.length > 0 ? lastTogether(display) : undefined;
  let place: Node = content;
  for (const run of blockRuns(display, rubies, notices, numbers)) {
    const pieces = run.notice === undefined ? cutPieces(run.pieces, (end ?? Infinity) - at) : run.pieces;
    let parent: Node | undefined;
    for (const piece of pieces) {
      if (end === at) place = content.appendChild(togetherElement());
      if (run.notice !== undefined && parent === undefined) {
        const carrier = noticeElement(run.notice, carriers.size === 0);
        carriers.set(carrier, run.notice);
        parent = place.appendChild(carrier);
      }
      append(parent ?? place, piece);
    }
  }
  element.replaceChildren(content);
  return { shown, texts: { nodes, starts }, notices: carriers };
}

/** The number of the last text node that begins at or before this display offset. */
function nodeAt({ starts }: TextNodes, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * A display offset as a place in the DOM. Between two nodes, `leaning` says which of them is meant: a stretch that
 * ends there ends in the node before, one that begins there begins in the node after.
 */
export function domPlace(
  texts: TextNodes,
  offset: number,
  leaning: 'start' | 'end',
): { readonly node: Text; readonly offset: number } | undefined {
  let number = nodeAt(texts, offset);
  if (leaning === 'end' && number > 0 && texts.starts[number] === offset) number--;
  const node = texts.nodes[number];
  const start = texts.starts[number];
  if (node === undefined || start === undefined) return undefined;
  return { node, offset: Math.min(offset - start, node.length) };
}

/** The number standing upright that a display offset lies inside, as display offsets; undefined elsewhere. */
export function uprightAround(texts: TextNodes, offset: number): { start: number; end: number } | undefined {
  const number = nodeAt(texts, offset);
  const node = texts.nodes[number];
  const start = texts.starts[number] ?? 0;
  const isInside = node !== undefined && offset > start && offset < start + node.length;
  return isInside && node.parentElement?.className === UPRIGHT ? { start, end: start + node.length } : undefined;
}

/**
 * A place in the DOM within a block as a display offset: the length of all text before it, readings left out. So a
 * place in a reading is the end of the character that it stands over, whichever end of a selection it is.
 */
export function displayOffset({ nodes, starts }: TextNodes, container: Node, offset: number): number {
  const known = container instanceof Text ? nodes.indexOf(container) : -1;
  if (known >= 0) return (starts[known] ?? 0) + offset;
  const range = document.createRange();
  range.setStart(container, offset);
  let before = 0;
  nodes.forEach((node, index) => {
    // -1: the end of the node lies before the place.
    if (range.comparePoint(node, node.length) <= 0) before = (starts[index] ?? 0) + node.length;
  });
  return before;
}
