import type { CSSProperties, ReactNode } from 'react';
import type { Colour } from '#core/annotation/annotation';
import styles from './colours.module.css';

/** A shape for each colour, so that colour is never the only sign. */
const SHAPES: Readonly<Record<Colour, string>> = {
  yellow: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  red: 'M6 1l5.5 10H.5z',
  green: 'M1.5 1.5h9v9h-9z',
  blue: 'M6 .5L11.5 6 6 11.5.5 6z',
  purple: 'M3.5 1h5L11 6l-2.5 5h-5L1 6z',
  'own-1': 'M4.5 1h3v3.5H11v3H7.5V11h-3V7.5H1v-3h3.5z',
  'own-2': 'M.5 1.5h11L6 11z',
  'own-3': 'M6 .5l1.5 3.8 4 .3-3.1 2.6 1 4L6 9l-3.4 2.2 1-4L.5 4.6l4-.3z',
  'own-4': 'M1 1h10L7 6l4 5H1l4-5z',
  'own-5': 'M1 1.5L6 4l5-2.5v9L6 8l-5 2.5z',
  'own-6': 'M.5 4h11v4H.5z',
  'own-7': 'M4 .5h4v11H4z',
  'own-8': 'M1 6a5 5 0 0 1 10 0v5H1z',
};

/** The shape of a colour; what it stands for has to be said beside it. */
export function ColourSign({ colour }: { readonly colour: Colour }): ReactNode {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={styles['sign']}
      style={{ '--sign': `var(--${colour}-ink)` } as CSSProperties}
    >
      <path d={SHAPES[colour]} />
    </svg>
  );
}
