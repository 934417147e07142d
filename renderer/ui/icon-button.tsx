import type { ReactNode } from 'react';
import { Icon } from './icon';
import styles from './icon-button.module.css';

interface IconButtonProps {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly label: string;
  readonly onPress: () => void;
  /** The key that does the same. */
  readonly shortcut?: { readonly shown: string; readonly aria: string } | undefined;
  /** For a button that switches something: whether it is on. */
  readonly pressed?: boolean;
}

/** A button with a drawing; its name shows as a tooltip. */
export function IconButton({ icon, label, onPress, shortcut, pressed }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      title={shortcut === undefined ? label : `${label} (${shortcut.shown})`}
      aria-keyshortcuts={shortcut?.aria}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
