import { useId, useMemo, useState, type ReactNode } from 'react';
import type { Backup, BackupFailure } from '#core/backup/backup-file';
import type { Compared } from '#core/backup/comparison';
import { RESTORE_MODES, restorePlan, type RestoreMode } from '#core/backup/restore-plan';
import type { Step } from '#core/history/step';
import type { ReplyOf } from '#core/ipc/contract';
import { useServices } from '../../services';
import type { LedgerFailure } from '../../storage/ledger';
import { useLanguage, useStrings, type Said } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import styles from './backup.module.css';
import { momentOf } from '../../strings/times';
import { Examples, PreviewTable } from './preview-table';
import { usePreview } from './use-preview';

/** The file that a person chose, as text, or why main could not read it. */
export type ChosenBackup = Exclude<ReplyOf<'backup.open'>, { readonly kind: 'cancelled' }>;

interface RestoreDialogProps {
  readonly chosen: ChosenBackup;
  /** Hears of the step that restoring was; undefined where nothing changed. */
  readonly onRestored: (words: Said, step: Step | undefined) => void;
  readonly onClose: () => void;
}

/** Shows what a backup would change, and restores it only when asked to. */
export function RestoreDialog({ chosen, onRestored, onClose }: RestoreDialogProps): ReactNode {
  const { restore } = useStrings().backups;
  const preview = usePreview(chosen.kind === 'opened' ? chosen.text : undefined);
  const isReady = chosen.kind === 'opened' && preview.phase === 'ready';
  return (
    <Modal title={restore.title} onClose={onClose} wide={isReady}>
      <p className={styles['from']}>{restore.from(chosen.fileName)}</p>
      {isReady ? (
        <Choice {...preview} fileName={chosen.fileName} onRestored={onRestored} onClose={onClose} />
      ) : (
        <>
          <NotReady chosen={chosen} why={preview.phase === 'unusable' ? preview.why : undefined} />
          <div className={styles['foot']}>
            <Button onPress={onClose}>{restore.close}</Button>
          </div>
        </>
      )}
    </Modal>
  );
}

interface NotReadyProps {
  readonly chosen: ChosenBackup;
  readonly why: BackupFailure | { readonly kind: 'other' } | undefined;
}

/** That the file is being read, or why it cannot be restored. */
function NotReady({ chosen, why }: NotReadyProps): ReactNode {
  const { restore } = useStrings().backups;
  const { fileName } = chosen;
  const sentence = (): string | undefined => {
    if (chosen.kind === 'failed') return restore.unreadable[chosen.reason](fileName);
    if (why === undefined) return undefined;
    if (why.kind === 'damaged') return restore.damaged[why.what](fileName);
    if (why.kind === 'newer') return restore.unreadable.newer(fileName, why.version);
    return restore.unreadable[why.kind](fileName);
  };
  const said = sentence();
  if (said === undefined) {
    return (
      <p role="status" className={styles['words']}>
        {restore.reading}
      </p>
    );
  }
  return (
    <div role="alert" className={styles['unusable']}>
      <p>{said}</p>
      <p>{restore.unchanged}</p>
    </div>
  );
}

type State = 'asking' | 'running' | LedgerFailure;

interface ChoiceProps extends Pick<RestoreDialogProps, 'onRestored' | 'onClose'> {
  readonly backup: Backup;
  readonly compared: readonly Compared[];
  readonly fileName: string;
}

/** What is in the backup beside what is here, and the two ways of restoring it. */
function Choice({ backup, compared, fileName, onRestored, onClose }: ChoiceProps): ReactNode {
  const { restore } = useStrings().backups;
  const { backups, clock } = useServices();
  const language = useLanguage();
  const [mode, setMode] = useState<RestoreMode>('merge');
  const [state, setState] = useState<State>('asking');
  const count = useMemo(() => restorePlan(compared, mode, clock()).length, [compared, mode, clock]);
  const run = (): void => {
    setState('running');
    void backups
      .restore(backup, mode)
      .catch(() => ({ ok: false as const, reason: 'other' as const }))
      .then((outcome) => {
        if (!outcome.ok) {
          setState(outcome.reason);
          return;
        }
        const step = outcome.value;
        const changed = (step?.changes.length ?? 0) + (step?.beside?.length ?? 0);
        onRestored(
          ({ backups: { restore: said } }) => (step === undefined ? said.nothing : said.done(fileName, changed)),
          step,
        );
      });
  };
  const effect = count === 0 ? restore.nothing : restore.effect(count);
  const isFailed = state !== 'asking' && state !== 'running';
  return (
    <>
      <p className={styles['made']}>{restore.made(momentOf(backup.created, language), backup.version)}</p>
      <PreviewTable compared={compared} />
      <Examples compared={compared} />
      <Modes mode={mode} onChoose={setMode} />
      <div className={styles['foot']}>
        <p role={isFailed ? 'alert' : 'status'} className={styles['effect']}>
          {isFailed ? restore.failed[state] : state === 'running' ? restore.running : effect}
        </p>
        <Button onPress={onClose}>{restore.cancel}</Button>
        <Button main disabled={count === 0 || state === 'running'} onPress={run}>
          {restore.run}
        </Button>
      </div>
    </>
  );
}

interface ModesProps {
  readonly mode: RestoreMode;
  readonly onChoose: (mode: RestoreMode) => void;
}

/** The two ways of restoring, each with its sentence. */
function Modes({ mode, onChoose }: ModesProps): ReactNode {
  const { restore } = useStrings().backups;
  const group = useId();
  return (
    <div role="radiogroup" aria-label={restore.how} className={styles['modes']}>
      {RESTORE_MODES.map((each) => (
        <div key={each} className={styles['mode']}>
          <label>
            <input
              type="radio"
              name={group}
              checked={each === mode}
              aria-describedby={`${group}-${each}`}
              onChange={() => {
                onChoose(each);
              }}
            />
            {restore.modes[each]}
          </label>
          <p id={`${group}-${each}`}>{restore.modeHints[each]}</p>
        </div>
      ))}
    </div>
  );
}
