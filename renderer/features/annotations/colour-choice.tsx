import { useId, type CSSProperties, type ReactNode } from 'react';
import type { Colour } from '#core/annotation/annotation';
import { offeredColours } from '#core/annotation/palette';
import { usePalette } from '../../services';
import { useColourWords } from '../../strings/use-colour-words';
import { useStrings } from '../../strings/use-strings';
import { useChosen } from '../../ui/use-chosen';
import styles from './colours.module.css';

interface ColourChoiceProps {
  /** Undefined where several marks have different ones. */
  readonly colour: Colour | undefined;
  /** May promise whether it was kept: undefined if not. */
  readonly onChoose: (colour: Colour) => unknown;
}

/** The colour of a mark. One that is no longer offered stays a choice where the mark has it. */
export function ColourChoice(props: ColourChoiceProps): ReactNode {
  const [colour, choose] = useChosen(props.colour, props.onChoose);
  const strings = useStrings();
  const [palette] = usePalette();
  const words = useColourWords();
  const group = useId();
  const offered = offeredColours(palette);
  const choices = colour === undefined || offered.includes(colour) ? offered : [...offered, colour];
  return (
    <div role="radiogroup" aria-label={strings.annotations.colour} className={styles['colours']}>
      {choices.map((value) => (
        <label
          key={value}
          className={styles['colour']}
          style={{ '--swatch': `var(--${value})`, '--edge': `var(--${value}-ink)` } as CSSProperties}
        >
          <input
            type="radio"
            name={group}
            aria-label={words.name(value)}
            title={words.full(value)}
            checked={value === colour}
            onChange={() => {
              choose(value);
            }}
          />
          <i aria-hidden="true" />
        </label>
      ))}
    </div>
  );
}
