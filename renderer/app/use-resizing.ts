import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { targetMovedTo } from '#core/anchor/health';
import type { Annotation } from '#core/annotation/annotation';
import { isSameSpan, type CodePointSpan } from '#core/support/offset';
import { withId } from '#core/support/with-id';
import type { Direction } from '#core/text/caret-steps';
import { endMovedBy, endMovedTo, otherEnd, type EndStep, type MarkEnd } from '#core/text/mark-ends';
import type { DisplayPoint, ShownText } from '#core/text/shown-text';
import type { ReaderPage } from '../features/reader';
import type { Study } from './use-study';

/** A mark one of whose ends is being moved. */
export interface Resized {
  readonly id: string;
  /** Where the mark would be if it were kept now. */
  readonly span: CodePointSpan;
  readonly end: MarkEnd;
  /** By the mouse or a finger, by the keyboard, or no longer: what was kept is on its way to the disk. */
  readonly by: 'hand' | 'keys' | 'nothing';
}

/** Moving the ends of a mark. Nothing is kept until `keep`. */
export interface Resizing {
  readonly now: Resized | undefined;
  readonly begin: (mark: Annotation, end: MarkEnd, by: 'hand' | 'keys') => void;
  readonly moveTo: (point: DisplayPoint) => void;
  readonly moveBy: (step: EndStep, direction: Direction, end: MarkEnd) => void;
  readonly turn: () => void;
  readonly keep: () => void;
  readonly cancel: () => void;
  /** Sets a mark to other words. */
  readonly setTo: (mark: Annotation, span: CodePointSpan) => void;
}

/** The state of moving a mark's ends, painted while it lasts. */
export function useResizing(shown: ShownText | undefined, page: ReaderPage | undefined, study: Study): Resizing {
  // What has no place in the edition that is read has no ends in it either.
  const { placed: annotations, edit } = study;
  const { now, newest, put } = useResized(annotations);
  usePreview(page, shown, annotations, now);
  const setTo = useCallback(
    (mark: Annotation, span: CodePointSpan) => {
      const { id } = mark;
      const to = shown && targetMovedTo(shown.text, mark, span);
      if (to === undefined || isSameSpan(span, mark.target)) {
        put(undefined);
        return;
      }
      put({ id, span, end: 'end', by: 'nothing' });
      void edit(id, { kind: 'retarget', to }).then((step) => {
        if (step === undefined && newest.current?.id === id) put(undefined);
      });
    },
    [shown, edit, newest, put],
  );
  return useMemo((): Resizing => {
    const move = (to: (resized: Resized, text: ShownText) => Partial<Resized>): void => {
      const moved = newest.current;
      if (shown !== undefined && moved !== undefined) put({ ...moved, ...to(moved, shown) });
    };
    return {
      now,
      begin: ({ id, target }, end, by) => {
        // What was kept a moment ago may still be on its way to the disk.
        const before = newest.current;
        put({ id, span: before?.id === id ? before.span : target, end, by });
      },
      moveTo: (point) => {
        move(({ span, end }, text) => {
          const moved = endMovedTo(text, span, end, point);
          return { span: page?.view.outward(moved) ?? moved };
        });
      },
      moveBy: (step, direction, end) => {
        move(({ span }, text) => ({ end, span: endMovedBy(text, span, end, { step, direction }) }));
      },
      turn: () => {
        move(({ end }) => ({ end: otherEnd(end) }));
      },
      keep: () => {
        const moved = newest.current;
        const mark = withId(annotations, moved?.id);
        if (mark !== undefined && moved !== undefined) setTo(mark, moved.span);
      },
      cancel: () => {
        put(undefined);
      },
      setTo,
    };
  }, [now, newest, annotations, shown, page, setTo, put]);
}

interface ResizedState {
  readonly now: Resized | undefined;
  /** The mouse may move and be released before what it moved is drawn. */
  readonly newest: RefObject<Resized | undefined>;
  readonly put: (resized: Resized | undefined) => void;
}

/** Which mark is being moved, until what was kept has come back from the disk, or the mark is gone. */
function useResized(annotations: readonly Annotation[]): ResizedState {
  const [now, setNow] = useState<Resized>();
  const newest = useRef<Resized>(undefined);
  const put = useCallback((resized: Resized | undefined) => {
    newest.current = resized;
    setNow(resized);
  }, []);
  useLayoutEffect(() => {
    if (now === undefined) newest.current = undefined;
  }, [now]);
  const mark = withId(annotations, now?.id);
  if (now !== undefined && (mark === undefined || (now.by === 'nothing' && isSameSpan(mark.target, now.span)))) {
    setNow(undefined);
  }
  return { now, newest, put };
}

/** Paints the mark where it would be. */
function usePreview(
  page: ReaderPage | undefined,
  shown: ShownText | undefined,
  annotations: readonly Annotation[],
  now: Resized | undefined,
): void {
  const mark = withId(annotations, now?.id);
  useLayoutEffect(() => {
    if (page === undefined || mark === undefined || now === undefined) return;
    page.preview({ id: mark.id, span: now.span, colour: mark.colour, style: mark.style });
  }, [page, shown, mark, now]);
  const isMoving = now !== undefined;
  useLayoutEffect(() => {
    if (page === undefined || !isMoving) return;
    return () => {
      page.preview(undefined);
    };
  }, [page, isMoving]);
  useEffect(() => {
    // What lies over the words is out of the way while a hand looks for a place among them.
    const byHand = now?.by === 'hand';
    page?.scroller.toggleAttribute('data-resizing', byHand);
  }, [page, now?.by]);
}
