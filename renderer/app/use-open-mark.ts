import { useEffect } from 'react';
import type { Annotation } from '#core/annotation/annotation';
import { useServices } from '../services';
import { useNewest } from './use-newest';

/** Where marks are opened from: this text, and the way to the others. */
export interface Elsewhere {
  /** A mark that was asked for from another text: the room opens at it. */
  readonly goal: string | undefined;
  /** Goes to a mark on another text. */
  readonly onElsewhere: (mark: Annotation) => void;
}

/** Opens a mark by its id, on whichever text it is; `jump` opens one of this text, and `isReady` tells whether it can. */
export function useOpenMark(
  textId: string,
  { goal, onElsewhere }: Elsewhere,
  jump: (id: string) => void,
  isReady: boolean,
): (id: string) => void {
  const { annotations } = useServices();
  const open = useNewest((id: string) => {
    const mark = annotations.find(id);
    if (mark === undefined || mark.textId === textId) jump(id);
    else onElsewhere(mark);
  });
  useEffect(() => {
    if (isReady && goal !== undefined) open(goal);
  }, [isReady, goal, open]);
  return open;
}
