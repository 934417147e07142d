import { useId, useSyncExternalStore, type ReactNode } from 'react';
import type { BackupStatus } from '#core/ipc/backup-contract';
import { useServices } from '../../services';
import { useLanguage, useStrings } from '../../strings/use-strings';
import { Button } from '../../ui/button';
import styles from './backup.module.css';
import { momentOf } from '../../strings/times';

interface BackupSectionProps {
  readonly onBackUp: () => void;
  readonly onRestore: () => void;
}

/** Backups in the settings: one now, one restored, and those that are made each day. */
export function BackupSection({ onBackUp, onRestore }: BackupSectionProps): ReactNode {
  const { backups } = useStrings();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles['section']}>
      <h3 id={heading}>{backups.title}</h3>
      <p className={styles['words']}>{backups.intro}</p>
      <div className={styles['buttons']}>
        <Button onPress={onBackUp}>{backups.now}</Button>
        <Button onPress={onRestore}>{backups.restore.open}</Button>
      </div>
      <Automatic />
    </section>
  );
}

/** Where backups are made each day, when the last one was, and what went wrong. */
function Automatic(): ReactNode {
  const { automatic } = useServices();
  const { automatic: words } = useStrings().backups;
  const status = useSyncExternalStore(automatic.subscribe, automatic.current);
  const heading = useId();
  return (
    <div role="group" aria-labelledby={heading} className={styles['automatic']}>
      <h4 id={heading}>{words.name}</h4>
      <p aria-live="polite" className={styles['words']}>
        <Said status={status} />
      </p>
      {/* The region is always there, so that a screen reader notices what comes into it. */}
      <p role="alert" className={styles['failure']}>
        {status?.failure !== undefined && words.failed[status.failure]}
      </p>
      <div className={styles['buttons']}>
        <Button onPress={() => void automatic.choose()}>{words.choose}</Button>
        {status?.folder !== undefined && <Button onPress={() => void automatic.stop()}>{words.stop}</Button>}
      </div>
    </div>
  );
}

/** What is known of automatic backups, in words. */
function Said({ status }: { readonly status: BackupStatus | undefined }): ReactNode {
  const { automatic: words } = useStrings().backups;
  const language = useLanguage();
  if (status?.folder === undefined) return words.off;
  const last = status.last === undefined ? words.none : words.last(momentOf(status.last, language));
  return `${words.on(status.folder)} ${last}`;
}
