import { useEffect, useMemo, useState } from 'react';
import { isConverted } from '#core/correction/correction';
import { correctableAt, type Correctable } from '#core/correction/places';
import type { ScriptMode } from '#core/script/mode';
import type { CodePointSpan } from '#core/support/offset';
import type { Corrections } from '../features/corrections';
import type { ReaderPage, Shown } from '../features/reader';
import type { Notice } from './notice';

/** The words whose conversion is being corrected, and the way to begin and to end. */
export interface Correcting {
  readonly target: Correctable | undefined;
  /** Begins to correct the words of a span; `reselect` if they are to be selected again afterwards. */
  readonly open: (span: CodePointSpan, reselect: boolean) => void;
  readonly close: () => void;
  /** Shows the words of a span otherwise in this one place, without asking. */
  readonly correctHere: (corrections: Corrections, span: CodePointSpan, right: string) => Promise<void>;
}

interface Opened {
  readonly span: CodePointSpan;
  /** A correction is about the script in which it was begun. */
  readonly mode: ScriptMode;
  readonly reselect: boolean;
}

interface CorrectingParts {
  readonly shown: Shown | undefined;
  readonly page: ReaderPage | undefined;
  /** Takes up what is selected. */
  readonly select: (span: CodePointSpan | undefined) => void;
  readonly say: (notice: Notice | undefined) => void;
}

/** Which words are being corrected. They stand out meanwhile, since a field cannot have the focus and they a selection. */
export function useCorrecting({ shown, page, select, say }: CorrectingParts): Correcting {
  const [opened, setOpened] = useState<Opened>();
  const isOpen = opened !== undefined && shown?.mode === opened.mode;
  // Another script ends it for good: the form that was typed was meant for this one.
  if (opened !== undefined && shown !== undefined && !isOpen) setOpened(undefined);
  const target = useMemo(() => (isOpen ? correctableAt(shown.shown, opened.span) : undefined), [isOpen, shown, opened]);
  useEffect(() => {
    if (page === undefined || target === undefined) return;
    page.painter.sign('flash', [target.span]);
    return () => {
      page.painter.sign('flash', []);
    };
  }, [page, target]);
  return {
    target,
    open: (span, reselect) => {
      if (shown === undefined || !isConverted(shown.shown.text.script, shown.mode)) return;
      if (correctableAt(shown.shown, span) === undefined) say({ words: ({ corrections }) => corrections.tooLong });
      else {
        // What was said last would lie over the card.
        say(undefined);
        setOpened({ span, mode: shown.mode, reselect });
      }
    },
    close: () => {
      setOpened(undefined);
      page?.view.root.focus({ preventScroll: true });
      if (opened?.reselect === true) {
        // Told at once, since the page may be filled anew before the selection's event has come.
        select(opened.span);
        page?.select(opened.span);
      } else getSelection()?.removeAllRanges();
    },
    correctHere: async (made, span, right) => {
      const outcome = await made.correct(span, right, 'occurrence');
      if (outcome === 'kept' || outcome === 'idle') return;
      say({ words: ({ corrections }) => corrections.failed[outcome], isFailure: true });
    },
  };
}
