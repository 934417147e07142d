import { useMemo, useState } from 'react';
import type { ShownText } from '#core/text/shown-text';
import type { ReaderPage } from '../features/reader';
import type { Study } from './use-study';
import { useResizing, type Resizing } from './use-resizing';
import type { Speak } from './voice';

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Several marks that lie over the same words, to choose from. */
export interface Choosing {
  /** In reading order. */
  readonly ids: readonly string[];
  readonly at: Point;
}

/** CSS pixels below a place at which a choice opens, so that the words stay in sight. */
const BELOW = 16;

/** What is being done with marks beside opening their cards. */
export interface MarkWork {
  readonly resizing: Resizing;
  readonly choosing: Choosing | undefined;
  /** Opens the card of the mark at a place, asks which is meant where there are several, and closes all where none is. */
  readonly openAt: (ids: readonly string[], at: Point, takesFocus?: boolean) => void;
  readonly endChoosing: () => void;
  /** Says what screen readers are to hear of it. */
  readonly speak: Speak;
}

/** The state of working on marks. */
export function useMarkWork(
  shown: ShownText | undefined,
  page: ReaderPage | undefined,
  study: Study,
  speak: Speak,
): MarkWork {
  const resizing = useResizing(shown, page, study);
  const [choosing, setChoosing] = useState<Choosing>();
  const { annotations, open, setCurrent } = study;
  return useMemo(
    () => ({
      resizing,
      choosing,
      speak,
      endChoosing: () => {
        setChoosing(undefined);
      },
      openAt: (found, at, takesFocus = false) => {
        const ids = annotations.filter(({ id }) => found.includes(id)).map(({ id }) => id);
        const [first] = ids;
        open(first === undefined || ids.length > 1 ? undefined : { id: first, takesFocus, here: ids });
        if (first === undefined) setCurrent(undefined);
        setChoosing(ids.length > 1 ? { ids, at: { x: at.x, y: at.y + BELOW } } : undefined);
      },
    }),
    [resizing, choosing, speak, annotations, open, setCurrent],
  );
}
