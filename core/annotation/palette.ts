import { z } from 'zod';
import { firstCharacters } from '../support/first-characters';
import { COLOURS, OWN_COLOURS, STYLES, type Colour, type NamedColour, type OwnColour, type Style } from './annotation';

/** The key of the setting that holds the palette. */
export const PALETTE_KEY = 'palette';

/** Most code points of a label: a word or two, since it stands beside every mark of its colour. */
export const LONGEST_LABEL = 40;

const label = z
  .string()
  .transform((words) => firstCharacters(words.replace(/\s+/g, ' '), LONGEST_LABEL))
  .catch('');

const ownEntry = z.object({
  id: z.enum(OWN_COLOURS),
  /** What the colour means to the person; empty while it has no name yet. */
  label,
  /** As a colour input gives it: # and six hexadecimal digits in lower case. */
  hex: z.string().regex(/^#[0-9a-f]{6}$/),
  /** False once it was taken out of the choices: marks that have it keep it. */
  offered: z.boolean().catch(true),
});

/** Entries that cannot be read are left out one by one, and of two with the same id the first counts. */
const ownEntries = z
  .array(z.unknown())
  .catch([])
  .transform((entries) => {
    const known = new Map<OwnColour, OwnEntry>();
    for (const entry of entries) {
      const { data } = ownEntry.safeParse(entry);
      if (data !== undefined && !known.has(data.id)) known.set(data.id, data);
    }
    return [...known.values()];
  });

const labels = z.object({ yellow: label, red: label, green: label, blue: label, purple: label });
const NO_LABELS: z.infer<typeof labels> = { yellow: '', red: '', green: '', blue: '', purple: '' };

const FIRST_PEN = { colour: 'yellow', style: 'highlight' } as const;

const paletteSchema = z.object({
  labels: labels.catch(NO_LABELS),
  own: ownEntries,
  /** What a mark is made with where nothing else is said: the colour and the style used last. */
  pen: z
    .object({
      colour: z.enum([...COLOURS, ...OWN_COLOURS]).catch(FIRST_PEN.colour),
      style: z.enum(STYLES).catch(FIRST_PEN.style),
    })
    .catch(FIRST_PEN),
});

/** The colours a person marks with: what the named ones mean, those of their own, and which was used last. */
export interface Palette {
  readonly labels: Readonly<Record<NamedColour, string>>;
  readonly own: readonly OwnEntry[];
  readonly pen: Pen;
}

/** A colour of a person's own. */
export type OwnEntry = z.infer<typeof ownEntry>;

/** What a mark is made with. */
export interface Pen {
  readonly colour: Colour;
  readonly style: Style;
}

/** Reads what was kept; anything unreadable is as it is at first, part by part. */
export const parsePalette = (kept: unknown): Palette => paletteSchema.safeParse(kept).data ?? paletteSchema.parse({});

/** The palette before a person has changed anything. */
export const FIRST_PALETTE: Palette = parsePalette({});

/** True for a colour that everybody has. */
export const isNamed = (colour: Colour): colour is NamedColour => COLOURS.some((name) => name === colour);

/** What a colour means to the person, trimmed; empty if they have not said. */
export const labelOf = ({ labels: named, own }: Palette, colour: Colour): string =>
  (isNamed(colour) ? named[colour] : (own.find(({ id }) => id === colour)?.label ?? '')).trim();

/** The colours to choose from, in the order of the keys: the named ones, then the person's own. */
export const offeredColours = ({ own }: Palette): Colour[] => [
  ...COLOURS,
  ...own.filter(({ offered }) => offered).map(({ id }) => id),
];

/** The colour that is offered for new marks; a person's own that was taken out of the choices gives way to the first. */
export const penOf = (palette: Palette): Pen =>
  offeredColours(palette).includes(palette.pen.colour)
    ? palette.pen
    : { ...palette.pen, colour: offeredColours(palette)[0] ?? FIRST_PEN.colour };

/**
 * The palette with another colour of the person's own, last; undefined where all eight are taken. The place of one that
 * is offered no more is given away only where no other is left and it is among `unused`, those that no mark has.
 */
export function withNewColour(palette: Palette, hex: string, unused: readonly OwnColour[] = []): Palette | undefined {
  const { own } = palette;
  const id =
    OWN_COLOURS.find((each) => own.every((entry) => entry.id !== each)) ??
    own.find((entry) => !entry.offered && unused.includes(entry.id))?.id;
  if (id === undefined) return undefined;
  return { ...palette, own: [...own.filter((entry) => entry.id !== id), { id, label: '', hex, offered: true }] };
}

/** The palette with some of what is known of one colour of the person's own changed. */
export const withChanged = (palette: Palette, id: OwnColour, change: Partial<Omit<OwnEntry, 'id'>>): Palette => ({
  ...palette,
  own: palette.own.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
});

/**
 * The palette with a colour offered no more. It is known as ever: marks that have it look as they did, so do those that
 * get it back when a change is undone, and its place is not given to another colour.
 */
export const withoutColour = (palette: Palette, id: OwnColour): Palette => withChanged(palette, id, { offered: false });
