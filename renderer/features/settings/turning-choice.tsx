import type { ReactNode } from 'react';
import { TURNINGS } from '#core/text/layout';
import { useSettings } from '../../services';
import { useStrings } from '../../strings/use-strings';
import { Segments } from '../../ui/segments';
import styles from './settings.module.css';

/** The choice between scrolling a text and turning its pages. */
export function TurningChoice(): ReactNode {
  const { pages } = useStrings().reading;
  const [{ turning }, change] = useSettings();
  return (
    <div className={styles['row']}>
      <span aria-hidden="true">{pages.turning}</span>
      <Segments
        label={pages.turning}
        value={turning}
        choices={TURNINGS.map((value) => ({ value, name: pages[value] }))}
        onChoose={(next) => {
          change({ turning: next });
        }}
      />
    </div>
  );
}
