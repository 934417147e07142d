import { useState, type ReactNode } from 'react';
import type { KeptTable } from '#core/kept/change';
import type { Recovery } from '../storage/recovery';
import { useLanguage, useStrings } from '../strings/use-strings';
import { IconButton } from '../ui/icon-button';
import styles from './recovery-bar.module.css';

type Words = ReturnType<typeof useStrings>['safety'];

/** What people count by its own name. */
const COUNTED = ['annotations', 'bookmarks', 'corrections'] as const satisfies readonly KeptTable[];

type List = (items: readonly string[]) => string;

function restoredWords(restored: Recovery['restored'], words: Words, list: List): string {
  const counts: [keyof Words['counted'], number][] = COUNTED.map((table) => [table, restored.get(table) ?? 0]);
  const named = counts.reduce((sum, [, count]) => sum + count, 0);
  const all = [...restored.values()].reduce((sum, count) => sum + count, 0);
  counts.push(['other', all - named]);
  return words.restored(list(counts.filter(([, count]) => count > 0).map(([of, count]) => words.counted[of](count))));
}

/** The sentences about what a start found, the gravest first. */
function sentences(found: Recovery | 'unreadable', words: Words, list: List): string[] {
  if (found === 'unreadable') return [words.unreadable];
  return [
    ...(found.damaged.length > 0 ? [words.damaged(list(found.damaged.map(words.quoted)))] : []),
    ...(found.missing > 0 ? [words.missing(found.missing)] : []),
    ...(found.restored.size > 0 ? [restoredWords(found.restored, words, list)] : []),
    ...(found.isJournalNew ? [words.journalNew] : found.copied > 0 ? [words.copied(found.copied)] : []),
    ...(found.failed === undefined ? [] : [words.failed]),
  ];
}

/** Says what a start found amiss with the two copies of everything, and mended; it stays until it is closed. */
export function RecoveryBar({ found }: { readonly found: Recovery | 'unreadable' | undefined }): ReactNode {
  const { safety } = useStrings();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(true);
  const said =
    found === undefined || !isOpen
      ? []
      : sentences(found, safety, (items) => new Intl.ListFormat(language).format(items));
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
