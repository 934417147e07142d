import { useMemo, useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { excerptOf } from '#core/note/excerpt';
import { plainNote } from '#core/note/markup';
import { describeReference, referenceAt } from '#core/note/reference';
import type { FieldChange } from '#core/note/typing';
import type { Fold } from '#core/search/fold';
import { useServices } from '../../services';
import type { Suggestion } from './suggestions';
import type { References } from './use-references';
import { useFold } from './use-fold';

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

/** Marks that hold these words in either script: those of the same text first, in reading order. */
function marksWith(words: string, all: readonly Annotation[], fold: Fold, { quoteOf }: References): Annotation[] {
  const wanted = fold.fold(words.trim());
  const found: Annotation[] = [];
  for (const mark of all) {
    if (found.length === MOST_OFFERED) break;
    const held = `${mark.quote.exact}\n${mark.note}\n${mark.tags.join('\n')}`;
    if (fold.fold(held).includes(wanted) || fold.fold(quoteOf(mark)).includes(wanted)) found.push(mark);
  }
  return found;
}

/** Offers other marks while `[[` and some of their words are typed. */
export function useOfferedMarks({ id, note, caret, references, language }: OfferedParts): OfferedMarks {
  const { annotations } = useServices();
  const [dismissed, setDismissed] = useState<number>();
  const typed = caret === undefined ? undefined : referenceAt(note, caret);
  const words = typed?.start === dismissed ? undefined : typed?.words;
  const fold = useFold(words !== undefined);
  const suggestions = useMemo(() => {
    if (words === undefined || fold === undefined) return [];
    const textId = annotations.find(id)?.textId ?? '';
    const here = annotations.marksOf(textId).filter((mark) => mark.id !== id);
    const elsewhere = annotations.allMarks().filter((mark) => mark.textId !== textId);
    return marksWith(words, [...here, ...elsewhere], fold, references).map((mark) => ({
      key: mark.id,
      words: references.quoteOf(mark),
      aside: plainNote(excerptOf(mark.note)).split('\n', 1)[0] ?? '',
      language,
    }));
  }, [words, fold, annotations, id, references, language]);
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
