import { useMemo } from 'react';
import type { TagChange } from '#core/annotation/tags';
import type { Step } from '#core/history/step';
import type { Result } from '#core/support/result';
import { useServices } from '../../services';
import type { EditFailure } from '../../storage/annotation-store';
import type { Said } from '../../strings/use-strings';

/** What can be done with many notes at once. Each is one step, said in words with the way to undo it. */
export interface NoteActs {
  readonly restore: (ids: readonly string[]) => void;
  /** Deletes for good what is in the bin; a sign of each stays. */
  readonly purge: (ids: readonly string[]) => void;
  readonly changeTag: (change: TagChange) => void;
}

/** `offer` says that a step was done and offers to undo it; `onFailure` says that a change could not be kept. */
export function useNoteActs(
  offer: (words: Said, step: Step) => void,
  onFailure: (reason: EditFailure) => void,
): NoteActs {
  const { annotations } = useServices();
  return useMemo(() => {
    const tell = (outcome: Promise<Result<Step | undefined, EditFailure>>, said: (step: Step) => Said): void => {
      void outcome.then((result) => {
        if (!result.ok) onFailure(result.reason);
        else if (result.value !== undefined) offer(said(result.value), result.value);
      });
    };
    return {
      restore: (ids) => {
        tell(
          annotations.editAll(ids, { kind: 'restore' }),
          () =>
            ({ notes }) =>
              notes.restored(ids.length),
        );
      },
      purge: (ids) => {
        tell(
          annotations.editAll(ids, { kind: 'purge' }),
          () =>
            ({ notes }) =>
              notes.purged(ids.length),
        );
      },
      changeTag: (change) => {
        tell(
          annotations.changeTag(change),
          ({ kind, changes }) =>
            ({ notes }) =>
              change.to === undefined
                ? notes.tagRemoved(change.from, changes.length)
                : kind === 'merge-tags'
                  ? notes.tagMerged(change.from, change.to, changes.length)
                  : notes.tagRenamed(change.from, change.to, changes.length),
        );
      },
    };
  }, [annotations, offer, onFailure]);
}
