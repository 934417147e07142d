import { useMemo } from 'react';
import { isLive, type Annotation } from '#core/annotation/annotation';
import { labelOf } from '#core/note/reference';
import { useServices } from '../../services';

/** What a link to a mark leads to. */
export type Reference =
  | { readonly state: 'live'; readonly annotation: Annotation; readonly label: string }
  | { readonly state: 'deleted' | 'unknown' };

/** The marks that notes may link to. */
export interface References {
  readonly resolve: (id: string) => Reference;
  readonly open: (id: string) => void;
  readonly quoteOf: (annotation: Annotation) => string;
}

/** Links between marks; `quoteOf` gives a quote as displayed, `open` goes to a mark. */
export function useReferences(quoteOf: (annotation: Annotation) => string, open: (id: string) => void): References {
  const { annotations } = useServices();
  return useMemo(
    () => ({
      open,
      quoteOf,
      resolve: (id) => {
        const annotation = annotations.find(id);
        if (annotation === undefined) return { state: 'unknown' };
        if (!isLive(annotation)) return { state: 'deleted' };
        return { state: 'live', annotation, label: labelOf(quoteOf(annotation)) };
      },
    }),
    [annotations, quoteOf, open],
  );
}
