import { useCallback } from 'react';
import { isPlaced } from '#core/anchor/health';
import type { Annotation } from '#core/annotation/annotation';
import type { Shown } from '../features/reader';

/** Gives the quotes of marks as they are displayed; of one whose place in this edition is not known, as they were. */
export function useQuotes(shown: Shown | undefined): (annotation: Annotation) => string {
  return useCallback(
    (annotation) => {
      if (shown === undefined) return '';
      const { shown: text } = shown;
      return isPlaced(annotation, text.text.sourceHash) ? text.displayOf(annotation.target) : annotation.quote.exact;
    },
    [shown],
  );
}
