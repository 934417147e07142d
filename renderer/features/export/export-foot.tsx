import type { ReactNode } from 'react';
import { templateSentence } from '#core/exchange/markdown/template-words';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import styles from './foot.module.css';
import type { Making, Phase } from './use-making';
import type { Saver, Saving } from './use-saving';

interface ExportFootProps {
  readonly making: Making;
  readonly saver: Saver;
  /** True if there is something that can be saved. */
  readonly canSave: boolean;
  /** What came of copying; undefined before. */
  readonly copied: 'copied' | 'failed' | undefined;
  readonly onClose: () => void;
}

/** What is going on and what came of it, with the way to end it; the buttons of the dialog. */
export function ExportFoot({ making, saver, canSave, copied, onClose }: ExportFootProps): ReactNode {
  const strings = useStrings().export;
  const { saving } = saver;
  const isSaving = saving.kind === 'preparing' || saving.kind === 'saving';
  return (
    <div className={styles['foot']}>
      <Said making={making} saver={saver} copied={copied} />
      <Button onPress={onClose}>{saving.kind === 'saved' ? strings.close : strings.cancel}</Button>
      <Button main disabled={!canSave || isSaving || making.phase.kind === 'faulty'} onPress={saver.save}>
        {strings.save}
      </Button>
    </div>
  );
}

/** A making that is over so soon is not told of: it would flicker. */
const isLong = (phase: Phase): phase is Extract<Phase, { kind: 'making' }> =>
  phase.kind === 'making' && phase.total > 0;

function Said({ making, saver, copied }: Pick<ExportFootProps, 'making' | 'saver' | 'copied'>): ReactNode {
  const strings = useStrings().export;
  const language = useLanguage();
  const { phase } = making;
  const { saving } = saver;
  if (saving.kind === 'failed') {
    return (
      <p role="alert" className={styles['failed']}>
        {strings.failed[saving.reason](saving.fileName)}
      </p>
    );
  }
  if (phase.kind === 'faulty') {
    return (
      <p role="alert" className={styles['failed']}>
        {templateSentence(phase.fault, language)}
      </p>
    );
  }
  if (phase.kind === 'failed') {
    return (
      <p role="alert" className={styles['failed']}>
        {strings.notMade}
      </p>
    );
  }
  const isRunning = saving.kind === 'saving' || isLong(phase);
  return (
    <div className={styles['said']}>
      {isRunning && <Progress phase={phase} isSaving={saving.kind === 'saving'} />}
      <p role="status">{sentenceOf(saving, phase, copied, strings)}</p>
      {isRunning && (
        <Button onPress={saving.kind === 'idle' || phase.kind === 'making' ? making.stop : saver.cancel}>
          {strings.stop}
        </Button>
      )}
      {phase.kind === 'stopped' && <Button onPress={making.again}>{strings.again}</Button>}
    </div>
  );
}

type Strings = ReturnType<typeof useStrings>['export'];

function sentenceOf(
  saving: Saving,
  phase: Phase,
  copied: ExportFootProps['copied'],
  strings: Strings,
): string | undefined {
  switch (saving.kind) {
    case 'saved':
      return strings.saved(saving.fileName);
    case 'cancelled':
      return strings.cancelled;
    case 'saving':
      return strings.saving;
    case 'preparing':
    case 'idle':
    case 'failed':
  }
  if (isLong(phase)) return strings.making;
  if (phase.kind === 'stopped') return strings.stopped;
  if (copied === undefined) return undefined;
  return copied === 'copied' ? strings.copied : strings.copyFailed;
}

function Progress({ phase, isSaving }: { readonly phase: Phase; readonly isSaving: boolean }): ReactNode {
  const strings = useStrings().export;
  const language = useLanguage();
  const isKnown = !isSaving && phase.kind === 'making' && phase.total > 0;
  const part = isKnown ? phase.done / phase.total : undefined;
  return (
    <span className={styles['progress']}>
      <progress aria-label={isSaving ? strings.saving : strings.making} value={part} max={1} />
      {part !== undefined && (
        <span aria-hidden="true">
          {new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(part)}
        </span>
      )}
    </span>
  );
}
