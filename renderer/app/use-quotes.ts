import { useCallback } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { Shown } from '../features/reader';

/** Gives the quotes of marks as they are displayed. */
export function useQuotes(shown: Shown | undefined): (annotation: Annotation) => string {
  return useCallback((annotation) => shown?.shown.displayOf(annotation.target) ?? '', [shown]);
}
