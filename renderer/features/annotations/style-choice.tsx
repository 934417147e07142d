import { useId, type ReactNode } from 'react';
import { STYLES, type Colour, type Style } from '#core/annotation/annotation';
import { useStrings } from '../../strings/use-strings';
import { useChosen } from '../../ui/use-chosen';
import styles from './marks.module.css';
import { StyleSign } from './style-sign';

interface StyleChoiceProps {
  /** Undefined where several marks have different ones. */
  readonly style: Style | undefined;
  readonly colour?: Colour;
  /** May promise whether it was kept: undefined if not. */
  readonly onChoose: (style: Style) => unknown;
}

/** The style of a mark. */
export function StyleChoice({ colour, ...props }: StyleChoiceProps): ReactNode {
  const [style, choose] = useChosen(props.style, props.onChoose);
  const { marks } = useStrings();
  const group = useId();
  return (
    <div role="radiogroup" aria-label={marks.style} className={styles['styles']}>
      {STYLES.map((value) => (
        <label key={value} className={styles['style']} title={marks.styles[value]}>
          <input
            type="radio"
            name={group}
            aria-label={marks.styles[value]}
            checked={value === style}
            onChange={() => {
              choose(value);
            }}
          />
          <StyleSign style={value} {...(colour !== undefined && { colour })} />
        </label>
      ))}
    </div>
  );
}
