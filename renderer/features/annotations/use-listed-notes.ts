import { useDeferredValue, useMemo } from 'react';
import { isPlaced } from '#core/anchor/health';
import type { Annotation } from '#core/annotation/annotation';
import { inOrder, isLetThrough } from '#core/annotation/note-filter';
import { groupingSections, sectionAt } from '#core/annotation/note-groups';
import { byText, placedFirst } from '#core/annotation/note-order';
import { NoteSearch, searchedWords } from '#core/annotation/note-search';
import type { Language } from '#core/ipc/language';
import type { ContentsEntry } from '#core/text/contents';
import type { ShownText } from '#core/text/shown-text';
import { canonicalOf } from '#core/text/text-index';
import type { Text } from '#core/text/text';
import { useServices } from '../../services';
import { useLanguage, useStrings } from '../../strings/use-strings';
import type { Searched } from './found';
import { timeOf } from '../../strings/times';
import { useAllAnnotations } from './use-annotations';
import { useFold } from '../../use-fold';
import { filterOf, isNarrowed, type NoteView } from './use-note-view';

/** What notes are listed from. */
export interface ListedParts {
  readonly text: Text;
  /** The text as shown, to name its sections; undefined while it loads. */
  readonly shown: ShownText | undefined;
  /** The marks on the text, in reading order. */
  readonly annotations: readonly Annotation[];
  /** The quote of a mark on any text, as displayed. */
  readonly quoteOf: (annotation: Annotation) => string;
  readonly titleOf: (textId: string) => string;
  readonly view: NoteView;
  readonly typed: string;
}

/** The notes that are listed. */
export interface Listed {
  readonly annotations: readonly Annotation[];
  /** For each note the heading of a group that it begins. */
  readonly headings: readonly (string | undefined)[];
  /** All that there are, without filter and search. */
  readonly all: readonly Annotation[];
  readonly isFiltered: boolean;
  /** False as long as the list does not show yet what was typed. */
  readonly isCaughtUp: boolean;
  readonly searched: Searched | undefined;
}

/** Headings for notes by what they have in common with the one before. */
function headingsFor<Key>(
  annotations: readonly Annotation[],
  keyOf: (annotation: Annotation) => Key,
  nameOf: (key: Key, annotation: Annotation) => string | undefined,
): (string | undefined)[] {
  let last: { readonly key: Key } | undefined;
  return annotations.map((annotation) => {
    const key = keyOf(annotation);
    if (last?.key === key) return undefined;
    last = { key };
    return nameOf(key, annotation);
  });
}

const dayOf = (moment: number): number => new Date(moment).setHours(0, 0, 0, 0);

function dayHeadings(annotations: readonly Annotation[], by: 'modified' | 'created', now: number, names: Days) {
  return headingsFor(
    annotations,
    (annotation) => dayOf(annotation[by]),
    (_day, annotation) => timeOf(annotation[by], now, names.language).date ?? names.today,
  );
}

interface Days {
  readonly language: Language;
  readonly today: string;
}

/** A note that begins a section of its text, by its place in the list. */
interface SectionHead {
  readonly index: number;
  readonly section: ContentsEntry | 'unplaced';
}

/** Which notes, in reading order, begin a section of their text. */
function sectionHeads(annotations: readonly Annotation[], text: Text): SectionHead[] {
  const sections = groupingSections(text);
  if (sections.length === 0) return [];
  let last: SectionHead['section'] | undefined;
  return annotations.flatMap((mark, index) => {
    const section = isPlaced(mark, text.sourceHash) ? sectionAt(sections, mark.target.start) : 'unplaced';
    const isSame = section === last;
    last = section;
    return isSame || section === undefined ? [] : [{ index, section }];
  });
}

function useHeadings(annotations: readonly Annotation[], parts: ListedParts): readonly (string | undefined)[] {
  const { text, shown, titleOf, view } = parts;
  const { clock } = useServices();
  const { notes, anchors } = useStrings();
  const { today } = notes;
  const { unplaced } = anchors;
  const language = useLanguage();
  // By themselves, since their names change with the script, and which note begins one does not.
  const sections = useMemo(
    () => (view.order === 'place' && view.scope !== 'all' ? sectionHeads(annotations, text) : []),
    [annotations, text, view.order, view.scope],
  );
  return useMemo(() => {
    if (view.order !== 'place') return dayHeadings(annotations, view.order, clock(), { language, today });
    if (view.scope === 'all') return headingsFor(annotations, ({ textId }) => textId, titleOf);
    const headings = Array<string | undefined>(annotations.length).fill(undefined);
    for (const { index, section } of sections) {
      headings[index] = section === 'unplaced' ? unplaced : shown?.displayOf(section.span);
    }
    return headings;
  }, [annotations, sections, shown, titleOf, view.order, view.scope, clock, language, today, unplaced]);
}

/** The notes that a view and a search let through, in order, with the headings of their groups. */
export function useListedNotes(parts: ListedParts): Listed {
  const { text, annotations: ofText, quoteOf, titleOf, view } = parts;
  const { clock } = useServices();
  const isOfAll = view.scope === 'all';
  const all = useAllAnnotations(isOfAll);
  const annotations = useMemo(
    () => (isOfAll ? byText(all, titleOf, text) : placedFirst(ofText, text.sourceHash)),
    [isOfAll, all, titleOf, ofText, text],
  );
  // The field shows a key at once; the list follows.
  const query = useDeferredValue(parts.typed.trim());
  const fold = useFold(query !== '');
  const searched = useMemo(
    () => (query === '' || fold === undefined ? undefined : { fold, words: searchedWords(query, fold) }),
    [query, fold],
  );
  const search = useMemo(
    () =>
      fold &&
      new NoteSearch(fold, {
        source: (mark) =>
          mark.textId === text.id && isPlaced(mark, text.sourceHash)
            ? canonicalOf(text, mark.target)
            : mark.quote.exact,
        displayed: quoteOf,
      }),
    [fold, text, quoteOf],
  );
  const narrowed = useMemo(() => {
    if (!isNarrowed(view)) return annotations;
    const filter = filterOf(view, clock());
    return annotations.filter((annotation) => isLetThrough(filter, annotation));
  }, [annotations, view, clock]);
  const listed = useMemo(() => {
    const found = searched === undefined || search === undefined ? narrowed : search.among(narrowed, searched.words);
    return inOrder(found, view.order);
  }, [narrowed, search, searched, view.order]);
  return {
    annotations: listed,
    headings: useHeadings(listed, parts),
    all: annotations,
    isFiltered: query !== '' || isNarrowed(view),
    isCaughtUp: query === parts.typed.trim() && (query === '' || fold !== undefined),
    searched,
  };
}
