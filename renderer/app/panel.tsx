import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './app.module.css';

interface PanelProps {
  readonly title: string;
  readonly advice: string;
  readonly action?: { readonly name: string; readonly run: () => void };
}

/** A plain panel for a state that is not reading: what happened, and what to do next. */
export function Panel({ title, advice, action }: PanelProps): ReactNode {
  return (
    <div className={styles['panel']} role="alert">
      <h1>{title}</h1>
      <p>{advice}</p>
      {action !== undefined && <Button onPress={action.run}>{action.name}</Button>}
    </div>
  );
}
