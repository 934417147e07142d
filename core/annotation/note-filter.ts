import type { Annotation, Colour, Style } from './annotation';

/** What notes a person wants to see. What is empty or undefined lets all through. */
export interface NoteFilter {
  /** Any of these. */
  readonly colours: readonly Colour[];
  /** Any of these. */
  readonly styles: readonly Style[];
  /** All of these. */
  readonly tags: readonly string[];
  readonly note: 'with' | 'without' | undefined;
  /** When the mark was changed last, in milliseconds since 1970 UTC: `from` included, `to` not. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Lets all notes through. */
export const NO_FILTER: NoteFilter = {
  colours: [],
  styles: [],
  tags: [],
  note: undefined,
  from: undefined,
  to: undefined,
};

const isAnyOf = <Value>(values: readonly Value[], value: Value): boolean =>
  values.length === 0 || values.includes(value);

/** True for a mark that the filter lets through. */
export const isLetThrough = (filter: NoteFilter, { colour, style, tags, note, modified }: Annotation): boolean =>
  isAnyOf(filter.colours, colour) &&
  isAnyOf(filter.styles, style) &&
  filter.tags.every((tag) => tags.includes(tag)) &&
  (filter.note === undefined || (filter.note === 'with') === (note.trim() !== '')) &&
  (filter.from === undefined || modified >= filter.from) &&
  (filter.to === undefined || modified < filter.to);

/** In which order notes are listed: as one reads, or the one changed or made last first. */
export const NOTE_ORDERS = ['place', 'modified', 'created'] as const;

/** An order of notes. */
export type NoteOrder = (typeof NOTE_ORDERS)[number];

/** The notes in this order; `place` takes them to be in reading order already. */
export function inOrder(annotations: readonly Annotation[], order: NoteOrder): readonly Annotation[] {
  if (order === 'place') return annotations;
  return annotations.toSorted((a, b) => b[order] - a[order] || (a.id < b.id ? 1 : -1));
}
