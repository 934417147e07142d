import { useState, type ReactNode } from 'react';
import type { Language } from '#core/ipc/language';
import type { Recovery } from '../storage/recovery';
import { keptInWords } from '../strings/kept-in-words';
import { listIn } from '../strings/numbers';
import { stringsOf, useLanguage, useStrings } from '../strings/use-strings';
import { IconButton } from '../ui/icon-button';
import styles from './recovery-bar.module.css';

/** The sentences about what a start found, the gravest first. */
function sentences(found: Recovery | 'unreadable', language: Language): string[] {
  const words = stringsOf(language).safety;
  if (found === 'unreadable') return [words.unreadable];
  return [
    ...(found.damaged.length > 0 ? [words.damaged(listIn(language)(found.damaged.map(words.quoted)))] : []),
    ...(found.missing > 0 ? [words.missing(found.missing)] : []),
    ...(found.restored.size > 0
      ? [words.restored(keptInWords((table) => found.restored.get(table) ?? 0, language))]
      : []),
    ...(found.isJournalNew ? [words.journalNew] : found.copied > 0 ? [words.copied(found.copied)] : []),
    ...(found.failed === undefined ? [] : [words.failed]),
  ];
}

/** Says what a start found amiss with the two copies of everything, and mended; it stays until it is closed. */
export function RecoveryBar({ found }: { readonly found: Recovery | 'unreadable' | undefined }): ReactNode {
  const { safety } = useStrings();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(true);
  const said = found === undefined || !isOpen ? [] : sentences(found, language);
  if (said.length === 0) return <div hidden />;
  const isGrave = found === 'unreadable' || found?.failed !== undefined || (found?.damaged.length ?? 0) > 0;
  return (
    <section aria-label={safety.bar} className={styles['bar']} data-grave={isGrave || undefined}>
      <div role={isGrave ? 'alert' : 'status'}>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <IconButton
        icon="close"
        label={safety.dismiss}
        onPress={() => {
          setOpen(false);
        }}
      />
    </section>
  );
}
