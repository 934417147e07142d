import type { CSSProperties, ReactNode } from 'react';
import type { Colour, Style } from '#core/annotation/annotation';
import styles from './marks.module.css';

/** A character drawn in a style, in a colour or in that of the words around it. */
export function StyleSign({ style, colour }: { readonly style: Style; readonly colour?: Colour }): ReactNode {
  const look = colour === undefined ? undefined : { '--wash': `var(--${colour})`, '--mark': `var(--${colour}-ink)` };
  return (
    <i aria-hidden="true" lang="zh-Hant" className={styles['sample']} data-style={style} style={look as CSSProperties}>
      批
    </i>
  );
}
