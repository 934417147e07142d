import { z } from 'zod';

/**
 * What a window showed last, as the next start shows it again until its page is drawn: plain elements that do nothing. It
 * comes from the page and goes into a page, so only what is named here is ever written.
 */

/** Elements that a sight may have, by their names in lower case. */
export const SIGHT_TAGS = [
  ...['div', 'span', 'header', 'nav', 'p', 'h1', 'h2', 'b', 'i', 'ruby', 'rt', 'button', 'label', 'input'],
  ...['svg', 'g', 'path', 'circle', 'rect', 'line', 'polyline', 'polygon', 'ellipse'],
] as const;

const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['class', 'lang', 'type', 'checked', 'disabled'],
  ...['aria-pressed', 'aria-checked', 'aria-expanded', 'aria-selected', 'aria-current', 'aria-disabled'],
  ...['viewBox', 'd', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'points'],
  ...['fill', 'stroke', 'stroke-width', 'transform'],
]);

/** Numbers of blocks, by which the text of the page is found, and the seal: of the page alone. */
const NEVER: ReadonlySet<string> = new Set(['data-block', 'data-parallel-block', 'data-sealed']);

/** True for an attribute that an element of a sight may have: what style sheets ask for, and what draws. */
export const isSightAttribute = (name: string): boolean =>
  ATTRIBUTES.has(name) || (/^data(-[a-z]+)+$/.test(name) && !NEVER.has(name));

/** True for a declaration that can stand in a rule and ends nothing but itself. */
export const isSightDeclaration = (property: string, value: string): boolean =>
  /^-{0,2}[a-z]+(-[a-z]+)*$/.test(property) && value !== '' && !/[{}<>;@\\"'/]|url|image|import/i.test(value);

/** The sheet with the rules of a sight, as the page asks for it. */
export const SIGHT_SHEET = 'last-sight.css';

/** UTF-16 units of markup and of rules beyond which there is no sight. */
export const LARGEST_SIGHT = 300_000;

/** Files of fonts beyond which no more are asked for ahead. */
export const MOST_FONTS = 24;

/** How deep elements may lie within each other. */
export const DEEPEST_SIGHT = 40;

/** An element: its name, its attributes, what is in it; or words. */
export type SightNode =
  string | readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly SightNode[]];

const attributes = z.record(z.string().max(60), z.string().max(10_000));

const node: z.ZodType<SightNode> = z.lazy(() =>
  z.union([z.string(), z.tuple([z.enum(SIGHT_TAGS), attributes, z.array(node)])]),
);

const sight = z.strictObject({
  /** Attributes of the document's element. */
  root: attributes,
  /** What is declared for the elements with the class `sight-N`, N being the place in this list. */
  rules: z.array(attributes).max(2_000),
  /** Names of the style sheets that the page wears. */
  sheets: z.array(z.string().regex(/^[\w-]+(\.[\w-]+)*\.css$/)).max(30),
  /** Names of the files of fonts that hold the words of its paragraphs, in the order of their families. */
  fonts: z.array(z.string().regex(/^[\w-]+(\.[\w-]+)*\.(woff2|otf|ttf)$/)).max(MOST_FONTS),
  tree: z.array(node),
});

/** What a window showed last. */
export type Sight = z.infer<typeof sight>;

/** Requests about the sight of a window that closes. */
export const sightContract = {
  /** What the next start shows until its page is drawn; nothing where that would show something else. */
  'sight.keep': { request: z.strictObject({ sight: sight.optional() }), reply: z.undefined() },
};

/** A sight that was read from a file, checked; undefined where it is none. */
export const parseSight = (value: unknown): Sight | undefined => sight.safeParse(value).data;
