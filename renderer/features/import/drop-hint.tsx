import type { ReactNode } from 'react';
import { useStrings } from '../../strings/use-strings';
import styles from './import.module.css';

/** Says, while files are dragged over the window, what dropping them does. */
export function DropHint(): ReactNode {
  const { importing } = useStrings();
  return (
    <div className={styles['drop']} aria-hidden="true">
      <p>{importing.drop}</p>
    </div>
  );
}
