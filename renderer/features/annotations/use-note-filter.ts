import { useEffect, useState } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { loadFold, type Fold } from '#core/search/fold';
import type { Text } from '#core/text/text';
import { canonicalOf } from '#core/text/text-index';

/** Words of a note that a filter looks through: the quote in the source, the note and the tags. */
const wordsOf = (annotation: Annotation, text: Text): string =>
  [canonicalOf(text, annotation.target), annotation.note, ...annotation.tags].join('\n');

function useFold(wanted: boolean): Fold | undefined {
  const [fold, setFold] = useState<Fold>();
  useEffect(() => {
    if (wanted) void loadFold().then(setFold);
  }, [wanted]);
  return fold;
}

/**
 * The notes that hold all of the words typed, in whichever script either was written. `quoteOf` gives the quote as
 * displayed, which is looked through too: a phrase of one region finds what is shown, not only what is stored.
 */
export function useNoteFilter(
  annotations: readonly Annotation[],
  text: Text,
  quoteOf: (annotation: Annotation) => string,
  typed: string,
): readonly Annotation[] {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  const fold = useFold(words.length > 0);
  if (words.length === 0 || fold === undefined) return annotations;
  const wanted = words.map((word) => fold.fold(word.replace(/^#(?=.)/, '')));
  return annotations.filter((annotation) => {
    const searched = fold.fold(`${wordsOf(annotation, text)}\n${quoteOf(annotation)}`);
    return wanted.every((word) => searched.includes(word));
  });
}
