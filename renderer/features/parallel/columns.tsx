import type { ReactNode } from 'react';
import type { Layout } from '#core/text/layout';
import styles from './parallel.module.css';

interface ColumnsProps {
  readonly layout: Layout;
  readonly page: ReactNode;
  /** The second column; undefined where there is none. */
  readonly second: ReactNode;
}

/**
 * The page, and what stands beside it. The page stays what it is when a second column comes or goes. Vertical pages stand
 * one above the other, so that both keep the width in which columns follow each other, and the same words lie at the
 * same place from the right.
 */
export function Columns({ layout, page, second }: ColumnsProps): ReactNode {
  return (
    <div className={styles['columns']} data-lines={layout} data-beside={second === undefined ? undefined : ''}>
      <div className={styles['column']}>{page}</div>
      {second}
    </div>
  );
}
