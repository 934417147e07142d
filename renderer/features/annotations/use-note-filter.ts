import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { isPlaced } from '#core/anchor/health';
import type { Annotation } from '#core/annotation/annotation';
import { loadFold, type Fold } from '#core/search/fold';
import type { Text } from '#core/text/text';
import { canonicalOf } from '#core/text/text-index';

const placedQuote = (annotation: Annotation, text: Text): string =>
  isPlaced(annotation, text.sourceHash) ? canonicalOf(text, annotation.target) : annotation.quote.exact;

/** Words of a note that a filter looks through: the quote in the source, the note and the tags. */
const wordsOf = (annotation: Annotation, text: Text): string =>
  [placedQuote(annotation, text), annotation.note, ...annotation.tags].join('\n');

function useFold(wanted: boolean): Fold | undefined {
  const [fold, setFold] = useState<Fold>();
  useEffect(() => {
    if (wanted) void loadFold().then(setFold);
  }, [wanted]);
  return fold;
}

/** The folded words of notes, each folded when first asked for: at each key they are only looked through. */
class FoldedNotes {
  readonly #folded = new WeakMap<Annotation, string>();
  readonly #fold: Fold;
  readonly #text: Text;
  readonly #quoteOf: (annotation: Annotation) => string;

  constructor(fold: Fold, text: Text, quoteOf: (annotation: Annotation) => string) {
    this.#fold = fold;
    this.#text = text;
    this.#quoteOf = quoteOf;
  }

  /** The notes that hold all of these words. */
  among(annotations: readonly Annotation[], words: readonly string[]): readonly Annotation[] {
    const wanted = words.map((word) => this.#fold.fold(word));
    return annotations.filter((annotation) => {
      const searched = this.#of(annotation);
      return wanted.every((word) => searched.includes(word));
    });
  }

  #of(annotation: Annotation): string {
    const known = this.#folded.get(annotation);
    if (known !== undefined) return known;
    const folded = this.#fold.fold(`${wordsOf(annotation, this.#text)}\n${this.#quoteOf(annotation)}`);
    this.#folded.set(annotation, folded);
    return folded;
  }
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
  // The field shows a key at once; the list follows.
  const query = useDeferredValue(typed.trim());
  const fold = useFold(query !== '');
  const notes = useMemo(() => fold && new FoldedNotes(fold, text, quoteOf), [fold, text, quoteOf]);
  return useMemo(() => {
    if (query === '' || notes === undefined) return annotations;
    return notes.among(
      annotations,
      query.split(/\s+/).map((word) => word.replace(/^#(?=.)/, '')),
    );
  }, [annotations, notes, query]);
}
