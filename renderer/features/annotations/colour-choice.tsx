import { useId, type CSSProperties, type ReactNode } from 'react';
import { COLOURS, type Colour } from '#core/annotation/annotation';
import { useStrings } from '../../strings/use-strings';
import styles from './colours.module.css';

interface ColourChoiceProps {
  readonly colour: Colour;
  readonly onChoose: (colour: Colour) => void;
}

/** The colour of a mark. */
export function ColourChoice({ colour, onChoose }: ColourChoiceProps): ReactNode {
  const strings = useStrings();
  const group = useId();
  return (
    <div role="radiogroup" aria-label={strings.annotations.colour} className={styles['colours']}>
      {COLOURS.map((value) => (
        <label
          key={value}
          className={styles['colour']}
          title={strings.colours[value]}
          style={{ '--swatch': `var(--${value})`, '--edge': `var(--${value}-ink)` } as CSSProperties}
        >
          <input
            type="radio"
            name={group}
            aria-label={strings.colours[value]}
            checked={value === colour}
            onChange={() => {
              onChoose(value);
            }}
          />
          <i aria-hidden="true" />
        </label>
      ))}
    </div>
  );
}
