import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { inReadingOrder, type Annotation } from '#core/annotation/annotation';
import { useServices } from '../../services';

const NONE: readonly Annotation[] = [];

/** The marks on a text in reading order, as they are now; none while they are being read. */
export function useAnnotations(textId: string): readonly Annotation[] {
  const { annotations } = useServices();
  const found = useLiveQuery(() => annotations.ofText(textId), [annotations, textId]);
  return useMemo(() => (found === undefined ? NONE : inReadingOrder(found)), [found]);
}
