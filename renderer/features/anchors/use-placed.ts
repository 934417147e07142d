import { useMemo } from 'react';
import { isPlaced } from '#core/anchor/health';
import type { Annotation } from '#core/annotation/annotation';

/** The marks that have a place in the edition with this hash; the same list where all have. */
export function usePlaced(annotations: readonly Annotation[], sourceHash: string): readonly Annotation[] {
  return useMemo(() => {
    const placed = annotations.filter((annotation) => isPlaced(annotation, sourceHash));
    return placed.length === annotations.length ? annotations : placed;
  }, [annotations, sourceHash]);
}
