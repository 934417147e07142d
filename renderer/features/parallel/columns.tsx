import type { ReactNode } from 'react';
import styles from './parallel.module.css';

interface ColumnsProps {
  readonly page: ReactNode;
  /** The second column; nothing where there is none. */
  readonly second: ReactNode;
}

/** The page, and what stands beside it. The page stays what it is when a second column comes or goes. */
export function Columns({ page, second }: ColumnsProps): ReactNode {
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>{page}</div>
      {second}
    </div>
  );
}
