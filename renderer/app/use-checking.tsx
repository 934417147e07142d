import { useCallback, useMemo, type ReactNode } from 'react';
import type { CodePointSpan } from '#core/support/offset';
import type { Text } from '#core/text/text';
import { ToCheck, useAnchors, type Anchors } from '../features/anchors';
import type { ReaderPage } from '../features/reader';
import { useSettings } from '../services';
import { useNewest } from './use-newest';
import type { Study } from './use-study';
import type { Undo } from './use-undo';

interface CheckingParts {
  readonly text: Text;
  readonly study: Study;
  readonly undo: Undo;
  readonly page: ReaderPage | undefined;
}

/** The marks to check, their list for the notes pane, and the way to it. */
export interface Checking {
  readonly anchors: Anchors;
  readonly list: ReactNode;
  /** Opens the notes pane at the list. */
  readonly show: () => void;
}

/** Checking the places of marks, with the page and the history of this room. */
export function useChecking({ text, study, undo, page }: CheckingParts): Checking {
  const [, change] = useSettings();
  const goTo = useCallback((span: CodePointSpan) => page?.jumpTo(span), [page]);
  const focusPage = useCallback(() => page?.view.root.focus({ preventScroll: true }), [page]);
  const { annotations, edit } = study;
  // What it offers is said in the script shown; that alone is no cause to draw the list anew.
  const offer = useNewest(undo.offer);
  const anchors = useAnchors({ text, annotations, edit, offer, show: goTo, focusPage });
  const show = useCallback(() => {
    change({ notesPane: true });
    // The pane is drawn first.
    setTimeout(() => anchors.section.current?.focus(), 0);
  }, [change, anchors.section]);
  return { anchors, list: useMemo(() => <ToCheck anchors={anchors} />, [anchors]), show };
}
