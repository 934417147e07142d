import { useEffect, useState, type ReactNode } from 'react';
import { useServices } from '../services';
import { useStrings } from '../strings/use-strings';
import { IconButton } from '../ui/icon-button';
import styles from './first-hint.module.css';

const isMac = navigator.userAgent.includes('Mac OS');

/**
 * Three lines at the very first start, in the pane of notes while that is empty: so they cover nothing, and the page
 * stays where it is when they go. Shown is remembered at once: they never come back.
 */
export function FirstHint({ hasMarks }: { readonly hasMarks: boolean }): ReactNode {
  const { settings } = useServices();
  const { hint } = useStrings().windows;
  const [isOpen, setOpen] = useState(() => settings.isFirstStart && !settings.current().hintShown);
  useEffect(() => {
    if (isOpen && !settings.current().hintShown) settings.change({ hintShown: true });
  }, [isOpen, settings]);
  // What they say has been understood.
  if (isOpen && hasMarks) setOpen(false);
  if (!isOpen || hasMarks) return null;
  return (
    <section aria-label={hint.name} className={styles['hint']} data-hint>
      <ol aria-live="polite" className={styles['lines']}>
        {hint.lines(isMac ? '⌘' : 'Ctrl+').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <IconButton
        icon="close"
        label={hint.dismiss}
        onPress={() => {
          setOpen(false);
        }}
      />
    </section>
  );
}
