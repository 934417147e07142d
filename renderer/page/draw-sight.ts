import {
  DEEPEST_SIGHT,
  isSightAttribute,
  isSightDeclaration,
  LARGEST_SIGHT,
  SIGHT_SHEET,
  SIGHT_TAGS,
  type Sight,
  type SightNode,
} from '#core/ipc/sight-contract';
import { asOpened, type SightedPage } from './as-opened';
import { sightOf } from './scroll-anchor';
import { familiesWorn, fontsOf, isWorn } from './sight-fonts';

const TAGS: ReadonlySet<string> = new Set(SIGHT_TAGS);

/** What has a meaning to who reads with their ears: a sight has none. */
const PLAIN: Readonly<Record<string, string>> = { main: 'div', section: 'div' };

/** What is not there at the next start, or comes with the page: pop-ups, notices, what stands over the words. */
const PASSING = '[hidden], [data-passing], [popover], [role="status"], [role="alert"], .visually-hidden, dialog, rp';

/** CSS pixels of text kept beyond what is in sight, for a window that is larger at the next start. */
const BEYOND = 300;

/** CSS pixels that are no difference. */
const EPSILON = 0.01;

/** The blocks that are in sight, and some beyond. */
function blocksInSight({ view, scroller }: SightedPage): HTMLElement[] {
  const sight = sightOf(view, scroller);
  const [start, end] = [sight.start, sight.end + BEYOND];
  const range = view.sectionsBetween(start, end);
  view.fillAll(range);
  const found: HTMLElement[] = [];
  for (let block = range.from; block < range.to; block++) {
    const [element, box] = [view.elementOf(block), view.boxOf(block)];
    if (element && box && box.end > start && box.start < end) found.push(element);
  }
  return found;
}

/** Copies elements as they are, less what does not belong in a sight. */
class Pruner {
  /** What each element became. */
  readonly copies = new Map<Element, HTMLElement>();
  readonly #page: SightedPage;
  readonly #blocks: ReadonlySet<Element>;
  readonly #isAtBeginning: boolean;

  constructor(page: SightedPage, blocks: readonly HTMLElement[], isAtBeginning: boolean) {
    this.#page = page;
    this.#blocks = new Set(blocks);
    this.#isAtBeginning = isAtBeginning;
  }

  copy(element: Element): HTMLElement | undefined {
    if (!this.#isKept(element)) return undefined;
    const name = PLAIN[element.localName];
    const made = (name === undefined ? element.cloneNode(false) : document.createElement(name)) as HTMLElement;
    if (name !== undefined) for (const { name: each, value } of element.attributes) made.setAttribute(each, value);
    this.copies.set(element, made);
    made.removeAttribute('id');
    if (element instanceof HTMLInputElement) made.toggleAttribute('checked', element.checked);
    if (!this.#isEmptied(element)) {
      for (const child of element.childNodes) {
        if (child instanceof Text) made.append(child.data);
        else if (child instanceof Element) made.append(this.copy(child) ?? '');
      }
    }
    return made;
  }

  #isKept(element: Element): boolean {
    if (!TAGS.has(element.localName) && PLAIN[element.localName] === undefined) return false;
    if (element.matches(PASSING)) return false;
    const { view } = this.#page;
    if (element.matches('[data-block]')) return this.#blocks.has(element);
    if (element.matches('.part, .section')) return [...this.#blocks].some((block) => element.contains(block));
    // What is said above the text has gone out of sight.
    const isHead =
      element !== view.root && element.parentElement === view.root.parentElement && element.matches('section');
    return !isHead || this.#isAtBeginning;
  }

  /** Panes, and a second column, come with the page. */
  #isEmptied(element: Element): boolean {
    return element.matches('[data-region]') || (element.matches('[data-scroller]') && element !== this.#page.scroller);
  }
}

/** Lets the first of the words stand where they will stand on the page. `place`: CSS pixels from the scroller's beginning. */
function bringTo({ view, scroller }: SightedPage, { copies }: Pruner, first: Element, place: number): void {
  const [block, frame, edge] = [copies.get(first), copies.get(view.root)?.firstElementChild, copies.get(scroller)];
  if (!block || !edge || !(frame instanceof HTMLElement)) return;
  const startOf = (element: Element): number => view.flow.boxOf(element.getBoundingClientRect()).start;
  let margin = 0;
  for (let pass = 0; pass < 3; pass++) {
    const off = place - (startOf(block) - startOf(edge));
    if (Math.abs(off) < EPSILON) return;
    margin += off;
    frame.style.marginBlockStart = `${margin}px`;
  }
}

/** The declarations of an element's own style that a sight can have. */
const declaredBy = ({ style }: ElementCSSInlineStyle): Record<string, string> =>
  Object.fromEntries(
    Array.from(style, (property) => [property, style.getPropertyValue(property)] as const).filter(([property, value]) =>
      isSightDeclaration(property, value),
    ),
  );

const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries(
    Array.from(element.attributes, ({ name, value }) => [name, value] as const).filter(([name]) =>
      isSightAttribute(name),
    ),
  );

/** Turns elements into a tree: their own styles become classes, since a page that is parsed may have none. */
function treeOf(node: Node, rules: Record<string, string>[], depth = 0): SightNode | undefined {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement || node instanceof SVGElement) || depth > DEEPEST_SIGHT) return undefined;
  const attributes = attributesOf(node);
  if (node.style.length > 0) {
    attributes['class'] = `${attributes['class'] ?? ''} sight-${rules.length}`.trim();
    rules.push(declaredBy(node));
  }
  return [node.localName, attributes, childrenOf(node, rules, depth + 1)];
}

const childrenOf = (node: Node, rules: Record<string, string>[], depth: number): SightNode[] =>
  Array.from(node.childNodes, (child) => treeOf(child, rules, depth)).filter((child) => child !== undefined);

/** The style sheets of a document that something wears in one of these families, by their names. */
const sheetsOf = (document: Document, families: readonly string[]): string[] =>
  Array.from(document.styleSheets)
    .map((sheet) => ({ sheet, name: sheet.href?.split('/').at(-1) ?? '' }))
    .filter(({ sheet, name }) => name.endsWith('.css') && name !== SIGHT_SHEET && isWorn(sheet, families))
    .map(({ name }) => name);

/** True where pages begin lower than they open, since those of a second column do, which comes after them. */
const waitsForSecond = ({ view, scroller, isInPages }: SightedPage, root: HTMLElement): boolean =>
  isInPages &&
  Array.from(root.querySelectorAll('[data-scroller]')).some(
    (other) => view.flow.boxOf(other.getBoundingClientRect()).start > sightOf(view, scroller).start + 1,
  );

/** Draws a page as it stands now. */
function draw(page: SightedPage, root: HTMLElement): Sight | undefined {
  const { view, scroller } = page;
  const blocks = blocksInSight(page);
  const [first] = blocks;
  if (first === undefined) return undefined;
  const isAtBeginning = view.flow.scrolled(scroller) < 1;
  const place = view.flow.boxOf(first.getBoundingClientRect()).start - sightOf(view, scroller).start;
  const pruner = new Pruner(page, blocks, isAtBeginning);
  const drawn = document.createElement('div');
  drawn.className = 'last-sight';
  drawn.style.visibility = 'hidden';
  for (const child of root.children) drawn.append(pruner.copy(child) ?? '');
  const edge = pruner.copies.get(scroller);
  // Where the page has a scrollbar its lines are shorter.
  if (edge !== undefined) {
    edge.style.paddingRight = `${scroller.offsetWidth - scroller.clientWidth}px`;
    edge.style.paddingBottom = `${scroller.offsetHeight - scroller.clientHeight}px`;
  }
  document.body.append(drawn);
  bringTo(page, pruner, first, place);
  const families = familiesWorn(drawn);
  const fonts = fontsOf(document, drawn, families);
  drawn.remove();
  const rules = [declaredBy(document.documentElement)];
  return {
    root: attributesOf(document.documentElement),
    rules,
    sheets: sheetsOf(document, families),
    fonts,
    tree: childrenOf(drawn, rules, 0),
  };
}

/**
 * Draws what a page will show when it is opened anew, as far as it is in sight: the window without its panes' contents and
 * what passes. Undefined where that cannot be told, or is too large to be kept.
 */
export function drawSight(page: SightedPage, document: Document): Sight | undefined {
  const root = document.getElementById('root');
  if (root === null || waitsForSecond(page, root)) return undefined;
  const sight = asOpened(page, () => draw(page, root));
  return sight === undefined || JSON.stringify(sight).length > LARGEST_SIGHT ? undefined : sight;
}
