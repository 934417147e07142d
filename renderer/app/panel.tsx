import { useLayoutEffect, type ReactNode } from 'react';
import { liftSight } from '../page/last-sight';
import { Button } from '../ui/button';
import styles from './app.module.css';

interface PanelProps {
  readonly title: string;
  readonly advice: string;
  readonly action?: PanelAction;
  /** Something else that can be done, and what came of it. */
  readonly other?: PanelAction & { readonly said: string };
}

interface PanelAction {
  readonly name: string;
  readonly run: () => void;
}

/** A plain panel for a state that is not reading: what happened, and what to do next. */
export function Panel({ title, advice, action, other }: PanelProps): ReactNode {
  // There is no text to wait for.
  useLayoutEffect(liftSight, []);
  return (
    <div className={styles['panel']} role="alert">
      <h1>{title}</h1>
      <p>{advice}</p>
      <div className={styles['panelActions']}>
        {action !== undefined && <Button onPress={action.run}>{action.name}</Button>}
        {other !== undefined && <Button onPress={other.run}>{other.name}</Button>}
      </div>
      {other !== undefined && <p role="status">{other.said}</p>}
    </div>
  );
}
