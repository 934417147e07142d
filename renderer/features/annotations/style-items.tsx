import type { ReactNode } from 'react';
import { STYLES, type Colour, type Style } from '#core/annotation/annotation';
import { useStrings } from '../../strings/use-strings';
import styles from './marks.module.css';
import { StyleSign } from './style-sign';

interface StyleItemsProps {
  readonly style: Style | undefined;
  /** The colour that the mark has, in which the styles are shown; absent where there are several. */
  readonly colour: Colour | undefined;
  readonly onStyle: (style: Style) => void;
}

/** The styles as a row of a menu. */
export function StyleItems({ style, colour, onStyle }: StyleItemsProps): ReactNode {
  const { marks } = useStrings();
  return (
    <div data-row role="group" aria-label={marks.style} className={styles['menuStyles']}>
      {STYLES.map((value) => (
        <button
          key={value}
          type="button"
          role="menuitemradio"
          aria-checked={value === style}
          tabIndex={-1}
          className={styles['styleButton']}
          aria-label={marks.styles[value]}
          title={marks.styles[value]}
          onClick={() => {
            onStyle(value);
          }}
        >
          <StyleSign style={value} {...(colour !== undefined && { colour })} />
        </button>
      ))}
    </div>
  );
}
