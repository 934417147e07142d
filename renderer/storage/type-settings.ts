import { z } from 'zod';
import { QUOTE_CHOICES } from '#core/script/quote-style';

/** The families that the page can be set in. */
export const FACES = ['serif', 'kai', 'sans', 'system'] as const;

/** How paragraphs are told apart: by two cells before the first line, or by room between them. */
export const PARAGRAPHS = ['indent', 'space'] as const;

/** Tones of the page's paper: that of the theme, or one of a reader's own. */
export const PAPERS = ['theme', 'white', 'rice', 'celadon', 'grey'] as const;

/** How far a measure of the type can be set, and by what. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly first: number;
}

/** What can be measured: the size in CSS pixels, the line in cells, the others in heights of the type. */
export const TYPE_RANGES = {
  typeSize: { least: 14, most: 40, step: 1, first: 20 },
  leading: { least: 1.4, most: 2.6, step: 0.1, first: 1.9 },
  measure: { least: 20, most: 60, step: 1, first: 38 },
  rubySize: { least: 0.36, most: 0.6, step: 0.02, first: 0.44 },
} as const satisfies Record<string, Range>;

const within = ({ least, most, first }: Range) => z.number().min(least).max(most).catch(first);

/** How the page is set. */
export const typeSettings = {
  face: z.enum(FACES).catch('serif'),
  typeSize: within(TYPE_RANGES.typeSize),
  leading: within(TYPE_RANGES.leading),
  /** Cells to a line, where the window has room for as many. */
  measure: within(TYPE_RANGES.measure),
  paragraphs: z.enum(PARAGRAPHS).catch('indent'),
  justified: z.boolean().catch(true),
  rubySize: within(TYPE_RANGES.rubySize),
  paper: z.enum(PAPERS).catch('theme'),
  quotes: z.enum(QUOTE_CHOICES).catch('as-shown'),
  /** Shows the paragraph that is read in full ink and the others faint. */
  focus: z.boolean().catch(false),
};

const schema = z.object(typeSettings);

/** How the page is set. */
export type TypeSettings = z.infer<typeof schema>;

/** How the page is set at first; whether it is in focus mode is no matter of the type. */
export const FIRST_TYPE: Omit<TypeSettings, 'focus'> = schema.omit({ focus: true }).parse({});

/** A family of the page. */
export type Face = TypeSettings['face'];

/** One of the measures. */
export type Measured = keyof typeof TYPE_RANGES;

/** A measure one step larger or smaller, or as far as it goes. */
export function stepped(measured: Measured, value: number, steps: number): number {
  const { least, most, step } = TYPE_RANGES[measured];
  return Number(Math.min(most, Math.max(least, value + steps * step)).toFixed(2));
}
