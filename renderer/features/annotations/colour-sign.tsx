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
