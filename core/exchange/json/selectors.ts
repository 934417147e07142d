import { z } from 'zod';
import type { Annotation, Quote } from '../../annotation/annotation';
import { anything } from './anything';
import type { IncomingPlace } from '../incoming';
import { fragmentQuote } from './text-fragment';

// What the W3C Web Annotation Data Model, and all that follow it, call selectors: how a note says what it stands on.

/**
 * A mark as selectors: where it stands, counted in code points of the canonical text, and its words there. The model
 * says of offsets that they MUST be in terms of code points (Web Annotation Data Model, 4.2.4 and 4.2.5), as ours are.
 */
export const selectorsOf = ({ target, quote }: Pick<Annotation, 'target' | 'quote'>) => [
  { type: 'TextPositionSelector', start: target.start, end: target.end },
  quoteSelectorOf(quote),
];

/** The words of a mark as a selector. */
export const quoteSelectorOf = ({ exact, prefix, suffix }: Quote) => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});

/** What selectors say of where a note stands, as far as a plain text can use it. */
export interface Standing {
  readonly quote?: Quote;
  readonly place?: IncomingPlace;
}

const typed = z.object({ type: anything, '@type': anything });
const context = z.string().nullish().default('');
const textQuote = z
  .object({ exact: z.string(), prefix: context, suffix: context })
  .transform(({ exact, prefix, suffix }): Quote => ({ exact, prefix: prefix ?? '', suffix: suffix ?? '' }));
const offset = z.int().min(0);
const textPosition = z.object({ start: offset, end: offset }).refine(({ start, end }) => start <= end);
const fragment = z.object({ value: z.string() });
const refining = z.object({ refinedBy: anything, items: anything });

/** As deep as one selector refines another in any file that was not made to be deep. */
const DEEPEST = 8;

/** One or many, as JSON-LD lets everything be. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Parts of one entry that are looked at, such as its targets: no program writes as many. */
const MOST_PARTS = 1_000;

/** One or many parts of an entry; undefined for more than are looked at. */
export function partsOf(value: unknown): readonly unknown[] | undefined {
  const parts = listOf(value);
  return parts.length > MOST_PARTS ? undefined : parts;
}

/** The types of anything, without the prefixes of the vocabulary; empty where it names none. */
export function typesOf(value: unknown): readonly string[] {
  // Lists may hold a great many of what is no object, and zod takes its time to say what is wrong with one.
  if (typeof value !== 'object' || value === null) return [];
  const { data } = typed.safeParse(value);
  const types = listOf(data?.type ?? data?.['@type']);
  return types.filter((type) => typeof type === 'string').map((type) => type.replace(/^(?:oa|as):/, ''));
}

/** What was found so far: a text fragment may give words too, and gives way to a quote. */
interface Found extends Standing {
  readonly poorer?: Quote;
}

/**
 * Reads selectors; undefined where one is not as its type asks for. Offsets count in the unit given. Those that refine
 * another selector count from where that begins, and so say nothing here; words are words wherever they are given, also
 * among those of a choice.
 */
export function standingIn(selectors: unknown, unit: IncomingPlace['unit']): Standing | undefined {
  const found = foundIn(selectors, unit, 0);
  if (found === undefined) return undefined;
  const { poorer, ...standing } = found;
  return standing.quote === undefined && poorer !== undefined ? { ...standing, quote: poorer } : standing;
}

function foundIn(selectors: unknown, unit: IncomingPlace['unit'], depth: number): Found | undefined {
  let found: Found = {};
  const parts = partsOf(selectors);
  if (parts === undefined) return undefined;
  for (const selector of parts) {
    const one = foundBy(selector, unit, depth);
    if (one === undefined) return undefined;
    found = { ...one, ...found };
  }
  return found;
}

function foundBy(selector: unknown, unit: IncomingPlace['unit'], depth: number): Found | undefined {
  const types = typesOf(selector);
  if (types.includes('TextQuoteSelector')) {
    const { data } = textQuote.safeParse(selector);
    return data && { quote: data };
  }
  if (types.includes('TextPositionSelector')) {
    const { data } = textPosition.safeParse(selector);
    if (data === undefined) return undefined;
    return depth === 0 ? { place: { ...data, unit } } : {};
  }
  const poorer = fragmentQuote(fragment.safeParse(selector).data?.value ?? '');
  const { data } = refining.safeParse(selector);
  const inner = types.includes('Choice') ? data?.items : data?.refinedBy;
  const refined = foundIn(depth < DEEPEST ? inner : undefined, unit, depth + 1);
  return refined && { ...(poorer && { poorer }), ...refined };
}
