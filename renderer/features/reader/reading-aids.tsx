import type { ReactNode } from 'react';
import { useSettings } from '../../services';
import { useStrings } from '../../strings/use-strings';
import { Switch } from '../../ui/switch';
import styles from './reading-aids.module.css';

/** The layers that can be laid over the text. */
export function ReadingAids(): ReactNode {
  const { reader } = useStrings();
  const [{ glosses, repairs, variants }, change] = useSettings();
  return (
    <div role="group" aria-label={reader.aids} className={styles['aids']}>
      <Switch
        label={reader.glosses}
        on={glosses}
        onSwitch={(on) => {
          change({ glosses: on });
        }}
      />
      <Switch
        label={reader.repairs}
        on={repairs}
        onSwitch={(on) => {
          change({ repairs: on });
        }}
      />
      <Switch
        label={reader.variants}
        on={variants}
        onSwitch={(on) => {
          change({ variants: on });
        }}
      />
    </div>
  );
}
