import { useCallback, useSyncExternalStore } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import type { TagCount } from '#core/annotation/tags';
import { useServices } from '../../services';

/** The marks on a text in reading order, as they are now. */
export function useAnnotations(textId: string): readonly Annotation[] {
  const { annotations } = useServices();
  return useSyncExternalStore(
    annotations.subscribe,
    useCallback(() => annotations.marksOf(textId), [annotations, textId]),
  );
}

/** The marks on all texts, in no order; none where they are not `wanted`, so that what shows none is left alone. */
export function useAllAnnotations(wanted: boolean): readonly Annotation[] {
  const { annotations } = useServices();
  return useSyncExternalStore(
    annotations.subscribe,
    useCallback(() => (wanted ? annotations.allMarks() : NONE), [annotations, wanted]),
  );
}

const NONE: readonly Annotation[] = [];

/** What is in the bin, the last deleted first. */
export function useBin(): readonly Annotation[] {
  const { annotations } = useServices();
  return useSyncExternalStore(annotations.subscribe, annotations.bin);
}

/** The tags of all marks on all texts, those that most bear first. */
export function useTags(): readonly TagCount[] {
  const { annotations } = useServices();
  return useSyncExternalStore(annotations.subscribe, annotations.tags);
}
