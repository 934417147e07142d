import {
  COLOURS,
  OWN_COLOURS,
  STYLES,
  type Annotation,
  type Colour,
  type NamedColour,
  type OwnColour,
  type Style,
} from '../../annotation/annotation';
import type { Palette } from '../../annotation/palette';
import { namedByHex, paperColour } from '../paper-colours';

// How a mark looks, as a style sheet in the words of CSS (Web Annotation Data Model, 4.4).

const CLASS = /^zhupi-([a-z]+(?:-\d)?)-([a-z]+)$/;
const OWN_HEX = /--zhupi-colour:\s*(#[0-9a-f]{6})\b/;

type Look = Pick<Annotation, 'colour' | 'style'>;

/** The name of the class of a mark: its colour and its style, which are read from it. */
export const styleClassOf = ({ colour, style }: Look): string => `zhupi-${colour}-${style}`;

function declarationOf(palette: Palette, { colour, style }: Look): string {
  const { wash, ink } = paperColour(palette, colour);
  switch (style) {
    case 'highlight':
      return `background-color: ${wash}`;
    case 'underline':
      return `text-decoration: underline ${ink}`;
    case 'wavy':
      return `text-decoration: underline wavy ${ink}`;
    case 'outline':
      return `outline: 1px solid ${ink}`;
    case 'strikethrough':
      return `text-decoration: line-through ${ink}`;
  }
}

/** The style sheet of a mark. A colour of the person's own stands in it as they chose it, and as it looks on paper. */
export function styleSheetOf(palette: Palette, look: Look): string {
  const hex = palette.own.find(({ id }) => id === look.colour)?.hex;
  const own = hex === undefined ? '' : `--zhupi-colour: ${hex}; `;
  return `.${styleClassOf(look)} { ${own}${declarationOf(palette, look)} }`;
}

const isOneOf = <Value extends string>(values: readonly Value[], value: string | undefined): value is Value =>
  values.some((each) => each === value);

/** True for the name of a colour that marks can have. */
export const isColour = (name: unknown): name is Colour =>
  typeof name === 'string' && isOneOf([...COLOURS, ...OWN_COLOURS], name);

/** True for the name of a style that marks can have. */
export const isStyle = (name: unknown): name is Style => typeof name === 'string' && isOneOf(STYLES, name);

/** What is known of how an incoming mark looks. */
export interface IncomingLook {
  readonly colour?: Colour;
  readonly style?: Style;
  /** What the person had chosen, where the colour is one of their own. */
  readonly own?: { readonly id: OwnColour; readonly hex: string };
}

/** Longest style sheet that is looked at, in UTF-16 units: one of a mark is short. */
const LONGEST_SHEET = 20_000;

const HEX = '#[0-9a-f]{3,8}\\b|\\b[a-z]+\\b';
const BACKGROUND = new RegExp(`background(?:-color)?\\s*:\\s*(${HEX})`, 'i');
const DECORATION = /(?:text-decoration[a-z-]*|border-bottom|outline|border)\s*:([^;}]*)/i;

/** Colours by the names that programs give them; hues are what counts. */
const NAMES = new Map<string, NamedColour>([
  ...COLOURS.map((name) => [name, name] as const),
  ['pink', 'red'],
  ['magenta', 'red'],
  ['orange', 'yellow'],
  ['gold', 'yellow'],
  ['lime', 'green'],
  ['cyan', 'blue'],
  ['aqua', 'blue'],
  ['violet', 'purple'],
]);

/** The named colour that a colour of another program is nearest to: a name, or # and 3 to 8 hexadecimal digits. */
export function namedColourIn(given: unknown): NamedColour | undefined {
  if (typeof given !== 'string') return undefined;
  const word = given.trim().toLowerCase();
  if (/^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/.test(word)) return namedByHex(word.slice(0, 7));
  if (/^#[0-9a-f]{3,4}$/.test(word))
    return namedByHex(`#${Array.from(word.slice(1, 4), (digit) => digit + digit).join('')}`);
  return NAMES.get(word);
}

function lookOfSheet(sheet: string): IncomingLook {
  const background = namedColourIn(BACKGROUND.exec(sheet)?.[1]);
  if (background !== undefined) return { colour: background, style: 'highlight' };
  const line = DECORATION.exec(sheet);
  if (line === null) return {};
  const [whole, value = ''] = line;
  const colour = value
    .split(/\s+/)
    .map(namedColourIn)
    .find((each) => each !== undefined);
  const style = /line-through/i.test(value)
    ? 'strikethrough'
    : /wavy/i.test(value)
      ? 'wavy'
      : /^(?:outline|border\s*:)/i.test(whole)
        ? 'outline'
        : 'underline';
  return { style, ...(colour && { colour }) };
}

/** How a mark looks by its class and its style sheet: exactly where both are ours, else as near as names and hues go. */
export function lookOf(styleClass: unknown, sheet: unknown): IncomingLook {
  const css = typeof sheet === 'string' ? sheet.slice(0, LONGEST_SHEET) : '';
  const [, colour, style] = typeof styleClass === 'string' ? (CLASS.exec(styleClass) ?? []) : [];
  if (!isColour(colour) || !isStyle(style)) return lookOfSheet(css);
  const hex = OWN_HEX.exec(css)?.[1];
  const isOwn = isOneOf(OWN_COLOURS, colour);
  return { colour, style, ...(isOwn && hex !== undefined && { own: { id: colour, hex } }) };
}
