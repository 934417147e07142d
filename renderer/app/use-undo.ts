import { useMemo } from 'react';
import { useServices, type SaidStep } from '../services';
import { useStrings } from '../strings/use-strings';
import type { Notice } from './notice';

/** What was done in this session, undone and done again; each is said in words. */
export interface Undo {
  /** Remembers what was just done, says it, and offers to undo it. */
  readonly remember: (step: SaidStep) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Undo over the session's history; `say` shows a notice. */
export function useUndo(say: (notice: Notice) => void): Undo {
  const { history } = useServices();
  const { app } = useStrings();
  return useMemo(() => {
    const undo = (): void => {
      void history.undo().then((outcome) => {
        if (outcome === undefined) say({ words: app.nothingToUndo });
        else say({ words: (outcome.ok ? app.undone : app.notUndone)(outcome.step.what) });
      });
    };
    return {
      undo,
      redo: () => {
        void history.redo().then((outcome) => {
          if (outcome === undefined) say({ words: app.nothingToRedo });
          else say({ words: (outcome.ok ? app.redone : app.notUndone)(outcome.step.what) });
        });
      },
      remember: (step) => {
        history.record(step);
        say({ words: step.done, action: { name: app.undo, run: undo } });
      },
    };
  }, [history, app, say]);
}
