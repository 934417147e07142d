import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { targetAt } from '#core/anchor/describe';
import { anchorStateOf, isToCheck, proposalOf } from '#core/anchor/health';
import type { Annotation, AnnotationEdit } from '#core/annotation/annotation';
import type { Step } from '#core/history/step';
import type { CodePointSpan } from '#core/support/offset';
import { withId } from '#core/support/with-id';
import type { Text } from '#core/text/text';
import type { Said } from '../../strings/use-strings';

/** What checking the places of marks needs of the room. */
export interface AnchorsParts {
  readonly text: Text;
  readonly annotations: readonly Annotation[];
  /** Changes marks as one step; undefined where it could not be kept, which is said. */
  readonly edit: (ids: readonly string[], edit: AnnotationEdit) => Promise<Step | undefined>;
  /** Says what was done, and offers to undo it. */
  readonly offer: (words: Said, step: Step) => void;
  /** Brings a span into sight and lets it stand out. */
  readonly show: (span: CodePointSpan) => void;
  /** Takes the focus to the page. */
  readonly focusPage: () => void;
}

/** The marks whose places a person has to look at, and what can be done about them. */
export interface Anchors {
  readonly text: Text;
  readonly toCheck: readonly Annotation[];
  /** The section that lists them, where the focus goes when one of them is done. */
  readonly section: RefObject<HTMLElement | null>;
  /** The mark that is being given another place. */
  readonly reattaching: Annotation | undefined;
  readonly goTo: (mark: Annotation) => void;
  readonly accept: (mark: Annotation) => void;
  readonly acceptMoved: () => void;
  readonly leave: (mark: Annotation) => void;
  readonly reattach: (mark: Annotation) => void;
  readonly attachTo: (span: CodePointSpan) => void;
  readonly cancel: () => void;
}

/** Where a mark stands in the text, or may stand. */
const placeOf = (mark: Annotation, { sourceHash }: Text): CodePointSpan | undefined =>
  anchorStateOf(mark, sourceHash) === 'moved' ? mark.target : proposalOf(mark, sourceHash);

/** Leaves the focus at what is still to be checked; with the last mark its section goes, and the page has the focus. */
function settleFocus(section: RefObject<HTMLElement | null>, focusPage: () => void): void {
  section.current?.focus();
  setTimeout(() => {
    if (section.current === null) focusPage();
  }, 0);
}

/** The marks to check, and what can be done about them; each is one step that can be undone. */
export function useAnchors({ text, annotations, edit, offer, show, focusPage }: AnchorsParts): Anchors {
  const [chosen, setChosen] = useState<string>();
  const section = useRef<HTMLElement>(null);
  const { sourceHash } = text;
  const toCheck = useMemo(() => annotations.filter((mark) => isToCheck(mark, sourceHash)), [annotations, sourceHash]);
  const reattaching = withId(annotations, chosen);
  const change = useCallback(
    async (ids: readonly string[], what: AnnotationEdit, done: Said): Promise<void> => {
      const step = await edit(ids, what);
      if (step !== undefined) offer(done, step);
      settleFocus(section, focusPage);
    },
    [edit, offer, focusPage],
  );
  return useMemo(
    () => ({
      text,
      toCheck,
      section,
      reattaching,
      goTo: (mark) => {
        const place = placeOf(mark, text);
        if (place !== undefined) show(place);
      },
      accept: (mark) => {
        const proposal = proposalOf(mark, sourceHash);
        const what: AnnotationEdit =
          proposal === undefined ? { kind: 'accept' } : { kind: 'retarget', to: targetAt(text, proposal) };
        void change([mark.id], what, ({ anchors }) => anchors.accepted(1));
      },
      acceptMoved: () => {
        const moved = toCheck.filter((mark) => anchorStateOf(mark, sourceHash) === 'moved').map(({ id }) => id);
        void change(moved, { kind: 'accept' }, ({ anchors }) => anchors.accepted(moved.length));
      },
      leave: (mark) => {
        void change([mark.id], { kind: 'leave', textHash: sourceHash }, ({ anchors }) => anchors.left);
      },
      reattach: (mark) => {
        setChosen(mark.id);
        const place = placeOf(mark, text);
        if (place !== undefined) show(place);
        focusPage();
      },
      attachTo: (span) => {
        if (chosen === undefined) return;
        setChosen(undefined);
        getSelection()?.removeAllRanges();
        show(span);
        void change([chosen], { kind: 'retarget', to: targetAt(text, span) }, ({ anchors }) => anchors.reattached);
      },
      cancel: () => {
        setChosen(undefined);
        section.current?.focus();
      },
    }),
    [text, sourceHash, toCheck, reattaching, chosen, change, show, focusPage],
  );
}
