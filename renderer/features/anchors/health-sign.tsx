import type { ReactNode } from 'react';
import type { AnchorState } from '#core/anchor/health';
import type { AnchorHealth } from '#core/annotation/annotation';
import { useStrings } from '../../strings/use-strings';
import styles from './anchors.module.css';

/** A drawing for each state, on a 16-pixel grid: an arrow aside, a question, a broken link. */
const DRAWINGS: Readonly<Record<Exclude<AnchorState, 'exact'>, string>> = {
  moved: 'M2 5h9M8 2l3 3-3 3M5 11h9',
  review: 'M5.5 5.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.4v.2',
  orphan: 'M6.5 4.5L8 3a3.2 3.2 0 0 1 4.6 4.6L11 9M9.5 11.5L8 13A3.2 3.2 0 0 1 3.4 8.4L5 7M2 2l12 12',
};

/** The state of a mark's place, as a drawing with its word. Nothing for a mark that stands where it should. */
export function HealthSign({ health }: { readonly health: Pick<AnchorHealth, 'state'> | undefined }): ReactNode {
  const { anchors } = useStrings();
  if (health === undefined) return null;
  return (
    <span className={styles['state']}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={DRAWINGS[health.state]} />
      </svg>
      {anchors.states[health.state]}
    </span>
  );
}
