import { useCallback, useMemo, useState } from 'react';
import type { Colour, Style } from '#core/annotation/annotation';
import type { NoteFilter, NoteOrder } from '#core/annotation/note-filter';
import type { TagCount } from '#core/annotation/tags';
import { useTags } from './use-annotations';

/** When a note that is listed was changed last; the ends of a range are days of the calendar, as YYYY-MM-DD or empty. */
export type DateChoice =
  | { readonly kind: 'any' | 'today' | 'week' | 'month' }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

/** What of the notes a person wants to see, and how. */
export interface NoteView {
  readonly colours: readonly Colour[];
  readonly styles: readonly Style[];
  readonly tags: readonly string[];
  readonly note: 'any' | 'with' | 'without';
  readonly date: DateChoice;
  readonly order: NoteOrder;
  readonly scope: 'text' | 'all';
}

/** All notes on the text, in reading order. */
export const FIRST_VIEW: NoteView = {
  colours: [],
  styles: [],
  tags: [],
  note: 'any',
  date: { kind: 'any' },
  order: 'place',
  scope: 'text',
};

const DAYS = { today: 1, week: 7, month: 30 } as const;

/** Midnight at which a day of the calendar begins here, some days later. Undefined for what is no day. */
function midnight(day: string, daysLater = 0): number | undefined {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + daysLater).getTime();
  return Number.isNaN(at) ? undefined : at;
}

/** When the notes that are wanted were changed, in milliseconds since 1970 UTC, as is `now`. */
function spanOf(choice: DateChoice, now: number): Pick<NoteFilter, 'from' | 'to'> {
  if (choice.kind === 'any') return { from: undefined, to: undefined };
  if (choice.kind === 'range') return { from: midnight(choice.from), to: midnight(choice.to, 1) };
  const today = new Date(now);
  const from = new Date(today.getFullYear(), today.getMonth(), today.getDate() - DAYS[choice.kind] + 1);
  return { from: from.getTime(), to: undefined };
}

/** The filter for such a view. */
export function filterOf({ colours, styles, tags, note, date }: NoteView, now: number): NoteFilter {
  return { colours, styles, tags, note: note === 'any' ? undefined : note, ...spanOf(date, now) };
}

/** The view without tags that no note bears any more: they ask for nothing, and nothing is shown of them. */
export function withKnownTags(view: NoteView, known: readonly TagCount[]): NoteView {
  const tags = view.tags.filter((tag) => known.some((each) => each.tag === tag));
  return tags.length === view.tags.length ? view : { ...view, tags };
}

/** True if the view leaves notes out. */
export const isNarrowed = ({ colours, styles, tags, note, date }: NoteView): boolean =>
  colours.length + styles.length + tags.length > 0 || note !== 'any' || date.kind !== 'any';

/** What narrows a view, less that. */
export const widened = ({ order, scope }: NoteView): NoteView => ({ ...FIRST_VIEW, order, scope });

/** The values with this one put in, or taken out where it was among them. */
export const switched = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

/** The view of the notes, and how it changes. */
export function useNoteView(): { view: NoteView; change: (changes: Partial<NoteView>) => void } {
  const [chosen, setView] = useState(FIRST_VIEW);
  const tags = useTags();
  const view = useMemo(() => withKnownTags(chosen, tags), [chosen, tags]);
  const change = useCallback((changes: Partial<NoteView>) => {
    setView((now) => ({ ...now, ...changes }));
  }, []);
  return useMemo(() => ({ view, change }), [view, change]);
}
