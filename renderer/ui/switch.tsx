import type { ReactNode } from 'react';
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Something that is on or off. */
export function Switch({ label, on, onSwitch }: SwitchProps): ReactNode {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      className={styles['switch']}
      onClick={() => {
        onSwitch(!on);
      }}
    >
      <span aria-hidden="true" className={styles['lamp']} />
      {label}
    </button>
  );
}
