import { COLOURS, OWN_COLOURS, STYLES, type Colour, type OwnColour, type Style } from '#core/annotation/annotation';

const line = (decoration: string): string =>
  `text-decoration: ${decoration}; text-decoration-skip-ink: none; text-underline-offset: var(--mark-line-offset, 0.18em);`;

/** A line at the lower edge of a wash, which ends with its characters. */
const edge = (decoration: string): string =>
  `text-decoration: ${decoration}; text-decoration-skip-ink: none; text-underline-offset: var(--wash-line-offset, 0.12em);`;

/**
 * How each style is drawn, in a colour's wash (behind the words) and its ink (lines). Only what CSS lets a highlight
 * do: a frame is two lines, since no highlight has a border. Lines of a mark lie clear of the letters, and apart from
 * the signs that may lie under the same words.
 */
const DRAWN: Readonly<Record<Style, (wash: string, ink: string) => string>> = {
  // A soft wash alone would not stand out 3:1 from the paper: it has a base, at its lower edge.
  highlight: (wash, ink) =>
    `background-color: color-mix(in srgb, ${wash} 84%, transparent); ${edge(`underline 1.5px ${ink}`)}`,
  underline: (_wash, ink) => line(`underline 2.5px ${ink}`),
  wavy: (_wash, ink) => line(`underline wavy 1.5px ${ink}`),
  outline: (wash, ink) =>
    `background-color: color-mix(in srgb, ${wash} 24%, transparent); ${edge(`underline overline 1.5px ${ink}`)}`,
  strikethrough: (_wash, ink) => line(`line-through 1.5px ${ink}`),
};

/** Where the system forces its colours: in them, so that marks differ by style alone, and a wash turns its words too. */
const forced = (style: Style): string =>
  style === 'highlight'
    ? `background-color: Mark; color: MarkText; ${edge('underline 1.5px MarkText')}`
    : DRAWN[style]('Mark', 'CanvasText');

/** The highlight in which marks of a colour and a style are painted; no other highlight's name begins like it. */
export const markName = (colour: Colour, style: Style): string =>
  style === 'highlight' ? `mark-${colour}` : `mark-${colour}-${style}`;

/** Every highlight in which marks can be painted, with the rules that draw it and keep it off readings. */
export const MARK_RULES: ReadonlyMap<string, readonly string[]> = new Map(
  [...COLOURS, ...OWN_COLOURS].flatMap((colour) =>
    STYLES.map((style): [string, string[]] => {
      const name = markName(colour, style);
      return [
        name,
        [
          `::highlight(${name}) { ${DRAWN[style](`var(--${colour})`, `var(--${colour}-ink)`)} }`,
          `rt::highlight(${name}) { background-color: transparent; text-decoration: none; }`,
          `@media (forced-colors: active) { ::highlight(${name}) { ${forced(style)} } rt::highlight(${name}) { color: CanvasText; } }`,
          // The upper line of a frame makes way for readings: it would run through them.
          ...(style === 'outline' ? [`ruby::highlight(${name}) { text-decoration-line: underline; }`] : []),
        ],
      ];
    }),
  ),
);

/**
 * What a colour of a person's own looks like: its hue, at the lightness that a theme has for what lies behind words
 * and for lines, so that words stay readable whatever the colour is. One that is not known looks like the first of all,
 * so that no mark is ever invisible.
 */
export function ownColourRule(own: readonly { readonly id: OwnColour; readonly hex: string }[]): string {
  const properties = OWN_COLOURS.map((id) => {
    const hex = own.find((entry) => entry.id === id)?.hex;
    if (hex === undefined) return `--${id}: var(--${COLOURS[0]}); --${id}-ink: var(--${COLOURS[0]}-ink);`;
    return (
      `--${id}: oklch(from ${hex} calc(var(--wash-light) + l * 0.08) min(c, var(--wash-chroma)) h); ` +
      `--${id}-ink: oklch(from ${hex} calc(var(--line-light) + l * 0.1) min(c, var(--line-chroma)) h);`
    );
  });
  return `:root { ${properties.join(' ')} }`;
}
