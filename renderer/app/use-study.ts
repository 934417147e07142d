import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { isIdle, type Annotation, type AnnotationEdit, type Colour } from '#core/annotation/annotation';
import type { Step } from '#core/history/step';
import { targetAt } from '#core/anchor/describe';
import type { ScriptMode } from '#core/script/mode';
import { isSameSpan, type CodePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';
import { useAnnotations } from '../features/annotations';
import { penOf, type Pen } from '#core/annotation/palette';
import { usePlaced } from '../features/anchors';
import { usePalette, useServices } from '../services';
import type { EditFailure } from '../storage/annotation-store';

/** The card that is open: of which mark, and how it was come to. */
export interface OpenCard {
  readonly id: string;
  /** True if its field for the note takes the focus. */
  readonly takesFocus: boolean;
  /** True if a note that is there is to be read first: then the card itself takes the focus. */
  readonly reads?: boolean;
  /** True if it was open when the page went away, and is open again. */
  readonly resumes?: boolean;
  /** All marks at the place that was clicked. */
  readonly here: readonly string[];
}

/** What a person is doing with the marks of a text, and what they can do. */
export interface Study {
  readonly current: string | undefined;
  readonly card: OpenCard | undefined;
  readonly selected: CodePointSpan | undefined;
  readonly select: (span: CodePointSpan | undefined) => void;
  readonly setCurrent: (id: string | undefined) => void;
  readonly open: (card: OpenCard | undefined) => void;
  /** The marks on the text in reading order, those just made among them. */
  readonly annotations: readonly Annotation[];
  /** Those of them that have a place in the edition that is read. */
  readonly placed: readonly Annotation[];
  /**
   * Marks a span, or recolours the mark that covers exactly this span. What is not said is as it was used last.
   * Returns the mark's id.
   */
  readonly mark: (span: CodePointSpan, colour: Colour | undefined) => string;
  /** What a mark is made with where nothing else is said. */
  readonly pen: Pen;
  readonly setPen: (change: Partial<Pen>) => void;
  /**
   * Changes a mark, or several as one step. Returns the step; undefined where there was nothing to change, or where it
   * could not be kept, which is said.
   */
  readonly edit: (ids: string | readonly string[], edit: AnnotationEdit) => Promise<Step | undefined>;
}

/** What marks are made with, and the way to change it. */
function usePen(): Pick<Study, 'pen' | 'setPen'> {
  const [palette, setPalette] = usePalette();
  const pen = useMemo(() => penOf(palette), [palette]);
  const setPen = useCallback(
    (change: Partial<Pen>) => {
      setPalette({ pen: { ...pen, ...change } });
    },
    [pen, setPalette],
  );
  return { pen, setPen };
}

/** Changing marks: a colour or style becomes that of the next mark, and one that a mark has already is no step. */
function useEdit(setPen: Study['setPen'], onFailure: (reason: EditFailure) => void): Study['edit'] {
  const { annotations: store } = useServices();
  const underWay = useRef(0);
  return useCallback(
    async (ids, change) => {
      if (change.kind === 'recolour') setPen({ colour: change.colour });
      if (change.kind === 'restyle') setPen({ style: change.style });
      const asked = typeof ids === 'string' ? [ids] : ids;
      // While edits are under way the marks are not yet known as they will be, and none is left out.
      const changing = underWay.current > 0 ? asked : asked.filter((id) => !isUnchanged(store.find(id), change));
      if (changing.length === 0) return undefined;
      underWay.current++;
      const outcome = await store.editAll(changing, change).finally(() => underWay.current--);
      if (outcome.ok) return outcome.value;
      onFailure(outcome.reason);
      return undefined;
    },
    [store, onFailure, setPen],
  );
}

const isUnchanged = (mark: Annotation | undefined, change: AnnotationEdit): boolean =>
  mark !== undefined && isIdle(mark, change);

/** The card that is open on a text: at first the one that was open when the page went away, if its process died. */
function useOpenCard(textId: string): [OpenCard | undefined, (card: OpenCard | undefined) => void] {
  const { session } = useServices();
  const [card, setCard] = useState<OpenCard | undefined>(() => {
    const left = session.cardOf(textId);
    return left && { ...left, here: [left.id], resumes: true };
  });
  useEffect(() => {
    session.putCard(textId, card);
  }, [session, textId, card]);
  return [card, setCard];
}

/** The state of studying one text. `onFailure` hears of every change that could not be kept. */
export function useStudy(text: Text, mode: ScriptMode, onFailure: (reason: EditFailure) => void): Study {
  const { annotations: store } = useServices();
  const annotations = useAnnotations(text.id);
  const placed = usePlaced(annotations, text.sourceHash);
  const [current, setCurrent] = useState<string>();
  const [card, setCard] = useOpenCard(text.id);
  const [selected, select] = useState<CodePointSpan>();
  const { pen, setPen } = usePen();

  const edit = useEdit(setPen, onFailure);
  const mark = useCallback(
    (span: CodePointSpan, colour: Colour | undefined): string => {
      const there = placed.findLast(({ target }) => isSameSpan(target, span));
      if (there !== undefined) {
        if (colour !== undefined) void edit(there.id, { kind: 'recolour', colour });
        return there.id;
      }
      const { made, kept: outcome } = store.add({
        id: newId(),
        textId: text.id,
        ...targetAt(text, span),
        colour: colour ?? pen.colour,
        style: pen.style,
        script: mode,
      });
      if (colour !== undefined) setPen({ colour });
      void outcome.then((result) => {
        if (!result.ok) onFailure(result.reason);
      });
      return made.id;
    },
    [placed, edit, store, text, mode, onFailure, pen, setPen],
  );
  const open = useCallback(
    (next: OpenCard | undefined) => {
      setCard(next);
      if (next !== undefined) setCurrent(next.id);
    },
    [setCard],
  );
  return useMemo(
    () => ({ annotations, placed, current, card, selected, select, setCurrent, open, mark, edit, pen, setPen }),
    [annotations, placed, current, card, selected, open, mark, edit, pen, setPen],
  );
}
