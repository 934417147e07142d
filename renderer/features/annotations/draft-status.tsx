import type { ReactNode } from 'react';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import styles from './card.module.css';
import { timeOf } from '../../strings/times';
import type { Draft } from './use-note-draft';

interface DraftStatusProps {
  readonly drafts: readonly Draft[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Called when it was tried again; the button may be gone then, and the focus with it. */
  readonly onTriedAgain: () => void;
}

/** Says whether what was typed is on the disk: "saved" only when it is, and plainly when it is not. */
export function DraftStatus({ drafts, now, onTriedAgain }: DraftStatusProps): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const failed = drafts.map(({ state }) => state).find((state) => state.phase === 'failed');
  const keptAt = Math.max(...drafts.map(({ state }) => (state.phase === 'kept' ? state.at : 0)));
  const typing = drafts.some(({ state }) => state.phase === 'typing');
  if (failed !== undefined) {
    return (
      <div role="alert" className={styles['failed']}>
        <span>{strings.annotations.failed[failed.reason]}</span>
        <Button onPress={() => void Promise.all(drafts.map((draft) => draft.flush())).then(onTriedAgain)}>
          {strings.app.tryAgain}
        </Button>
      </div>
    );
  }
  const saved = keptAt === 0 ? '' : strings.annotations.saved(timeOf(keptAt, now, language).time);
  return (
    <p role="status" className={styles['saved']}>
      {typing ? strings.annotations.saving : saved}
    </p>
  );
}
