import { useEffect, useState } from 'react';
import type { Backup, BackupFailure } from '#core/backup/backup-file';
import type { Compared } from '#core/backup/comparison';
import { useServices } from '../../services';

/** What is known of a chosen file: nothing yet, why it cannot be restored, or what restoring it is about. */
export type Preview =
  | { readonly phase: 'reading' }
  | { readonly phase: 'unusable'; readonly why: BackupFailure | { readonly kind: 'other' } }
  | { readonly phase: 'ready'; readonly backup: Backup; readonly compared: readonly Compared[] };

/** Reads the text of a file that was chosen, and compares what it holds with what is kept. */
export function usePreview(text: string | undefined): Preview {
  const { backups } = useServices();
  const [preview, setPreview] = useState<Preview>({ phase: 'reading' });
  useEffect(() => {
    if (text === undefined) return;
    let wanted = true;
    const read = async (): Promise<Preview> => {
      const parsed = await backups.parse(text);
      if (!parsed.ok) return { phase: 'unusable', why: parsed.reason };
      return { phase: 'ready', backup: parsed.value, compared: await backups.compare(parsed.value) };
    };
    void read()
      .catch((): Preview => ({ phase: 'unusable', why: { kind: 'other' } }))
      .then((next) => {
        if (wanted) setPreview(next);
      });
    return () => {
      wanted = false;
    };
  }, [backups, text]);
  return preview;
}
