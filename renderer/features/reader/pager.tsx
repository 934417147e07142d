import type { ReactNode } from 'react';
import type { Layout } from '#core/text/layout';
import { useStrings } from '../../strings/use-strings';
import { IconButton } from '../../ui/icon-button';
import styles from './pager.module.css';
import type { ReaderPage } from './reader-page';

interface PagerProps {
  readonly page: ReaderPage | undefined;
  readonly layout: Layout;
  /** How much of the text has been read, in percent. */
  readonly percent: number;
}

/** Turns the pages of a text, each way on the side to which it lies. There are no page numbers: a window has no pages. */
export function Pager({ page, layout, percent }: PagerProps): ReactNode {
  const { reading } = useStrings();
  const back = (
    <IconButton
      icon={layout === 'vertical' ? 'next' : 'back'}
      label={reading.pages.before}
      onPress={() => {
        page?.turnPage('backward');
      }}
    />
  );
  const on = (
    <IconButton
      icon={layout === 'vertical' ? 'back' : 'next'}
      label={reading.pages.next}
      onPress={() => {
        page?.turnPage('forward');
      }}
    />
  );
  return (
    <nav aria-label={reading.pages.name} className={styles['pager']}>
      {layout === 'vertical' ? on : back}
      <span className={styles['share']}>{reading.contents.read(percent)}</span>
      {layout === 'vertical' ? back : on}
    </nav>
  );
}
