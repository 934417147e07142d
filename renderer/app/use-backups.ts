import { useCallback, useMemo, useState } from 'react';
import type { Step } from '#core/history/step';
import type { ReplyOf } from '#core/ipc/contract';
import { stampOf } from '#core/support/stamp';
import type { ChosenBackup } from '../features/backup';
import { useServices } from '../services';
import { useStrings, type Said } from '../strings/use-strings';
import type { Notice } from './notice';
import type { Surfacing } from './use-surface';
import type { Undo } from './use-undo';

/** Backups as the menu and the settings ask for them. */
export interface Backups {
  /** Saves everything that is kept in a file that the person names. */
  readonly backUp: () => void;
  /** Lets the person choose a file, and opens what it would restore. */
  readonly choose: () => void;
  /** The file that was chosen last. */
  readonly chosen: ChosenBackup | undefined;
  /** Says that it was restored, and offers to undo that. */
  readonly restored: (words: Said, step: Step | undefined) => void;
}

/** Saves a backup, and says what came of it. */
function useBackUp(say: (notice: Notice) => void): () => Promise<void> {
  const { bridge, backups, clock } = useServices();
  const { backups: backupsWords } = useStrings();
  return useCallback(async () => {
    const suggestedName = backupsWords.fileName(stampOf(clock()).day);
    const save = async (): Promise<ReplyOf<'backup.save'>> => {
      const { version } = await bridge.request('backup.status');
      return bridge.request('backup.save', { suggestedName, text: await backups.make(version) });
    };
    const reply = await save().catch((): ReplyOf<'backup.save'> => ({
      kind: 'failed',
      reason: 'other',
      fileName: suggestedName,
    }));
    if (reply.kind === 'cancelled') say({ words: (strings) => strings.export.cancelled });
    else if (reply.kind === 'saved') say({ words: (strings) => strings.backups.saved(reply.fileName) });
    else say({ words: (strings) => strings.backups.failed[reply.reason](reply.fileName), isFailure: true });
  }, [bridge, backups, clock, backupsWords, say]);
}

/** Backups, with what is said of them; `show` opens the dialog of restoring, or closes it. */
export function useBackups(undo: Undo, say: (notice: Notice) => void, hold: Surfacing['hold']): Backups {
  const { bridge } = useServices();
  const [chosen, setChosen] = useState<ChosenBackup>();
  const backUp = useBackUp(say);
  return useMemo(() => {
    const choose = async (): Promise<void> => {
      const reply = await bridge
        .request('backup.open')
        .catch((): ReplyOf<'backup.open'> => ({ kind: 'failed', reason: 'other', fileName: '' }));
      if (reply.kind === 'cancelled') return;
      setChosen(reply);
      hold('restore-backup', true);
    };
    return {
      backUp: () => void backUp(),
      choose: () => void choose(),
      chosen,
      restored: (words, step) => {
        hold('restore-backup', false);
        if (step === undefined) say({ words });
        else undo.offer(words, step);
      },
    };
  }, [bridge, backUp, chosen, undo, say, hold]);
}
