import { useMemo, useState } from 'react';
import { NoteSearch, searchedWords } from '#core/annotation/note-search';
import { excerptOf } from '#core/note/excerpt';
import { plainNote } from '#core/note/markup';
import { describeReference, referenceAt } from '#core/note/reference';
import type { FieldChange } from '#core/note/typing';
import { useServices } from '../../services';
import type { Suggestion } from './suggestions';
import type { References } from './use-references';
import { useFold } from '../../use-fold';

/** Most marks that are offered: who wants another types a letter more. */
const MOST_OFFERED = 20;

interface OfferedParts {
  /** The mark whose note is written. */
  readonly id: string;
  readonly note: string;
  /** In UTF-16 units; undefined while nobody types. */
  readonly caret: number | undefined;
  readonly references: References;
  /** BCP 47 tag of the script displayed. */
  readonly language: string;
}

/** The marks that are offered after `[[`. */
export interface OfferedMarks {
  readonly suggestions: readonly Suggestion[];
  /** The change that puts a link to this mark into the note. */
  readonly changeFor: (id: string) => FieldChange | undefined;
  /** Offers nothing more for what is being typed now. */
  readonly dismiss: () => void;
}

/** Offers other marks while `[[` and some of their words are typed. */
export function useOfferedMarks({ id, note, caret, references, language }: OfferedParts): OfferedMarks {
  const { annotations } = useServices();
  const [dismissed, setDismissed] = useState<number>();
  const typed = caret === undefined ? undefined : referenceAt(note, caret);
  const words = typed?.start === dismissed ? undefined : typed?.words;
  const fold = useFold(words !== undefined);
  const { quoteOf } = references;
  // It outlives each key: what is folded and displayed of a mark is so once.
  const search = useMemo(
    () => fold && new NoteSearch(fold, { source: (mark) => mark.quote.exact, displayed: quoteOf }),
    [fold, quoteOf],
  );
  const suggestions = useMemo(() => {
    if (words === undefined || fold === undefined || search === undefined) return [];
    const textId = annotations.find(id)?.textId ?? '';
    const here = annotations.marksOf(textId).filter((mark) => mark.id !== id);
    const elsewhere = annotations.allMarks().filter((mark) => mark.textId !== textId);
    // Those of the same text first, in reading order.
    const found = search.among([...here, ...elsewhere], searchedWords(words, fold));
    return found.slice(0, MOST_OFFERED).map((mark) => ({
      key: mark.id,
      words: quoteOf(mark),
      aside: plainNote(excerptOf(mark.note)).split('\n', 1)[0] ?? '',
      language,
    }));
  }, [words, fold, search, annotations, id, quoteOf, language]);
  return {
    suggestions,
    changeFor: (chosen) => {
      const mark = annotations.find(chosen);
      if (mark === undefined || typed === undefined) return undefined;
      // Closing brackets that the person had typed ahead are theirs no more.
      const to = note.startsWith(']]', typed.end) ? typed.end + 2 : typed.end;
      const link = describeReference(mark);
      const after = typed.start + link.length;
      return { from: typed.start, to, words: link, selected: [after, after] };
    },
    dismiss: () => {
      setDismissed(typed?.start);
    },
  };
}
