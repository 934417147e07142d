import type { ReactNode } from 'react';
import { Icon } from './icon';
import styles from './icon-button.module.css';

interface IconButtonProps {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly label: string;
  readonly onPress: () => void;
  /** For a button that switches something: whether it is on. */
  readonly pressed?: boolean;
}

/** A button with a drawing; its name shows as a tooltip. */
export function IconButton({ icon, label, onPress, pressed }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
